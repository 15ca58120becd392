internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// A number before a reserved word ("4. Examples") goes into a comment, so that the heading opens
/// its section.
enum NumberedHeadingPass: ImportPass {
  static let title = "a numbered heading"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    let linked = page.linkedIDs
    var hidden: [String] = []
    var isPairSaid = false
    let times = Dictionary(
      page.headings.map { (HeadingWords.core($0.title), 1) }, uniquingKeysWith: +)
    for (index, heading) in page.headings.enumerated() where outline.roles[index] == .prose {
      let offset = heading.range.lowerBound
      let ornament = HeadingWords.ornament(of: heading.title)
      let words = String(heading.title[ornament.endIndex...])
      if let section = Reserved.section(words, page.vocabulary), outline.labels[index] == nil,
        heading.attributeBlock == nil, let number = heading.range(of: ornament, in: page.bytes)
      {
        // It would get a full stop at once.
        let entries = EntrySection(index, page, outline)
        if section == "examples", entries.isUncertainExamples { continue }
        if Reserved.withEntries.contains(section), entries.count == 0, !entries.isEmpty {
          attempt.say(
            .suggestion, at: offset,
            "\"\(heading.title)\" stays as it is, though `\(words)` is a reserved heading: under it each "
              + "entry must be an item of a list or a sub-heading")
          continue
        }
        let isNumber = ornament.contains { $0.isNumber }
        var group = EditGroup(page)
        group.insert("<!-- ", at: number.lowerBound)
        group.insert(" -->", at: number.upperBound)
        group.say(
          .structured, at: offset,
          "\"\(heading.title)\" became the reserved heading `\(words)`; its "
            + "\(isNumber ? "number" : "sign") became a comment")
        attempt.add(group)
        if isNumber { hidden.append(page.string(number)) }
      } else if outline.labels[index] == nil, index > 0 || heading.level > 1,
        let role = NearHeading.role(heading.title, page), NearHeading.fits(role, index, page)
      {
        let word = page.vocabulary.word(role)
        let takesTables = EntrySection.takesTables(role)
        // Its examples say themselves that they are some.
        if role == .examples, holdsEntries(index, page) { continue }
        // What comes again and again is of the heading that each stands under.
        if role == .examples, times[HeadingWords.core(heading.title), default: 0] > 2 { continue }
        let names = role == .rules ? namesOverLists(under: index, page) : []
        if names.count > 1 {
          attempt.say(
            .suggestion, at: offset,
            "\"\(heading.title)\" has lists of its own for \(LabelName.listed(names)): if these are labels, make "
              + "each a heading under `\(page.vocabulary.word(SectionRole.labels))`, with its list below it; only "
              + "what is for all belongs under `\(word)`")
          continue
        }
        let isListed =
          heading.next > index + 1
          || page.blocks(under: index, isDeep: false).contains { block in
            if case .table = page.tree.nodes[block].kind { return takesTables }
            return page.isListOrTable(block)
          }
        let name = page.name(word, for: heading, linked: linked)
        let id = name == word ? "" : " to `\(name)`, so that the links to it still lead there"
        // Renamed, it would get a full stop at once.
        let isUncertain =
          role == .examples && EntrySection(index, page, outline).isUncertainExamples
        attempt.say(
          .suggestion, at: offset,
          isUncertain
            ? "\"\(heading.title)\" may hold examples: put each under a heading "
              + "`\(page.vocabulary.word(.example)): …`, its text in a quotation"
            : "\"\(heading.title)\" may be what the heading `\(word)` is for: if it is, rename it\(id)"
              + (role == .precedence
                ? ", begin each item of one numbered list with a label, and import again"
                : isListed || role == .doubt
                  ? " and import again" : ", make each entry an item of a list, and import again"))
      } else if !isPairSaid, outline.labels[index] == nil, NearHeading.forbids(heading.title),
        let other = page.headings[..<index].last(where: { $0.parent == heading.parent }),
        NearHeading.allows(other.title)
      {
        isPairSaid = true
        attempt.say(
          .suggestion, at: other.range.lowerBound,
          "\"\(other.title)\" and \"\(heading.title)\" may hold rules: if they do, put the items of both under "
            + "one heading `\(page.vocabulary.word(SectionRole.rules))`, each with words that say whether it is to "
            + "be done, and import again")
      }
    }
    if !hidden.isEmpty { warn(of: hidden, page, &attempt) }
  }

  /// Whether all headings right below one are `Example: …` or the like.
  private static func holdsEntries(_ heading: Int, _ page: Page) -> Bool {
    let below = page.headings[(heading + 1)..<max(page.headings[heading].next, heading + 1)]
      .filter { $0.parent == heading }
    return !below.isEmpty
      && below.allSatisfy { Outline.entry($0.title, page.vocabulary) != nil }
  }

  /// The words of lines such as `helmet:` that stand over a list each, where they may be names.
  private static func namesOverLists(under heading: Int, _ page: Page) -> [String] {
    let blocks = page.blocks(under: heading, isDeep: false)
    return zip(blocks, blocks.dropFirst()).compactMap { block, next in
      guard case .list = page.tree.nodes[next].kind, let lead = Lead(block, page), lead.isAlone,
        lead.words.split(separator: " ").count <= 3,
        page.vocabulary.section(lead.words) == nil,
        !LabelPart.isPart(lead.words, page.vocabulary),
        LabelPart.section(for: lead.words, page.vocabulary) == nil
      else { return nil }
      return "\"\(lead.words):\""
    }
  }

  /// Words before the number of a section.
  private static let references: [String] = [
    "section ", "sections ", "chapter ", "sec. ", "\u{A7}", "abschnitt ", "kapitel ", "chapitre ",
    "sección ", "apartado ", "capítulo ", "第",
  ]

  /// Says where the text refers to a section whose number readers no longer see.
  private static func warn(of hidden: [String], _ page: Page, _ attempt: inout PassAttempt) {
    let hidden = Set(hidden.map { number(in: $0.drop { !$0.isASCII || !$0.isNumber }) })
    for line in page.lines.starts.indices {
      let content = page.lines.content(ofLine: line, in: page.bytes)
      let words = page.string(content).lowercased()
      for reference in references {
        let number = words.ranges(of: reference).lazy
          .map { Self.number(in: words[$0.upperBound...].drop { $0 == " " }) }
          .first { hidden.contains($0) }
        guard let number else { continue }
        attempt.say(
          .suggestion, at: content.lowerBound,
          "\"\(reference)\(number)\": this heading number became a comment, which readers do not see; "
            + "link to the heading")
        break
      }
    }
  }

  /// `2.1` of `2.1.`, `2.1)` and `2.1 and more`.
  private static func number(in text: Substring) -> String {
    var number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    while number.last == "." { number.removeLast() }
    return String(number)
  }
}
