/// A number in a rule that is a matter of taste.
package struct CheckLimit: Sendable, Equatable {
  /// What is counted: "words in a sentence".
  package let unit: String
  package let standard: Int

  package init(_ standard: Int, _ unit: String) {
    self.standard = standard
    self.unit = unit
  }
}

/// What a workspace asks of single checks: `checks:` in rubrica.yaml.
package struct CheckSettings: Sendable {
  package static let none = CheckSettings()

  private var levels: [String: Levels] = [:]
  private var limits: [String: Int] = [:]

  package init() {}

  package mutating func set(_ levels: Levels, of check: CheckInfo) {
    self.levels[check.id] = levels
  }

  package mutating func set(limit: Int, of check: CheckInfo) { limits[check.id] = limit }

  package func levels(of check: CheckInfo) -> Levels {
    levels.isEmpty ? check.levels : levels[check.id] ?? check.levels
  }

  package func limit(of check: CheckInfo) -> Int {
    limits[check.id] ?? check.limit?.standard ?? .max
  }
}
