package import RubricaModel
package import RubricaSource

/// An expected text is written as the grammar of its layer says.
package enum TextBreaksGrammar: Check {
  package static let info = CheckInfo(
    id: "text-breaks-grammar",
    levels: .error,
    summary:
      "An expected text follows the grammar of its layer: characters, words, case and numbers.",
    rationale: """
      Annotators copy the style of the examples. Two spellings of one word are two words to anybody \
      who counts them or trains a model with them.
      """,
    bad: [
      CheckExample(Sample.transcript("well⟪;⟫ yes", grammar: "forbidden-characters: ';'")),
      CheckExample(
        Sample.transcript("they ⟪gonna⟫ go", grammar: "spelling: [{wrong: gonna, right: going to}]")
      ),
      CheckExample(Sample.transcript("it is ⟪12⟫ now", grammar: "numbers: words")),
      CheckExample(Sample.transcript("it is ⟪Twelve⟫ now", grammar: "numbers: digits")),
      CheckExample(Sample.transcript("twenty-one".marking("twenty"), grammar: "numbers: digits")),
      CheckExample(Sample.transcript("so ⟪Ada⟫ said", grammar: "case: lower")),
      CheckExample(
        Sample.transcript(
          "it is fine", grammar: "spelling: [{wrong: ok, right: ⟪O.K.⟫}]\n    case: lower")),
    ],
    good: [
      CheckExample(Sample.transcript("they are going to go", grammar: "forbidden-words: [gonna]")),
      CheckExample(Sample.transcript("no one left at 12", grammar: "numbers: digits")),
      CheckExample(
        Sample.transcript("[noise] Well, yes", grammar: "case: sentence\n    numbers: words")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let sources = index.guideline.sources
    index.forEachWrittenText { text, layer, faults in
      for fault in faults.others {
        report.add(
          info, at: sources.place(of: fault.range, in: text), fault.message,
          notes: [.init("the grammar is declared here", at: layer.grammar?.span)], help: fault.help)
      }
    }
    for layer in index.guideline.layers {
      guard let grammar = layer.grammar else { continue }
      let (phrases, forbidden) = (grammar.forPhrases, ForbiddenWords(grammar))
      for spelling in grammar.spellings {
        guard let right = spelling.right,
          let fault = GrammarFaults(
            right.value, phrases, forbidden, language: index.guideline.textLanguage
          ).others.first
        else { continue }
        report.add(
          info, at: right.span, "the form to write breaks the grammar itself: \(fault.message)",
          help: fault.help)
      }
    }
  }
}

extension TextGrammar {
  /// The rules that hold for a part of a text too.
  fileprivate var forPhrases: TextGrammar {
    var grammar = self
    if grammar.letterCase?.value == .sentence { grammar.letterCase = nil }
    return grammar
  }
}
