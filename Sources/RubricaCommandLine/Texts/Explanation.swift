internal import RubricaGovernance
internal import RubricaSource

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

extension DenialCode {
  /// For the terminal: what it means, and what to do.
  func explanation(_ style: TextStyle) -> String {
    var lines = [style.paint(rawValue, .strong), ""]
    lines += style.wrapped("`rubrica gate` and `rubrica release` say no: \(meaning).", indent: 0)
    lines += ["", style.paint("What to do", .strong)]
    lines += style.wrapped(remedy, indent: 2).map { "  \($0)" }
    return lines.joined(separator: "\n")
  }
}
