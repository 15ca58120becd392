internal import RubricaModel
internal import RubricaSource

/// What was meant as the heading of the labels and is none, so that the headings below it, which layers name,
/// declare no label.
struct LostLabels {
  /// Where it stands.
  let cause: Span
  let words: String
  let help: String
  let fixes: [Fix]
  /// The ids that the headings below it would have.
  let names: [String]
}

extension GuidelineIndex {
  /// Where labels are lost together. Only in a document without a heading for labels: under that each is lost by
  /// itself.
  var lostLabels: [LostLabels] {
    let undeclared = undeclaredLabels
    guard !undeclared.isEmpty, !guideline.hasSection(.labels) else { return [] }
    let lines = Dictionary(linesLikeHeadings.map { ($0.span, $0) }, uniquingKeysWith: { $1 })
    var found: [LostLabels] = []
    func visit(_ elements: [Element], _ section: Section?) {
      var line: LostLine?
      var headings: [Section] = []
      for element in elements {
        switch element {
        case .prose(let block):
          if headings.isEmpty, let meant = lineOfLabels(block, lines) { line = meant }
        case .section(let inner):
          if inner.role == .prose, undeclared.contains(inner.anchor) { headings.append(inner) }
          visit(inner.elements, inner)
        default: break
        }
      }
      guard let first = headings.first, first.level > 1,
        guideline.labels.isEmpty || headings.count > 1
      else { return }
      let names = headings.map(\.anchor)
      if let line {
        found.append(lost(names, below: line))
      } else if let section, section.role == .prose {
        found.append(lost(names, in: section, first))
      } else if section == nil {
        found.append(lostAtTop(names, first))
      }
    }
    visit(guideline.body, nil)
    return found
  }

  /// A line of words that would be the heading of the labels.
  private struct LostLine {
    let span: Span
    let words: String
    let fixes: [Fix]
  }

  private func lineOfLabels(_ block: Block, _ lines: [Span: LineLikeHeading]) -> LostLine? {
    guard case .paragraph(let inlines) = block.kind, let first = inlines.first else { return nil }
    if case .strong(let inner) = first.kind, inlines.count == 1, meansLabels(inner.plainText) {
      return LostLine(span: first.span, words: inner.plainText, fixes: [])
    }
    guard let line = lines[first.span], meansLabels(line.words) else {
      return nil
    }
    return LostLine(span: line.span, words: line.words, fixes: [line.fix])
  }

  private func meansLabels(_ words: String) -> Bool {
    let bare = Vocabulary.undecorated(words)
    guard let found = vocabulary.section(bare) else { return false }
    return found.isUnderstood && found.meaning == .labels
  }

  private func lost(_ names: [String], below line: LostLine) -> LostLabels {
    LostLabels(
      cause: line.span,
      words: "`\(Wording.excerpt(line.words))` is no heading, so \(notDeclared(names))",
      help: "write `## \(vocabulary.word(.labels))`", fixes: line.fixes, names: names)
  }

  private func lost(_ names: [String], in section: Section, _ first: Section) -> LostLabels {
    let word = vocabulary.word(.labels)
    guard section.level > 1 else { return lostAtTop(names, first) }
    let heading = section.heading
    return LostLabels(
      cause: heading.span,
      words: """
        `\(Wording.excerpt(heading.plainText))` is not read as the heading of the labels, so \
        \(notDeclared(names))
        """,
      help: "write `\(String(repeating: "#", count: section.level)) \(word)`",
      fixes: Fix.replacing(
        Located(heading.plainText, heading.span), with: word, in: guideline.sources),
      names: names)
  }

  private func lostAtTop(_ names: [String], _ first: Section) -> LostLabels {
    let word = vocabulary.word(.labels)
    let signs = String(repeating: "#", count: first.level + 1)
    return LostLabels(
      cause: first.heading.span,
      words: "no heading `\(word)` stands above it, so \(notDeclared(names))",
      help: first.level > 2
        ? "write `## \(word)` above it"
        : "write `## \(word)` above it, and `\(signs)` before the name of each label",
      fixes: [], names: names)
  }

  private func notDeclared(_ names: [String]) -> String {
    names.count == 1
      ? "label `\(names[0])` is not declared, but a layer names it"
      : "labels \(Wording.list(names, limit: 3)) are not declared, but layers name them"
  }
}
