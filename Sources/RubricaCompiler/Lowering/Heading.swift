internal import RubricaModel
internal import RubricaSource

/// A heading, taken apart: `Good: the whole octagon {#id audience=reviewer}`. Shared, not copied: it is
/// handed on from the whole document to the entry, and has many parts.
final class Heading {
  let level: Int
  /// The words without prefix and attributes.
  private(set) var text: Prose
  /// What the prefix announces.
  private(set) var entry: Vocabulary.Entry?
  /// What the whole heading announces.
  private(set) var role: SectionRole?
  private(set) var id: Located<String>?
  private(set) var audience: Audience?
  /// Language tag of an example's input: `{lang=de}`.
  private(set) var language: Located<String>?
  /// The tool of whose users it is for.
  private(set) var tool: Located<String>?
  /// What kind of content stands under it that may distress.
  private(set) var warning: Located<String>?
  let span: Span
  /// A reserved word of another language in it, understood or not.
  private(set) var foreign: Located<Problem.ForeignWord>?
  /// What was meant as attributes and is read as words.
  private(set) var slip: AttributeSlip?
  /// Whether its words say that it is for others: `For reviewers`.
  private(set) var isForOthers = false
  /// An id behind another one.
  private(set) var secondID: Located<String>?
  /// Attributes in braces that are neither an id nor an audience.
  private(set) var unknownAttributes: [Located<String>] = []

  /// `bytes` are those of the file.
  init(
    level: Int, _ inlines: [Inline], _ span: Span, _ vocabulary: Vocabulary, in bytes: [UInt8]
  ) {
    self.level = level
    self.span = span
    text = Self.withoutBlanks(besideTagsIn: inlines).prose(or: span)
    takeAttributes(bytes)
    findSlip(bytes)
    let words = text.plainText
    let colon = Self.colon(in: words)
    let prefix = colon.map { words[..<$0.lowerBound] }
    // No reserved word has a colon in it, but for those at its end that do not count.
    let mayBeWord = colon == nil || Self.mayEndInColon(words)
    if audience == nil,
      let reader = (mayBeWord ? vocabulary.audience(words[...]) : nil)
        ?? prefix.flatMap({ vocabulary.audience($0) }), !reader.isForAnnotators
    {
      audience = reader
      isForOthers = true
      return
    }
    if mayBeWord, let found = vocabulary.section(words) {
      note(found, words[...], text.span, vocabulary) { vocabulary.word($0) }
      if found.isUnderstood {
        role = found.meaning
        return
      }
    }
    guard let colon, let prefix, let found = vocabulary.entry(prefix) else { return }
    note(found, prefix, place(ofFirst: prefix.utf8.count), vocabulary) { vocabulary.word($0) }
    if found.isUnderstood {
      entry = found.meaning
      let size = words.utf8.distance(from: words.startIndex, to: colon.upperBound)
      text = Self.dropping(prefix: size, from: text.inlines).prose(or: span)
      // `Tool: Label Studio` says in words what `{target=label-studio}` says.
      if entry == .tool, tool == nil {
        tool = Located(Slug.bundleName(text.plainText), text.span)
      }
    }
  }

  /// A comment around the words is none of them, and neither is the blank between: `<!-- 0 --> Road`.
  private static func withoutBlanks(besideTagsIn inlines: [Inline]) -> [Inline] {
    func isTag(_ inline: Inline?) -> Bool {
      if case .html? = inline?.kind { true } else { false }
    }
    let start = isTag(inlines.first) ? 1 : 0
    let end = inlines.count - (inlines.count > start && isTag(inlines.last) ? 1 : 0)
    guard start > 0 || end < inlines.count else { return inlines }
    return inlines[..<start] + inlines.trimmed(start..<end) + inlines[end...]
  }

  /// The id that the words make.
  private(set) lazy var slug = Slug.make(text.plainText)

  /// Whether the last byte may be of a colon or of a blank behind one, in full or half width.
  private static func mayEndInColon(_ words: String) -> Bool {
    guard let last = words.utf8.last else { return false }
    return last == UInt8(ascii: ":") || last <= 32 || last >= 0x80
  }

  /// Where the first bytes of the words stand.
  private func place(ofFirst size: Int) -> Span {
    guard let first = text.inlines.first else { return span }
    guard first.isExact, case .text(let words) = first.kind else { return first.span }
    return first.place(of: 0..<min(size, words.utf8.count))
  }

  /// Looks for attributes that are none. What may not be for annotators does not reach them, and what is
  /// known by the id that is meant is found.
  private func findSlip(_ bytes: [UInt8]) {
    guard let found = AttributeSlip(in: text.inlines), !isEscaped(found, in: bytes) else { return }
    slip = found
    if audience == nil, found.isAudience { audience = .reviewer }
    if id == nil { id = found.id }
  }

  /// Whether the bracket stands behind a backslash: then it is a sign and nothing more. The one that closes
  /// may have a backslash of its own.
  private func isEscaped(_ slip: AttributeSlip, in bytes: [UInt8]) -> Bool {
    let source = bytes[span.range.clamped(to: 0..<bytes.count)]
    let words = Array(slip.words.value.utf8.dropLast())
    let place = source.indices.first { source[$0...].starts(with: words) }
    return place.map { !Self.isBare($0, in: source) } ?? false
  }

  /// Whether the last brace of a kind stands in the source as it is, with no backslash before it.
  private func isBare(last brace: Unicode.Scalar, in bytes: [UInt8]) -> Bool {
    let source = bytes[span.range.clamped(to: 0..<bytes.count)]
    return source.lastIndex(of: UInt8(ascii: brace)).map { Self.isBare($0, in: source) } ?? false
  }

  private static func isBare(_ place: Int, in source: ArraySlice<UInt8>) -> Bool {
    source[..<place].reversed().prefix { $0 == UInt8(ascii: "\\") }.count.isMultiple(of: 2)
  }

  /// The first colon, half or full width, behind words that are short enough to be reserved.
  private static func colon(in words: String) -> Range<String.Index>? {
    let bytes = words.utf8.span
    for offset in 0..<min(bytes.count, Vocabulary.longestEntry + 4) {
      let isWide =
        bytes[offset] == 0x9A && offset > 1 && bytes[offset - 1] == 0xBC
        && bytes[offset - 2] == 0xEF
      guard isWide || bytes[offset] == UInt8(ascii: ":") else { continue }
      let end = words.utf8.index(words.startIndex, offsetBy: offset + 1)
      return words.utf8.index(end, offsetBy: isWide ? -3 : -1)..<end
    }
    return nil
  }

  /// Remembers a word of another language.
  private func note<Meaning>(
    _ found: Vocabulary.Found<Meaning>, _ words: Substring, _ place: @autoclosure () -> Span,
    _ vocabulary: Vocabulary, suggestion: (Meaning) -> String
  ) {
    guard let language = found.foreign else { return }
    foreign = Located(
      Problem.ForeignWord(
        word: String(words), language: language, in: vocabulary,
        suggestion: suggestion(found.meaning), isUnderstood: found.isUnderstood), place())
  }

  /// `{#id key=value}` at the end of the last text.
  private func takeAttributes(_ bytes: [UInt8]) {
    guard let last = text.inlines.last, case .text(let words) = last.kind,
      words.utf8.last == UInt8(ascii: "}"),
      let open = words.utf8.lastIndex(of: UInt8(ascii: "{"))
    else { return }
    // Behind a backslash it is a brace and nothing more.
    guard isBare(last: "{", in: bytes), isBare(last: "}", in: bytes) else { return }
    let start = words.utf8.distance(from: words.startIndex, to: open)
    let parts = words.utf8[words.utf8.index(after: open)...].dropLast()
      .split(separator: UInt8(ascii: " ")).map { Substring($0) }
    guard let first = parts.first,
      first.utf8.first == UInt8(ascii: "#") || first.utf8.contains(UInt8(ascii: "="))
    else { return }
    for part in parts {
      let offset = words.utf8.distance(from: words.startIndex, to: part.startIndex)
      let place = last.place(of: offset..<(offset + part.utf8.count))
      if part.utf8.first == UInt8(ascii: "#"), part.utf8.count > 1 {
        let found = Located(String(Substring(part.utf8.dropFirst())), place)
        if id == nil { id = found } else { secondID = found }
      } else if part.hasPrefix("audience=") {
        // Readers that there are not are not annotators: what may not be for them does not reach them.
        let value = Audience(rawValue: String(part.dropFirst(9)))
        audience = value ?? .reviewer
        if value == nil { unknownAttributes.append(Located(String(part), place)) }
      } else if part.hasPrefix("audience") {
        // `{#id audience: reviewer}`
        audience = .reviewer
        unknownAttributes.append(Located(String(part), place))
      } else if part.hasPrefix("lang="), part.utf8.count > 5 {
        language = Located(
          String(part.dropFirst(5)), Span(place.source, Int(place.start) + 5, Int(place.end)))
      } else if part.hasPrefix("target="), part.count > 7 {
        tool = Located(String(part.dropFirst(7)), place.dropping(7))
      } else if part.hasPrefix("warning="), part.count > 8 {
        warning = Located(String(part.dropFirst(8)), place.dropping(8))
      } else {
        unknownAttributes.append(Located(String(part), place))
      }
    }
    let inlines = text.inlines
    text = inlines.trimmed(inlines.indices, withoutLast: words.utf8.count - start).prose(or: span)
  }

  /// Drops the first bytes of the plain text.
  private static func dropping(prefix count: Int, from inlines: [Inline]) -> [Inline] {
    var left = count
    var start = 0
    while left > 0, start < inlines.count {
      let length = inlines[start].plainText.utf8.count
      if length > left { break }
      left -= length
      start += 1
    }
    return inlines.trimmed(start..<inlines.count, withoutFirst: left)
  }
}

extension Span {
  /// Without its first bytes, if there are so many.
  fileprivate func dropping(_ count: Int) -> Span {
    Span(source, min(Int(start) + count, Int(end)), Int(end))
  }
}
