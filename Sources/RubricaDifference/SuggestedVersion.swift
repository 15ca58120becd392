internal import RubricaModel
internal import RubricaSource

/// The number that the next version should have, by what changed.
package struct SuggestedVersion: Sendable, Equatable {
  package enum Step: String, Sendable, Comparable {
    case none, patch, minor, major

    private var rank: Int {
      switch self {
      case .none: 0
      case .patch: 1
      case .minor: 2
      case .major: 3
      }
    }

    package static func < (a: Step, b: Step) -> Bool { a.rank < b.rank }
  }

  package var step: Step
  /// Why, in words.
  package var reason: String
  /// The old version after the step; nil if the old one has no version that reads, or
  /// the two sides are different guidelines.
  package var version: String?
  /// Whether the new version is at least that; nil if one of the two cannot be read.
  package var isReached: Bool?

  package init(_ difference: Difference) {
    let semantic = difference.changes(.semantic)
    let breaking = semantic.count { $0.isBreaking }
    if breaking > 0 {
      step = .major
      reason =
        breaking == 1
        ? "one change can make existing answers wrong"
        : "\(breaking) changes can make existing answers wrong"
    } else if !semantic.isEmpty {
      step = .minor
      reason = "meaning was added, and existing answers stay right"
    } else if !difference.isEmpty {
      step = .patch
      reason = "only wording, looks or administration changed"
    } else {
      step = .none
      reason = "nothing changed"
    }
    // Two guidelines that are not versions of one have no common count.
    guard difference.old.id.value == difference.new.id.value,
      let old = difference.old.version.flatMap({ VersionNumber($0.value) })
    else { return }
    let suggested = old.raised(by: step)
    version = suggested.description
    if let new = difference.new.version.flatMap({ VersionNumber($0.value) }) {
      isReached = suggested <= new
    }
  }
}

/// `MAJOR.MINOR.PATCH`; what follows a hyphen makes a version earlier than the one without it.
package struct VersionNumber: Comparable, CustomStringConvertible, Sendable {
  package var major: Int
  package var minor: Int
  package var patch: Int
  private var isEarly: Bool

  package init?(_ text: String) {
    let core = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = core.first?.split(separator: ".", omittingEmptySubsequences: false) ?? []
    // Nine digits, so that the next number is one too.
    let numbers = parts.compactMap { $0.utf8.count <= 9 ? Int($0) : nil }
    guard parts.count == 3, numbers.count == 3, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    (major, minor, patch, isEarly) = (numbers[0], numbers[1], numbers[2], core.count > 1)
  }

  /// Before 1.0.0 a guideline is still being made: meaning raises the second number, all else the
  /// third.
  func raised(by step: SuggestedVersion.Step) -> VersionNumber {
    var next = self
    next.isEarly = false
    switch (step, major) {
    case (.none, _): return self
    case (.major, 1...): (next.major, next.minor, next.patch) = (major + 1, 0, 0)
    case (.major, _), (.minor, 1...): (next.minor, next.patch) = (minor + 1, 0)
    default: next.patch += isEarly ? 0 : 1
    }
    return next
  }

  package var description: String { "\(major).\(minor).\(patch)" }

  package static func < (a: Self, b: Self) -> Bool {
    (a.major, a.minor, a.patch, a.isEarly ? 0 : 1) < (b.major, b.minor, b.patch, b.isEarly ? 0 : 1)
  }
}
