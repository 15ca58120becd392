internal import RubricaFiles
internal import RubricaSource

/// Findings of many guidelines, already in words, with their numbers.
struct Findings: Sendable {
  /// Of one guideline. Findings about rubrica.yaml are the workspace's, told once.
  struct Part: Sendable {
    var fragment: [UInt8] = []
    var shared: [Diagnostic] = []
    var counts = Counts()
    /// Findings that a comment lets stand: told to programs, not counted among the others.
    var allowed = 0

    var hasErrors: Bool {
      counts[.error] > 0 || shared.contains { $0.severity == .error }
    }
  }

  /// How many there are of each severity.
  struct Counts: Sendable {
    private var errors = 0
    private var warnings = 0
    private var notes = 0

    subscript(severity: Severity) -> Int {
      get {
        switch severity {
        case .error: errors
        case .warning: warnings
        case .note: notes
        }
      }
      set {
        switch severity {
        case .error: errors = newValue
        case .warning: warnings = newValue
        case .note: notes = newValue
        }
      }
    }
  }

  private(set) var fragments: [[UInt8]] = []
  private(set) var counts = Counts()
  private(set) var allowed = 0

  /// The first source of every guideline is rubrica.yaml.
  static func part(_ diagnostics: [Diagnostic], _ sources: Sources, _ reporter: any Reporter)
    -> Part
  {
    var part = Part()
    part.shared = diagnostics.filter { $0.span.source == SourceID(0) }
    let own = diagnostics.filter { $0.span.source != SourceID(0) }
    for diagnostic in own {
      if diagnostic.allowance == nil {
        part.counts[diagnostic.severity] += 1
      } else {
        part.allowed += 1
      }
    }
    if !own.isEmpty { part.fragment = reporter.fragment(own, Places(sources, for: own)) }
    return part
  }

  init(_ parts: [Part], settings: SourceFile, reporter: any Reporter) {
    var shared: [Diagnostic] = []
    var told: Set<Diagnostic> = []
    for part in parts {
      for diagnostic in part.shared where told.insert(diagnostic).inserted {
        shared.append(diagnostic)
      }
    }
    for diagnostic in shared { counts[diagnostic.severity] += 1 }
    if !shared.isEmpty {
      fragments.append(
        reporter.fragment(shared, Places(Sources([settings]), for: shared)))
    }
    for part in parts {
      if !part.fragment.isEmpty { fragments.append(part.fragment) }
      allowed += part.allowed
      for severity in Severity.allCases {
        counts[severity] += part.counts[severity]
      }
    }
  }

  var hasErrors: Bool { counts[.error] > 0 }

  /// Whether there is a single finding.
  var isOne: Bool { Severity.allCases.reduce(allowed) { $0 + counts[$1] } == 1 }

  /// `2 errors, 1 warning, 3 notes, 1 allowed`; nil if there is nothing.
  var summary: String? {
    var words = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = counts[severity]
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    if allowed > 0 { words.append("\(allowed) allowed") }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}
