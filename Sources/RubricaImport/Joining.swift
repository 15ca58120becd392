internal import RubricaSource
internal import RubricaSyntax

/// Several documents as one, each under a heading of its own.
enum Joining {
  static func join(
    _ texts: [WorkingText], _ documents: [SourceDocument], _ report: inout ImportReport
  ) throws(ImportProblem) -> WorkingText {
    var joined = WorkingText()
    for (index, text) in texts.enumerated() {
      let page = try Page(text, documents)
      let newline = page.newline
      let end = documents[index].bytes.count
      let isOpened = page.opensWithTitle
      if texts.count > 1, !isOpened {
        let title = documents[index].frontMatter?.title ?? title(of: documents[index].name)
        joined.insert(
          Array("# \(MarkdownText.escaped(title))\(newline)\(newline)".utf8), document: index,
          sourceOffset: documents[index].frontMatter?.body ?? 0)
        report.add(
          .changed, Place(file: documents[index].name, line: 0),
          "the document got the heading \"\(title)\"")
      }
      joined.append(text)
      if let closing = OpenBlock.closing(of: page) {
        joined.insert(Array((newline + closing).utf8), document: index, sourceOffset: end)
        report.add(
          .changed, documents[index].place(end),
          "a block that was open at the end of the document was closed with `\(closing)`")
      }
      if !text.bytes.isEmpty || index + 1 < texts.count {
        let isEnded = joined.bytes.last == 10 || joined.bytes.last == 13
        let blank = index + 1 < texts.count ? newline : ""
        joined.insert(
          Array(((isEnded ? "" : newline) + blank).utf8), document: index, sourceOffset: end)
      }
    }
    return joined
  }

  /// The words of a file's name: `edge-cases.md` is "Edge cases".
  static func title(of name: String) -> String {
    var words = Path.stem(name).split { $0 == "-" || $0 == "_" || $0 == " " }.joined(separator: " ")
    if let first = words.first { words = first.uppercased() + words.dropFirst() }
    return words.isEmpty ? "Guideline" : words
  }
}

extension Page {
  /// Whether the first block is a heading of the first level.
  var opensWithTitle: Bool {
    guard let first = headings.first, first.level == 1 else { return false }
    return tree.children(of: 0).first { node in
      if case .htmlBlock(let text) = tree.nodes[node].kind { !text.hasPrefix("<!--") } else { true }
    } == first.node
  }
}

/// A block that goes on to the end of the text and would take in what is put behind it.
enum OpenBlock {
  /// What closes it, on a line of its own.
  static func closing(of page: Page) -> String? {
    guard let last = page.blocks.last, isOpen(page.bytes) else {
      return nil
    }
    let candidates: [String]
    switch page.tree.nodes[last].kind {
    case .codeBlock(_, _, isFenced: true):
      let block = page.bytes[page.range(last)]
      let fence = String(decoding: block.prefix { $0 == block.first }, as: UTF8.self)
      candidates = [fence, "```", "~~~"]
    case .htmlBlock: candidates = ["-->", "</script>", "</pre>", "</style>", "]]>", "?>", ">"]
    default: return nil
    }
    let newline = page.newline
    return candidates.first { !$0.isEmpty && !isOpen(page.bytes + Array((newline + $0).utf8)) }
  }

  /// Whether a paragraph put behind the text would not be one.
  private static func isOpen(_ bytes: [UInt8]) -> Bool {
    let probe = bytes + Array("\n\nrubrica\n".utf8)
    let file = SourceFile(name: "", bytes: probe)
    guard case .success(let tree) = MarkdownParser.parse(file, SourceID(0), body: 0..<probe.count),
      let node = tree.children(of: 0).reduce(nil, { $1 })
    else { return false }
    if case .paragraph = tree.nodes[node].kind { return false }
    return true
  }
}

/// Text of ours as Markdown.
enum MarkdownText {
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "\\`*_[]<>&#{}|~!".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar.value < 32 ? " " : scalar)
    }
    return result
  }
}
