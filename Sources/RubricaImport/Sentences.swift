package import RubricaSource
internal import RubricaSyntax

/// Whether a draft still says what its sources say, in their order. It knows nothing of how the
/// importer works: it reads both sides and compares them.
package enum Sentences {
  /// The words of the sources that the draft does not have at their place: empty for every draft
  /// that the importer hands out.
  package static func lost(
    from files: [SourceFile], in draft: [UInt8]
  ) throws(ImportProblem) -> [LostText] {
    var ignored = ImportReport()
    var documents: [SourceDocument] = []
    for (index, file) in files.enumerated() {
      documents.append(try SourceDocument(file, index: index, &ignored))
    }
    return try compare(documents, with: draft).lost
  }

  struct Comparison {
    var sentences = 0
    var lost: [LostText] = []
  }

  static func compare(
    _ documents: [SourceDocument], with draft: [UInt8]
  ) throws(ImportProblem) -> Comparison {
    let file = SourceFile(name: "guideline.md", bytes: draft)
    var reader = DraftReader(try body(of: file))
    let head = SiteFrontMatter.find(in: file)
    var comparison = Comparison()
    for document in documents {
      let page = try Page(document.text, documents)
      let missing = reader.missing(page, documents) { aside in
        !isLinkInside(aside, document.name, documents)
      }
      comparison.sentences += missing.sentences
      for text in missing.texts {
        let place = page.place(text.offset)
        comparison.lost.append(LostText(file: place.file, line: place.line, text: text.text))
      }
      if let front = document.frontMatter {
        let data = WordStream(
          lines: Array(document.bytes[front.content]), offset: front.content.lowerBound)
        if front.isSaid(by: head) { continue }
        for sentence in data.sentences where !reader.contains(data.words[sentence.range]) {
          let place = document.place(sentence.offset)
          comparison.lost.append(LostText(file: place.file, line: place.line, text: sentence.text))
        }
      }
    }
    return comparison
  }

  /// Whether an edited page still has all words of the page before.
  static func isKept(from before: Page, in after: Page) -> Bool {
    var reader = DraftReader(WordStream(after.tree, after.bytes, side: .draft))
    return reader.missing(before, before.documents, counts: Path.isRemote).texts.isEmpty
  }

  private static func body(of file: SourceFile) throws(ImportProblem) -> WordStream {
    let id = SourceID(0)
    do {
      let split = try FrontMatter.split(file, id).get()
      let tree = try MarkdownParser.parse(file, id, body: split.body).get()
      return WordStream(tree, file.bytes, side: .draft)
    } catch {
      let line = file.lines.line(at: Int(error.span.start)) + 1
      throw ImportProblem(.syntax(error, line: line), file: file.name)
    }
  }

  /// A link that stays inside the draft may change where it points to: to a heading's id.
  private static func isLinkInside(
    _ destination: String, _ name: String, _ documents: [SourceDocument]
  ) -> Bool {
    let path = Path.parts(of: destination).file
    if path.isEmpty { return true }
    guard documents.count > 1, !Path.isRemote(destination) else { return false }
    let target = Path.join(Path.folder(name), Percent.decoded(path))
    return documents.contains { Path.join("", $0.name) == target }
  }
}

/// Walks through the words of a draft.
private struct DraftReader {
  private let words: [UInt64]
  private var position = 0
  /// How often each destination is there: where it stands, the words of its link say.
  private var asides: [String: Int]
  /// More would make the time quadratic and the message no better.
  private static let mostMissing = 20

  init(_ stream: WordStream) {
    words = stream.words
    asides = Dictionary(stream.asides.map { (Self.comparable($0.text), 1) }, uniquingKeysWith: +)
  }

  typealias Missing = (sentences: Int, texts: [(text: String, offset: Int)])

  /// What of a page does not follow. A page with note blocks is read as Markdown and as the site
  /// reads it that the notes are for; one of the two must be there.
  mutating func missing(
    _ page: Page, _ documents: [SourceDocument], counts: (String) -> Bool
  ) -> Missing {
    let start = self
    func missing(_ page: Page, _ reader: inout DraftReader) -> Missing {
      let stream = WordStream(page.tree, page.bytes, side: .source)
      let texts = reader.missing(stream, stream.asides.filter { counts($0.text) })
      return (stream.sentences.count { $0.isCounted }, texts)
    }
    let plain = missing(page, &self)
    guard let text = AdmonitionPass.quoted(page), let quoted = try? Page(text, documents) else {
      return plain
    }
    var other = start
    let found = missing(quoted, &other)
    // Words may turn up again in a later document: the reading that ends first is the one.
    guard found.texts.isEmpty, !plain.texts.isEmpty || other.position < position else {
      return plain
    }
    self = other
    return found
  }

  /// The sentences that do not follow in order, and the destinations that are nowhere.
  private mutating func missing(
    _ source: WordStream, _ sourceAsides: [(text: String, offset: Int)]
  ) -> [(text: String, offset: Int)] {
    var missing: [(text: String, offset: Int)] = []
    for sentence in source.sentences where missing.count < Self.mostMissing {
      if let end = find(source.words[sentence.range], from: position) {
        position = end
      } else {
        missing.append((sentence.text, sentence.offset))
      }
    }
    for aside in sourceAsides where missing.count < Self.mostMissing {
      if !take(aside.text) { missing.append((aside.text, aside.offset)) }
    }
    return missing
  }

  func contains(_ wanted: ArraySlice<UInt64>) -> Bool { find(wanted, from: 0) != nil }

  private mutating func take(_ aside: String) -> Bool {
    let text = Self.comparable(aside)
    if let count = asides[text], count > 0 {
      asides[text] = count - 1
      return true
    }
    // In markup that is shown as code, it is among the words, as it was written.
    let stream = WordStream(lines: Array(aside.utf8), offset: 0)
    return contains(stream.words[...])
  }

  private func find(_ wanted: ArraySlice<UInt64>, from start: Int) -> Int? {
    guard let first = wanted.first else { return start }
    var index = start
    while index + wanted.count <= words.count {
      if words[index] == first, words[index..<(index + wanted.count)].elementsEqual(wanted) {
        return index + wanted.count
      }
      index += 1
    }
    return nil
  }

  /// A relative path may lead through other folders in the draft; its file stays the same.
  private static func comparable(_ destination: String) -> String {
    let decoded = Percent.decoded(destination)
    return Path.isRemote(decoded) ? decoded : Path.name(Path.parts(of: decoded).file)
  }
}
