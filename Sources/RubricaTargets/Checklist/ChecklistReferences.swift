internal import RubricaModel

/// The laws and standards that a catalogue points to, each once, with the items that answer to
/// each clause. The same for every guideline, so it is written once a catalogue.
struct ChecklistReferences: Sendable {
  struct Framework: Sendable {
    let name: String
    /// The edition that is meant, or the day on which it was read.
    let asOf: String
    fileprivate(set) var clauses: [(clause: String, items: [String])] = []
  }

  /// In the order in which the items name them.
  let frameworks: [Framework]
  /// A member of `checklist.json`.
  let line: [UInt8]
  /// A section of `checklist.html`.
  let page: [UInt8]
  /// A section of `checklist.md`.
  let text: [UInt8]

  init(_ catalogue: Catalogue) {
    frameworks = Self.frameworks(catalogue)
    line = Self.line(frameworks)
    page = HTMLWriter.bytes { [frameworks] in Self.write(frameworks, to: &$0) }
    text = MarkdownWriter.bytes { [frameworks] in Self.write(frameworks, to: &$0) }
  }

  private static func frameworks(_ catalogue: Catalogue) -> [Framework] {
    var frameworks: [Framework] = []
    for item in catalogue.items {
      for clause in item.clauses {
        let known = frameworks.firstIndex {
          $0.name == clause.framework && $0.asOf == clause.asOf
        }
        if known == nil {
          frameworks.append(Framework(name: clause.framework, asOf: clause.asOf))
        }
        let place = known ?? frameworks.count - 1
        if let same = frameworks[place].clauses.firstIndex(where: { $0.clause == clause.clause }) {
          frameworks[place].clauses[same].items.append(item.id)
        } else {
          frameworks[place].clauses.append((clause.clause, [item.id]))
        }
      }
    }
    return frameworks
  }

  private static func line(_ frameworks: [Framework]) -> [UInt8] {
    var line = JSONWriter()
    line.lines(frameworks.count) { line, place in
      line.object { line in
        line.member("framework", frameworks[place].name)
        line.member("as-of", frameworks[place].asOf)
        line.member(
          "clauses",
          list: { line in
            for clause in frameworks[place].clauses {
              line.object { line in
                line.member("clause", clause.clause)
                line.member("items", list: { for item in clause.items { $0.item(item) } })
              }
            }
          })
      }
    }
    return line.bytes
  }

  private static func write(_ frameworks: [Framework], to writer: inout HTMLWriter) {
    guard !frameworks.isEmpty else { return }
    writer.element("section", [.init("aria-labelledby", "references")]) { writer in
      writer.element("h2", [.id("references")], text: "References")
      writer.element("p", text: ChecklistWords.references)
      for framework in frameworks {
        writer.raw("\n")
        writer.element("h3") { writer in
          writer.text(framework.name)
          writer.raw(" ")
          writer.element("small", text: "as of \(framework.asOf)")
        }
        writer.element("ul", class: "refs") { writer in
          for clause in framework.clauses {
            writer.element("li") { writer in
              writer.text(clause.clause)
              for item in clause.items {
                writer.raw(" ")
                writer.element("a", [.toPlace(item)], text: item)
              }
            }
          }
        }
      }
    }
  }

  private static func write(_ frameworks: [Framework], to writer: inout MarkdownWriter) {
    guard !frameworks.isEmpty else { return }
    writer.heading(2, [.plain("References")])
    writer.paragraph([.plain(ChecklistWords.references)])
    for framework in frameworks {
      let clauses = framework.clauses.map { "\($0.clause): \($0.items.joined(separator: ", "))" }
      writer.item([
        .strong("\(framework.name) "), .plain("(as of \(framework.asOf)): "),
        .plain(clauses.joined(separator: "; ")),
      ])
    }
  }
}
