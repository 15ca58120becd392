internal import RubricaModel
internal import RubricaSource

extension GuidelineIndex {
  /// Every answer of a layer that exists, with the layer's place in the guideline, in the order of
  /// writing.
  func forEachAnswer(_ body: (ExampleRole, Int, LayerAnswer) -> Void) {
    let answers = self.answers
    for place in answers.indices {
      let role = guideline.examples[answers[place].examplePlace].role
      body(role, answers[place].layerPlace, answers[place].answer)
    }
  }

  /// The same without the answers of which a part could not be read: what is missing in them is unknown.
  func forEachWholeAnswer(_ body: (Example, Int, LayerAnswer) -> Void) {
    for given in answers {
      let example = guideline.examples[given.examplePlace]
      if guideline.unread.holdsAnswer(of: given.answer.layer.value, in: example.id) { continue }
      body(example, given.layerPlace, given.answer)
    }
  }

  /// The ids of the labels that are declared, in order.
  var labelIDs: some Sequence<String> { guideline.labels.lazy.map { $0.id.value } }

  /// Where the stage is written, for findings about what the stage asks for; else the head of the
  /// document.
  var stagePlace: Span {
    let stage = guideline.stage
    return guideline.sources.text(stage.span) == stage.value.rawValue
      ? stage.span : guideline.document.head
  }

  /// Every text that an example shows to be right, in a layer with a grammar.
  func forEachWrittenText(_ body: (Located<String>, Layer, GrammarFaults) -> Void) {
    guard guideline.layers.contains(where: { $0.grammar != nil }) else { return }
    var forbidden: [String: ForbiddenWords] = [:]
    for example in guideline.examples where example.role != .bad {
      for answer in example.expected?.answers ?? [] {
        guard let layer = layer(answer.layer.value), let grammar = layer.grammar,
          case .text(let text) = answer.value
        else { continue }
        let language = example.language?.value ?? guideline.textLanguage
        let words = forbidden[layer.id.value] ?? ForbiddenWords(grammar)
        forbidden[layer.id.value] = words
        body(text, layer, GrammarFaults(text.value, grammar, words, language: language))
      }
    }
  }
}

extension Guideline {
  /// Whether a section of this role stands anywhere in the document.
  func hasSection(_ role: SectionRole) -> Bool { body.firstSection(role) != nil }

  /// Every block outside the inputs and records of examples, and what is in lists and quotations.
  func forEachBlock(_ body: (Block) -> Void) {
    func visit(_ blocks: [Block]) {
      for block in blocks {
        body(block)
        switch block.kind {
        case .list(_, _, let items): for item in items { visit(item.blocks) }
        case .quote(let inner): visit(inner)
        default: break
        }
      }
    }
    forEachProse { visit([$0]) }
    for rule in rules { visit(rule.content) }
    for example in examples { visit(example.content) }
    for entry in entries { visit(entry.content) }
  }

  /// Every block of prose: of the document, and of definitions.
  func forEachProse(_ body: (Block) -> Void) {
    func visit(_ elements: [Element]) {
      for element in elements {
        switch element {
        case .prose(let block): body(block)
        case .section(let section): visit(section.elements)
        case .label(let index):
          labels[index].definition.forEach(body)
          visit(labels[index].elements)
        case .doubt: (doubt?.content ?? []).forEach(body)
        default: break
        }
      }
    }
    visit(self.body)
  }

  /// The language of what annotators write, as far as it is one: that of the items, else that of the
  /// instructions.
  var textLanguage: String? {
    objectLanguages.count > 1 ? nil : objectLanguages.first?.value ?? language.value
  }
}

extension GivenLabel {
  /// Whether a condition holds for it, with the defaults of what is not written.
  func meets(_ condition: Condition, _ layer: Layer) -> Bool {
    layer.meets(condition, label: declaredID, given: attributes)
  }
}

extension Label {
  /// Whether the label says how it differs from another one.
  func isContrasted(with id: String) -> Bool { self.contrasts.contains { $0.label.value == id } }
}

extension Prose {
  /// From the first word to the last, without the blanks around them.
  var written: Span {
    guard let first = inlines.first, let last = inlines.last else { return span }
    return first.span.union(last.span)
  }
}

extension Example {
  /// The last number of a candidate whose text it shows; nil where none has a number.
  var lastShownCandidate: Int? { self.candidates.compactMap { Int($0.candidate.value) }.max() }
}
