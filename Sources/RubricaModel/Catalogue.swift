package import RubricaSource

/// The compliance checklist as data: `templates/checklist/catalogue.yaml`.
package struct Catalogue: Sendable {
  /// What is asked for at a release stands for everything else, and cannot be waived.
  package static let groupOfRelease = "Release"

  package struct Item: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
      /// Decided by the compiler from the source.
      case automatic
      /// Decided by a person who signs.
      case attested
      /// Presence is checked, truth is attested.
      case both
    }

    package enum Level: String, Sendable, CaseIterable { case block, warn }

    package struct Clause: Sendable, Equatable {
      package var framework: String
      package var clause: String
      /// The date at which the reference was looked up.
      package var asOf: String

      package init(framework: String, clause: String, asOf: String) {
        self.framework = framework
        self.clause = clause
        self.asOf = asOf
      }
    }

    package var id: String
    package var group: String
    package var question: String
    package var why: String
    package var how: String
    package var kind: Kind
    package var level: Level
    /// Who must act.
    package var role: String
    /// The condition under which the item applies; nil means always.
    package var appliesIf: String?
    /// The stages at which the item counts; empty means all.
    package var stages: [Stage]
    /// Dotted paths into the guideline's data, or `computed.…`, or `sign-off`.
    package var evidence: [String]
    package var clauses: [Clause]

    package init(
      id: String, group: String, question: String, why: String, how: String, kind: Kind,
      level: Level, role: String, appliesIf: String?, evidence: [String], clauses: [Clause],
      stages: [Stage] = []
    ) {
      self.id = id
      self.group = group
      self.question = question
      self.why = why
      self.how = how
      self.kind = kind
      self.level = level
      self.role = role
      self.appliesIf = appliesIf
      self.evidence = evidence
      self.clauses = clauses
      self.stages = stages
    }
  }

  package var items: [Item]

  package init(items: [Item]) { self.items = items }
}
