internal import RubricaModel
internal import RubricaSource

/// Where the names that layers list in vain stand in the document after all: as headings or entries that
/// declare no label, though somebody meant them to.
struct UnmadeLabels {
  struct Place {
    let note: Diagnostic.Note
    let help: String
    var fixes: [Fix] = []
  }

  /// Labels that layers list by another id, each of which is told there.
  private(set) var listed: Set<String> = []
  private var places: [String: Place] = [:]
  private let undeclared: Set<String>

  subscript(_ name: String) -> Place? { places[name] }

  init(_ index: GuidelineIndex) {
    undeclared = index.undeclaredLabels
    guard !undeclared.isEmpty else { return }
    for line in index.linesLikeHeadings {
      put(
        Slug.make(line.words),
        Place(
          note: .init("this line would be its heading, but a space is missing", at: line.span),
          help: "add a space after the number signs", fixes: [line.fix]))
    }
    for label in index.guideline.labels { findNumber(in: label, index.guideline.sources) }
    for group in index.meantGroups {
      let help = index.advice(onGroup: group)
      for section in group.elements.sections {
        put(section.anchor, Place(note: Self.heading(section.span), help: help))
      }
    }
    for anchor in index.guideline.anchors where anchor.target == .section && !anchor.isExplicit {
      put(
        anchor.id.value,
        Place(
          note: Self.heading(anchor.id.span),
          help: "move the heading under Labels, and give it the level of the other labels"))
    }
    for example in index.guideline.examples { find(in: example.content, "example") }
    for rule in index.guideline.rules { find(in: rule.content, "rule") }
    for entry in index.labelsInText {
      put(
        entry.id,
        Place(
          note: .init("this names it, but declares no label", at: entry.name.span),
          help: "give it \(entry.headingWithArticle), and its definition below"))
    }
  }

  private mutating func put(_ name: String, _ place: @autoclosure () -> Place) {
    guard undeclared.contains(name), places[name] == nil else { return }
    places[name] = place()
  }

  private static func heading(_ span: Span) -> Diagnostic.Note {
    .init("this heading has its name, but declares no label", at: span)
  }

  /// Headings that an entry has swallowed, whose own heading is of their level or above them.
  private mutating func find(in content: [Block], _ what: String) {
    for block in content {
      guard case .heading(_, let inlines) = block.kind else { continue }
      put(
        Slug.make(inlines.plainText),
        Place(
          note: .init(
            "this heading has its name, but is a part of the \(what) above it", at: block.span),
          help: "give the heading of that \(what) more number signs than those of labels have"))
    }
  }

  /// `### 3.1 Pitched surface`, where the layer lists `pitched-surface`.
  private mutating func findNumber(in label: Label, _ sources: Sources) {
    let name = label.name.value
    guard let first = name.utf8.first, first.isDigit else { return }
    let bare = Substring(name.utf8.drop { $0.isDigit || ".)".utf8.contains($0) })
    guard bare.utf8.first == 32, label.id.value == Slug.make(name),
      sources.text(label.span).utf8.first == UInt8(ascii: "#")
    else { return }
    let meant = Slug.make(String(bare.dropFirst()))
    guard undeclared.contains(meant), places[meant] == nil else { return }
    listed.insert(label.id.value)
    put(
      meant,
      Place(
        note: .init(
          "the number in this heading is a part of its id, `\(label.id.value)`",
          at: label.name.span),
        help: "add `{#\(meant)}` to that heading, or leave its number out",
        fixes: [
          Fix(
            "add `{#\(meant)}` to the heading",
            edits: [.init(label.name.span.tail, " {#\(meant)}")], isSafe: false)
        ]))
  }
}

/// What stands under the heading Labels as if it were a label, without a heading of its own.
struct LabelInText {
  let name: Located<String>
  /// The level of the headings of labels there.
  let level: Int

  /// The id that its heading would have.
  var id: String { Slug.make(name.value) }

  /// `### Bug`, in code.
  var heading: String {
    "`\(String(repeating: "#", count: min(level, 6))) \(Wording.excerpt(name.value))`"
  }

  fileprivate var headingWithArticle: String { "a heading of its own, \(heading)" }

  /// What the rows, items or words of a block name, each at its start.
  static func all(in block: Block, level: Int) -> [LabelInText] {
    switch block.kind {
    case .table(let table):
      return table.rows.compactMap { row -> LabelInText? in
        guard let cell = row.first, let first = cell.first else { return nil }
        return LabelInText(cell.plainText, first.span, level)
      }
    case .list(_, _, let items):
      return items.compactMap { item -> LabelInText? in
        guard case .paragraph(let inlines)? = item.blocks.first?.kind, let first = inlines.first
        else { return nil }
        if case .text(let words) = first.kind {
          // `Bug: something does not work`, or the name alone.
          let name = words.prefix { $0 != ":" && $0 != "\u{2013}" && $0 != "\u{2014}" }
          return LabelInText(String(name), first.place(of: 0..<name.utf8.count), level)
        }
        return LabelInText(first.plainText, first.span, level)
      }
    case .paragraph(let inlines):
      switch inlines.first?.kind {
      case .strong?, .code?:
        let entry = LabelInText(inlines[0].plainText, inlines[0].span, level)
        return entry.map { [$0] } ?? []
      default: return []
      }
    default: return []
    }
  }

  private init?(_ words: String, _ span: Span, _ level: Int) {
    var words = words[...]
    while let last = words.last, last == ":" || last == "." || last == " " { words.removeLast() }
    while words.first == " " { words.removeFirst() }
    guard !words.isEmpty else { return nil }
    name = Located(String(words), span)
    self.level = level
  }
}

extension GuidelineIndex {
  /// Labels that say nothing and that no layer takes, and below whose headings stand names that a layer
  /// lists in vain: each is meant as the heading of a group.
  var meantGroups: [Label] {
    let undeclared = undeclaredLabels
    guard !undeclared.isEmpty else { return [] }
    return guideline.labels.filter { label in
      guard label.definition.isEmpty, label.includes.isEmpty, label.excludes.isEmpty,
        label.contrasts.isEmpty, label.form == nil, !label.elements.isEmpty,
        !isInAnyLayer(label.id.value)
      else { return false }
      return label.elements.sections.contains { undeclared.contains($0.anchor) }
    }
  }

  /// What to write above labels that are to be a group.
  func advice(onGroup label: Label) -> String {
    let signs = guideline.sources.text(label.span).utf8.prefix { $0 == UInt8(ascii: "#") }.count
    let name = Wording.excerpt(label.name.value)
    let start = signs > 0 ? String(repeating: "#", count: signs) + " " : ""
    return """
      if `\(name)` groups the labels below it, write `\(start)\(vocabulary.word(.group)): \(name)`
      """
  }

  /// Nothing for a label that is declared as data.
  func fix(makingGroupOf label: Label) -> [Fix] {
    guard guideline.sources.text(label.span).utf8.first == UInt8(ascii: "#") else { return [] }
    let word = vocabulary.word(.group)
    let edit = Fix.Edit(label.name.span.head, "\(word): ")
    return [Fix("write `\(word):` before the name", edits: [edit], isSafe: false)]
  }

  /// What stands under the heading Labels, or that of a group, in the shape of a label.
  var labelsInText: [LabelInText] {
    var found: [LabelInText] = []
    func visit(_ elements: [Element], _ level: Int?) {
      for element in elements {
        switch element {
        case .prose(let block):
          if let level { found += LabelInText.all(in: block, level: level) }
        case .section(let section):
          let holdsLabels = section.role == .labels || section.role == .labelGroup
          visit(section.elements, holdsLabels ? section.level + 1 : nil)
        default: break
        }
      }
    }
    visit(guideline.body, nil)
    return found
  }
}
