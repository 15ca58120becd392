package import RubricaModel
package import RubricaSource
internal import RubricaSyntax
package import RubricaTargets

/// rubrica.yaml to a workspace.
package enum WorkspaceReader {
  /// Reads the settings of a workspace; what is wrong in them comes back as problems.
  package static func read(
    _ file: SourceFile, _ source: SourceID, targets: [TargetInfo], checks: [CheckInfo]
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
    workspace.root = node
    var fields = FieldReader(node, .workspace)
    fields.formatVersion("rubrica")
    if let organisation = fields.node("organisation") {
      var inner = FieldReader(organisation, .organisation)
      workspace.organisation = inner.text("name")
      inner.finish(&problems)
    }
    if let node = fields.node("targets") {
      for field in node.fields {
        guard let target = targets.first(where: { $0.id == field.key.value }) else {
          fields.report(
            Problem(
              .unknownKey(field.key.value, known: targets.map(\.id), owner: "`targets`"),
              at: field.key.span))
          continue
        }
        workspace.targets.append((field.key, field.value))
        for setting in field.value.fields
        where !target.settings.contains(where: { $0.name == setting.key.value }) {
          fields.report(
            Problem(
              .unknownKey(
                setting.key.value, known: target.settings.map(\.name),
                owner: "the target `\(target.id)`"),
              at: setting.key.span))
        }
      }
      if case .mapping = node.kind {
      } else {
        fields.report(.wrong(node, expected: "targets and their settings, such as `schema: {}`"))
      }
    }
    if let node = fields.node("checklist") {
      var inner = FieldReader(node, .checklist)
      workspace.catalogues = inner.texts("catalogues")
      inner.finish(&problems)
    }
    if let node = fields.node("checks") {
      workspace.checks = CheckSettingsReader(checks).read(node, problems: &problems)
    }
    if let node = fields.node("approval") {
      workspace.approval = ApprovalReader.read(node, problems: &problems)
    }
    fields.finish(&problems)
    var comments = SuppressionReader(file, source)
    comments.readYAML(start..<file.bytes.count)
    problems += comments.problems
    problems += comments.suppressions.map { comment in
      Problem(
        .misplaced(
          what: "a comment `rubrica: allow`",
          expected: "in a guideline; settings for all guidelines go under `checks:`"),
        at: comment.span)
    }
    return (workspace, problems)
  }
}
