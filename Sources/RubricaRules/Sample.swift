/// Small complete guidelines for the examples of checks, so that an example says only what it is
/// about.
enum Sample {
  /// A guideline with these layers (YAML list items) and this body.
  static func task(
    modality: String = "image", stage: String? = nil, header: String = "", layers: String,
    _ body: String
  ) -> String {
    var text = "---\nrubrica: 1\n"
    if let stage { text += "stage: \(stage)\n" }
    text += header.isEmpty || header.hasSuffix("\n") ? header : header + "\n"
    text += "task:\n  modality: \(modality)\n  layers:\n"
    for line in layers.split(separator: "\n") { text += "    \(line)\n" }
    return text + "---\n\n" + body + (body.hasSuffix("\n") ? "" : "\n")
  }

  static let signLabels = """
    # Street signs

    ## Labels

    ### Stop
    A red octagon that orders the driver to stop.

    ### Other sign
    Every other sign.
    """

  /// Boxes around street signs, two labels, then this body.
  static func signs(
    stage: String? = nil, header: String = "",
    layers: String = "- {id: signs, kind: box, labels: [stop, other-sign]}", _ body: String
  ) -> String {
    task(stage: stage, header: header, layers: layers, signLabels + "\n\n" + body)
  }

  /// Boxes around street signs, and one example with this record.
  static func signs(
    stage: String? = nil,
    layers: String = "- {id: signs, kind: box, labels: [stop, other-sign]}",
    example: String = "Good: one sign", record: String
  ) -> String {
    signs(
      stage: stage, layers: layers,
      """
      ## Examples

      ### \(example)
      ![A stop sign at a crossing](media/stop.png)

      ```yaml expected
      \(record)
      ```
      """)
  }

  /// Two labels with these lead-ins.
  static func leadIns(_ stop: String, _ other: String) -> String {
    task(
      layers: "- {id: signs, kind: box, labels: [stop, other-sign]}",
      """
      # Signs

      ## Labels

      ### Stop
      A red octagon.

      \(stop)

      ### Other sign
      Every other sign.

      \(other)
      """)
  }

  static let nameLayers = """
    - id: names
      kind: span
      labels:
        - {id: PER, name: Person, definition: The name of a person.}
        - {id: ORG, name: Organisation, definition: The name of an organisation.}
    """

  static let relationLayers =
    nameLayers + """

      - id: facts
        kind: relation
        over: names
        relations: [{id: works-for, from: [PER], to: [ORG]}]
      """

  /// Names in a text, and one example.
  static func names(
    stage: String? = nil, layers: String = nameLayers, example: String = "Good: names",
    _ text: String
  ) -> String {
    task(
      modality: "text", stage: stage, layers: layers,
      "# Names\n\n## Examples\n\n### \(example)\n\(text)")
  }

  static func relation(_ line: String) -> String {
    names(layers: relationLayers, "> [Ada]{PER #a} joined [Acme]{ORG #b}.\n>\n> \(line)\n")
  }

  /// One sign with attributes.
  static func occluded(
    example: String = "Good: one sign",
    attributes: String = "[{id: occluded, type: enum, values: [none, part, most]}]", _ mark: String
  ) -> String {
    signs(
      layers: """
        - id: signs
          kind: box
          labels: [stop, other-sign]
          attributes: \(attributes)
        """, example: example, record: "signs: [\(mark)]")
  }

  /// Replies of two or more systems that are compared, and perhaps one example.
  static func comparison(
    _ kind: String, _ candidates: String, _ more: String = "ties: false", example: String = "Good",
    record: String? = nil
  ) -> String {
    let examples = record.map {
      """
      ## Examples

      ### \(example): how to boil an egg
      > A: Seven minutes. B: It depends. C: Ask a hen.

      ```yaml expected
      \($0)
      ```
      """
    }
    return task(
      modality: "text",
      layers: """
        - id: better
          kind: \(kind)
          question: Which reply is better?
          candidates: \(candidates)
          \(more)
        """, "# Replies\n\nPrefer the reply that answers.\n\n" + (examples ?? ""))
  }

  static func scale(_ points: String, id: String = "severity") -> String {
    task(
      modality: "text",
      layers: """
        - id: \(id)
          kind: scale
          question: How bad is it?
          points: \(points)
        """, "# Severity\n\nJudge the message.\n")
  }

  /// An earlier version of a guideline about signs, with a rule.
  static let before = signs(
    header: "version: 1.0.0", "- `height < 10 px` -> do not label."
  ).ruled
}

extension String {
  /// Puts the marks of a finding around the first occurrence of a text.
  func marking(_ text: String) -> String {
    guard let place = utf8.indices.first(where: { self[$0...].hasPrefix(text) }) else {
      return self
    }
    return self[..<place] + "⟪" + text + "⟫" + self[place...].dropFirst(text.count)
  }

  /// With a heading above the first item, so that it is a rule.
  var ruled: String {
    guard let place = firstRange(of: "\n- `height") else { return self }
    return self[..<place.lowerBound] + "\n## Rules\n" + self[place.lowerBound...]
  }
}
