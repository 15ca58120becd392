package import RubricaModel
package import RubricaSource
internal import RubricaSyntax
internal import RubricaTargets

/// rubrica.yaml to a workspace.
package enum WorkspaceReader {
  /// Reads the settings of a workspace; what is wrong in them comes back as problems.
  package static func read(
    _ file: SourceFile, _ source: SourceID, targets known: [String]
  ) -> (workspace: Workspace, problems: [Problem]) {
    var problems: [Problem] = []
    var workspace = Workspace(organisation: nil, targets: [])
    if let problem = TextCheck.problem(in: file, source, limit: Limits.yamlBytes) {
      return (workspace, [problem.asProblem])
    }
    let start = TextCheck.byteOrderMark(file.bytes)
    let text = DerivedText(file, source: source, range: start..<file.bytes.count)
    guard let node = DataReader.read(text, problems: &problems) else {
      return (workspace, problems)
    }
    var fields = FieldReader(node, owner: "rubrica.yaml")
    if let version = fields.node("rubrica") {
      if version.text?.value != "1" { fields.report(.wrong(version, expected: "`1`")) }
    } else {
      fields.report(Problem(.missingKey("rubrica", owner: "rubrica.yaml"), at: node.span.head))
    }
    if let organisation = fields.node("organisation") {
      var inner = FieldReader(organisation, owner: "the organisation")
      workspace.organisation = inner.text("name")
      inner.finish(&problems)
    }
    if let targets = fields.node("targets") {
      for field in targets.fields {
        if known.contains(field.key.value) {
          workspace.targets.append((field.key, field.value))
        } else {
          fields.report(
            Problem(
              .unknownKey(field.key.value, known: known, owner: "`targets`"), at: field.key.span))
        }
      }
      if case .mapping = targets.kind {
      } else {
        fields.report(.wrong(targets, expected: "targets and their settings, as `schema: {}`"))
      }
    }
    fields.finish(&problems)
    return (workspace, problems)
  }
}
