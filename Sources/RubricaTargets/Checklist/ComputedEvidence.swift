internal import RubricaModel
internal import RubricaSource

/// Questions that are answered by looking at the guideline itself: `computed.…` in a catalogue.
package enum ComputedEvidence: String, Sendable, CaseIterable {
  case labelsDefined = "labels-defined-and-unique"
  case doubtRule = "doubt-and-none-rule"
  case edgeCases = "edge-cases-listed"
  case labelExamples = "every-label-has-good-and-bad-example"
  case walkThrough = "walk-through-example"
  case language = "instructions-language"
  case changelog = "changelog-entry-for-version"
  case pilot = "pilot-recorded"

  func findings(_ source: ChecklistSource, _ name: EvidenceName) -> EvidenceFindings {
    let look = ComputedLook(source: source, name: name)
    return switch self {
    case .labelsDefined: look.labelsDefined()
    case .doubtRule: look.doubtRule()
    case .edgeCases: look.edgeCases()
    case .labelExamples: look.labelExamples()
    case .walkThrough: look.walkThrough()
    case .language: look.language()
    case .changelog: look.changelog()
    case .pilot: look.pilot()
    }
  }
}

/// One look at the guideline. Each function answers one question of the catalogue.
struct ComputedLook {
  let source: ChecklistSource
  let name: EvidenceName

  var index: GuidelineIndex { source.index }

  func found(_ text: String, at span: Span) -> EvidenceFindings {
    EvidenceFindings(found: [source.evidence(name, text, at: span)])
  }

  func missing(_ text: String, near span: Span?) -> EvidenceFindings {
    EvidenceFindings(gaps: [source.gap(name, text, near: span ?? index.guideline.document.head)])
  }

  /// Places of the labels that annotators may give.
  var labelsInUse: [Int] {
    let labels = index.guideline.labels
    return labels.indices.filter {
      labels[$0].status?.value != .deprecated && index.isInAnyLayer(labels[$0].id.value)
    }
  }
}
