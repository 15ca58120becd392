internal import RubricaModel
package import RubricaSource

/// What can be said about a guideline that is to become a page.
enum InstructionsChecks {
  static let recording = CheckInfo(
    id: "instructions-recording",
    levels: .warning,
    summary: "A recording in an example is one that browsers play, and has at most 8 MB.",
    rationale: """
      The page carries its recordings, so that it can be read anywhere. Of one that is too large, or \
      of a kind that browsers do not play, annotators see the name and hear nothing.
      """,
    bad: [sample("siren.aiff", "⟪media/siren.aiff⟫", bytes: "FORM\0\0\0\0AIFF")],
    good: [sample("siren.ogg", "media/siren.ogg", bytes: "OggS\0")])

  private static func sample(_ name: String, _ path: String, bytes: String) -> CheckExample {
    CheckExample(
      """
      ---
      rubrica: 1
      task:
        modality: audio
        layers:
          - {id: sound, kind: choice, labels: [siren, horn]}
      ---

      # Sounds of a street

      ## Labels

      ### Siren
      A tone that rises and falls.

      #### Good: from far away
      [Three seconds of a siren](\(path))

      ```yaml expected
      sound: siren
      ```

      ### Horn
      A short tone that stays the same.
      """,
      files: [
        "media/\(name)": bytes, "rubrica.yaml": "rubrica: 1\ntargets:\n  instructions: {}\n",
      ])
  }
}

extension Media {
  /// The size up to which a page carries a recording.
  static let largestRecording = 8_000_000

  /// Whether it is a recording that the page carries and a browser plays.
  var isPlayable: Bool {
    guard let bytes, bytes.count <= Self.largestRecording else { return false }
    switch type {
    case .mp3, .wav, .ogg, .mp4, .webm: return true
    default: return false
    }
  }
}
