internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// One document as it was given: decoded, and cut into its site's front matter and its text.
struct SourceDocument {
  let name: String
  /// Everything, in UTF-8 without a byte order mark.
  let bytes: [UInt8]
  let lines: LineTable
  let frontMatter: SiteFrontMatter?
  /// Behind the front matter.
  let text: WorkingText
  /// Every short text in brackets, which a link definition elsewhere could make a link.
  let brackets: Set<String>
  /// The reserved words that its headings are read with.
  var vocabulary: Vocabulary
  /// Whether somebody has said which language it is in.
  var hasLanguage: Bool

  init(_ file: SourceFile, index: Int, _ report: inout ImportReport) throws(ImportProblem) {
    name = file.name
    let start = Place(file: file.name, line: 0)
    if let format = ForeignFormat.detect(name: file.name, bytes: file.bytes) {
      throw ImportProblem(
        .foreign(format: format.words, command: format.command(for: file.name)), file: file.name)
    }
    switch TextDecoding.decode(file.bytes) {
    case .success(let decoded):
      bytes = decoded.bytes
      if let encoding = decoded.encoding {
        report.add(.changed, start, "written in \(encoding); the draft is UTF-8")
      }
    case .failure(.binary(let reason)):
      throw ImportProblem(.binary(reason: reason), file: file.name)
    }
    lines = LineTable(bytes)
    let decoded = SourceFile(name: file.name, bytes: bytes)
    if let problem = TextCheck.problem(in: decoded, SourceID(0), limit: Limits.markdownBytes) {
      throw ImportProblem(
        .syntax(problem, line: lines.line(at: Int(problem.span.start)) + 1), file: name)
    }
    frontMatter = SiteFrontMatter.find(in: decoded)
    if frontMatter?.keys.contains("rubrica") == true {
      throw ImportProblem(.alreadyGuideline, file: file.name)
    }
    if frontMatter == nil, SiteFrontMatter.isUnclosed(decoded) {
      report.add(
        .kept, Place(file: file.name, line: 1),
        "front matter that is never closed: its lines stay in the text unchanged")
    }
    vocabulary = Vocabulary(language: frontMatter?.language ?? "en")
    hasLanguage = frontMatter?.language != nil
    let body = frontMatter?.body ?? 0
    text = WorkingText(Array(bytes[body...]), document: index, sourceStart: body)
    brackets = Self.brackets(in: bytes)
    if bytes.allSatisfy({ $0 <= 32 }) { report.add(.kept, start, "the document is empty") }
  }

  private static func brackets(in bytes: [UInt8]) -> Set<String> {
    var found: Set<String> = []
    var open: Int?
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "[") {
        open = index
      } else if byte == UInt8(ascii: "]"), let start = open {
        if index - start <= 100 {
          let label = String(decoding: bytes[(start + 1)..<index], as: UTF8.self)
          found.insert(LinkDefinition.normalised(label))
        }
        open = nil
      }
    }
    return found
  }

  func place(_ offset: Int) -> Place {
    Place(file: name, line: lines.line(at: min(max(offset, 0), bytes.count)) + 1)
  }
}

/// Front matter of a site generator: layout and titles, no guideline data.
struct SiteFrontMatter {
  let keys: [String]
  let title: String?
  let language: String?
  /// A version in three numbers, as a guideline has it.
  let version: String?
  /// The first value, other than a title, that is a text of several words.
  let text: String?
  /// `yaml` or `toml`.
  let notation: String
  /// The bytes between the fences.
  let content: Range<Int>
  /// Lines in it that are not blank; 0 where there may be a comment among them.
  let lineCount: Int
  /// Where the text behind it begins.
  let body: Int

  /// Whether the front matter of a draft says all that this one says: a title and a language.
  func isSaid(by draft: SiteFrontMatter?) -> Bool {
    guard let draft, notation == "yaml", !keys.isEmpty, keys.count == lineCount,
      Set(keys).isSubset(of: ["title", "lang", "language", "version"])
    else { return false }
    let languages = keys.count { $0 == "lang" || $0 == "language" }
    let titles = keys.count { $0 == "title" }
    let versions = keys.count - languages - titles
    guard languages < 2, titles < 2, versions < 2 else { return false }
    return (languages == 0 || language != nil && language == draft.language)
      && (titles == 0 || title != nil && title == draft.title)
      && (versions == 0 || version != nil && version == draft.version)
  }

  /// The front matter of a file, if what stands between the fences is data.
  static func find(in file: SourceFile) -> SiteFrontMatter? {
    if let toml = toml(in: file) { return toml }
    guard case .success(let split) = FrontMatter.split(file, SourceID(0)), let content = split.yaml
    else { return nil }
    let text = DerivedText(file, source: SourceID(0), range: content)
    if case .mapping(let written)? = YAMLParser.parse(text).root?.kind {
      let fields = written.filter { !$0.isRepeated }
      func scalar(_ keys: String...) -> String? {
        for field in fields where keys.contains(field.key.value) {
          if case .scalar(let text, _) = field.value.kind, !text.isEmpty { return text }
        }
        return nil
      }
      return SiteFrontMatter(
        keys: fields.map { $0.key.value }, title: scalar("title"),
        language: scalar("language", "lang"),
        version: scalar("version").flatMap { isVersion($0) ? $0 : nil },
        text: fields.lazy.filter { $0.key.value != "title" }.compactMap { scalar($0.key.value) }
          .first { $0.split(separator: " ").count > 3 },
        notation: "yaml", content: content, lineCount: lineCount(file.bytes[content]),
        body: split.body.lowerBound)
    }
    // Data that does not parse (a template's tags in it, say) is data all the same; text is not.
    let isEmpty = file.bytes[content].allSatisfy { $0 <= 32 }
    guard isEmpty || looksLikeData(file.bytes[content]) else { return nil }
    return SiteFrontMatter(
      keys: [], title: nil, language: nil, version: nil, text: nil, notation: "yaml",
      content: content,
      lineCount: 0,
      body: split.body.lowerBound)
  }

  /// `1.2.0`: three numbers, none with a zero before it.
  private static func isVersion(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3
      && parts.allSatisfy { part in
        (1...6).contains(part.utf8.count) && part.utf8.allSatisfy { $0.isDigit }
          && (part.utf8.count == 1 || part.utf8.first != 48)
      }
  }

  static func isUnclosed(_ file: SourceFile) -> Bool {
    if case .failure = FrontMatter.split(file, SourceID(0)) { true } else { false }
  }

  private static func lineCount(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.contains(UInt8(ascii: "#"))
      ? 0 : bytes.split { $0 == 10 || $0 == 13 }.count { line in !line.allSatisfy { $0 <= 32 } }
  }

  /// Every line is blank, a comment, a key, an item or indented.
  private static func looksLikeData(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }).allSatisfy { line in
      guard let first = line.first else { return true }
      if [
        32, 9, UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "{"), UInt8(ascii: "}"),
        UInt8(ascii: "]"),
      ].contains(first) {
        return true
      }
      let key = line.prefix { $0.isDigit || $0.isLetter || $0 == 45 || $0 == 95 }
      return !key.isEmpty && line.dropFirst(key.count).first == UInt8(ascii: ":")
    }
  }

  /// Hugo's other notation, between lines of `+++`.
  private static func toml(in file: SourceFile) -> SiteFrontMatter? {
    let bytes = file.bytes
    let lines = LineTable(bytes)
    func isFence(_ line: Int) -> Bool {
      var content = bytes[lines.content(ofLine: line, in: bytes)]
      while let last = content.last, last.isBlank { content.removeLast() }
      return content.elementsEqual("+++".utf8)
    }
    guard isFence(0), let end = lines.starts.indices.dropFirst().first(where: isFence) else {
      return nil
    }
    var keys: [String] = []
    var title: String?
    for line in 1..<end {
      let content = file.text(lines.content(ofLine: line, in: bytes))
      let parts = content.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let key = parts[0].split(separator: " ").first else { continue }
      keys.append(String(key))
      let value = parts[1].drop { $0 == " " }
      if key == "title", value.first == "\"", let close = value.dropFirst().firstIndex(of: "\"") {
        title = String(value[value.index(after: value.startIndex)..<close])
      }
    }
    return SiteFrontMatter(
      keys: keys, title: title, language: nil, version: nil, text: nil, notation: "toml",
      content: lines.starts[1]..<lines.starts[end], lineCount: 0,
      body: lines.range(ofLine: end).upperBound)
  }
}
