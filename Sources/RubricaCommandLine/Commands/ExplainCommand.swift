internal import ArgumentParser
internal import RubricaSource

struct ExplainCommand: RubricaCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explains a finding: the rule, its reason, and examples.")

  @Argument(
    help: "The id in brackets after the severity, such as `undefined-label`. Default: list all ids."
  )
  var id: String?

  func execute(_ console: Console) throws -> Outcome {
    guard let id else {
      let width = Checks.all.map(\.id.count).max() ?? 0
      for check in Checks.all {
        let padding = String(repeating: " ", count: width - check.id.count)
        console.output("\(console.style.paint(check.id, .strong))\(padding)  \(check.summary)")
      }
      return .fine
    }
    guard let check = Checks.all.first(where: { $0.id == id }) else {
      let near = Suggestion.nearest(to: id, among: Checks.all.map(\.id))
      throw Failure(
        "there is no finding with the id `\(id)`",
        help: near.map { "Did you mean `\($0)`?" } ?? "`rubrica explain` lists all ids.")
    }
    console.output(Explanation(check: check, style: console.style).text)
    return .fine
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
