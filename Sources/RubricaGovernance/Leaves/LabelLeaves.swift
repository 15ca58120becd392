internal import RubricaModel
internal import RubricaSource

/// Labels, which of them wins, and what to answer when in doubt.
extension LeafBuilder {
  mutating func addLabels() {
    for label in guideline.labels {
      let path = free("labels/" + LeafSegment.of(label.id.value))
      add(label.fields, at: path, label.audience, in: label.span)
      for contrast in label.contrasts {
        let id = contrast.label.value
        var text = LeafText(names)
        text.write(contrast.text.inlines)
        names.label(id, &text)
        add(
          free(path + "/contrasts/" + LeafSegment.of(id)), text, at: contrast.label.span,
          label.audience)
      }
    }
    addPrecedence()
    addDoubt()
  }

  private mutating func addPrecedence() {
    guard let precedence = guideline.precedence else { return }
    var whole = LeafText(names)
    for (place, entry) in precedence.entries.enumerated() {
      if place > 0 { whole.both("\n") }
      var text = LeafText(names)
      text.write(entry.text.inlines)
      if let label = entry.label {
        whole.both("`\(LeafValue.line(label))`: ")
        var found: Set<String> = []
        names.paths(inCode: label, &found)
        whole.refer(found)
      }
      whole.add(text)
    }
    for label in precedence.expansions.values.joined() { names.label(label, &whole) }
    add("precedence", whole, at: precedence.span, precedence.audience)
    add(
      precedence, at: "precedence", precedence.audience,
      in: precedence.span)
  }

  private mutating func addDoubt() {
    guard let doubt = guideline.doubt else { return }
    var text = LeafText(names)
    text.write(doubt.content)
    add("doubt", text, at: doubt.span, .annotator)
    add(doubt, at: "doubt", .annotator, in: doubt.span)
  }
}

extension LeafNames {
  func label(_ id: String, _ text: inout LeafText) {
    var found: Set<String> = []
    label(id, &found)
    text.refer(found)
  }
}
