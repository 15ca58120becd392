internal import RubricaSource
internal import RubricaSyntax

/// The text as the file `guideline.md`.
enum Draft {
  static let limit = Limits.markdownBytes

  static func assemble(
    _ page: Page, _ documents: [SourceDocument], _ options: ImportOptions,
    _ report: inout ImportReport
  ) -> [UInt8] {
    let newline = page.newline
    var lines = ["---", "rubrica: 1"]
    lines.append("id: " + id(documents, options))
    lines.append("title: " + quoted(title(page, documents, options)))
    if let version = documents.lazy.compactMap({ $0.frontMatter?.version }).first {
      lines.append("version: " + version)
    }
    lines.append("stage: draft")
    let language =
      options.language
      ?? documents.lazy.compactMap { $0.frontMatter?.language }.first { isLanguage($0) }
    if let language { lines.append("language: " + quoted(language)) }
    lines.append("---")
    var draft = Array((lines.joined(separator: newline) + newline + newline).utf8)
    draft += page.bytes
    let head = SiteFrontMatter.find(in: SourceFile(name: "", bytes: draft))
    let fronts = documents.filter { $0.frontMatter.map { !$0.isSaid(by: head) } ?? false }
    if !fronts.isEmpty {
      append(fronts, OwnWords(page.vocabulary).frontMatter, newline, &draft, &report)
    }
    report.prose = proseSections(page)
    (report.layers, report.labels) = labels(page)
    return draft
  }

  /// The ids of the labels, by the section that they stand in, and an id for a layer of each.
  static func labels(_ page: Page) -> (layers: [String], labels: [[String]]) {
    let outline = Outline(page.headings, page.vocabulary)
    let ids = HeadingIDs(page.headings, outline).ids
    var found: [(layer: String, labels: [String])] = []
    for index in page.headings.indices {
      if outline.roles[index] == .section("labels") { found.append((layer(of: index, page), [])) }
      if outline.roles[index] == .label { found[found.count - 1].labels.append(ids[index]) }
    }
    found.removeAll { $0.labels.isEmpty }
    let layers = found.map(\.layer)
    let areIDs = found.count > 1 && Set(layers).count == layers.count && !layers.contains("")
    return (
      found.indices.map { found.count == 1 ? "labels" : areIDs ? layers[$0] : "labels-\($0 + 1)" },
      found.map(\.labels)
    )
  }

  /// An id from the words that the author has over a section of labels; empty if they make none.
  private static func layer(of section: Int, _ page: Page) -> String {
    let heading = page.headings[section]
    let isOwn = page.text.isCopy(heading.start(in: page.bytes))
    let above = page.headings[..<section].last {
      isOwn ? $0.level < heading.level : $0.level <= heading.level
    }
    let title = above.map { $0.level > 1 ? $0.title : heading.title } ?? heading.title
    let slug = Slug.make(String(title[HeadingWords.ornament(of: title).endIndex...]))
      .split(separator: "-").joined(separator: "-")
    let isID =
      slug.utf8.count <= 40 && slug.utf8.first.map { (97...122).contains($0) } == true
      && slug.utf8.allSatisfy { $0 < 128 }
    return isID ? slug : ""
  }

  /// What site generators were told stays visible at the end, where its author can decide on it.
  private static func append(
    _ documents: [SourceDocument], _ title: String, _ newline: String, _ draft: inout [UInt8],
    _ report: inout ImportReport
  ) {
    if draft.last != 10, draft.last != 13 { draft += Array(newline.utf8) }
    draft += Array("\(newline)# \(title) {audience=reviewer}\(newline)".utf8)
    for document in documents {
      guard let front = document.frontMatter else { continue }
      let content = document.bytes[front.content]
      let marks = String(repeating: "`", count: max(3, MarkupPass.longestRun(content) + 1))
      if documents.count > 1 {
        draft += Array("\(newline)\(MarkdownText.escaped(document.name))\(newline)".utf8)
      }
      draft += Array("\(newline)\(marks)\(front.notation)\(newline)".utf8)
      draft += content
      if let last = content.last, last != 10, last != 13 { draft += Array(newline.utf8) }
      draft += Array("\(marks)\(newline)".utf8)
      report.add(
        .kept, Place(file: document.name, line: 1),
        "front matter of a site generator was moved to the end of the draft, in a section for "
          + "reviewers" + (front.text.map { "; annotators do not see its text: \"\($0)\"" } ?? ""))
    }
  }

  private static func id(_ documents: [SourceDocument], _ options: ImportOptions) -> String {
    let stem = Path.stem(documents[0].name)
    let isPlain =
      documents.count == 1
      && !["readme", "index", "guideline", "guidelines"].contains(stem.lowercased())
    let folder = options.folder ?? Path.name(Path.folder(documents[0].name))
    for candidate in [options.id ?? "", isPlain ? stem : folder, isPlain ? folder : stem] {
      let name = Slug.folderName(candidate)
      if !name.isEmpty { return name }
    }
    return "imported"
  }

  private static func title(
    _ page: Page, _ documents: [SourceDocument], _ options: ImportOptions
  ) -> String {
    if let title = options.title { return title }
    if let title = documents[0].frontMatter?.title { return title }
    let first = page.headings.first { !$0.title.isEmpty }
    let heading = page.headings.first { $0.level == 1 && !$0.title.isEmpty } ?? first
    return markupTitle(page, before: first)
      ?? heading.map { Reserved.withoutStop($0.title, page.vocabulary) }
      ?? Joining.title(of: documents[0].name)
  }

  /// The words of `<h1>` in raw HTML above the first heading.
  private static func markupTitle(_ page: Page, before heading: Heading?) -> String? {
    for node in page.tree.nodes.prefix(heading?.node ?? page.tree.nodes.count) {
      guard case .htmlBlock(let text) = node.kind else { continue }
      var words: String?
      for piece in HTMLScanner.pieces(of: text) {
        switch piece.kind {
        case .tag(let tag) where tag.name == "h1":
          if tag.isClosing, let title = words.map(plain), !title.isEmpty { return title }
          words = tag.isClosing ? nil : ""
        case .text:
          let part = text.utf8.dropFirst(piece.range.lowerBound).prefix(piece.range.count)
          words?.append(String(decoding: part, as: UTF8.self))
        default: break
        }
      }
    }
    return nil
  }

  /// On one line, with the commonest characters that HTML writes as names.
  private static func plain(_ text: String) -> String {
    text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
      .replacing("&nbsp;", with: " ").replacing("&amp;", with: "&")
  }

  private static func isLanguage(_ tag: String) -> Bool {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    return (2...3).contains(parts[0].utf8.count)
      && parts.allSatisfy { part in
        (1...8).contains(part.utf8.count)
          && part.utf8.allSatisfy { $0.isLetter || $0.isDigit }
      }
  }

  /// As a double-quoted YAML scalar.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      default:
        let isPlain =
          scalar.value >= 32 && !(0x7F...0x9F).contains(scalar.value)
          && !(0x2028...0x2029).contains(scalar.value) && scalar.value != 0xFEFF
        if isPlain { result.unicodeScalars.append(scalar) } else { result += " " }
      }
    }
    return result + "\""
  }

  private static func proseSections(_ page: Page) -> [ImportReport.ProseSection] {
    let outline = Outline(page.headings, page.vocabulary)
    let stream = WordStream(page.tree, page.bytes, side: .source)
    var counts = Array(repeating: 0, count: page.headings.count)
    // Before the first heading of each document that begins without one.
    var before = 0
    var start = 0
    for sentence in stream.sentences where sentence.isCounted {
      if let section = page.section(of: sentence.offset) {
        counts[section] += 1
      } else {
        if before == 0 { start = sentence.offset }
        before += 1
      }
    }
    var sections: [ImportReport.ProseSection] = []
    if before > 0 {
      let place = page.place(start)
      sections.append(
        ImportReport.ProseSection(
          file: place.file, line: place.line, heading: "what stands before the first heading",
          sentences: before))
    }
    return sections
      + page.headings.indices.compactMap { index in
        guard outline.labels[index] == nil, counts[index] > 0, isProse(index, page, outline) else {
          return nil
        }
        let place = page.place(page.headings[index].range.lowerBound)
        return ImportReport.ProseSection(
          file: place.file, line: place.line,
          heading: Reserved.withoutStop(page.headings[index].title, page.vocabulary),
          sentences: counts[index])
      }
  }

  /// Whether a section is none of the language, or one that holds no entry and no label.
  private static func isProse(_ index: Int, _ page: Page, _ outline: Outline) -> Bool {
    switch outline.roles[index] {
    case .prose: true
    case .section("labels"):
      !outline.labels.indices.contains {
        $0 > index && $0 < page.headings[index].next && outline.roles[$0] == .label
      }
    case .section(let name):
      Reserved.withEntries.contains(name) && EntrySection(index, page, outline).count == 0
    default: false
    }
  }
}
