/// How far along a guideline is, and so how strict its checks are.
package enum Stage: String, Sendable, CaseIterable, Comparable {
  /// Anything that parses.
  case draft
  /// Annotators can work with it.
  case pilot
  /// Complete, governed, ready to be signed.
  case release

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  package static func < (a: Stage, b: Stage) -> Bool { a.rank < b.rank }
}

/// The severity of one check at each stage; `nil` is silent.
package struct Levels: Sendable, Equatable {
  package let draft: Severity?
  package let pilot: Severity?
  package let release: Severity?

  package init(draft: Severity?, pilot: Severity?, release: Severity?) {
    self.draft = draft
    self.pilot = pilot
    self.release = release
  }

  package static let error = Levels(draft: .error, pilot: .error, release: .error)
  package static let warning = Levels(draft: .warning, pilot: .warning, release: .warning)
  package static let note = Levels(draft: .note, pilot: .note, release: .note)
  /// A gap that a draft may have: a note, then a warning, then an error.
  package static let gap = Levels(draft: .note, pilot: .warning, release: .error)
  /// A gap that annotators would stumble over: a warning in a draft, then an error.
  package static let stumble = Levels(draft: .warning, pilot: .error, release: .error)

  package subscript(stage: Stage) -> Severity? {
    switch stage {
    case .draft: draft
    case .pilot: pilot
    case .release: release
    }
  }
}
