internal import RubricaSource

/// Documents that are not Markdown, by their name or their first bytes.
struct ForeignFormat {
  /// "a Word document".
  let words: String
  let converter: Converter

  enum Converter {
    /// pandoc's name of the format.
    case pandoc(String)
    case office
    case asciidoctor
    case pdf
    case none
  }

  static func detect(name: String, bytes: [UInt8]) -> ForeignFormat? {
    if let format = endings[Path.ending(name)] { return format }
    if bytes.starts(with: "%PDF-".utf8) { return endings["pdf"] }
    if bytes.starts(with: "{\\rtf".utf8) { return endings["rtf"] }
    if bytes.starts(with: "PK\u{3}\u{4}".utf8) {
      return ForeignFormat(words: "a Word document or another archive", converter: .pandoc("docx"))
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return endings["doc"] }
    let head = bytes.drop { $0 <= 32 || [0xEF, 0xBB, 0xBF].contains($0) }.prefix(16)
    let start = String(decoding: head, as: UTF8.self).lowercased()
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") { return endings["html"] }
    return start.hasPrefix("<?xml")
      ? ForeignFormat(words: "an XML document", converter: .none) : nil
  }

  /// The command that makes Markdown of the file.
  func command(for name: String) -> String? {
    let stem =
      Path.ending(name).isEmpty ? name : String(name.dropLast(Path.ending(name).utf8.count + 1))
    // A page of a browser may be called `page.md`. On some systems `page.MD` is the same file.
    let isSame = name.lowercased() == stem.lowercased() + ".md"
    let (input, output) = (
      Self.quoted(name), Self.quoted(stem + (isSame ? "-converted.md" : ".md"))
    )
    switch converter {
    case .pandoc(let reader):
      let media = ["docx", "odt", "epub", "ipynb"].contains(reader) ? " --extract-media=." : ""
      return "pandoc -f \(reader) -t gfm --wrap=none\(media) \(input) -o \(output)"
    case .office:
      let name = Path.name(stem)
      let middle = Self.quoted((name.isEmpty ? stem : name) + ".docx")
      return "soffice --headless --convert-to docx \(input) && "
        + "pandoc -f docx -t gfm --wrap=none --extract-media=. \(middle) -o \(output)"
    case .asciidoctor:
      return
        "asciidoctor -b docbook5 -o - \(input) | pandoc -f docbook -t gfm --wrap=none -o \(output)"
    case .pdf: return "pdftotext -layout \(input) \(output), then add the headings by hand"
    case .none: return nil
    }
  }

  private static let endings: [String: ForeignFormat] = {
    let table: [(words: String, converter: Converter, endings: [String])] = [
      ("reStructuredText", .pandoc("rst"), ["rst", "rest"]),
      ("an HTML page", .pandoc("html"), ["html", "htm", "xhtml"]),
      ("a Word document", .pandoc("docx"), ["docx"]),
      ("an old Word document", .office, ["doc"]),
      ("an OpenDocument text", .pandoc("odt"), ["odt"]),
      ("a rich text document", .pandoc("rtf"), ["rtf"]),
      ("a LaTeX document", .pandoc("latex"), ["tex"]),
      ("an Org document", .pandoc("org"), ["org"]),
      ("a Textile document", .pandoc("textile"), ["textile"]),
      ("a MediaWiki page", .pandoc("mediawiki"), ["mediawiki", "wiki"]),
      ("a notebook", .pandoc("ipynb"), ["ipynb"]),
      ("an e-book", .pandoc("epub"), ["epub"]),
      ("an AsciiDoc document", .asciidoctor, ["adoc", "asciidoc"]),
      ("a PDF document", .pdf, ["pdf"]),
      ("a slide deck", .none, ["pptx", "ppt", "odp"]),
      ("a spreadsheet", .none, ["xlsx", "xls", "ods", "csv", "tsv"]),
      ("a data file", .none, ["yaml", "yml", "json", "jsonl", "xml", "toml"]),
      ("a picture", .none, ["png", "jpg", "jpeg", "gif", "svg", "webp"]),
    ]
    var formats: [String: ForeignFormat] = [:]
    for row in table {
      for ending in row.endings {
        formats[ending] = ForeignFormat(words: row.words, converter: row.converter)
      }
    }
    return formats
  }()

  /// As one word of a shell.
  private static func quoted(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy {
      $0.isDigit || $0.isLetter || "._-/".utf8.contains($0)
    }
    if isPlain, !name.hasPrefix("-") { return name }
    let parts = name.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: "'\\''") + "'"
  }
}
