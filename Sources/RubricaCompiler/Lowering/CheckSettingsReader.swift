internal import RubricaModel
internal import RubricaSource

/// `checks:` of rubrica.yaml: the level of a finding, for all stages or for each, and its limit.
struct CheckSettingsReader {
  private let checks: [CheckInfo]

  init(_ checks: [CheckInfo]) { self.checks = checks }

  func read(_ node: DataNode, problems: inout [Problem]) -> CheckSettings {
    var settings = CheckSettings()
    guard case .mapping(let fields) = node.kind else {
      problems.append(.wrong(node, expected: "findings and their settings"))
      return settings
    }
    for field in fields {
      guard let check = checks.first(where: { $0.id == field.key.value }) else {
        problems.append(
          Problem(
            .unknownKey(field.key.value, known: checks.map(\.id), owner: "`checks`"),
            at: field.key.span))
        continue
      }
      if field.value.text != nil {
        if let levels = levels(field.value, of: check, &problems) {
          settings.set(levels, of: check)
        }
        continue
      }
      var inner = FieldReader(
        field.value, check.limit == nil ? .checkSetting : .checkSettingWithLimit,
        owner: "the check `\(check.id)`")
      if let node = inner.node("level"), let levels = levels(node, of: check, &problems) {
        settings.set(levels, of: check)
      }
      if let standard = check.limit, let limit = inner.integer("limit") {
        if (1...100_000_000).contains(limit.value) {
          settings.set(limit: limit.value, of: check)
        } else {
          inner.report(
            Problem(
              .wrongValue(
                expected: "a number of \(standard.unit)", found: "`\(limit.value)`",
                suggestion: nil), at: limit.span))
        }
      }
      inner.finish(&problems)
    }
    return settings
  }

  /// One word for all stages, or a word a stage.
  private func levels(
    _ node: DataNode, of check: CheckInfo, _ problems: inout [Problem]
  ) -> Levels? {
    guard case .mapping = node.kind else {
      let found = Stage.allCases.map { level(node, of: check, at: $0) }
      if let problem = found.lazy.compactMap(\.problem).first {
        problems.append(problem)
        return nil
      }
      return Levels(draft: found[0].level, pilot: found[1].level, release: found[2].level)
    }
    var fields = FieldReader(node, .checkLevels, owner: "the levels of `\(check.id)`")
    let found = Stage.allCases.map { stage -> Severity? in
      guard let node = fields.node(stage.rawValue) else { return check.levels[stage] }
      let found = level(node, of: check, at: stage)
      if let problem = found.problem { fields.report(problem) }
      return found.problem == nil ? found.level : check.levels[stage]
    }
    fields.finish(&problems)
    return Levels(draft: found[0], pilot: found[1], release: found[2])
  }

  private func level(
    _ node: DataNode, of check: CheckInfo, at stage: Stage
  ) -> (level: Severity?, problem: Problem?) {
    let words = ["off"] + Severity.allCases.map(\.rawValue)
    guard let word = node.text, words.contains(word.value) else {
      return (nil, .wrong(node, outOf: words))
    }
    let level = Severity(rawValue: word.value)
    if check.levels[stage] == .error, level != .error {
      return (
        nil,
        .wrong(
          node,
          expected: "`error`, or no line for `\(check.id)`, which always stops the build "
            + "at stage \(stage.rawValue)")
      )
    }
    return (level, nil)
  }
}
