internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Cuts `i18n/fr.md` at its comments `<!-- unit: … -->`. Everything between two of them is the text of
/// the first.
struct TranslationFile {
  static let opening = "<!-- unit:"
  static let closing = "-->"

  private(set) var entries: [TranslationEntry] = []
  private(set) var problems: [TranslationProblem] = []
  /// What stands before the first comment, front matter included.
  private(set) var head: Range<Int>

  private let bytes: [UInt8]
  private let source: SourceID

  init(_ file: SourceFile, _ source: SourceID, body: Range<Int>) {
    bytes = file.bytes
    self.source = source
    head = 0..<body.lowerBound
    read(body)
  }

  private mutating func read(_ body: Range<Int>) {
    let comments = findComments(body)
    head = 0..<(comments.first?.lowerBound ?? body.upperBound)
    let before = trimmed(body.lowerBound..<head.upperBound)
    if !withoutComments(before).isEmpty {
      problems.append(
        TranslationProblem(
          .malformed(
            "this text does not belong to a unit",
            help: "move it below the comment of the unit that it translates"),
          at: span(before)))
    }
    var seen: [String: Span] = [:]
    for (place, comment) in comments.enumerated() {
      let end = place + 1 < comments.count ? comments[place + 1].lowerBound : body.upperBound
      guard let entry = entry(comment, textEnd: end) else { continue }
      if seen[entry.id.value] != nil, entry.mark != .orphaned {
        problems.append(
          TranslationProblem(
            .malformed(
              "`\(entry.id.value)` is translated a second time",
              help: "keep one of the two; `rubrica i18n update` moves this one to the end"),
            at: entry.id.span))
      } else if entry.mark != .orphaned {
        seen[entry.id.value] = entry.id.span
      }
      entries.append(entry)
    }
  }

  /// Comments that start a line, to the end of theirs.
  private mutating func findComments(_ body: Range<Int>) -> [Range<Int>] {
    var comments: [Range<Int>] = []
    var line = body.lowerBound
    // The end that is missing to one is missing to all behind it.
    var canClose = true
    while line < body.upperBound {
      let end = endOfLine(line..<body.upperBound)
      let start = bytes[line..<end].firstIndex { $0 != 32 } ?? end
      guard bytes[start..<end].starts(with: Self.opening.utf8) else {
        line = end + 1
        continue
      }
      let found = canClose ? find(Self.closing, in: start..<body.upperBound) : nil
      guard let close = found else {
        canClose = false
        problems.append(
          TranslationProblem(
            .malformed("this comment does not end", help: "end it with `-->`"),
            at: span(start..<end)))
        comments.append(start..<end)
        line = end + 1
        continue
      }
      comments.append(start..<close)
      line = endOfLine(close..<body.upperBound) + 1
    }
    return comments
  }

  /// LF, CRLF and a lone CR end a line; between the two of CRLF there is an empty one.
  private func endOfLine(_ range: Range<Int>) -> Int {
    bytes[range].firstIndex { $0 == 10 || $0 == 13 } ?? range.upperBound
  }

  /// The end of the first place of a text.
  private func find(_ text: String, in range: Range<Int>) -> Int? {
    let wanted = Array(text.utf8)
    var place = range.lowerBound
    while place + wanted.count <= range.upperBound {
      if bytes[place] == wanted[0], bytes[place..<(place + wanted.count)].elementsEqual(wanted) {
        return place + wanted.count
      }
      place += 1
    }
    return nil
  }

  /// `unit: ID [DIGEST] [MARK][; …]`
  private mutating func entry(_ comment: Range<Int>, textEnd: Int) -> TranslationEntry? {
    let start = comment.lowerBound + Self.opening.utf8.count
    var end = comment.upperBound
    if bytes[comment].reversed().starts(with: Self.closing.utf8.reversed()) {
      end -= Self.closing.utf8.count
    }
    let line =
      start..<(bytes[start..<max(start, end)].firstIndex {
        $0 == 10 || $0 == 13 || $0 == UInt8(ascii: ";")
      } ?? max(start, end))
    var words: [Range<Int>] = []
    var cursor = line.lowerBound
    while let first = bytes[cursor..<line.upperBound].firstIndex(where: { $0 != 32 }) {
      let end = bytes[first..<line.upperBound].firstIndex(of: 32) ?? line.upperBound
      words.append(first..<end)
      cursor = end
    }
    guard let first = words.first else {
      problems.append(
        TranslationProblem(
          .malformed(
            "this comment does not name a unit", help: "write the id of the unit after `unit:`"),
          at: span(comment)))
      return nil
    }
    var digest: String?
    var mark: TranslationEntry.Mark?
    for word in words.dropFirst() {
      let text = String(decoding: bytes[word], as: UTF8.self)
      if let known = TranslationEntry.Mark(rawValue: text) {
        mark = known
      } else if digest == nil, UnitDigest.isOne(text) {
        digest = text
      } else {
        problems.append(
          TranslationProblem(
            .malformed(
              "`\(text)` has no meaning in the comment of a unit",
              help: """
                after the id, write the digest of the original and, while there is something to do, \
                `untranslated` or `outdated`
                """),
            at: span(word)))
      }
    }
    let id = String(decoding: bytes[first], as: UTF8.self)
    return TranslationEntry(
      id: Located(Percent.decoded(id), span(first)), digest: digest, mark: mark,
      span: span(comment),
      text: span(trimmed(comment.upperBound..<max(comment.upperBound, textEnd))))
  }

  /// Without white space at both ends; indentation of the first line is white space too.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    let isBlank = { (byte: UInt8) in byte.isWhiteSpace }
    while let first = range.first, isBlank(bytes[first]) { range = range.dropFirst() }
    while let last = range.last, isBlank(bytes[last]) { range = range.dropLast() }
    return range
  }

  /// What is left of a text without HTML comments.
  private func withoutComments(_ range: Range<Int>) -> Range<Int> {
    var rest = range
    while bytes[rest].starts(with: "<!--".utf8), let end = find(Self.closing, in: rest) {
      rest = trimmed(end..<rest.upperBound)
    }
    return rest
  }

  private func span(_ range: Range<Int>) -> Span {
    Span(source, range.lowerBound, range.upperBound)
  }
}
