internal import RubricaDifference
internal import RubricaModel
internal import RubricaSource

/// A difference for the terminal.
struct DifferenceText {
  let report: DifferenceReport
  let style: TextStyle

  var text: String {
    var blocks: [String] = []
    for guideline in report.removed {
      blocks.append(head(guideline) + "\n  only on the old side\n")
    }
    blocks.append(writeWorkspace())
    for entry in report.entries { blocks.append(write(entry)) }
    for guideline in report.added {
      blocks.append(head(guideline) + "\n  only on the new side\n")
    }
    var text = blocks.filter { !$0.isEmpty }.joined(separator: "\n")
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  private func head(_ guideline: Guideline) -> String {
    style.paint(TextStyle.visible(guideline.title.value), .strong)
  }

  private func write(_ entry: DifferenceReport.Entry) -> String {
    let changes = report.shown(entry)
    guard !changes.isEmpty else { return "" }
    let difference = entry.difference
    var text = head(difference.new)
    let versions = [difference.old, difference.new].map { $0.version?.value ?? "no version" }
    text += "  \(versions[0]) → \(versions[1])\n"
    write(changes, entry.sides, to: &text)
    guard difference.old.id.value == difference.new.id.value else { return text }
    let advice = entry.version.advice(
      from: difference.old.version?.value, to: difference.new.version?.value)
    text += "\n" + remark("version", advice, 0)
    return text
  }

  /// Who may approve concerns every guideline, and stands before them.
  private func writeWorkspace() -> String {
    let changes = report.shownOfWorkspace
    guard !changes.isEmpty else { return "" }
    var text = style.paint("The whole workspace", .strong) + "\n"
    write(changes, report.workspace.sides, to: &text)
    return text
  }

  private func write(
    _ changes: [Change], _ sides: DifferenceReport.Sides, to text: inout String
  ) {
    for kind in Change.Kind.allCases.reversed() {
      let group = changes.filter { $0.kind == kind }
      guard !group.isEmpty else { continue }
      text += "\n" + style.paint("\(kind.noun.uppercased()) (\(group.count))", ink(kind)) + "\n"
      for change in group { write(change, sides, to: &text) }
    }
  }

  private func ink(_ kind: Change.Kind) -> TextStyle.Ink {
    switch kind {
    case .semantic: .error
    case .wording: .warning
    case .presentation, .administrative: .note
    }
  }

  private func write(
    _ change: Change, _ sides: DifferenceReport.Sides, to text: inout String
  ) {
    text += "\n"
    for line in style.wrapped(TextStyle.visible(change.headline), indent: 2) {
      text += "  " + style.paint(line, .strong) + "\n"
    }
    writeSides(change, to: &text)
    if let effect = change.effect { text += remark(effect.review.heading, effect.words, 4) }
    let (old, new) = sides.places(of: change)
    let place = [old, new].compactMap { $0 }.joined(separator: " → ")
    if !place.isEmpty { text += "    " + style.paint(TextStyle.visible(place), .frame) + "\n" }
  }

  /// Two lines for short facts, one text with its changed words marked for long ones that are alike.
  private func writeSides(_ change: Change, to text: inout String) {
    guard let from = change.from, let to = change.to else {
      if let from = change.from { side("-", from, .error, to: &text) }
      if let to = change.to { side("+", to, .good, to: &text) }
      return
    }
    // Of an answer of many lines, those that are the same say nothing.
    if from.contains("\n"), to.contains("\n") {
      let lines = WordDifference.lines(from: from, to: to)
      side("-", lines.removed.joined(separator: "\n"), .error, to: &text)
      side("+", lines.added.joined(separator: "\n"), .good, to: &text)
      return
    }
    let isLong = from.count > 60 || to.count > 60
    guard isLong, WordDifference.likeness(from, to) >= 0.5 else {
      side("-", from, .error, to: &text)
      side("+", to, .good, to: &text)
      return
    }
    let words = WordDifference(from: from, to: to).parts.map { part in
      switch part {
      case .same(let words): words
      case .removed(let words): style.hasColour ? "\u{1}\(words)\u{2}" : "[-\(words)-]"
      case .added(let words): style.hasColour ? "\u{3}\(words)\u{2}" : "{+\(words)+}"
      }
    }.joined(separator: " ")
    writeMarked(words, to: &text)
  }

  /// Marks go over line ends, so ink starts again on every line.
  private func writeMarked(_ words: String, to text: inout String) {
    var open: TextStyle.Ink?
    for line in style.wrapped(words, indent: 6) {
      var shown = ""
      var run = ""
      for scalar in line.unicodeScalars {
        switch scalar.value {
        case 1...3:
          shown += open.map { style.paint(TextStyle.visible(run), $0) } ?? TextStyle.visible(run)
          run = ""
          open = scalar.value == 1 ? .error : scalar.value == 3 ? .good : nil
        default: run.unicodeScalars.append(scalar)
        }
      }
      shown += open.map { style.paint(TextStyle.visible(run), $0) } ?? TextStyle.visible(run)
      text += "    ~ \(shown)\n"
    }
  }

  private func side(
    _ mark: String, _ words: String, _ ink: TextStyle.Ink, to text: inout String
  ) {
    let lines = words.split(separator: "\n", omittingEmptySubsequences: true)
      .flatMap { style.wrapped(String($0), indent: 6) }
    for line in lines.prefix(12) {
      text += "    " + style.paint("\(mark) \(TextStyle.visible(line))", ink) + "\n"
    }
    if lines.count > 12 { text += "    \(mark) … \(lines.count - 12) more lines\n" }
  }

  private func remark(_ name: String, _ words: String, _ indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    let hang = String(repeating: " ", count: name.count + 2)
    let lines = style.wrapped(TextStyle.visible(words), indent: indent + name.count + 2)
    return lines.enumerated().map { place, line in
      margin + (place == 0 ? style.paint(name, .strong) + "  " : hang) + line + "\n"
    }.joined()
  }
}

extension Effect.Review {
  var heading: String {
    switch self {
    case .none: "no review needed"
    case .convert: "convert"
    case .look: "review again"
    }
  }
}
