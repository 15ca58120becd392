internal import RubricaSource

/// What can be said about a guideline that is to become a Label Studio project.
enum LabelStudioChecks {
  static let all = [
    layer, notEnforced, condition, ambiguousLabel, shortcut, builtInKey, title, example,
    openExample, picture, recording, preAnnotation, candidates,
  ]

  static let layer = CheckInfo(
    id: "label-studio-layer",
    levels: .warning,
    summary: "Label Studio can ask every layer; other layers are left out of the project.",
    rationale: """
      People who build the project from the bundle get one without that question, and notice it only when \
      the labels come back.
      """,
    bad: [
      CheckExample(
        """
        ---
        rubrica: 1
        id: scans
        version: 1.0.0
        task:
          modality: point-cloud
          layers:
            - ⟪{id: scene, kind: choice, labels: [street, park]}⟫
        ---

        # Scans

        ## Labels

        ### Street
        A road with traffic.

        ### Park
        Grass and trees.
        """)
    ],
    good: [
      CheckExample(
        """
        ---
        rubrica: 1
        id: photos
        version: 1.0.0
        task:
          modality: image
          layers:
            - {id: scene, kind: choice, labels: [street, park]}
        ---

        # Photos

        ## Labels

        ### Street
        A road with traffic.

        ### Park
        Grass and trees.
        """)
    ])

  static let notEnforced = CheckInfo(
    id: "label-studio-not-enforced",
    levels: .note,
    summary: "A limit that Label Studio cannot enforce is at most in the headings of the page.",
    rationale: """
      Annotators can submit answers that break it. Rely on a check of the results, not on the page.
      """,
    bad: [
      CheckExample(
        task("- {id: topics, kind: choices, labels: [sport, money], maximum: ⟪1⟫}"))
    ],
    good: [CheckExample(task("- {id: topics, kind: choices, labels: [sport, money]}"))])

  static let condition = CheckInfo(
    id: "label-studio-condition",
    levels: .warning,
    summary: "An attribute that applies only to some answers is asked only for those.",
    rationale: """
      Label Studio splits conditions at commas and can only wait for a chosen value. Annotators see a \
      question that does not concern their answer.
      """,
    bad: [
      CheckExample(
        task(
          """
          - id: topic
            kind: choice
            labels: [sport, money]
            attributes:
              - ⟪{id: team, type: text, applies-to: [sport]}⟫
          """,
          block: "export: \"sport,ball\""))
    ],
    good: [
      CheckExample(
        task(
          """
          - id: topic
            kind: choice
            labels: [sport, money]
            attributes:
              - {id: team, type: text, applies-to: [sport]}
          """))
    ])

  static let ambiguousLabel = CheckInfo(
    id: "label-studio-ambiguous-label",
    levels: .error,
    summary: "Two answers to a question have different names and different exported ids.",
    rationale: """
      Label Studio identifies an answer by either of the two. Stored answers of one would be shown, \
      counted and exported as the other.
      """,
    bad: [
      CheckExample(
        task("- {id: topic, kind: choice, labels: [sport, ⟪money⟫]}", block: "export: money")),
      CheckExample(task(escape: "{id: boat, means: other, name: ⟪Sport⟫}")),
      CheckExample(
        task(
          "- {id: level, kind: scale, question: How?, points: [{value: 1, means: low}, {value: 2, means: high}]}",
          escape: "{id: unsure, means: unsure-flag, name: ⟪\"2\"⟫}")),
    ],
    good: [
      CheckExample(task("- {id: topic, kind: choice, labels: [sport, money]}")),
      CheckExample(task(escape: "{id: boat, means: other, name: Another sport}")),
    ])

  static let shortcut = CheckInfo(
    id: "label-studio-shortcut",
    levels: .warning,
    summary: "A shortcut is a key that Label Studio can assign to the label.",
    rationale: """
      Annotators who learned the key from the instructions press it and nothing happens: the editor \
      cannot use it, or it belongs to another label.
      """,
    bad: [CheckExample(task(block: "shortcut: ⟪\"+\"⟫"))],
    good: [CheckExample(task(block: "shortcut: s"))])

  static let builtInKey = CheckInfo(
    id: "label-studio-built-in-key",
    levels: .note,
    summary: "On pictures, a shortcut is not a key of Label Studio's own tools.",
    rationale: "An annotator who presses the key may get the label, the tool, or both.",
    bad: [CheckExample(task(block: "shortcut: ⟪h⟫", modality: "image"))],
    good: [CheckExample(task(block: "shortcut: s", modality: "image"))])

  static let title = CheckInfo(
    id: "label-studio-title",
    levels: .note,
    summary: "A title has 3 to 50 characters, so that the project can use it unchanged.",
    rationale:
      "Label Studio refuses other titles. People look for a project by the title they know.",
    bad: [
      CheckExample(task(title: "⟪What the messages of the last three years are about⟫")),
      CheckExample(task(title: "⟪It⟫")),
    ],
    good: [CheckExample(task(title: "What messages are about"))])

  static let example = CheckInfo(
    id: "label-studio-example",
    levels: .warning,
    summary:
      "The record of a good example can be stored in Label Studio; otherwise its task has no answer.",
    rationale: "The example is missing from the ground truths that the work is measured by.",
    bad: [
      CheckExample(
        task("- {id: topic, kind: choice, labels: [sport, money]}", block: "status: deprecated")
          + """


          ⟪## Good: a match⟫
          > Two goals in ten minutes.

          ```yaml expected
          topic: sport
          ```
          """),
      CheckExample(
        task(
          "- {id: topic, kind: choice, labels: [sport, money]}", block: "pattern: \"[0-9]+ goals\"")
            + """


            ⟪## Good: a match⟫
            > Two goals in ten minutes.

            ```yaml expected
            topic: 2 goals
            ```
            """),
    ],
    good: [
      CheckExample(
        task("- {id: topic, kind: choice, labels: [sport, money]}") + """


          ## Good: a match
          > Two goals in ten minutes.

          ```yaml expected
          topic: sport
          ```
          """)
    ])

  static let openExample = CheckInfo(
    id: "label-studio-open-example",
    levels: .note,
    summary: "A good example answers every layer, so that it can be a ground truth.",
    rationale: """
      An annotator who answers the open question would be counted as wrong. Such an example is exported \
      as a prediction instead.
      """,
    bad: [
      CheckExample(
        task(
          """
          - {id: topic, kind: choice, labels: [sport, money]}
          - {id: mood, kind: scale, points: [{value: 1, means: calm}, {value: 2, means: excited}]}
          """) + """


            ⟪## Good: a match⟫
            > Two goals in ten minutes.

            ```yaml expected
            topic: sport
            ```
            """)
    ],
    good: [
      CheckExample(
        task("- {id: topic, kind: choice, labels: [sport, money]}") + """


          ## Good: a match
          > Two goals in ten minutes.

          ```yaml expected
          topic: sport
          ```
          """)
    ])

  static let picture = CheckInfo(
    id: "label-studio-picture",
    levels: .warning,
    summary: "The picture of an example should not be larger than 5 MB.",
    rationale: """
      Pictures are part of the tasks, so that the file is complete. Label Studio keeps each one in its \
      database and sends it whole to every annotator.
      """,
    bad: [],
    good: [])

  static let recording = CheckInfo(
    id: "label-studio-recording",
    levels: .note,
    summary: "A good example is a text or a picture; recordings are left out of the tasks.",
    rationale: "The file of tasks can contain only texts and pictures.",
    bad: [
      CheckExample(
        task(modality: "audio") + """


          ## Good: a match
          ⟪[A whistle, then cheers](media/match.ogg)⟫

          ```yaml expected
          topic: sport
          ```
          """, files: ["media/match.ogg": "OggS"])
    ],
    good: [CheckExample(task())])

  static let preAnnotation = CheckInfo(
    id: "label-studio-pre-annotation",
    levels: .note,
    summary: "Existing answers for annotators are not in the project.",
    rationale: """
      A guideline says what produced them and what is done with them, but does not contain them. Without \
      them annotators wait for marks that never appear, or make all of them again.
      """,
    bad: [
      CheckExample(
        task(
          """
          - id: topic
            kind: choice
            labels: [sport, money]
            pre-annotation: ⟪verify⟫
            pre-annotated-by: a model
          """))
    ],
    good: [CheckExample(task())])

  static let candidates = CheckInfo(
    id: "label-studio-candidates",
    levels: .note,
    summary: "The candidates of a comparison are on the page only if an example shows their texts.",
    rationale: """
      Without a text for each candidate the items have one text, and the person who prepares them must \
      write both candidates into it, in the right order.
      """,
    bad: [
      CheckExample(
        task("- {id: better, kind: pairwise, question: Which is better?, candidates: ⟪[a, b]⟫}"))
    ],
    good: [
      CheckExample(
        task("- {id: better, kind: pairwise, question: Which is better?, candidates: [a, b]}") + """


          ## Good: two reports
          > Who won?

          ```text a
          The guests, by two goals.
          ```

          ```text b
          It was a match.
          ```

          ```yaml expected
          better: a
          ```
          """)
    ])

  // MARK: Small guidelines

  /// A guideline about messages with the layers given; `block` says more of the label Sport, and
  /// `escape` is an escape answer.
  private static func task(
    _ layers: String = "- {id: topic, kind: choice, labels: [sport, money]}", block: String? = nil,
    modality: String = "text", title: String = "Messages", escape: String? = nil
  ) -> String {
    let indented = layers.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    let more = block.map { "\n```yaml label\n\($0)\n```\n" } ?? ""
    let escapes = escape.map { "\nescape: [\($0)]" } ?? ""
    return """
      ---
      rubrica: 1
      id: messages
      title: \(title)
      version: 1.0.0
      task:
        modality: \(modality)
        layers:
      \(indented)\(escapes)
      ---

      # About

      ## Labels

      ### Sport
      Games and matches.
      \(more)
      ### Money
      Prices and wages.
      """
  }
}
