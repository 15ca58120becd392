internal import RubricaModel
internal import RubricaSource

/// A block that is nearly one which is read as data, and so is shown to annotators as it stands.
struct FenceSlip {
  enum Purpose {
    case record, label, candidate
  }

  let purpose: Purpose
  /// What is written, and where.
  let written: Located<String>
  /// What to write in its place.
  let meant: String
  /// What is marked.
  let span: Span

  private init(_ purpose: Purpose, _ written: String, _ place: Span, _ meant: String, at span: Span)
  {
    self.purpose = purpose
    self.written = Located(written, place)
    self.meant = meant
    self.span = span
  }

  /// `example` is the one that the block stands in.
  init?(_ block: Block, of example: Example? = nil, _ index: GuidelineIndex) {
    switch block.kind {
    case .code(let info, let text):
      let words = FenceName.normalised(info)
      if words == FenceName.record || words == FenceName.label { return nil }
      if let example, let id = Self.candidate(words, of: example, index) {
        self.init(.candidate, info, block.span, "text \(id)", at: block.span)
      } else if let example, example.expected == nil, Self.isRecord(words, text, index) {
        self.init(.record, info, block.span, FenceName.record, at: block.span)
      } else if let example, example.expected == nil, info.isEmpty, Self.opensRecord(text) {
        let line = Self.wholeLine(at: Int(block.span.start), block.span.source, index)
        self.init(.record, line.value, line.span, Self.opening, at: line.span)
      } else if let meant = Self.block(words) {
        self.init(
          meant == FenceName.label ? .label : .record, info, block.span, meant, at: block.span)
      } else {
        return nil
      }
    case .paragraph(let inlines):
      guard let example, example.expected == nil,
        let line = Self.quoted(inlines) ?? Self.closedAtOnce(inlines, block, index)
      else { return nil }
      self.init(.record, line.value, line.span, Self.opening, at: line.span)
    default: return nil
    }
  }

  // MARK: What is meant

  private static let opening = "```" + FenceName.record

  /// `yaml expeced`, `yml label`: anywhere.
  private static func block(_ info: String) -> String? {
    let words = info.split(separator: " ").map(String.init)
    guard words.count == 2, words[0] == "yaml" || words[0] == "yml" else { return nil }
    return Suggestion.nearest(to: words[1], among: ["expected", "label"]).map { "yaml \($0)" }
  }

  /// `expected`, `yaml-expected`, `expected yaml`, `yaml exp`, `yaml expected answer`; and `yaml` or
  /// nothing before an answer to a layer.
  private static func isRecord(_ info: String, _ text: String, _ index: GuidelineIndex) -> Bool {
    if namesRecord(info) || info.hasPrefix(FenceName.record + " ") { return true }
    guard info.isEmpty || info == "yaml" || info == "yml" else { return false }
    guard let colon = text.utf8.prefix(100).firstIndex(of: UInt8(ascii: ":")) else { return false }
    return index.hasLayer(String(text[..<colon]))
  }

  private static func namesRecord(_ info: String) -> Bool {
    guard info.utf8.count <= 40 else { return false }
    var words = info.lowercased().split { !$0.isLetter }.map(String.init)
    guard words.count <= 2 else { return false }
    words.removeAll { ["yaml", "yml", "json"].contains($0) }
    guard words.count == 1 else { return false }
    let word = words[0]
    return word.count > 2 && "expected".hasPrefix(word) || word == "yamlexpected"
      || Suggestion.nearest(to: word, among: ["expected"]) != nil
  }

  /// ```` ```c ```` and ```` ```text-c ```` where texts of other candidates are shown: the id.
  private static func candidate(
    _ info: String, of example: Example, _ index: GuidelineIndex
  ) -> String? {
    guard !example.candidates.isEmpty, !info.isEmpty else { return nil }
    var id = info
    for sign in ["-", "_", ":"] where info.hasPrefix("text" + sign) {
      id = String(info.dropFirst(5))
    }
    if info.hasSuffix(" text") { id = String(info.dropLast(5)) }
    let isKnown = index.guideline.layers.contains { $0.candidates?.contains(id) ?? false }
    guard isKnown, !example.candidates.contains(where: { $0.candidate.value == id }) else {
      return nil
    }
    return id
  }

  // MARK: What is no fence

  /// Whether it is the first line of a fence, indented so far that it is code.
  private static func opensRecord(_ text: String) -> Bool {
    let line = text.prefix { !$0.isNewline }
    guard line.hasPrefix("```") else { return false }
    return namesRecord(String(line.drop { $0 == "`" }))
  }

  private static func wholeLine(
    at place: Int, _ source: SourceID, _ index: GuidelineIndex
  ) -> Located<String> {
    let bytes = index.guideline.sources.bytes(of: source)
    var start = min(place, bytes.count)
    let end = bytes.lineEnd(from: start).end
    while start > 0, bytes[start - 1] == 32 || bytes[start - 1] == 9 { start -= 1 }
    let span = Span(source, start, end)
    return Located(index.guideline.sources.text(span), span)
  }

  /// A line with two backticks, or with other quotes, where a fence has three backticks.
  private static func quoted(_ inlines: [Inline]) -> Located<String>? {
    var line = ""
    var span: Span?
    for inline in inlines {
      guard case .text(let text) = inline.kind, line.utf8.count < 40 else { break }
      line += text
      span = span.map { $0.union(inline.span) } ?? inline.span
    }
    guard let span, let first = line.first, quotes.contains(first) else { return nil }
    let info = line.drop { quotes.contains($0) }
    guard line.count - info.count > 1, info.lowercased().hasPrefix("y"), namesRecord(String(info))
    else { return nil }
    return Located(line, span)
  }

  /// A fence that three more backticks close in its first line: that is code in running text.
  private static func closedAtOnce(
    _ inlines: [Inline], _ block: Block, _ index: GuidelineIndex
  ) -> Located<String>? {
    guard inlines.count > 1, inlines[1].isBreak, case .code(let words) = inlines[0].kind,
      words.lowercased().hasPrefix("y"), namesRecord(words)
    else { return nil }
    let line = wholeLine(at: Int(block.span.start), block.span.source, index)
    return line.value.hasPrefix("```") ? line : nil
  }

  private static let quotes: Set<Character> = ["`", "'", "\"", "´", "‘", "’", "“", "”", "~"]
}

extension Example {
  /// Whether a block of it is nearly a fence that is read.
  func hasFenceSlip(_ purpose: FenceSlip.Purpose, _ index: GuidelineIndex) -> Bool {
    self.content.contains { FenceSlip($0, of: self, index)?.purpose == purpose }
  }
}
