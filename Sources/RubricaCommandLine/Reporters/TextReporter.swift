internal import RubricaSource

/// Findings for people: headline, source line with the place underlined, note, help, edit.
///
/// Of the same warning or note in one guideline only the first few are written out, and the rest are
/// counted: a reader who has seen three knows what the matter is. Errors are all written out.
struct TextReporter: Reporter {
  let style: TextStyle
  private static let limits: [Severity: Int] = [.warning: 10, .note: 3]

  func fragment(_ diagnostics: [Diagnostic], _ places: Places) -> [UInt8] {
    var text = ""
    var counts: [String: Int] = [:]
    var folded: [Diagnostic] = []
    for diagnostic in diagnostics where diagnostic.allowance == nil {
      counts[diagnostic.id, default: 0] += 1
      if counts[diagnostic.id, default: 0] <= Self.limits[diagnostic.severity] ?? .max {
        write(diagnostic, places, to: &text)
      } else if !folded.contains(where: { $0.id == diagnostic.id }) {
        folded.append(diagnostic)
      }
    }
    for diagnostic in folded {
      let rest = counts[diagnostic.id, default: 0] - (Self.limits[diagnostic.severity] ?? 0)
      let name = "\(diagnostic.severity.rawValue)[\(diagnostic.id)]"
      text += style.paint(name, ink(diagnostic.severity))
      text += ": \(rest) more in \(TextStyle.visible(places.file(diagnostic.span).name))"
      text += " (--format json lists them)\n\n"
    }
    return Array(text.utf8)
  }

  func document(_ fragments: [[UInt8]]) -> [[UInt8]] { fragments }

  private func write(_ diagnostic: Diagnostic, _ places: Places, to text: inout String) {
    let ink = ink(diagnostic.severity)
    text += style.paint("\(diagnostic.severity.rawValue)[\(diagnostic.id)]", ink)
    text += style.paint(": \(TextStyle.visible(diagnostic.message))", .strong) + "\n"
    let noted = diagnostic.notes.compactMap { note in note.span.map { (note, $0) } }
    let lines = ([diagnostic.span] + noted.map(\.1)).map { places.start($0).line }
    let gutter = String(lines.max() ?? 1).count
    snippet(
      diagnostic.span, label: diagnostic.label, mark: "^", ink: ink, gutter, arrow: "-->", places,
      to: &text)
    for (note, span) in noted {
      snippet(
        span, label: note.message, mark: "-", ink: .frame, gutter, arrow: ":::", places, to: &text)
    }
    for note in diagnostic.notes where note.span == nil {
      remark("note", note.message, gutter, to: &text)
    }
    if let help = diagnostic.help { remark("help", help, gutter, to: &text) }
    for fix in diagnostic.fixes {
      remark(fix.isSafe ? "edit" : "edit (your decision)", fix.title, gutter, to: &text)
    }
    text += "\n"
  }

  private func ink(_ severity: Severity) -> TextStyle.Ink {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }

  private func remark(_ kind: String, _ message: String, _ gutter: Int, to text: inout String) {
    let head = String(repeating: " ", count: gutter + 1) + style.paint("=", .frame) + " "
    let lines = style.wrapped(TextStyle.visible(message), indent: gutter + kind.count + 5)
    for (index, line) in lines.enumerated() {
      text +=
        index == 0
        ? head + style.paint(kind, .strong) + ": \(line)\n"
        : String(repeating: " ", count: gutter + kind.count + 5) + "\(line)\n"
    }
  }

  private func snippet(
    _ span: Span, label: String?, mark: Character, ink: TextStyle.Ink, _ gutter: Int,
    arrow: String, _ places: Places, to text: inout String
  ) {
    let file = places.file(span)
    let position = places.start(span)
    let margin = String(repeating: " ", count: gutter)
    text += margin + style.paint(arrow, .frame)
    text += " \(TextStyle.visible(file.name)):\(position.line):\(position.column)\n"
    guard !file.bytes.isEmpty else {
      if let label { remark("note", label, gutter, to: &text) }
      return
    }
    let window = window(span, places)
    let bar = style.paint("|", .frame)
    let number = String(position.line)
    text += "\(margin) \(bar)\n"
    text += style.paint(String(repeating: " ", count: gutter - number.count) + number, .frame)
    text += " \(bar) \(window.line)\n"
    let underline = String(repeating: mark, count: window.width)
    text += "\(margin) \(bar) " + String(repeating: " ", count: window.indent)
    text += style.paint(underline + (label.map { " " + TextStyle.visible($0) } ?? ""), ink) + "\n"
  }

  /// The part of the source line that fits, and where the span lies in it.
  private func window(_ span: Span, _ places: Places) -> (line: String, indent: Int, width: Int) {
    let file = places.file(span)
    let table = places.table(span)
    let content = table.content(ofLine: table.line(at: Int(span.start)), in: file.bytes)
    let start = min(max(Int(span.start), content.lowerBound), content.upperBound)
    let end = min(max(Int(span.end), start), content.upperBound)
    var from = content.lowerBound
    var to = content.upperBound
    let room = max(style.width - 12, 60)
    if to - from > room {
      from = max(from, min(start - room / 3, to - room))
      to = min(to, from + room)
      while from < start, file.bytes[from] & 0xC0 == 0x80 { from += 1 }
      while to > start, to < content.upperBound, file.bytes[to] & 0xC0 == 0x80 { to -= 1 }
    }
    let cutEnd = min(end, to)
    let before = (from > content.lowerBound ? "…" : "") + TextStyle.visible(file.text(from..<start))
    let marked = TextStyle.visible(file.text(start..<max(cutEnd, start)))
    let after = TextStyle.visible(file.text(max(cutEnd, start)..<max(to, cutEnd)))
    return (
      before + marked + after + (to < content.upperBound ? "…" : ""), TextStyle.columns(before),
      max(TextStyle.columns(marked), 1)
    )
  }
}
