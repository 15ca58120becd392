internal import RubricaModel
internal import RubricaSource

/// When an item counts at all. Decided from what is declared; what is not declared decides nothing.
package enum ChecklistCondition: String, Sendable, CaseIterable {
  case personalData = "personal-data"
  case vendor, crowd
  case harmfulContent = "harmful-content"
  case machinePreLabeling = "machine-pre-labeling"
  case thirdPartyRights = "third-party-rights"
  case purchasedData = "purchased-data"

  enum Verdict {
    /// `concerns` tells which items of a list an item under the condition is about; nil for all.
    case applies(because: String, [ChecklistEvidence], concerns: ((DataNode) -> Bool)? = nil)
    case doesNotApply(because: String, [ChecklistEvidence])
    case undecided(ChecklistGap)
  }

  func verdict(_ source: ChecklistSource) -> Verdict {
    switch self {
    case .personalData:
      declared(
        source, Path.personal, yes: "The data contains personal data.",
        no: "The data is declared to contain no personal data.")
    case .machinePreLabeling:
      declared(
        source, Path.preLabeling, yes: "A machine suggests labels.",
        no: "No machine suggests labels.")
    case .vendor: vendor(source)
    case .crowd:
      workforce(source, "crowd", yes: "A crowd annotates.", no: "No crowd annotates.")
    case .harmfulContent: harmful(source)
    case .thirdPartyRights:
      sources(
        source, Path.rights, yes: "Rights of third parties are declared.",
        no: "No source is known to involve rights of third parties.", counts: { !Self.isNone($0) })
    case .purchasedData:
      sources(
        source, Path.kind, yes: "A source was purchased.", no: "No source was purchased.",
        counts: { $0 == "purchased" }, concerns: { $0["kind"]?.text?.value == "purchased" })
    }
  }

  private enum Path {
    static let personal = DataPath("data.personal")
    static let preLabeling = DataPath("quality.pre-labeling")
    static let workforce = DataPath("workforce.kind")
    static let vendor = DataPath("vendor")
    static let sources = DataPath("data.sources")
    /// Of one source.
    static let rights = DataPath("rights")
    static let kind = DataPath("kind")
    static let warnings = EvidenceName(frontMatter: .warnings)
    static let warningSection = EvidenceName("computed.content-warning")
  }

  private static func isNone(_ text: String) -> Bool {
    // Few values begin like one of them.
    guard let first = text.utf8.first, first | 0x20 == UInt8(ascii: "n") else { return false }
    return ["none", "none known", "no"].contains(text.lowercased())
  }

  private func evidence(_ source: ChecklistSource, _ path: DataPath, _ node: DataNode)
    -> ChecklistEvidence
  {
    source.evidence(path.name, DataText.text(node), at: node.span)
  }

  /// A key whose value is `none` or says what there is.
  private func declared(
    _ source: ChecklistSource, _ path: DataPath, yes: String, no: String
  ) -> Verdict {
    guard let node = source.value(path) else { return .undecided(source.missing(path)) }
    let evidence = [evidence(source, path, node)]
    return node.text.map { Self.isNone($0.value) } ?? false
      ? .doesNotApply(because: no, evidence) : .applies(because: yes, evidence)
  }

  private func workforce(
    _ source: ChecklistSource, _ kind: String, yes: String, no: String
  ) -> Verdict {
    guard let node = source.value(Path.workforce) else {
      return .undecided(source.missing(Path.workforce))
    }
    let evidence = [evidence(source, Path.workforce, node)]
    return node.text?.value == kind
      ? .applies(because: yes, evidence) : .doesNotApply(because: no, evidence)
  }

  private func vendor(_ source: ChecklistSource) -> Verdict {
    if let vendor = source.value(Path.vendor) {
      return .applies(because: "A vendor is declared.", [evidence(source, Path.vendor, vendor)])
    }
    return workforce(source, "vendor", yes: "A vendor annotates.", no: "No vendor annotates.")
  }

  /// The absence of a warning is how a guideline says that there is nothing to warn of.
  private func harmful(_ source: ChecklistSource) -> Verdict {
    let warnings = FrontMatterKey.warnings.values(source.index)
    if !warnings.isEmpty {
      return .applies(
        because: "Distressing content is declared.",
        warnings.map { source.evidence(Path.warnings, $0.value, at: $0.span) })
    }
    if let section = source.index.guideline.body.firstSection(.warning) {
      return .applies(
        because: "The guideline has a content warning.",
        [
          source.evidence(
            Path.warningSection, section.heading.plainText, at: section.heading.span)
        ])
    }
    return .doesNotApply(because: "No distressing content is declared.", [])
  }

  /// One source that counts is enough; that none does is known only if each of them says so.
  private func sources(
    _ source: ChecklistSource, _ path: DataPath, yes: String, no: String, counts: (String) -> Bool,
    concerns: ((DataNode) -> Bool)? = nil
  ) -> Verdict {
    let list = source.value(Path.sources)?.items ?? []
    guard !list.isEmpty else { return .undecided(source.missing(Path.sources)) }
    var silent: DataNode?
    var evidence: [ChecklistEvidence] = []
    let names = LeafSegment.names(ofEntries: list)
    for (number, entry) in list.enumerated() {
      guard let value = entry[path.text], value.isFilled else {
        silent = silent ?? entry
        continue
      }
      let found = source.evidence(
        EvidenceName(of: names[number], number, in: Path.sources, path), DataText.text(value),
        at: value.span)
      if counts(DataText.text(value)) {
        return .applies(because: yes, [found], concerns: concerns)
      }
      evidence.append(found)
    }
    guard let silent else { return .doesNotApply(because: no, evidence) }
    return .undecided(
      source.gap(
        EvidenceName(governance: "\(Path.sources.text)[*].\(path.text)", .other),
        "a source does not give its `\(path.text)`",
        near: silent.span
      ))
  }
}
