internal import RubricaModel
internal import RubricaSource

/// What the catalogue asks about the pilot round.
extension ComputedLook {
  private static let pilotPath = DataPath("quality.pilot")

  func pilot() -> EvidenceFindings {
    guard let pilot = source.value(Self.pilotPath) else {
      // As a path to it says it, so that a catalogue that asks for both is answered once.
      return EvidenceFindings(gaps: [source.missing(Self.pilotPath)])
    }
    let lacking = ["items", "annotators", "result", "date"].filter { key in
      pilot[key]?.isFilled != true
    }
    guard lacking.isEmpty else {
      let keys = lacking.map { "`\($0)`" }.joined(separator: ", ")
      return missing("`quality.pilot` lacks \(keys)", near: pilot.span)
    }
    return found("size, annotators, result and date of a pilot are recorded", at: pilot.span)
  }
}
