internal import RubricaModel
internal import RubricaSource

/// What the author wrote, as evidence: values with places for people. Shared, not copied.
final class ChecklistSource {
  let guideline: Guideline
  let index: GuidelineIndex
  let governance: DataNode?
  private let places: SourcePlaces

  init(_ index: GuidelineIndex) {
    self.index = index
    guideline = index.guideline
    governance = guideline.governance?.root
    places = SourcePlaces(guideline)
  }

  func place(_ span: Span) -> ChecklistPlace { places.place(span) }

  func evidence(_ path: String, _ text: String, at span: Span) -> ChecklistEvidence {
    let line = DataText.oneLine(text)
    let isContact =
      line.utf8.span.contains(UInt8(ascii: "@")) && path.hasPrefix("governance.contacts.")
    return ChecklistEvidence(
      path: path, place: place(span), text: isContact ? line : MailAddress.masked(line))
  }

  func gap(_ path: String, _ text: String, near span: Span?) -> ChecklistGap {
    ChecklistGap(path: path, place: span.map(place), text: text)
  }

  /// The value at a path of governance.yaml, if it says something.
  func value(_ path: DataPath) -> DataNode? {
    guard let node = governance?.follow(path).node, DataText.isFilled(node) else { return nil }
    return node
  }

  // MARK: paths of a catalogue

  /// One of the alternatives has to be there; where they go through the same list, one of them
  /// in each of its items that is concerned.
  func find(
    _ alternatives: [EvidencePath], concerns: ((DataNode) -> Bool)?
  ) -> EvidenceFindings {
    guard let first = alternatives.first else { return EvidenceFindings() }
    guard let list = first.list,
      alternatives.allSatisfy({ $0.list?.path.text == list.path.text })
    else { return best(alternatives) { find($0) } }
    let origin = walk(list.path, from: governance, at: "")
    guard let node = origin.node, !node.items.isEmpty else {
      return EvidenceFindings(gaps: [missing(origin)])
    }
    var findings = EvidenceFindings()
    for (number, item) in node.items.enumerated() where concerns?(item) ?? true {
      let name = item["id"]?.text?.value ?? String(number + 1)
      let start = "\(origin.path)[\(name)]"
      findings.append(
        best(alternatives) { alternative in
          guard let rest = alternative.list?.rest else { return EvidenceFindings() }
          return found(walk(rest, from: item, at: start), isContact: false)
        })
    }
    return findings
  }

  private func find(_ path: EvidencePath) -> EvidenceFindings {
    switch path.root {
    case .governance:
      return found(walk(path.whole, from: governance, at: ""), isContact: path.isContact)
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
  private func best(
    _ alternatives: [EvidencePath], _ find: (EvidencePath) -> EvidenceFindings
  ) -> EvidenceFindings {
    var incomplete: [EvidenceFindings] = []
    for alternative in alternatives {
      let findings = find(alternative)
      if findings.gaps.isEmpty { return findings }
      incomplete.append(findings)
    }
    guard incomplete.count > 1, let first = incomplete.first?.gaps.first else {
      return incomplete.first ?? EvidenceFindings()
    }
    let text = incomplete.compactMap { $0.gaps.first?.text }.joined(separator: ", and ")
    return EvidenceFindings(gaps: [ChecklistGap(path: first.path, place: first.place, text: text)])
  }

  // MARK: governance.yaml

  /// What a path without lists lacks.
  func missing(_ path: DataPath) -> ChecklistGap { missing(walk(path, from: governance, at: "")) }

  /// How far a path leads.
  private struct Walk {
    /// What stands at its end; nil if it breaks off.
    var node: DataNode?
    /// The whole path, also the part that is not there.
    var path: String
    /// The place of the last thing that is there.
    var last: Span?
  }

  private func walk(_ path: DataPath, from start: DataNode?, at name: String) -> Walk {
    let written =
      if name.isEmpty { path.text } else if path.keys.isEmpty { name } else {
        "\(name).\(path.text)"
      }
    guard let end = start?.follow(path) else { return Walk(node: nil, path: written, last: nil) }
    return Walk(node: end.node, path: written, last: end.last)
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
