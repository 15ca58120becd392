internal import RubricaDifference
internal import RubricaModel
internal import RubricaSource
internal import RubricaTargets

/// A difference for a pull request or a wiki.
struct DifferenceMarkdown {
  let report: DifferenceReport

  var text: String {
    var lines: [String] = []
    let shared = report.shownOfWorkspace
    if !shared.isEmpty {
      lines += ["## The whole workspace", ""]
      write(shared, report.workspace.sides, to: &lines)
    }
    for entry in report.entries { write(entry, to: &lines) }
    for guideline in report.added {
      lines += ["## \(Self.escaped(guideline.title.value))", "", "New.", ""]
    }
    for guideline in report.removed {
      lines += ["## \(Self.escaped(guideline.title.value))", "", "This guideline was removed.", ""]
    }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  private func write(_ entry: DifferenceReport.Entry, to lines: inout [String]) {
    let changes = report.shown(entry)
    guard !changes.isEmpty else { return }
    let difference = entry.difference
    let versions = [difference.old, difference.new].map { $0.version?.value ?? "no version" }
    lines += [
      "## \(Self.escaped(difference.new.title.value)) \(versions.joined(separator: " → "))", "",
    ]
    write(changes, entry.sides, to: &lines)
    guard difference.old.id.value == difference.new.id.value else { return }
    let advice = entry.version.advice(
      from: difference.old.version?.value, to: difference.new.version?.value)
    lines += ["**Version** \(Self.escaped(advice))", ""]
  }

  private func write(
    _ changes: [Change], _ sides: DifferenceReport.Sides, to lines: inout [String]
  ) {
    for kind in Change.Kind.allCases.reversed() {
      let group = changes.filter { $0.kind == kind }
      guard !group.isEmpty else { continue }
      lines += [
        "### \(kind.noun.prefix(1).uppercased() + kind.noun.dropFirst()) (\(group.count))", "",
      ]
      for change in group { write(change, sides, to: &lines) }
      lines.append("")
    }
  }

  private func write(
    _ change: Change, _ sides: DifferenceReport.Sides, to lines: inout [String]
  ) {
    lines.append("- **\(Self.escaped(change.headline))**")
    switch (change.from, change.to) {
    case (let from?, let to?) where WordDifference.likeness(from, to) >= 0.5:
      let words = WordDifference(from: from, to: to).parts.map { part in
        switch part {
        case .same(let words): Self.escaped(words)
        case .removed(let words): "~~\(Self.escaped(words))~~"
        case .added(let words): "**\(Self.escaped(words))**"
        }
      }
      lines.append("  \(words.joined(separator: " "))")
    case (let from, let to):
      if let from { lines.append("  ~~\(Self.escaped(from))~~") }
      if let to { lines.append("  \(from == nil ? "" : "→ ")\(Self.escaped(to))") }
    }
    if let effect = change.effect {
      lines.append("  *\(effect.review.heading)*: \(Self.escaped(effect.words))")
    }
    let (old, new) = sides.places(of: change)
    let place = [old, new].compactMap { $0 }.joined(separator: " → ")
    if !place.isEmpty { lines.append("  \(Self.escaped(place))") }
  }

  /// Words of authors on one line, with nothing in them that Markdown would take for its own. Backticks
  /// of ours stay: ids stand in them.
  private static func escaped(_ text: String) -> String {
    var result = ""
    var isCode = false
    for character in text {
      switch character {
      case "`": isCode.toggle()
      case "\n", "\r", "\r\n":
        result += " "
        continue
      default: if !isCode, "\\*_[]<~#|".contains(character) { result += "\\" }
      }
      result.append(character)
    }
    return result
  }
}
