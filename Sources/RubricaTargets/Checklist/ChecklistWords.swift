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
    case .waived: "waived"
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
    case .waived: "~"
    case .notApplicable: "–"
    }
  }

  /// In place of a state, of what no file can settle.
  static let gateDecides = "decided by the gate"

  static let upToTheGate = """
    No file can settle this: `rubrica gate` compares the due dates with the day on which it is asked. Where \
    this page is part of a bundle with a seal, the gate passed it when it was sealed, and `seal.json` says \
    until when that counts.
    """

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
    guard open > 0 else {
      return report.forGate.isEmpty
        ? "All \(total) items are settled."
        : "\(total - report.forGate.count) of \(total) items are settled. The gate decides the rest on the "
          + "day on which it is asked."
    }
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
    This page shows what the source of the guideline declares. "Needs review" means that something is \
    declared: read the evidence and decide whether it is true and sufficient. "Not run" means that only \
    a person can settle the item, by signing. The page was made without a clock: `rubrica gate` tells \
    whether a sign-off, a waiver or a contract is still valid on a given day.
    """

  static let references = """
    The clauses that ask for something similar, with the items that answer to them. They are \
    pointers for the reader, not legal advice.
    """

  static let whatToDo = "What to do"

  /// What a state asks of the role of an item; nil if nothing.
  static func action(for item: Catalogue.Item, _ state: ChecklistResult.State) -> String? {
    switch state {
    case .failed, .notRun: item.how
    case .needsReview: "Read the evidence and decide whether it is true and sufficient."
    case .passed, .waived, .notApplicable: nil
    }
  }

  /// The clauses that an item answers to, in one line.
  static func clauses(_ item: Catalogue.Item) -> String {
    item.clauses.map { "\($0.framework), \($0.clause)" }.joined(separator: "; ")
  }

  static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
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
