internal import RubricaSource

/// What can be said about a guideline that is to become labeling jobs.
enum GroundTruthChecks {
  static let all = [
    setting, publicWorkforce, layer, attribute, labels, manyLabels, title, question, notEnforced,
    templateSize, candidates, preAnnotation,
  ]

  static let setting = CheckInfo(
    id: "ground-truth-setting",
    levels: .error,
    summary: "The settings of `ground-truth` are complete, and the service accepts them.",
    rationale: """
      The service refuses the request, or starts a job that fails, and a job that runs cannot be \
      changed.
      """,
    bad: [
      GroundTruthSample.guideline(
        settings: "    region: ⟪eu-north-1⟫\n" + GroundTruthSample.settings(without: "region")),
      GroundTruthSample.guideline(
        settings: "    workers: ⟪12⟫\n" + GroundTruthSample.settings(without: "workers")),
      GroundTruthSample.guideline(
        settings: "    keywords: [⟪street-signs⟫]\n" + GroundTruthSample.settings()),
    ],
    good: [
      GroundTruthSample.guideline(
        settings: "    keywords: [street signs]\n" + GroundTruthSample.settings())
    ])

  static let publicWorkforce = CheckInfo(
    id: "ground-truth-public-workforce",
    levels: .warning,
    summary: "The public workforce of Ground Truth has been discontinued.",
    rationale: """
      It was Amazon Mechanical Turk, which has accepted no new work since 30 July 2026. A request for it \
      would also need a price per task, which Rubrica does not write.
      """,
    bad: [
      GroundTruthSample.guideline(
        settings:
          "    workteam: ⟪arn:aws:sagemaker:eu-west-1:394669845002:workteam/public-crowd/default⟫\n"
          + GroundTruthSample.settings(without: "workteam"))
    ],
    good: [GroundTruthSample.guideline()])

  static let layer = CheckInfo(
    id: "ground-truth-layer",
    levels: .warning,
    summary: "Ground Truth has a kind of job for every layer; other layers are left out.",
    rationale: "People who start the jobs of the bundle get no answers to that question.",
    bad: [
      GroundTruthSample.guideline(
        layers: """
          - {id: topic, kind: choice, labels: [sport, money]}
          - ⟪{id: summary, kind: text}⟫
          """)
    ],
    good: [GroundTruthSample.guideline()])

  static let attribute = CheckInfo(
    id: "ground-truth-attribute",
    levels: .warning,
    summary: "Ground Truth's jobs for texts and pictures cannot ask for attributes of answers.",
    rationale:
      "The jobs are made without the question, and the labels come back without the attribute.",
    bad: [
      GroundTruthSample.guideline(
        layers: """
          - id: topic
            kind: choice
            labels: [sport, money]
            attributes:
              - ⟪{id: sure, type: boolean}⟫
          """)
    ],
    good: [GroundTruthSample.guideline()])

  static let labels = CheckInfo(
    id: "ground-truth-labels",
    levels: .error,
    summary: "The names of the labels are within the limits of number and length, and differ.",
    rationale: """
      The service refuses a job with only one class to choose from, with more than 50 labels where \
      several may be given, with names of more than 256 characters, or with two equal names.
      """,
    bad: [
      GroundTruthSample.guideline(layers: "- ⟪{id: topic, kind: choice, labels: [sport]}⟫"),
      GroundTruthSample.guideline(
        layers: """
          - id: topic
            kind: choice
            labels:
              - {id: win, name: Sport, definition: A match that was won.}
              - {id: ⟪loss⟫, name: Sport, definition: A match that was lost.}
          """, body: ""),
    ],
    good: [GroundTruthSample.guideline()])

  static let manyLabels = CheckInfo(
    id: "ground-truth-many-labels",
    levels: .warning,
    summary: "A picture should not have more than 10 labels to choose from.",
    rationale: """
      The documentation of the page element says 10, the documentation of the service says \
      50. Test the page before the work starts.
      """,
    bad: [
      GroundTruthSample.guideline(
        modality: "image",
        layers: "- ⟪{id: signs, kind: box, labels: [a, b, c, d, e, f, g, h, i, j, k]}⟫",
        body: "## Labels\n"
          + "abcdefghijk".map { "\n### \($0.uppercased())\nThe sign \($0).\n" }.joined())
    ],
    good: [GroundTruthSample.guideline()])

  static let title = CheckInfo(
    id: "ground-truth-title",
    levels: .error,
    summary: "The title of a job has at most 128 characters, and no emoji.",
    rationale: "The service refuses the request.",
    bad: [
      GroundTruthSample.guideline(title: "⟪Messages 🙂⟫"),
      GroundTruthSample.guideline(
        title: "⟪" + String(repeating: "Messages and more ", count: 8) + "end⟫"),
    ],
    good: [GroundTruthSample.guideline()])

  static let question = CheckInfo(
    id: "ground-truth-question",
    levels: .error,
    summary: "The question of a layer has at most 255 characters, and no line break.",
    rationale: "It describes the job to the annotators, and the service refuses a longer one.",
    bad: [
      GroundTruthSample.guideline(
        layers:
          "- {id: topic, kind: choice, labels: [sport, money], question: ⟪\(String(repeating: "What is this message mostly about? ", count: 8))Say⟫}"
      ),
      GroundTruthSample.guideline(
        layers:
          "- {id: topic, kind: choice, labels: [sport, money], question: ⟪\"What is it?\\nSport or money?\"⟫}"
      ),
    ],
    good: [
      GroundTruthSample.guideline(
        layers: "- {id: topic, kind: choice, labels: [sport, money], question: What is it about?}")
    ])

  static let candidates = CheckInfo(
    id: "ground-truth-candidates",
    levels: .note,
    summary: "A job shows one text, so it must contain both candidates of a comparison.",
    rationale:
      "The person who prepares the items must know this, or annotators choose between mere names.",
    bad: [
      GroundTruthSample.guideline(
        layers: "- {id: better, kind: pairwise, question: Which is better?, candidates: ⟪[a, b]⟫}",
        body: "Prefer the shorter one.")
    ],
    good: [GroundTruthSample.guideline()])

  static let preAnnotation = CheckInfo(
    id: "ground-truth-pre-annotation",
    levels: .warning,
    summary: "A job for new labels starts from an empty page.",
    rationale: """
      Annotators are told that there are answers to correct, but find none. The service corrects answers \
      in another kind of job, which is made from the results of an earlier one.
      """,
    bad: [
      GroundTruthSample.guideline(
        layers: """
          - id: topic
            kind: choice
            labels: [sport, money]
            pre-annotation: ⟪verify⟫
            pre-annotated-by: a model
          """)
    ],
    good: [GroundTruthSample.guideline()])

  static let notEnforced = CheckInfo(
    id: "ground-truth-not-enforced",
    levels: .note,
    summary: "A limit on the number of answers is not enforced by Ground Truth.",
    rationale: "Annotators can submit answers that break it. Rely on a check of the results.",
    bad: [
      GroundTruthSample.guideline(
        layers: "- {id: topics, kind: choices, labels: [sport, money], maximum: ⟪1⟫}")
    ],
    good: [
      GroundTruthSample.guideline(
        layers: "- {id: topics, kind: choices, labels: [sport, money]}")
    ])

  static let templateSize = CheckInfo(
    id: "ground-truth-template-size",
    levels: .error,
    summary: "A task template has at most 128,000 characters.",
    rationale: "The service refuses a larger one. Nobody reads instructions of that length either.",
    bad: [],
    good: [GroundTruthSample.guideline()])
}
