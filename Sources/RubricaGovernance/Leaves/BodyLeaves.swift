internal import RubricaModel
internal import RubricaSource

/// The prose of the document, section by section, what stands under which heading, and the order of everything.
extension LeafBuilder {
  mutating func addBody() {
    var skeleton: [String] = []
    walk(guideline.body, Context(path: "prose/~"), depth: 0, &skeleton)
    for label in guideline.labels where !label.elements.isEmpty {
      let path = "labels/" + LeafSegment.of(label.id.value)
      skeleton.append("below " + path)
      walk(
        label.elements,
        Context(path: path + "/text", audience: label.audience, under: path, isOfLabel: true),
        depth: 1, &skeleton)
    }
    skeleton += guideline.layers.map { "layer " + LeafSegment.of($0.id.value) }
    skeleton += guideline.labels.map { "label " + LeafSegment.of($0.id.value) }
    skeleton += guideline.escapes.map { "escape " + LeafSegment.of($0.id.value) }
    for (place, example) in guideline.examples.enumerated() {
      skeleton.append("\(exampleSegments[place]) \(example.contentBeforeInput)")
    }
    // The order says nothing of what to answer, and so stands in the form alone.
    add(
      "arrangement", text: [], form: Array(skeleton.joined(separator: "\n").utf8),
      at: guideline.document.head, .annotator)
  }

  private struct Context {
    var path: String
    var audience = Audience.annotator
    /// The label or the author's own heading that all of it stands under: "Never do this" says the opposite of
    /// what is below it.
    var under: String?
    /// Whether it stands below a label, at any depth.
    var isOfLabel = false
  }

  /// What a part stands under is a leaf of its own.
  private mutating func add(under outer: String?, to path: String, at span: Span) {
    guard let outer else { return }
    let isLabel = outer.hasPrefix("labels/")
    add(
      path + "/under", text: Array(outer.utf8), at: span, .annotator,
      references: [isLabel ? outer : outer + "/heading"])
  }

  private mutating func walk(
    _ elements: [Element], _ context: Context, depth: Int, _ skeleton: inout [String]
  ) {
    let indent = String(repeating: " ", count: depth)
    var number = 0
    for element in elements {
      switch element {
      case .prose(let block):
        var text = LeafText(names)
        text.write([block])
        guard !text.text.isEmpty else {
          // A rule across the page; of a comment nothing is left.
          if !text.form.isEmpty {
            skeleton.append(indent + String(decoding: text.form, as: UTF8.self))
          }
          continue
        }
        number += 1
        let path = "\(context.path)/\(number)"
        skeleton.append(indent + path)
        // What is said of an answer is never a mere matter of words; below a label's own path nothing is.
        let isOfAnswers =
          context.isOfLabel || LeafKinds.areAnswers(text.references) || text.hasMarkup
        let hasOwnPath = isOfAnswers && LeafPath.isBelow("prose", path)
        add(
          hasOwnPath ? "\(path)/\(LeafKinds.ofAnswers)" : path, text, at: block.span,
          context.audience)
      case .section(let section):
        // What a section of terms says is a part of the glossary.
        let root = section.role == .glossary ? "entries/term" : "prose"
        let path = free("\(root)/\(LeafSegment.of(section.anchor))")
        skeleton.append("\(indent)\(path) \(section.level)")
        add(section.fields, at: path, section.audience, in: section.span)
        add(under: context.under, to: path, at: section.span)
        walk(
          section.elements,
          Context(
            path: path, audience: section.audience,
            under: section.hasOwnHeading ? path : context.under, isOfLabel: context.isOfLabel),
          depth: depth + 1, &skeleton)
      case .label(let place):
        skeleton.append(indent + "label " + LeafSegment.of(guideline.labels[place].id.value))
      case .rule(let place):
        skeleton.append(indent + ruleSegments[place])
        add(under: context.under, to: ruleSegments[place], at: guideline.rules[place].span)
      case .example(let place):
        skeleton.append(indent + exampleSegments[place])
        add(under: context.under, to: exampleSegments[place], at: guideline.examples[place].span)
      case .entry(let place):
        skeleton.append(indent + entrySegments[place])
        add(under: context.under, to: entrySegments[place], at: guideline.entries[place].span)
      case .precedence: skeleton.append(indent + "precedence")
      case .doubt: skeleton.append(indent + "doubt")
      }
    }
  }
}
