internal import RubricaSource
internal import RubricaSyntax

/// `[label]: destination`, which belongs to no block of the tree.
struct LinkDefinition {
  /// As links are matched to it.
  let label: String
  let labelRange: Range<Int>
  let destination: Range<Int>

  /// The definitions of a page: what looks like one may be code, HTML or text.
  static func all(in page: Page) -> [LinkDefinition] {
    var found: [LinkDefinition] = []
    for line in page.lines.starts.indices {
      let content = page.lines.content(ofLine: line, in: page.bytes)
      var index = content.lowerBound
      while index < content.upperBound,
        page.bytes[index] == 32 || page.bytes[index] == UInt8(ascii: ">")
      {
        index += 1
      }
      guard index < content.upperBound, page.bytes[index] == UInt8(ascii: "[") else { continue }
      let start = index + 1
      while index < content.upperBound, page.bytes[index] != UInt8(ascii: "]") {
        index += page.bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      guard index + 1 < content.upperBound, page.bytes[index + 1] == UInt8(ascii: ":"),
        start < index
      else {
        continue
      }
      let label = start..<index
      index += 2
      while index < content.upperBound, page.bytes[index].isBlank {
        index += 1
      }
      let isPointed = index < content.upperBound && page.bytes[index] == UInt8(ascii: "<")
      if isPointed { index += 1 }
      let from = index
      while index < content.upperBound, page.bytes[index] > 32,
        !(isPointed && page.bytes[index] == UInt8(ascii: ">"))
      {
        index += 1
      }
      guard from < index else { continue }
      found.append(
        LinkDefinition(
          label: normalised(page.string(label)), labelRange: label, destination: from..<index))
    }
    return defining(found, in: page)
  }

  /// Case folded, white space as one blank.
  static func normalised(_ label: String) -> String {
    label.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  /// Which of these lines define a link, as the parser has it: each gets a label of its own, and a
  /// use of that label is put before the text.
  private static func defining(_ found: [LinkDefinition], in page: Page) -> [LinkDefinition] {
    guard !found.isEmpty else { return [] }
    func label(_ index: Int) -> String { "rubrica probe \(index)" }
    let uses = found.indices.map { "[\(label($0))]\n\n" }.joined()
    let edits = found.enumerated().map { WorkingText.Edit($1.labelRange, label($0)) }
    let bytes = Array(uses.utf8) + page.text.applying(edits).bytes
    let file = SourceFile(name: "", bytes: bytes)
    guard case .success(let tree) = MarkdownParser.parse(file, SourceID(0), body: 0..<bytes.count)
    else {
      return []
    }
    let isLink = tree.children(of: 0).prefix(found.count).map { block in
      if block + 1 < tree.nodes.count, case .link = tree.nodes[block + 1].kind {
        true
      } else {
        false
      }
    }
    return zip(found, isLink).filter(\.1).map(\.0)
  }
}

/// Where the parts of a link or picture stand that is written in the usual ways.
struct LinkPlace {
  enum Form {
    /// `[words](destination)`.
    case inline(destination: Range<Int>)
    /// `[words][label]`, `[label][]` or `[label]`.
    case reference(label: Range<Int>, isFull: Bool)
  }

  let form: Form

  init?(_ node: Int, _ page: Page) {
    let whole = page.range(node)
    let bytes = page.bytes
    guard whole.count > 2, whole.upperBound <= bytes.count else { return nil }
    var start = whole.lowerBound
    if bytes[start] == UInt8(ascii: "!") { start += 1 }
    guard bytes[start] == UInt8(ascii: "[") else { return nil }
    // The words end where the last node in them does.
    var end = start + 1
    for child in page.tree.children(of: node) { end = max(end, page.range(child).upperBound) }
    guard end < whole.upperBound, bytes[end] == UInt8(ascii: "]") else { return nil }
    let words = (start + 1)..<end
    guard end + 1 < whole.upperBound else {
      form = .reference(label: words, isFull: false)
      return
    }
    let last = whole.upperBound - 1
    if bytes[end + 1] == UInt8(ascii: "["), bytes[last] == UInt8(ascii: "]") {
      let label = (end + 2)..<last
      form =
        label.isEmpty
        ? .reference(label: words, isFull: false) : .reference(label: label, isFull: true)
      return
    }
    guard bytes[end + 1] == UInt8(ascii: "("), bytes[last] == UInt8(ascii: ")") else { return nil }
    var index = end + 2
    while index < last, bytes[index] <= 32 { index += 1 }
    let isPointed = index < last && bytes[index] == UInt8(ascii: "<")
    if isPointed { index += 1 }
    let from = index
    while index < last, isPointed ? bytes[index] != UInt8(ascii: ">") : bytes[index] > 32 {
      index += 1
    }
    form = .inline(destination: from..<index)
  }
}
