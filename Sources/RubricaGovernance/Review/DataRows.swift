internal import RubricaDifference
internal import RubricaTargets

/// The rows of a data file on a page: those that have changed, or the first ones. As many as a person reads, and
/// how many there are besides.
struct DataRows {
  /// Rows that are shown, and characters of each.
  private static let rows = 20
  private static let characters = 300

  let now: String
  /// At the last sign-off; nil if that is not known.
  let before: String?

  func write(to html: inout HTMLWriter) {
    guard let before else { return first(to: &html) }
    let difference = LineDifference(from: before, to: now)
    let gone = difference.changes.reduce(0) { $0 + $1.old.count }
    let new = difference.changes.reduce(0) { $0 + $1.new.count }
    html.element(
      "p", class: "note",
      text:
        "Rows that are gone: \(gone). Rows that are new: \(new). Rows now: \(difference.new.count)."
    )
    let marked = difference.changes.flatMap { change in
      change.old.map { Row(number: $0 + 1, text: difference.old[$0], isOld: true) }
        + change.new.map { Row(number: $0 + 1, text: difference.new[$0], isOld: false) }
    }
    table(marked, of: marked.count, "that have changed", to: &html)
  }

  private func first(to html: inout HTMLWriter) {
    let lines = LineDifference.lines(now)
    let rows = lines.prefix(Self.rows).enumerated().map { Row(number: $0 + 1, text: $1) }
    table(rows, of: lines.count, "", to: &html)
  }

  private struct Row {
    var number: Int
    var text: Substring
    /// Nil where nothing is compared.
    var isOld: Bool?
  }

  private func table(
    _ rows: [Row], of count: Int, _ which: String, to html: inout HTMLWriter
  ) {
    guard !rows.isEmpty else { return }
    html.element("table", class: "rows") { html in
      for row in rows.prefix(Self.rows) {
        html.element("tr") { html in
          html.element("th", [.init("scope", "row")], text: String(row.number))
          html.element("td") { html in
            let text = Self.shown(row.text)
            switch row.isOld {
            case true?: html.element("del", text: text)
            case false?: html.element("ins", text: text)
            case nil: html.text(text)
            }
          }
        }
      }
    }
    let rest = count - min(rows.count, Self.rows)
    if rest > 0 {
      let more = rest == 1 ? "and 1 more row" : "and \(rest) more rows"
      let words = [more, which].filter { !$0.isEmpty }.joined(separator: " ")
      html.element("p", class: "note", text: "… \(words)")
    }
  }

  /// The start of a long row, without signs that would turn the order of others around.
  private static func shown(_ row: Substring) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in row.unicodeScalars.prefix(characters) {
      switch scalar.value {
      case 0x80..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: shown.append("\u{FFFD}")
      default: shown.append(scalar)
      }
    }
    let rest = row.unicodeScalars.dropFirst(characters).count
    return String(shown) + (rest > 0 ? " … (\(rest) more characters)" : "")
  }
}
