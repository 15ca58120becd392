internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaModel
internal import RubricaSource

/// What guidelines were at an earlier time, for `check --base`.
enum EarlierVersions {
  /// Guidelines by id. `base` is a path, `REVISION:PATH`, or the revision alone, which means the same
  /// place as that which is checked.
  static func open(_ base: String, for session: Session) throws(Failure) -> [String: Guideline] {
    let isElsewhere =
      base.contains(":") || FileStamp(at: WorkspaceLocation.trimmed(base)) != nil
    let operand =
      isElsewhere
      ? try Operand.open(base)
      : try Operand.git(revision: base, diskPath: session.location.given)
    var guidelines = operand.guidelines
    // One guideline against one: they belong together, whatever they are called.
    if guidelines.count == 1, session.location.documents.count == 1 {
      let input = session.input(session.location.documents[0], files: session.files)
      if let current = try? Compiler.read(input) { guidelines[0].id.value = current.id.value }
    }
    return Dictionary(
      guidelines.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
