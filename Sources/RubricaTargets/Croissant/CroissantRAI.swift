internal import RubricaModel
internal import RubricaSource

/// What is known of the making of the data, in the properties of Croissant RAI 1.0. A property that
/// nobody answered is left out.
struct CroissantRAI {
  private let facts: PublicFacts
  private let guideline: Guideline

  init(_ facts: PublicFacts, _ guideline: Guideline) {
    self.facts = facts
    self.guideline = guideline
  }

  var members: [(String, JSON)] {
    one("dataCollection", facts.sources.compactMap(Self.collection))
      + timeframe
      + many("dataPreprocessingProtocol", facts[.deidentification])
      + many("dataAnnotationProtocol", protocolOfAnnotation)
      + many(
        "dataAnnotationAnalysis",
        facts[.aggregation] + facts[.groundTruth] + facts[.deviation] + facts[.metrics])
      + one("annotationsPerItem", facts[.annotatorsPerItem])
      + many(
        "annotatorDemographics",
        facts[.workforceKind].map { "\($0) annotators" } + facts[.skills]
          + facts[.demographics])
      + many(
        "machineAnnotationTools", facts.isNone(.preLabeling) ? [] : facts[.preLabeling])
      + many("personalSensitiveInformation", facts[.personal])
      + many("dataUseCases", facts[.intended] + facts[.measures])
      + many("dataLimitations", facts[.prohibited].map { "Not for: \($0)" } + facts[.gaps])
      + many("dataBiases", facts[.biases])
      + one("dataReleaseMaintenancePlan", facts[.plan])
  }

  private func many(_ name: String, _ texts: [String]) -> [(String, JSON)] {
    JSON.members("rai:" + name, texts.map(JSON.string))
  }

  /// A property that may stand once.
  private func one(_ name: String, _ texts: [String]) -> [(String, JSON)] {
    texts.isEmpty ? [] : [("rai:" + name, .string(texts.joined(separator: " ")))]
  }

  /// How and when one source was collected, in a sentence.
  private static func collection(_ source: PublicSource) -> String? {
    let parts = [source.method, source.collected, source.geography].compactMap { $0 }
    guard !parts.isEmpty else { return nil }
    let words = parts.joined(separator: ", ")
    return (source.id.map { "\($0): \(words)" } ?? words) + "."
  }

  /// Only if every source gives a day: the property is a date, and months or years are told in words.
  private var timeframe: [(String, JSON)] {
    let days = facts.sources.map { $0.collected ?? "" }
    return days.allSatisfy({ CalendarDate(stated: $0) != nil })
      ? many("dataCollectionTimeframe", days) : []
  }

  /// The questions, and how people learn to answer them.
  private var protocolOfAnnotation: [String] {
    guideline.layers.compactMap { layer in
      layer.question.map { "\(layer.id.value): \(facts.cleaned($0.value))" }
    } + facts[.training]
  }
}
