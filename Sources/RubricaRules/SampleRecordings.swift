/// Guidelines about what is heard, seen in a video or measured.
extension Sample {
  /// Calls in a recording, and one example.
  static func calls(
    layers: String =
      "- {id: calls, kind: segment, labels: [{id: call, definition: A bird's call.}]}",
    record: String
  ) -> String {
    task(
      modality: "audio", layers: layers,
      """
      # Calls

      ## Examples

      ### Good: a recording
      [A blackbird at dawn](media/dawn.wav)

      ```yaml expected
      \(record)
      ```
      """)
  }

  /// Cars in a scan of a street, and one example.
  static func scan(
    layers: String = """
    - id: cars
      kind: cuboid
      frame: the car's own, x forward, y to the left, z up
      labels: [{id: car, definition: Any car.}]
    """, record: String
  ) -> String {
    task(
      modality: "point-cloud", layers: layers,
      """
      # Cars

      ## Examples

      ### Good: a street
      ![The street from above](media/street.png)

      ```yaml expected
      \(record)
      ```
      """)
  }

  /// Cars followed through a video, and one example.
  static func drive(_ frames: String) -> String {
    drive(record: "tracks: [{id: car-1, label: car, frames: \(frames)}]")
  }

  static func drive(
    more: String = "", example: String = "Good", record: String
  ) -> String {
    task(
      modality: "video",
      layers: """
        - {id: cars, kind: box, labels: [{id: car, definition: Any car.}]}
        - {id: tracks, kind: track, over: cars, frame-rate: 25}
        """ + more,
      """
      # Cars

      ## Examples

      ### \(example): a crossing
      [A crossing](media/crossing.mp4)

      ```yaml expected
      \(record)
      ```
      """)
  }

  /// Cars followed through a video, and which of the tracks are the same car.
  static func reappearing(_ groups: String) -> String {
    drive(
      more: "\n- {id: same, kind: identity, over: tracks}",
      record: """
        tracks:
          - {id: car-1, label: car, frames: {0: [10, 10, 30, 30], 12: hidden}}
          - {id: car-2, label: car, frames: {30: [50, 10, 70, 30]}}
        same: \(groups)
        """)
  }

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
