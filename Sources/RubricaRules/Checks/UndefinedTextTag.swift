package import RubricaModel
package import RubricaSource

/// A tag in an expected text is declared, and closed if it has to be.
package enum UndefinedTextTag: Check {
  package static let info = CheckInfo(
    id: "undefined-text-tag",
    levels: .error,
    summary:
      "Every tag in an expected text is in the grammar of the layer, and paired tags are closed.",
    rationale: """
      Programs read the tags. A misspelt tag stays in the text as words, and a tag that is not closed \
      swallows everything after it.
      """,
    bad: [
      CheckExample(Sample.transcript("well ⟪[nosie]⟫ yes")),
      CheckExample(Sample.transcript("⟪[foreign]⟫bonjour she said")),
      CheckExample(Sample.transcript("bonjour⟪[/foreign]⟫ she said")),
      CheckExample(Sample.transcript("well ⟪[⟫noise yes")),
    ],
    good: [
      CheckExample(Sample.transcript("well [noise] [foreign]bonjour[/foreign] she said")),
      CheckExample(Sample.transcript("well [nosie]", example: "Bad: a slip")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    index.forEachWrittenText { text, layer, faults in
      for fault in faults.tags {
        report.add(
          info, at: index.guideline.sources.place(of: fault.range, in: text), fault.message,
          notes: [.init("the grammar is declared here", at: layer.grammar?.span)], help: fault.help)
      }
    }
  }
}

extension GuidelineIndex {
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
  /// The language of what annotators write, as far as it is one: that of the items, else that of the
  /// instructions.
  var textLanguage: String? {
    objectLanguages.count > 1 ? nil : objectLanguages.first?.value ?? language.value
  }
}

extension Sample {
  /// A transcript of speech with tags, and one example.
  static func transcript(
    _ text: String, grammar: String = "", example: String = "Good: a call"
  ) -> String {
    task(
      modality: "audio",
      layers: """
        - id: transcript
          kind: text
          question: What is said?
          grammar:
            tags: [{id: noise, means: No speech.}, {id: foreign, means: Another language., paired: true}]
            \(grammar)
        """,
      """
      # Calls

      ## Examples

      ### \(example)
      [A call](media/call.ogg)

      ```yaml expected
      transcript: "\(text)"
      ```
      """)
  }
}
