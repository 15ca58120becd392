/// How much a finding matters. An error stops the build; it cannot be silenced.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  case note, warning, error

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

/// One finding: data only. Words for the terminal, JSON and SARIF are made in the reporters.
package struct Diagnostic: Sendable, Hashable {
  /// The kebab-case name of the check, which `rubrica explain` describes.
  package var id: String
  package var severity: Severity
  /// What is wrong, in one line, about this very place.
  package var message: String
  /// Where it is wrong.
  package var span: Span
  /// A few words to stand beside the underlined source, if they add something.
  package var label: String?
  /// Other places and facts that explain it.
  package var notes: [Note]
  /// What to do about it.
  package var help: String?
  /// Edits that would fix it.
  package var fixes: [Fix]
  /// Why the author lets it stand; never that of an error.
  package var allowance: Allowance?

  package init(
    id: String, severity: Severity, message: String, span: Span, label: String? = nil,
    notes: [Note] = [], help: String? = nil, fixes: [Fix] = [], allowance: Allowance? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.span = span
    self.label = label
    self.notes = notes
    self.help = help
    self.fixes = fixes
    self.allowance = allowance
  }

  /// A comment in the file that lets a finding stand.
  package struct Allowance: Sendable, Hashable {
    package var reason: String
    /// The comment.
    package var span: Span

    package init(reason: String, span: Span) {
      self.reason = reason
      self.span = span
    }
  }

  /// A remark on a finding, at a place of its own if it has one.
  package struct Note: Sendable, Hashable {
    package var message: String
    package var span: Span?

    package init(_ message: String, at span: Span? = nil) {
      self.message = message
      self.span = span
    }
  }
}

/// An edit that would fix a finding.
package struct Fix: Sendable, Hashable {
  package var title: String
  package var edits: [Edit]
  /// A safe fix keeps the meaning of the guideline; an unsafe one is somebody's decision.
  package var isSafe: Bool

  package init(_ title: String, edits: [Edit], isSafe: Bool) {
    self.title = title
    self.edits = edits
    self.isSafe = isSafe
  }

  /// A replacement of one range of bytes.
  package struct Edit: Sendable, Hashable {
    package var span: Span
    package var replacement: String

    package init(_ span: Span, _ replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }
}
