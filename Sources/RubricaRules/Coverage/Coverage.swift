package import RubricaModel
package import RubricaSource

/// How much of what a guideline asks for is structure: what the compiler can check, number, show
/// beside an example and hand to a platform.
///
/// A sentence asks for something if it has a word of duty ("must", "do not", "never"), begins with an
/// order ("Label …"), ends with one where verbs stand last, or has a condition ("if …"). It is structure if it stands in a rule, an edge
/// case, an example, the first paragraph of a label's definition, its includes, excludes or
/// contrasts, the precedence, the case of doubt, or in YAML.
package struct Coverage: Sendable {
  /// What a sentence of prose could become.
  package enum Form: String, Sendable, CaseIterable {
    case threshold, contrast, doubt, precedence, example
    case edgeCase = "edge-case"
    case rule
  }

  package struct Sentence: Sendable {
    package let span: Span
    package let form: Form
  }

  package struct Gap: Sendable {
    /// A label, an attribute, or the first label of a pair.
    package let name: Located<String>
    /// The values of the attribute, or the second label of the pair.
    package let others: [String]
  }

  /// Whether the guideline's language has a table of words; without one no sentence is judged.
  package let isMeasured: Bool
  /// Sentences that ask for something.
  package let total: Int
  /// Those of them that are prose, in order of reading.
  package let open: [Sentence]
  package let labels: [Gap]
  package let values: [Gap]
  package let pairs: [Gap]

  package var structured: Int { total - open.count }

  /// Whole per cent, rounded down; nil if nothing asks for anything.
  package var share: Int? { total == 0 ? nil : structured * 100 / total }

  package init(_ index: GuidelineIndex) {
    labels = index.labelsNotShown(in: .good).map { Gap(name: $0, others: []) }
    values = index.attributeValuesNotShown.map { Gap(name: $0.attribute.id, others: $0.values) }
    pairs = index.contrastsNotShown.map {
      Gap(name: $0.label.id, others: [$0.contrast.label.value])
    }
    guard let language = PlainLanguage.of(index.guideline) else {
      (isMeasured, total, open) = (false, 0, [])
      return
    }
    isMeasured = true
    let text = index.annotatorText
    var total = 0
    var open: [Sentence] = []
    for sentence in text.sentences where sentence.owner.canAsk {
      let reading = Reading(sentence, text, language)
      guard reading.asks else { continue }
      total += 1
      if !sentence.owner.isStructure {
        open.append(Sentence(span: text.span(sentence), form: reading.form))
      }
    }
    self.total = total
    self.open = open
  }
}

extension AnnotatorText.Owner {
  /// Whether its sentences can ask for something at all.
  fileprivate var canAsk: Bool {
    switch self {
    case .heading: false
    case .prose(let role), .tableCell(let role): role != .glossary && role != .warning
    default: true
    }
  }

  fileprivate var isStructure: Bool {
    switch self {
    case .rule, .example, .definition, .scope, .precedence, .doubt, .data: true
    case .prose(let role), .tableCell(let role):
      role == .steps || role == .selfCheck || role == .doubt
    case .label, .heading: false
    }
  }
}
