package import RubricaModel
package import RubricaSource

/// A segment lies within its recording.
package enum SegmentOutsideRecording: Check {
  package static let info = CheckInfo(
    id: "segment-outside-recording",
    levels: .error,
    summary: "Every segment of an example is within its recording.",
    rationale: """
      No tool can show it. The times come from another recording, or were read as minutes instead of \
      seconds. The length is read from WAV, MP3, FLAC, Ogg, MP4 and WebM files that state it.
      """,
    // How long a recording is, only bytes can show: the tests make them.
    bad: [CheckExample(Sample.greeting("⟪-1, end: 1.2⟫"))],
    good: [CheckExample(Sample.greeting("0.4, end: 1.2"))])

  /// Seconds: times are written with two digits, as a rule.
  private static let rounding = 0.01

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for example in index.guideline.examples {
      guard case .media(let path, _) = example.input else { continue }
      let duration = index.media(path.value)?.duration
      for answer in example.expected?.answers ?? [] {
        guard case .regions(let regions) = answer.value else { continue }
        for region in regions {
          guard case .segment(let start, let end) = region.geometry else { continue }
          if start < 0 {
            report.add(
              info, at: region.geometrySpan, early(start, region),
              help: "count seconds from the start of the recording, which is 0")
          } else if let duration, end > duration + rounding {
            report.add(
              info, at: region.geometrySpan, late(end, region),
              notes: [.init("the recording is \(Self.written(duration)) s long", at: path.span)],
              help: "count seconds from the start of the recording")
          }
        }
      }
    }
  }

  private static func early(_ start: Double, _ region: Region) -> String {
    "this `\(region.label.value)` starts at \(start.written) s, before the recording starts"
  }

  private static func late(_ end: Double, _ region: Region) -> String {
    "this `\(region.label.value)` ends at \(end.written) s, after the end of the recording"
  }

  /// Hundredths of a second.
  private static func written(_ seconds: Double) -> String {
    ((seconds * 100).rounded() / 100).written
  }
}

extension Sample {
  fileprivate static func greeting(_ times: String) -> String {
    task(
      modality: "audio", layers: "- {id: parts, kind: segment, labels: [speech]}",
      """
      # Calls

      ## Labels

      ### Speech
      Somebody talks.

      ## Examples

      ### Good: a greeting
      [A greeting](media/greeting.wav)

      ```yaml expected
      parts: [{label: speech, start: \(times)}]
      ```
      """)
  }
}
