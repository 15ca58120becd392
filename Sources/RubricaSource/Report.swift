/// What a check says about itself: the source of its findings' levels, of `rubrica explain` and
/// of `docs/rules.md`.
package struct CheckInfo: Sendable {
  /// The kebab-case name of what is wrong ("undefined-label"); reads well after "allow".
  package let id: String
  package let levels: Levels
  /// The rule in one line.
  package let summary: String
  /// Who is hurt when the rule is broken, and how.
  package let rationale: String
  /// Guidelines that break the rule. `⟪…⟫` marks where the finding must be.
  package var bad: [CheckExample] { makeBad() }
  /// Guidelines that keep it.
  package var good: [CheckExample] { makeGood() }
  /// The number that a workspace may set, if the rule has one.
  package let limit: CheckLimit?
  // Examples are written out when somebody asks for them: every command needs the names of all
  // checks, and few need an example.
  private let makeBad: @Sendable () -> [CheckExample]
  private let makeGood: @Sendable () -> [CheckExample]

  package init(
    id: String, levels: Levels, summary: String, rationale: String,
    bad: @autoclosure @escaping @Sendable () -> [CheckExample],
    good: @autoclosure @escaping @Sendable () -> [CheckExample], limit: CheckLimit? = nil
  ) {
    self.id = id
    self.levels = levels
    self.summary = summary
    self.rationale = rationale
    makeBad = bad
    makeGood = good
    self.limit = limit
  }
}

/// A guideline cut to the bone: documentation of a check, and its test.
package struct CheckExample: Sendable {
  /// The text of `guideline.md`, with `⟪…⟫` around the places of findings.
  package let text: String
  /// Other files beside it, by relative path ("governance.yaml", "rubrica.yaml").
  package let files: [String: String]
  /// The text after the first fix of every finding is applied, if the check offers fixes.
  package let fixed: String?

  package init(_ text: String, files: [String: String] = [:], fixed: String? = nil) {
    self.text = text
    self.files = files
    self.fixed = fixed
  }
}

/// Where findings or problems begin. What is found later in the same place often follows from them.
package struct Places: Sendable {
  /// In order.
  private let places: [Span]

  package init(of spans: [Span]) { places = spans.sorted() }

  /// Whether one of them begins within a span.
  package func areWithin(_ span: Span) -> Bool {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < span.head { low = middle + 1 } else { high = middle }
    }
    guard low < places.count else { return false }
    return places[low].source == span.source && places[low].start < span.end
  }
}

/// Collects findings, at the levels that the guideline's stage asks for.
package struct Report: Sendable {
  package let stage: Stage
  package let settings: CheckSettings
  package private(set) var diagnostics: [Diagnostic] = []

  package init(stage: Stage, settings: CheckSettings = .none) {
    self.stage = stage
    self.settings = settings
  }

  /// The level of a check's findings at this stage; nil while it is silent.
  package func level(of check: CheckInfo) -> Severity? {
    settings.levels(of: check)[stage]
  }

  /// The number at which a check begins to complain.
  package func limit(of check: CheckInfo) -> Int { settings.limit(of: check) }

  /// Adds a finding of `check` at `span`, unless the check is silent at this stage.
  package mutating func add(
    _ check: CheckInfo, at span: Span, _ message: String, label: String? = nil,
    notes: [Diagnostic.Note] = [], help: String? = nil, fixes: [Fix] = []
  ) {
    guard let severity = level(of: check) else { return }
    diagnostics.append(
      Diagnostic(
        id: check.id, severity: severity, message: Self.oneLine(message), span: span, label: label,
        notes: notes, help: help, fixes: fixes))
  }

  /// Where the errors are that were found so far.
  package var errorPlaces: Places {
    Places(of: diagnostics.filter { $0.severity == .error }.map(\.span))
  }

  /// A message is one line, whatever names an author has given to things.
  private static func oneLine(_ message: String) -> String {
    let bytes = message.utf8.span
    for place in bytes.indices where bytes[place] == 10 || bytes[place] == 13 {
      return message.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    return message
  }

  /// Marks findings that a comment in the file allows.
  package mutating func allow(_ finding: Int, because allowance: Diagnostic.Allowance) {
    diagnostics[finding].allowance = allowance
  }

  /// The findings in the order of the source, the same on every run.
  package func sorted() -> [Diagnostic] {
    let places = diagnostics.indices.sorted { a, b in
      (diagnostics[a].span, diagnostics[a].id, a) < (diagnostics[b].span, diagnostics[b].id, b)
    }
    return places.map { diagnostics[$0] }
  }
}
