package import RubricaModel
package import RubricaSource

/// YAML is YAML.
package enum YAMLSyntax: Check {
  package static let info = CheckInfo(
    id: "yaml-syntax",
    levels: .error,
    summary: "Front matter, YAML files and fenced YAML blocks are well-formed YAML.",
    rationale: """
      Nothing behind the mistake can be read, so labels, layers and expected records would be \
      missing from everything that is built.
      """,
    bad: [
      CheckExample("---\nrubrica: 1\ntitle: Street signs⟪:⟫ a guide\n---\n\n# Street signs\n")
    ],
    good: [CheckExample("---\nrubrica: 1\ntitle: \"Street signs: a guide\"\n---\n\n# Signs\n")])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .yamlSyntax(let words) = problem.kind else { continue }
      report.add(info, at: problem.span, broken(words), help: help(words))
    }
  }

  /// The parser's words name the symptom; the usual causes are few.
  private static func help(_ words: String) -> String {
    if words.contains("mapping values are not allowed") {
      return "put the value in quotes if it has a colon in it"
    }
    if words.contains("tab") { return "indent with spaces" }
    if words.contains("cannot start any token") {
      return "put a value that starts with a special character in quotes"
    }
    if words.contains("flow") || words.contains("did not find expected ',' or") {
      return "close the bracket, and put commas between the items"
    }
    return "check the indentation, the quotes and the brackets above this place"
  }

  private static func broken(_ words: String) -> String { "this is not YAML: \(words)" }
}
