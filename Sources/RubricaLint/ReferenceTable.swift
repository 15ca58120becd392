internal import RubricaSource
internal import RubricaSyntax

/// What the documents of a format declare and refer to, as data.
struct ReferenceTable {
  struct Row {
    /// The last keys that lead to a value: `parties.uuid`.
    let path: [String]
    /// What is declared there, or may be meant.
    let kinds: [String]

    init(_ path: String, _ kinds: String...) {
      self.path = path.split(separator: ".").map(String.init)
      self.kinds = kinds
    }
  }

  struct Words {
    let path: [String]
    let words: [String]

    init(_ path: String, _ words: String...) {
      self.path = path.split(separator: ".").map(String.init)
      self.words = words
    }
  }

  /// The first row that fits counts.
  let declarations: [Row]
  let references: [Row]
  /// Values that must be one of a few words.
  let words: [Words]
  /// Kinds of ids that must not stand twice in a document.
  let unique: [String]

  func row(_ rows: [Row], _ entry: LintDocument.Entry) -> Row? {
    rows.first { entry.ends(with: $0.path) }
  }

  /// Ids by kind, each with its first place. Reports those that stand twice.
  func declared(
    _ document: LintDocument, _ report: (LintDocument.Entry, String, Span) -> Void = { _, _, _ in }
  ) -> [String: [String: Span]] {
    var declared: [String: [String: Span]] = [:]
    for entry in document.entries {
      guard let text = entry.text, let row = row(declarations, entry) else { continue }
      for kind in row.kinds {
        if let first = declared[kind]?[text] {
          if unique.contains(kind) { report(entry, text, first) }
        } else {
          declared[kind, default: [:]][text] = entry.value.span
        }
      }
    }
    return declared
  }

  /// Reports ids that stand twice, references that lead nowhere, and words that mean nothing.
  /// `isKnown` tells what is declared elsewhere; nil if nobody can tell.
  func check(
    _ document: LintDocument, _ run: inout LintRun,
    target: (String) -> String? = { $0 }, isKnown: (String, String) -> Bool? = { _, _ in false }
  ) {
    var report = run.report
    let declared = declared(document) { entry, text, first in
      report.add(
        LintChecks.duplicate, at: entry.value.span, "`\(text)` is declared a second time here",
        notes: [.init("the first declaration is here", at: first)],
        help: "give each its own id: a reference to it would be ambiguous")
    }
    let names = declared.mapValues { $0.keys.sorted() }
    for entry in document.entries {
      guard let text = entry.text else { continue }
      if let row = row(references, entry), let name = target(text) {
        let known = row.kinds.map { kind -> Bool? in
          declared[kind]?[name] != nil ? true : isKnown(kind, name)
        }
        if !known.contains(true), !known.contains(nil) {
          let near = Suggestion.nearest(
            to: name, among: row.kinds.lazy.flatMap { names[$0] ?? [] })
          report.add(
            LintChecks.reference, at: entry.value.span,
            "`\(entry.path.last ?? "")` points to `\(name)`, but there is no such "
              + row.kinds.joined(separator: " or "),
            help: near.map { "did you mean `\($0)`?" } ?? "declare it, or remove the reference")
        }
      }
      if let row = words.first(where: { entry.ends(with: $0.path) }), !row.words.contains(text) {
        report.add(
          LintChecks.value, at: entry.value.span,
          "`\(text)` is not a \(row.path.joined(separator: "."))",
          help: "use one of " + row.words.map { "`\($0)`" }.joined(separator: ", "))
      }
    }
    run.report = report
  }
}

/// Digests and their lengths.
enum LintDigest {
  /// Hexadecimal digits by the name of the algorithm, as OSCAL and CycloneDX write them.
  private static let lengths = [
    "MD5": 32, "SHA-1": 40, "SHA-224": 56, "SHA-256": 64, "SHA-384": 96, "SHA-512": 128,
    "SHA3-224": 56, "SHA3-256": 64, "SHA3-384": 96, "SHA3-512": 128,
  ]

  static func check(
    _ digest: JSONValue?, _ algorithm: String, _ run: inout LintRun
  ) {
    guard let digest, let text = digest.text, let length = lengths[algorithm] else { return }
    let isDigest =
      text.utf8.count == length
      && text.utf8.allSatisfy { $0.isDigit || (0x61...0x66).contains($0 | 0x20) }
    guard !isDigest else { return }
    run.report.add(
      LintChecks.value, at: digest.span, "`\(text)` is not a digest by \(algorithm)",
      help: "write \(length) hexadecimal digits")
  }
}
