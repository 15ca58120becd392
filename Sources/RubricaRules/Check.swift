package import RubricaModel
package import RubricaSource

/// One rule about guidelines. A check is one file in `Checks/`, named like its type; the list of
/// checks and `docs/rules.md` are generated from that folder by `rubrica-dev generate`.
package protocol Check: Sendable {
  /// Name, levels, rationale and examples: documentation and tests at once.
  static var info: CheckInfo { get }

  /// Adds a finding to `report` for every place where the guideline breaks the rule.
  static func check(_ index: GuidelineIndex, _ report: inout Report)
}
