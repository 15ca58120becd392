internal import ArgumentParser
internal import RubricaGovernance
internal import RubricaSource

struct ExplainCommand: RubricaCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a finding, or a reason for which the gate says no.",
    discussion:
      "Of a finding: the rule, its reason, and examples. Of a reason of `gate` and `release`: what it "
      + "means and what to do.")

  @Argument(
    help: """
      The id in brackets after the severity, such as `undefined-label`, or a reason of the gate, such as \
      `role-stale`. Default: list all.
      """
  )
  var id: String?

  func execute(_ console: Console) throws -> Outcome {
    let entries =
      Checks.all.map { ($0.id, $0.summary) }
      + DenialCode.allCases.map { ($0.rawValue, "The gate: \($0.meaning).") }
    guard let id else {
      let width = entries.map(\.0.count).max() ?? 0
      for (id, summary) in entries {
        let padding = String(repeating: " ", count: width - id.count)
        console.output("\(console.style.paint(id, .strong))\(padding)  \(summary)")
      }
      return .fine
    }
    // Some reasons of the gate are findings as well.
    let check = Checks.all.first { $0.id == id }.map {
      Explanation(check: $0, style: console.style).text
    }
    let reason = DenialCode(rawValue: id).map { $0.explanation(console.style) }
    let texts = [check, reason].compactMap(\.self)
    guard !texts.isEmpty else {
      let near = Suggestion.nearest(to: id, among: entries.map(\.0))
      throw Failure(
        "there is no finding and no reason of the gate with the id `\(id)`",
        help: near.map { "Did you mean `\($0)`?" } ?? "`rubrica explain` lists all ids.")
    }
    console.output(texts.joined(separator: "\n\n"))
    return .fine
  }
}
