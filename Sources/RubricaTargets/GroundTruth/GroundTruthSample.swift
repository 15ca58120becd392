internal import RubricaSource

/// Small complete guidelines for the examples of the checks.
enum GroundTruthSample {
  private static let values = [
    ("region", "eu-west-1"), ("role", "arn:aws:iam::123456789012:role/GroundTruth"),
    ("workteam", "arn:aws:sagemaker:eu-west-1:123456789012:workteam/private-crowd/desk"),
    ("bucket", "s3://example-labeling"), ("workers", "3"), ("time-limit", "600"),
  ]

  /// The settings of rubrica.yaml, but for one.
  static func settings(without missing: String? = nil) -> String {
    values.filter { $0.0 != missing }.map { "    \($0.0): \($0.1)\n" }.joined()
  }

  /// A guideline about messages, in a workspace that builds for Ground Truth alone.
  static func guideline(
    title: String = "Messages", modality: String = "text",
    layers: String = "- {id: topic, kind: choice, labels: [sport, money]}",
    body: String = """
    ## Labels

    ### Sport
    Games and matches.

    ### Money
    Prices and wages.
    """,
    settings: String? = nil
  ) -> CheckExample {
    let indented = layers.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    return CheckExample(
      """
      ---
      rubrica: 1
      id: messages
      title: \(title)
      task:
        modality: \(modality)
        layers:
      \(indented)
      ---

      # About

      \(body)
      """,
      files: [
        "rubrica.yaml": "rubrica: 1\ntargets:\n  ground-truth:\n" + (settings ?? self.settings())
      ])
  }
}
