internal import RubricaCompiler
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSource

/// A workspace without an approval policy: nobody is asked, so nothing can be released.
extension Session {
  static let policyMissing = Denial(
    .policyMissing,
    "rubrica.yaml has no approval policy: nobody is asked to sign, and nothing can be released.")

  /// Its guidelines, checked.
  func ungoverned() throws(Failure) -> [Guideline] {
    var guidelines: [Guideline] = []
    for document in location.documents {
      guidelines.append(try checked(document).guideline)
    }
    return guidelines
  }
}
