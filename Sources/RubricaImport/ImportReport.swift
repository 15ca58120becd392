/// What an import did, left alone and suggests, each with its place in the source.
package struct ImportReport: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// Became structure of the language.
    case structured
    /// Was changed so that it can stand in a draft.
    case changed
    /// Is still there, but not where a reader of the instructions sees it, or not as before.
    case kept
    /// Stays prose and might become structure by hand.
    case suggestion
  }

  package struct Entry: Sendable, Equatable {
    package var kind: Kind
    package var file: String
    /// From 1; 0 is the file as a whole.
    package var line: Int
    package var message: String
  }

  package private(set) var entries: [Entry] = []
  /// Sections that no reserved heading opens: their words stay prose.
  package var prose: [ProseSection] = []
  /// The ids of the labels in the draft, by the section that they stand in.
  package var labels: [[String]] = []
  /// An id for a layer of each of them.
  package var layers: [String] = []
  /// Sentences in the sources; as many are in the draft, or there is no draft.
  package var sentences = 0

  package struct ProseSection: Sendable, Equatable {
    package var file: String
    package var line: Int
    package var heading: String
    package var sentences: Int
  }

  mutating func add(_ kind: Kind, _ place: Place, _ message: String) {
    entries.append(Entry(kind: kind, file: place.file, line: place.line, message: message))
  }

  mutating func append(_ new: [Entry]) { entries += new }

  /// Where something of a kind is said.
  func places(_ kind: Kind) -> Set<Place> {
    Set(entries(kind).map { Place(file: $0.file, line: $0.line) })
  }

  /// In the order of the documents and of their lines.
  mutating func sort(by files: [String]) {
    let rank = Dictionary(zip(files, 0...), uniquingKeysWith: { first, _ in first })
    entries = entries.enumerated().sorted { a, b in
      (rank[a.element.file] ?? 0, a.element.line, a.offset)
        < (rank[b.element.file] ?? 0, b.element.line, b.offset)
    }.map(\.element)
  }

  package func entries(_ kind: Kind) -> [Entry] { entries.filter { $0.kind == kind } }
}

/// A place in a source, for people.
struct Place: Hashable {
  var file: String
  var line: Int
}

extension ImportReport {
  /// The report for the terminal.
  package var text: String {
    var lines: [String] = []
    for kind in Kind.allCases {
      let entries = entries(kind)
      guard !entries.isEmpty else { continue }
      lines.append(kind.title)
      for entry in entries {
        let place = entry.line > 0 ? "\(entry.file):\(entry.line)" : entry.file
        lines.append("  \(place): \(entry.message)")
      }
      lines.append("")
    }
    lines += proseLines
    lines += taskLines
    lines.append(
      "\(Self.count(sentences)) in the source, \(sentences) in the draft, in the same order.")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The labels by their ids, in what a front matter can say of them.
  private var taskLines: [String] {
    guard !labels.isEmpty else {
      return [
        "No labels were found: each must be a heading under a heading for labels.",
        "The task was not guessed: say in the front matter what is shown and what is asked "
          + "(`task:` with `modality` and `layers`).",
      ]
    }
    let count = labels.reduce(0) { $0 + $1.count }
    var lines = [
      "\(count == 1 ? "1 label" : "\(count) labels"). The task was not guessed: put this into the front "
        + "matter, with what is shown and what is asked", "task:",
      "  modality: text # or image, audio, video, point-cloud", "  layers:",
    ]
    for (layer, ids) in zip(layers, labels) {
      let ids = ids.map { $0.lowercased() == "null" ? "\"\($0)\"" : $0 }
      lines += [
        "    - id: \(layer)",
        "      kind: choice # or choices, span, box, polygon, ...",
        "      question: \"What is asked?\"",
        "      labels: [\(ids.joined(separator: ", "))]",
      ]
    }
    return lines + [""]
  }

  /// The longest sections, in order of the documents; the data has all of them.
  private var proseLines: [String] {
    guard !prose.isEmpty else { return [] }
    let longest = prose.map(\.sentences).sorted(by: >)
    let least = longest.count > Self.mostSections ? longest[Self.mostSections - 1] : 0
    let shown = prose.filter { $0.sentences >= least }.prefix(Self.mostSections)
    var lines = ["Stayed prose, in its place"]
    for section in shown {
      lines.append(
        "  \(section.file):\(section.line): \(section.heading) (\(Self.count(section.sentences)))")
    }
    let rest = prose.count - shown.count
    if rest > 0 {
      let hidden = prose.map(\.sentences).reduce(0, +) - shown.map(\.sentences).reduce(0, +)
      lines.append(
        "  and \(rest) more section\(rest == 1 ? "" : "s") (\(Self.count(hidden)))")
    }
    return lines + [""]
  }

  private static let mostSections = 60

  private static func count(_ sentences: Int) -> String {
    sentences == 1 ? "1 sentence" : "\(sentences) sentences"
  }
}

extension ImportReport.Kind {
  var title: String {
    switch self {
    case .structured: "Became structure"
    case .changed: "Changed to fit into a draft"
    case .kept: "Kept unchanged"
    case .suggestion: "Worth checking"
    }
  }
}
