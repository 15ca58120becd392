package import RubricaSource
internal import RubricaSyntax

/// Whether a draft still says what its sources say, in their order; only the cells of a row of a table,
/// which stand side by side, may change places. It knows nothing of how the importer works: it reads
/// both sides and compares them.
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
  /// The same of sentences in a row whose cells may change places.
  private static let mostInRow = 50

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
    var rest = source.sentences[...]
    while missing.count < Self.mostMissing, let first = rest.first {
      let row = rest.prefix(Self.mostInRow + 1).prefix { $0.cell?.row == first.cell?.row }
      let isRow = first.cell != nil && (2...Self.mostInRow).contains(row.count)
      let sentences = isRow ? row : row.prefix(1)
      rest = rest[sentences.endIndex...]
      // Of two readings the one that ends first is the one.
      let moved = isRow ? anyOrder(sentences, source) : nil
      let (end, lost) = inOrder(sentences, source, before: moved ?? words.count)
      if let moved, !lost.isEmpty {
        position = moved
      } else {
        position = end
        missing += lost.map { ($0.text, $0.offset) }
      }
    }
    for aside in sourceAsides where missing.count < Self.mostMissing {
      if !take(aside.text) { missing.append((aside.text, aside.offset)) }
    }
    return missing
  }

  /// Where sentences end that follow each other, and those that do not.
  private func inOrder(
    _ sentences: ArraySlice<WordStream.Sentence>, _ source: WordStream, before limit: Int
  ) -> (end: Int, missing: [WordStream.Sentence]) {
    var end = position
    var missing: [WordStream.Sentence] = []
    for sentence in sentences {
      if let found = find(source.words[sentence.range], from: end, before: limit) {
        end = found
      } else {
        missing.append(sentence)
      }
    }
    return (end, missing)
  }

  /// Where the last cell of a row ends, if all are there, in any order; none has its words from another one.
  private func anyOrder(
    _ sentences: ArraySlice<WordStream.Sentence>, _ source: WordStream
  ) -> Int? {
    var taken: [Range<Int>] = []
    let cells = Dictionary(grouping: sentences) { $0.cell?.column ?? 0 }.values
      .map { (sentences: $0, count: $0.reduce(0) { $0 + $1.range.count }) }
      .sorted { ($0.count, $1.sentences[0].offset) > ($1.count, $0.sentences[0].offset) }
    for cell in cells {
      var start = position
      for sentence in cell.sentences {
        guard let found = find(source.words[sentence.range], from: start, besides: taken) else {
          return nil
        }
        taken.append(found)
        start = found.upperBound
      }
    }
    return taken.map(\.upperBound).max() ?? position
  }

  private func find(
    _ wanted: ArraySlice<UInt64>, from start: Int, besides taken: [Range<Int>]
  ) -> Range<Int>? {
    var start = start
    while let end = find(wanted, from: start) {
      let range = (end - wanted.count)..<end
      guard let other = taken.first(where: { $0.overlaps(range) }) else { return range }
      start = other.upperBound
    }
    return nil
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

  private func find(
    _ wanted: ArraySlice<UInt64>, from start: Int, before limit: Int? = nil
  ) -> Int? {
    guard let first = wanted.first else { return start }
    let limit = limit ?? words.count
    var index = start
    while index + wanted.count <= limit {
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
