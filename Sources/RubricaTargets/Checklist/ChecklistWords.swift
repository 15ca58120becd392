internal import RubricaModel
internal import RubricaSource

/// The words of the pages.
enum ChecklistWords {
  static func state(_ state: ChecklistResult.State) -> String {
    switch state {
    case .failed: "failed"
    case .needsReview: "needs review"
    case .notRun: "not run"
    case .passed: "passed"
    case .notApplicable: "not applicable"
    }
  }

  /// For places without pictures.
  static func sign(_ state: ChecklistResult.State) -> String {
    switch state {
    case .failed: "✗"
    case .needsReview: "?"
    case .notRun: "○"
    case .passed: "✓"
    case .notApplicable: "–"
    }
  }

  static func level(_ level: Catalogue.Item.Level) -> String {
    switch level {
    case .block: "blocks a release"
    case .warn: "does not block a release"
    }
  }

  /// A state in one line of text; of an open item with what that means for a release.
  static func line(_ state: ChecklistResult.State, _ level: Catalogue.Item.Level) -> String {
    let words = "\(sign(state)) \(self.state(state))"
    return state.isOpen ? "\(words), \(self.level(level))" : words
  }

  static func summary(_ report: ChecklistReport) -> String {
    let total = report.results.count
    let open = report.open
    guard total > 0 else { return "The catalogue has no items." }
    guard open > 0 else { return "All \(total) items are settled." }
    let verb = open == 1 ? "is" : "are"
    let blocking =
      switch report.blocking {
      case 0: "None of them blocks a release."
      case 1: "1 of them blocks a release."
      default: "\(report.blocking) of them block a release."
      }
    return "\(open) of \(total) items \(verb) open. \(blocking)"
  }

  static let limits = """
    This page shows what the source of the guideline declares. "Needs review" is declared and waits \
    for a person to vouch for it; "not run" is what only a signature can settle. Sign-offs are not \
    read by this version, so nothing here counts as signed.
    """

  static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  /// A path as the author knows it: without the name of the file that stands beside it.
  static func path(_ path: String) -> Substring? {
    if path.hasPrefix("governance.") { return Substring(path.utf8.dropFirst(11)) }
    if path.hasPrefix("front-matter.") { return Substring(path.utf8.dropFirst(13)) }
    return nil
  }

  /// `2.1.0 · pilot`, as far as it is known.
  static func facts(
    _ guideline: Guideline, _ context: TargetContext
  ) -> [(name: String, value: String)] {
    var facts = [(name: "Guideline", value: guideline.id.value)]
    facts.append(("Version", guideline.version?.value ?? "none"))
    facts.append(("Stage", guideline.stage.value.rawValue))
    if let organisation = context.organisation { facts.append(("Organisation", organisation)) }
    facts.append(("Source", context.sourceDigest))
    facts.append(("Made by", context.compiler))
    return facts
  }
}
