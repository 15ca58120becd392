internal import RubricaModel
internal import RubricaSource

/// The sections of a card, under the headings of the hub's template.
struct CardBody {
  /// What the hub's own template has where nobody answered; tools look for it.
  private static let unanswered: StaticString = "[More Information Needed]\n"

  private let guideline: Guideline
  private let facts: PublicFacts
  private let context: TargetContext

  init(_ guideline: Guideline, _ facts: PublicFacts, _ context: TargetContext) {
    self.guideline = guideline
    self.facts = facts
    self.context = context
  }

  var bytes: [UInt8] {
    MarkdownWriter.bytes { writer in
      writer.heading(1, [.plain(facts.cleaned(guideline.title.value))])
      fill(&writer, [guideline.purpose.map { facts.cleaned($0.value) }].compactMap { $0 })
      writer.paragraph([
        .plain("Labels are made after version "),
        .plain(guideline.version?.value ?? "(none yet)"), .plain(" of the guideline "),
        .code(guideline.id.value),
        .plain(context.organisation.map { " by \($0)." } ?? "."),
      ])
      uses(&writer)
      structure(&writer)
      creation(&writer)
      writer.heading(2, [.plain("Bias, Risks, and Limitations")])
      fill(&writer, facts[.biases] + facts[.gaps] + facts[.variability])
      writer.heading(2, [.plain("Maintenance")])
      fill(&writer, facts[.plan] + facts[.nextReview].map { "Next review: \($0)" })
    }
  }

  private func uses(_ writer: inout MarkdownWriter) {
    writer.heading(2, [.plain("Uses")])
    section(&writer, 3, "Direct Use", facts[.intended] + facts[.measures])
    section(&writer, 3, "Out-of-Scope Use", facts[.prohibited])
  }

  /// The questions and their labels.
  private func structure(_ writer: inout MarkdownWriter) {
    writer.heading(2, [.plain("Dataset Structure")])
    if guideline.layers.isEmpty { fill(&writer, []) }
    for layer in guideline.layers {
      writer.item([
        .code(layer.id.value), .plain(" ("), .plain(layer.kind.value.rawValue), .plain(")"),
        .plain(layer.question.map { ": \(facts.cleaned($0.value))" } ?? ""),
      ])
      for label in guideline.labels(of: layer) where label.audience.isForAnnotators {
        writer.item(
          depth: 1, [.code(label.id.value), .plain(": \(label.name.value)")])
      }
    }
  }

  private func creation(_ writer: inout MarkdownWriter) {
    writer.heading(2, [.plain("Dataset Creation")])
    section(&writer, 3, "Curation Rationale", facts[.manualBecause] + facts[.suitability])
    writer.heading(3, [.plain("Source Data")])
    section(
      &writer, 4, "Data Collection and Processing", facts.sources.compactMap(Self.collection))
    section(&writer, 4, "Who are the source data producers?", facts.sources.compactMap(\.issuer))
    writer.heading(3, [.plain("Annotations")])
    writer.heading(4, [.plain("Annotation process")])
    fill(
      &writer,
      named("Annotators for each item", .annotatorsPerItem) + named("Aggregation", .aggregation)
        + named("Ground truth", .groundTruth) + named("Acceptable deviation", .deviation)
        + named("Gold items", .goldShare) + named("Audited", .auditShare)
        + named("Pre-labeling", .preLabeling) + named("Measured", .metrics)
        + named("Training", .training))
    writer.heading(4, [.plain("Who are the annotators?")])
    fill(
      &writer,
      named("Workforce", .workforceKind) + named("Skills", .skills)
        + named("Demographics", .demographics) + named("Age", .ageLimit) + named("Pay", .pay)
        + named("Well-being", .wellbeing))
    section(
      &writer, 4, "Personal and Sensitive Information",
      named("Personal data", .personal) + named("De-identification", .deidentification))
  }

  private func named(_ name: String, _ key: PublicKey) -> [String] {
    let values = facts[key]
    return values.isEmpty ? [] : ["\(name): \(values.joined(separator: "; "))"]
  }

  private static func collection(_ source: PublicSource) -> String? {
    let parts = [source.kind, source.method, source.collected, source.geography, source.licence]
      .compactMap { $0 }
    guard !parts.isEmpty else { return nil }
    let words = parts.joined(separator: ", ")
    return source.id.map { "\($0): \(words)" } ?? words
  }

  private func section(
    _ writer: inout MarkdownWriter, _ level: Int, _ title: String, _ texts: [String]
  ) {
    writer.heading(level, [.plain(title)])
    fill(&writer, texts)
  }

  private func fill(_ writer: inout MarkdownWriter, _ texts: [String]) {
    switch texts.count {
    case 0:
      writer.blankLine()
      writer.markup(Self.unanswered)
    case 1: writer.paragraph([.plain(texts[0])])
    default: for text in texts { writer.item([.plain(text)]) }
    }
  }
}
