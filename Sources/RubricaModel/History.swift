package import RubricaSource

/// What can be wrong between a guideline and an earlier version of it.
package enum HistoryProblem: Sendable {
  /// A change of meaning, in words, and where it is in the guideline; nil for what is not there any
  /// more.
  package struct Change: Sendable {
    package var words: String
    package var place: Span?

    package init(_ words: String, at place: Span?) {
      self.words = words
      self.place = place
    }
  }

  /// The meaning changed, and the changelog has no entry for the version.
  case unrecordedChanges([Change], version: String?, before: String?)
  /// The version is not as far above the earlier one as the changes ask for.
  case versionNotRaised([Change], version: String, before: String, atLeast: String, why: String)
  /// Labels have other numbers than before, and nobody said that they should.
  case otherOrder(layer: String, labels: [String], version: String?)
}

/// The author's word that labels may have other numbers than before: from one version on, for a reason.
package struct OrderDecision: Sendable {
  package var version: Located<String>
  package var reason: Located<String>

  package init(version: Located<String>, reason: Located<String>) {
    self.version = version
    self.reason = reason
  }
}
