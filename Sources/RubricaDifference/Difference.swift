package import RubricaModel
package import RubricaSource

/// What changed in meaning, in words and in looks between two versions of one guideline.
package struct Difference: Sendable {
  package let old: Guideline
  package let new: Guideline
  /// In the order of the parts of a guideline, and in each of the document.
  package var changes: [Change]

  package init(old: Guideline, new: Guideline, changes: [Change]) {
    self.old = old
    self.new = new
    self.changes = changes
  }

  package var isEmpty: Bool { changes.isEmpty }

  /// The changes of one kind.
  package func changes(_ kind: Change.Kind) -> [Change] { changes.filter { $0.kind == kind } }
}

/// One fact that is not what it was.
package struct Change: Sendable {
  /// How much a change matters to labels, the least first.
  package enum Kind: String, Sendable, CaseIterable {
    /// Who, where and under which terms: nothing that an annotator reads.
    case administrative
    /// Looks: colours, keys, formatting, order that identifies nothing.
    case presentation
    /// Other words for what carries no rule by itself.
    case wording
    /// What an annotator should answer, or what an answer stands for.
    case semantic
  }

  package enum Action: String, Sendable, CaseIterable {
    case added, removed, renamed, moved, changed
  }

  /// What the fact is about.
  package struct Subject: Sendable, Hashable {
    package var part: Part
    /// As the author and programs know it; empty if it has no name of its own.
    package var id: String
    /// As annotators know it.
    package var name: String

    package init(_ part: Part, id: String, name: String) {
      self.part = part
      self.id = id
      self.name = name
    }
  }

  /// The parts of a guideline, in the order in which changes are told.
  package enum Part: String, Sendable, CaseIterable {
    case guideline, layer, attribute, relation
    case escape = "escape-answer"
    case label, precedence, doubt, rule, example, prose, media, governance
    /// Who must approve what, and everything else in rubrica.yaml.
    case policy, workspace
  }

  package var subject: Subject
  /// Which fact of the subject, in words: "the definition". Nil if it is the subject itself.
  package var aspect: String?
  package var action: Action
  package var kind: Kind
  /// Whether answers given before may be wrong now, or mean something else.
  package var isBreaking: Bool
  /// The fact before and after, for reading.
  package var from: String?
  package var to: String?
  /// Where it stands in the old and in the new guideline.
  package var oldSpan: Span?
  package var newSpan: Span?
  /// What it means for labels already made; of a semantic change only.
  package var effect: Effect?
  /// Whether the two sides were matched by likeness alone.
  package var isGuess = false
  package var audience: Audience

  package init(
    _ subject: Subject, aspect: String? = nil, _ action: Action, _ kind: Kind,
    isBreaking: Bool = false, from: String? = nil, to: String? = nil, old: Span? = nil,
    new: Span? = nil, effect: Effect? = nil, audience: Audience = .annotator
  ) {
    self.subject = subject
    self.aspect = aspect
    self.action = action
    self.kind = kind
    self.isBreaking = isBreaking
    self.from = from
    self.to = to
    oldSpan = old
    newSpan = new
    self.effect = effect
    self.audience = audience
  }
}

/// What a semantic change means for labels already made.
package struct Effect: Sendable, Equatable {
  package enum Review: String, Sendable {
    /// Every answer stands as it is.
    case none
    /// Answers change by a rule that a program can apply.
    case convert
    /// Somebody must look at answers again.
    case look
  }

  package var review: Review
  /// Which answers, in words: "every box labelled `stop` whose height is from 10 to 12 px".
  package var words: String
  /// Ids of the labels and layers whose answers are meant, for programs.
  package var labels: [String]
  package var layers: [String]

  package init(_ review: Review, _ words: String, labels: [String] = [], layers: [String] = []) {
    self.review = review
    self.words = words
    self.labels = labels
    self.layers = layers
  }
}
