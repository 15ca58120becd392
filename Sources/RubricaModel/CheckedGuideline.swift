package import RubricaSource

/// A guideline that has passed its checks: the only thing a target accepts. It can be made only
/// with the findings in hand, and not while one of them is an error.
package struct CheckedGuideline: Sendable {
  package let index: GuidelineIndex

  package init?(_ index: GuidelineIndex, diagnostics: [Diagnostic]) {
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    self.index = index
  }

  package var guideline: Guideline { index.guideline }
}

/// One file of a bundle.
package struct Artifact: Sendable {
  /// Relative to the bundle, with `/`.
  package let path: String
  package let type: MediaType
  package let bytes: [UInt8]

  package init(path: String, type: MediaType, bytes: [UInt8]) {
    self.path = path
    self.type = type
    self.bytes = bytes
  }
}
