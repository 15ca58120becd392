internal import RubricaCompiler
internal import RubricaGovernance

/// How often a guideline was released, by the list of releases beside its sign-offs.
enum ReleaseCount {
  static func file(of document: GovernedDocument) -> String {
    "\(document.folder)/\(SealRecord.file)"
  }

  /// The last release of a guideline; nil before the first.
  static func last(
    of document: GovernedDocument, output: String
  ) throws(Failure) -> SealRecord? {
    let list = document.state.files[SealRecord.file]
    do throws(SealRecord.Fault) { return try SealRecord.last(list) } catch {
      throw Failure(
        "\(file(of: document)):\(error.line):\(error.column): \(error.message)",
        help:
          "Nothing was released or changed. Put the list of releases back as it was, from version control.")
    }
  }
}
