internal import RubricaModel
internal import RubricaSource

/// What the author wrote, as evidence: values with places for people.
struct ChecklistSource {
  let guideline: Guideline
  let index: GuidelineIndex
  private let places: SourcePlaces

  init(_ guideline: Guideline) {
    self.guideline = guideline
    index = GuidelineIndex(guideline)
    places = SourcePlaces(guideline)
  }

  func place(_ span: Span) -> ChecklistPlace { places.place(span) }

  func evidence(_ path: String, _ text: String, at span: Span) -> ChecklistEvidence {
    let isContact = path.hasPrefix("governance.contacts.")
    return ChecklistEvidence(
      path: path, place: place(span),
      text: isContact ? DataText.oneLine(text) : MailAddress.masked(DataText.oneLine(text)))
  }

  func gap(_ path: String, _ text: String, near span: Span?) -> ChecklistGap {
    ChecklistGap(path: path, place: span.map(place), text: text)
  }

  var governance: DataNode? { guideline.governance?.root }

  /// The values at a path of governance.yaml that say something.
  func values(_ path: String) -> [DataNode] {
    (governance?.nodes(at: path) ?? []).filter { DataText.isFilled($0) }
  }

  // MARK: paths of a catalogue

  /// One of the alternatives has to be there; where they go through the same list, one of them
  /// in each of its items that is concerned.
  func find(
    _ alternatives: [EvidencePath], concerns: ((DataNode) -> Bool)?
  ) -> EvidenceFindings {
    guard let first = alternatives.first else { return EvidenceFindings() }
    guard let list = first.list, alternatives.allSatisfy({ $0.list?.keys == list.keys }) else {
      return best(alternatives.map { find($0) })
    }
    let origin = walk(list.keys.map { .init(key: $0, isEvery: false) })
    guard let node = origin.node, !node.items.isEmpty else {
      return EvidenceFindings(gaps: [missing(origin)])
    }
    var findings = EvidenceFindings()
    for (number, item) in node.items.enumerated() where concerns?(item) ?? true {
      let name = item["id"]?.text?.value ?? String(number + 1)
      let start = Walk(node: item, path: "\(origin.path)[\(name)]", last: item.span)
      findings.append(
        best(alternatives.map { found(walk($0.list?.rest ?? [], from: start), isContact: false) }))
    }
    return findings
  }

  private func find(_ path: EvidencePath) -> EvidenceFindings {
    switch path.root {
    case .governance: return found(walk(path.steps), isContact: path.isContact)
    case .frontMatter(let key):
      let values = key.values(guideline)
      let name = "front-matter.\(key.rawValue)"
      guard values.isEmpty else {
        return EvidenceFindings(found: values.map { evidence(name, $0.value, at: $0.span) })
      }
      return EvidenceFindings(
        gaps: [
          gap(name, "`\(key.rawValue)` is not in the front matter", near: guideline.document.head)
        ])
    }
  }

  /// The first that is complete, else what all of them lack, in one sentence.
  private func best(_ findings: [EvidenceFindings]) -> EvidenceFindings {
    if let complete = findings.first(where: \.gaps.isEmpty) { return complete }
    guard findings.count > 1, let first = findings.first?.gaps.first else {
      return findings.first ?? EvidenceFindings()
    }
    let text = findings.compactMap { $0.gaps.first?.text }.joined(separator: ", and ")
    return EvidenceFindings(gaps: [ChecklistGap(path: first.path, place: first.place, text: text)])
  }

  // MARK: governance.yaml

  /// What a path without lists lacks.
  func missing(_ path: String) -> ChecklistGap {
    missing(walk(path.split(separator: ".").map { .init(key: String($0), isEvery: false) }))
  }

  /// How far a path leads.
  private struct Walk {
    /// What stands at its end; nil if it breaks off.
    var node: DataNode?
    /// The whole path, also the part that is not there.
    var path: String
    /// The place of the last thing that is there.
    var last: Span?
  }

  private func walk(_ steps: [EvidencePath.Step]) -> Walk {
    walk(steps, from: Walk(node: governance, path: "", last: governance?.span))
  }

  private func walk(_ steps: [EvidencePath.Step], from start: Walk) -> Walk {
    var walk = start
    for step in steps {
      walk.path += walk.path.isEmpty ? step.key : ".\(step.key)"
      let field = walk.node?.fields.first { $0.key.value == step.key }
      walk.node = field?.value
      if let field { walk.last = field.key.span }
    }
    return walk
  }

  private func found(_ walk: Walk, isContact: Bool) -> EvidenceFindings {
    guard let node = walk.node, DataText.isFilled(node) else {
      return EvidenceFindings(gaps: [missing(walk)])
    }
    let path = "governance.\(walk.path)"
    if isContact, let lacking = Contact.lacking(node) {
      return EvidenceFindings(gaps: [gap(path, "`\(walk.path)` has no \(lacking)", near: node.span)]
      )
    }
    return EvidenceFindings(found: [evidence(path, DataText.text(node), at: node.span)])
  }

  private func missing(_ walk: Walk) -> ChecklistGap {
    let text =
      if governance == nil {
        "`\(walk.path)` is missing: there is no governance.yaml"
      } else if let node = walk.node, let text = node.text {
        "`\(walk.path)` says only \"\(text.value)\""
      } else if walk.node != nil {
        "`\(walk.path)` is empty"
      } else {
        "`\(walk.path)` is not in governance.yaml"
      }
    return gap("governance.\(walk.path)", text, near: walk.last)
  }
}

/// When a contact is one: there is a name, and a way to reach the person.
private enum Contact {
  static func lacking(_ node: DataNode) -> String? {
    func has(_ key: String) -> Bool { node[key].map { DataText.isFilled($0) } ?? false }
    if !has("name") { return "`name`" }
    return has("email") || has("phone") || has("url") ? nil : "`email`, `phone` or `url`"
  }
}
