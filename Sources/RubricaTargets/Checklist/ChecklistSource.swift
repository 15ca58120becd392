internal import RubricaModel
internal import RubricaSource

/// What the author wrote, as evidence: values with places for people. Shared, not copied.
final class ChecklistSource {
  let index: GuidelineIndex
  let governance: DataNode?
  private let places: SourcePlaces

  init(_ index: GuidelineIndex) {
    self.index = index
    governance = index.guideline.governance?.root
    places = SourcePlaces(index.guideline)
  }

  func place(_ span: Span) -> ChecklistPlace { places.place(span) }

  func evidence(_ name: EvidenceName, _ text: String, at span: Span) -> ChecklistEvidence {
    var line = DataText.oneLine(text)
    if line.utf8.span.contains(UInt8(ascii: "@")), !name.path.hasPrefix("governance.contacts.") {
      line = MailAddress.masked(line)
    }
    return ChecklistEvidence(name: name, place: place(span), text: line)
  }

  func gap(_ name: EvidenceName, _ text: String, near span: Span?) -> ChecklistGap {
    ChecklistGap(name: name, place: span.map(place), text: text)
  }

  /// The value at a path of governance.yaml, if it says something.
  func value(_ path: DataPath) -> DataNode? {
    guard let node = governance?.follow(path).node, node.isFilled else { return nil }
    return node
  }

  // MARK: paths of a catalogue

  /// One of the alternatives has to be there; where they go through the same list, one of them
  /// in each of its items that is concerned.
  func find(
    _ alternatives: [EvidencePath], concerns: ((DataNode) -> Bool)?,
    _ findings: inout EvidenceFindings
  ) {
    guard let first = alternatives.first else { return }
    guard let list = first.list,
      alternatives.allSatisfy({ $0.list?.path.text == list.path.text })
    else { return best(alternatives, &findings) { find($0, &$1) } }
    let origin = walk(list.path)
    guard let node = origin.node, !node.items.isEmpty else {
      return findings.add(missing(origin))
    }
    let names = LeafSegment.names(ofEntries: node.items)
    for (number, item) in node.items.enumerated() where concerns?(item) ?? true {
      best(alternatives, &findings) { alternative, findings in
        guard let rest = alternative.list?.rest else { return }
        find(
          walk(rest, from: item, EvidenceName(of: names[number], number, in: list.path, rest)),
          &findings)
      }
    }
  }

  private func find(_ path: EvidencePath, _ findings: inout EvidenceFindings) {
    switch path.root {
    case .governance: find(walk(path.whole), isContact: path.isContact, &findings)
    case .frontMatter(let key):
      let values = key.values(index)
      for value in values {
        findings.found.append(evidence(path.name, value.value, at: value.span))
      }
      guard values.isEmpty else { return }
      findings.add(
        gap(
          path.name, "`\(key.rawValue)` is not in the front matter",
          near: index.guideline.document.head))
    }
  }

  /// The first that is complete, else what all of them lack, in one sentence.
  private func best(
    _ alternatives: [EvidencePath], _ findings: inout EvidenceFindings,
    _ find: (EvidencePath, inout EvidenceFindings) -> Void
  ) {
    guard alternatives.count > 1 else { return find(alternatives[0], &findings) }
    var lacking: [ChecklistGap] = []
    for place in alternatives.indices {
      var found = EvidenceFindings()
      find(alternatives[place], &found)
      guard let gap = found.gaps.first else { return findings.append(found) }
      lacking.append(gap)
    }
    let text = lacking.map(\.text).joined(separator: ", and ")
    findings.add(ChecklistGap(name: lacking[0].name, place: lacking[0].place, text: text))
  }

  // MARK: governance.yaml

  /// What a path without lists lacks.
  func missing(_ path: DataPath) -> ChecklistGap { missing(walk(path)) }

  /// How far a path leads.
  private struct Walk {
    /// What stands at its end; nil if it breaks off.
    var node: DataNode?
    /// The whole path, also the part that is not there.
    var name: EvidenceName
    /// The place of the last thing that is there.
    var last: Span?
    /// What is said if it breaks off.
    var absence: String
  }

  private func walk(_ path: DataPath) -> Walk {
    let end = governance?.follow(path)
    return Walk(node: end?.node, name: path.name, last: end?.last, absence: path.absence)
  }

  /// The same from an item of a list, which has a name of its own.
  private func walk(_ path: DataPath, from item: DataNode, _ name: EvidenceName) -> Walk {
    let end = item.follow(path)
    return Walk(
      node: end.node, name: name, last: end.last,
      absence: end.node == nil ? "`\(name.key ?? "")` is not in governance.yaml" : "")
  }

  private func find(
    _ walk: Walk, isContact: Bool = false, _ findings: inout EvidenceFindings
  ) {
    guard let node = walk.node, node.isFilled else { return findings.add(missing(walk)) }
    if isContact, let lacking = Contact.gap(in: node) {
      let keys = lacking == .name ? "`name`" : "`email`, `phone` or `url`"
      let text = "`\(walk.name.key ?? "")` has no \(keys)"
      return findings.add(gap(walk.name, text, near: node.span))
    }
    findings.found.append(evidence(walk.name, DataText.text(node), at: node.span))
  }

  private func missing(_ walk: Walk) -> ChecklistGap {
    let key = walk.name.key ?? ""
    let text =
      if governance == nil {
        "`\(key)` is missing: there is no governance.yaml"
      } else if let node = walk.node {
        node.text.map { "`\(key)` says only \"\($0.value)\"" } ?? "`\(key)` is empty"
      } else {
        walk.absence
      }
    return gap(walk.name, text, near: walk.last)
  }
}
