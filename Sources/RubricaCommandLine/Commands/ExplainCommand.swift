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

extension DenialCode {
  /// For the terminal: what it means, and what to do.
  fileprivate func explanation(_ style: TextStyle) -> String {
    var lines = [style.paint(rawValue, .strong), ""]
    lines += style.wrapped("`rubrica gate` and `rubrica release` say no: \(meaning).", indent: 0)
    lines += ["", style.paint("What to do", .strong)]
    lines += style.wrapped(remedy, indent: 2).map { "  \($0)" }
    return lines.joined(separator: "\n")
  }
}

/// The page of one check, for the terminal.
struct Explanation {
  let check: CheckInfo
  let style: TextStyle

  var text: String {
    var lines = [style.paint(check.id, .strong), ""]
    lines += style.wrapped(check.summary, indent: 0)
    lines.append("")
    let levels = Stage.allCases.map { "\($0.rawValue) \(check.levels[$0]?.rawValue ?? "silent")" }
    lines.append(style.paint("Level", .strong) + "  " + levels.joined(separator: ", "))
    if let limit = check.limit {
      lines.append(style.paint("Limit", .strong) + "  \(limit.standard) \(limit.unit)")
    }
    lines += ["", style.paint("Why", .strong)]
    lines += style.wrapped(check.rationale, indent: 2).map { "  \($0)" }
    for example in check.bad { lines += section("Wrong", .error, example.text, example.files) }
    for example in check.bad.compactMap(\.fixed) { lines += section("Mended", .good, example, [:]) }
    for example in check.good { lines += section("Right", .good, example.text, example.files) }
    return lines.joined(separator: "\n")
  }

  private func section(
    _ title: String, _ ink: TextStyle.Ink, _ text: String, _ files: [String: String]
  ) -> [String] {
    var lines = ["", style.paint(title, ink)]
    lines += text.split(separator: "\n", omittingEmptySubsequences: false).map { "  │ \($0)" }
    for name in files.keys.sorted() {
      lines.append("  ├ \(name)")
      let body = files[name] ?? ""
      lines += body.split(separator: "\n", omittingEmptySubsequences: false).map { "  │ \($0)" }
    }
    return lines
  }
}
