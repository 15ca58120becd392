internal import RubricaSource

/// Findings for people: headline, source line with the place underlined, note, help, edit.
///
/// Of the same warning or note in one guideline only the first few are written out, and the rest are
/// counted: a reader who has seen three knows what the matter is. Errors are all written out.
struct TextReporter: Reporter {
  let style: TextStyle

  func fragment(_ diagnostics: [Diagnostic], _ places: Places) -> [UInt8] {
    var text = StyledText(style)
    var counts: [String: Int] = [:]
    var folded: [Diagnostic] = []
    for diagnostic in diagnostics where diagnostic.allowance == nil {
      let count = counts[diagnostic.id, default: 0] + 1
      counts[diagnostic.id] = count
      if count <= Self.limit(diagnostic.severity) ?? .max {
        write(diagnostic, places, to: &text)
      } else if !folded.contains(where: { $0.id == diagnostic.id }) {
        folded.append(diagnostic)
      }
    }
    for diagnostic in folded {
      let rest = counts[diagnostic.id, default: 0] - (Self.limit(diagnostic.severity) ?? 0)
      writeName(diagnostic, to: &text)
      text.add(": \(rest) more in \(TextStyle.visible(places.file(diagnostic.span).name))")
      text.add(" (--format json lists them)\n\n")
    }
    return text.bytes
  }

  func document(_ fragments: [[UInt8]]) -> [[UInt8]] { fragments }

  private static func limit(_ severity: Severity) -> Int? {
    switch severity {
    case .error: nil
    case .warning: 10
    case .note: 3
    }
  }

  private func writeName(_ diagnostic: Diagnostic, to text: inout StyledText) {
    text.paint(ink(diagnostic.severity)) { text in
      text.add(diagnostic.severity.rawValue)
      text.add("[")
      text.add(diagnostic.id)
      text.add("]")
    }
  }

  private func write(_ diagnostic: Diagnostic, _ places: Places, to text: inout StyledText) {
    writeName(diagnostic, to: &text)
    text.paint(.strong) { text in
      text.add(": ")
      text.add(TextStyle.visible(diagnostic.message))
    }
    text.add("\n")
    var line = places.start(diagnostic.span).line
    for note in diagnostic.notes {
      if let span = note.span { line = max(line, places.start(span).line) }
    }
    let gutter = String(line).utf8.count
    snippet(
      diagnostic.span, label: diagnostic.label, mark: UInt8(ascii: "^"),
      ink: ink(diagnostic.severity), gutter, arrow: "-->", places, to: &text)
    for note in diagnostic.notes {
      guard let span = note.span else { continue }
      snippet(
        span, label: note.message, mark: UInt8(ascii: "-"), ink: .frame, gutter, arrow: ":::",
        places, to: &text)
    }
    for note in diagnostic.notes where note.span == nil {
      remark("note", note.message, gutter, to: &text)
    }
    if let help = diagnostic.help { remark("help", help, gutter, to: &text) }
    for fix in diagnostic.fixes {
      remark(fix.isSafe ? "edit" : "edit (your decision)", fix.title, gutter, to: &text)
    }
    text.add("\n")
  }

  private func ink(_ severity: Severity) -> TextStyle.Ink {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }

  private func remark(
    _ kind: String, _ message: String, _ gutter: Int, to text: inout StyledText
  ) {
    let indent = gutter + kind.utf8.count + 5
    let lines = style.wrapped(TextStyle.visible(message), indent: indent)
    for (index, line) in lines.enumerated() {
      if index == 0 {
        text.blanks(gutter + 1)
        text.paint("=", .frame)
        text.add(" ")
        text.paint(kind, .strong)
        text.add(": ")
      } else {
        text.blanks(indent)
      }
      text.add(line)
      text.add("\n")
    }
  }

  private func snippet(
    _ span: Span, label: String?, mark: UInt8, ink: TextStyle.Ink, _ gutter: Int, arrow: String,
    _ places: Places, to text: inout StyledText
  ) {
    let file = places.file(span)
    let position = places.start(span)
    text.blanks(gutter)
    text.paint(arrow, .frame)
    text.add(" ")
    text.add(TextStyle.visible(file.name))
    text.add(":")
    text.add(position.line)
    text.add(":")
    text.add(position.column)
    text.add("\n")
    guard !file.bytes.isEmpty else {
      if let label { remark("note", label, gutter, to: &text) }
      return
    }
    let window = window(span, places)
    func bar(_ text: inout StyledText) {
      text.add(" ")
      text.paint("|", .frame)
    }
    text.blanks(gutter)
    bar(&text)
    text.add("\n")
    let number = String(position.line)
    text.paint(.frame) { text in
      text.blanks(gutter - number.utf8.count)
      text.add(number)
    }
    bar(&text)
    text.add(" ")
    text.add(window.line)
    text.add("\n")
    text.blanks(gutter)
    bar(&text)
    text.blanks(window.indent + 1)
    text.paint(ink) { text in
      text.add(mark, times: window.width)
      guard let label else { return }
      text.add(" ")
      text.add(TextStyle.visible(label))
    }
    text.add("\n")
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
