package import RubricaModel
package import RubricaSource

/// What `rubrica new` wrote to be replaced has been replaced.
package enum LeftoverPlaceholder: Check {
  package static let info = CheckInfo(
    id: "leftover-placeholder",
    levels: Levels(draft: nil, pilot: .warning, release: .error),
    summary:
      "The owner, purpose and contacts are no longer those of a starter, and its advice is gone.",
    rationale: """
      Annotators write to an address that nobody reads, and the checklist counts an owner who does not \
      exist. What the starter tells the author stands among what annotators are told.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          stage: "pilot",
          header: """
            purpose: ⟪Train a detector that tells whether everybody on a building site wears a helmet.⟫
            owner: ⟪Your name⟫
            """, "Draw tight boxes.")),
      CheckExample(
        Sample.signs(stage: "pilot", "Draw tight boxes."),
        files: [
          "governance.yaml": """
          contacts:
            questions: {name: ⟪Your team⟫, email: ⟪team@example.com⟫}

          """
        ]),
      CheckExample(
        Sample.signs(
          stage: "pilot",
          "⟪Replace: put a picture into the folder media and move the next lines out of this comment.⟫"
        )),
    ],
    good: [
      CheckExample(Sample.signs(stage: "pilot", "Replace: nothing. Draw tight boxes.")),
      CheckExample(
        Sample.signs(
          stage: "pilot",
          header: "purpose: Read the signs along a road.\nowner: Ada Park", "Draw tight boxes."),
        files: [
          "governance.yaml": """
          contacts:
            questions: {name: Labeling desk, email: desk@parcels.example}

          """
        ]),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard report.level(of: info) != nil else { return }
    let guideline = index.guideline
    for place in advice(in: guideline) {
      report.add(
        info, at: place, "this is what the starter tells the author, and annotators read it",
        help: "remove it, once it is done")
    }
    func add(_ text: Located<String>, _ help: String) {
      report.add(
        info, at: text.span, "\"\(Wording.excerpt(text.value))\" is a placeholder from the starter",
        help: help)
    }
    if let purpose = guideline.purpose, purposes.contains(purpose.value) {
      add(purpose, "say what your labels are for")
    }
    if let owner = guideline.owner, names.contains(owner.value) {
      add(owner, "name the person who is responsible for the guideline")
    }
    for contact in guideline.governance?.root["contacts"]?.fields ?? [] {
      for name in texts(contact.value["name"]) where names.contains(name.value) {
        add(name, "name the person or team")
      }
      for address in texts(contact.value["email"]) where addresses.contains(address.value) {
        add(address, "write the address that they can be reached at")
      }
    }
  }

  /// Paragraphs that begin as the comments of the starters do.
  private static func advice(in guideline: Guideline) -> [Span] {
    var found: [Span] = []
    guideline.forEachBlock { block in
      guard case .paragraph(let inlines) = block.kind, let first = inlines.first,
        case .text(let text) = first.kind, text.hasPrefix("Replace: ")
      else { return }
      let words = text.dropFirst("Replace: ".count)
      if adviceStarts.contains(where: { words.hasPrefix($0) }) { found.append(block.span) }
    }
    return found
  }

  private static let adviceStarts = [
    "one heading for each label", "one row for each point", "put a picture into the folder media",
    "put a recording into the folder media", "two or three sentences that a new annotator reads",
    "what holds for all labels", "your own signs",
  ]

  /// A value, or the values of a list.
  private static func texts(_ node: DataNode?) -> [Located<String>] {
    guard let node else { return [] }
    return node.text.map { [$0] } ?? node.items.compactMap(\.text)
  }

  private static let names: Set = ["Your name", "Your team"]
  private static let addresses: Set = ["team@example.com"]

  /// The purposes of the starters.
  private static let purposes: Set = [
    "Compare two versions of a help page by how well they answer a reader's question.",
    "Find people and places in local news, so that readers can look for them.",
    "Measure from the air how much of a roof is free for solar panels.",
    "Send each message from a customer to the team that can answer it.",
    "Sort the pictures of returned parcels, so that damaged ones reach a person first.",
    "Train a detector that tells whether everybody on a building site wears a helmet.",
    "Train a model that tells cyclists in a gym whether their saddle has the right height.",
    "Train speech recognition for calls to a repair service.",
  ]
}
