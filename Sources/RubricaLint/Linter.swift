package import RubricaSource
internal import RubricaSyntax

/// Holds files in the formats of others against what their own validators let pass: references that
/// lead nowhere, ids that stand twice, words that mean nothing, properties that nobody reads.
///
/// Files that are given together are read together: a verdict may be about a control of a catalogue
/// beside it.
package enum Linter {
  package struct Outcome: Sendable {
    /// In the order of the files and of their text.
    package var findings: [Diagnostic]
    /// Names of files that are in none of the formats.
    package var unknown: [String]
  }

  package static func lint(_ sources: Sources) -> Outcome {
    var run = LintRun()
    var unknown: [String] = []
    var documents: [(format: any LintFormat.Type, document: LintDocument)] = []
    for (place, file) in sources.files.enumerated() {
      let source = SourceID(place)
      do throws(JSONProblem) {
        let value = try JSONParser.parse(file.bytes, source)
        if let format = formats.first(where: { $0.reads(value) }) {
          documents.append((format, LintDocument(value)))
        } else {
          unknown.append(file.name)
        }
      } catch {
        // What does not even begin like JSON is something else.
        let first = file.bytes.first { !$0.isWhiteSpace && ![0xEF, 0xBB, 0xBF].contains($0) }
        if let first, first != UInt8(ascii: "{"), first != UInt8(ascii: "[") {
          unknown.append(file.name)
          continue
        }
        run.report.add(
          LintChecks.document, at: error.span,
          error.isSyntax ? "this is not JSON" : "not every parser reads this JSON the same way",
          help: error.message)
      }
    }
    for (format, document) in documents { format.collect(document, &run) }
    for (format, document) in documents { format.check(document, &run) }
    return Outcome(findings: run.report.sorted(), unknown: unknown)
  }

  private static let formats: [any LintFormat.Type] = [
    OscalLint.self, CycloneDXLint.self, CroissantLint.self,
  ]
}

extension JSONProblem {
  /// Whether no parser reads it.
  fileprivate var isSyntax: Bool {
    switch kind {
    case .syntax, .trailing: true
    default: false
    }
  }
}

/// One format. One file each.
protocol LintFormat: Sendable {
  /// Whether a document is in it.
  static func reads(_ document: JSONValue) -> Bool
  /// Notes what other documents may refer to.
  static func collect(_ document: LintDocument, _ run: inout LintRun)
  static func check(_ document: LintDocument, _ run: inout LintRun)
}

extension LintFormat {
  /// Most formats refer to nothing beside themselves.
  static func collect(_ document: LintDocument, _ run: inout LintRun) {}
}

/// What is known while files are linted together.
struct LintRun {
  var report = Report(stage: .release)
  /// Ids that other files may refer to, by kind.
  var shared: [String: Set<String>] = [:]
}

/// A document as a list of all values in it, in the order of the text.
struct LintDocument {
  struct Entry {
    /// The keys that lead to the value; lists have none of their own.
    let path: [String]
    let value: JSONValue
    let keySpan: Span
    /// The object that the value stands in.
    let owner: JSONValue

    var text: String? { value.text }

    func ends(with suffix: [String]) -> Bool { path.suffix(suffix.count).elementsEqual(suffix) }
  }

  let root: JSONValue
  let entries: [Entry]

  /// `skips` names keys whose values are data of somebody else.
  init(_ root: JSONValue, skipping skips: Set<String> = []) {
    self.root = root
    var entries: [Entry] = []
    Self.walk(root, [], skips, &entries)
    self.entries = entries
  }

  private static func walk(
    _ value: JSONValue, _ path: [String], _ skips: Set<String>, _ entries: inout [Entry]
  ) {
    switch value.kind {
    case .object(let members):
      for member in members {
        let path = path + [member.key]
        for item in member.value.elements {
          entries.append(
            Entry(path: path, value: item, keySpan: member.keySpan, owner: value))
          if !skips.contains(member.key) { walk(item, path, skips, &entries) }
        }
      }
    case .array(let items): for item in items { walk(item, path, skips, &entries) }
    default: break
    }
  }
}

extension JSONValue {
  /// The text, if it is one.
  var text: String? { if case .string(let text) = kind { text } else { nil } }

  /// The values of a list, or the value alone.
  var elements: [JSONValue] { if case .array(let items) = kind { items } else { [self] } }

  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = kind else { return nil }
    return members.first { $0.key == key }?.value
  }
}
