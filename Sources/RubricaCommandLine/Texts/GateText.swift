internal import RubricaGovernance
internal import RubricaSignature

/// The answer of the gate for people.
struct GateText {
  let name: String
  let result: GateResult
  let time: Timestamp
  let style: TextStyle

  var text: String {
    var lines: [String] = []
    if result.isPass {
      let until = result.validUntil.map { ", valid until \($0)" } ?? ""
      lines.append(
        style.paint("pass", .good) + " " + style.paint(TextStyle.visible(name), .strong)
          + " at \(time)\(until)")
      lines.append("  confirmed: \(result.properties.joined(separator: ", "))")
      return lines.joined(separator: "\n")
    }
    let count = result.denials.count
    lines.append(
      style.paint("denied", .error) + " " + style.paint(TextStyle.visible(name), .strong)
        + " at \(time): \(count) reason\(count == 1 ? "" : "s")")
    for denial in result.denials {
      lines.append("")
      lines.append("  " + style.paint(denial.code.rawValue, .strong))
      lines += wrapped(denial.message)
      if let place = denial.place { lines += wrapped("at \(place.text)") }
      if let statement = denial.statement { lines += wrapped("in signoffs/\(statement)") }
      if !denial.who.isEmpty {
        lines += wrapped("who can fix it: \(denial.who.joined(separator: ", "))")
      }
    }
    return lines.joined(separator: "\n")
  }

  private func wrapped(_ text: String) -> [String] {
    style.wrapped(TextStyle.visible(text), indent: 4).map { "    \($0)" }
  }
}
