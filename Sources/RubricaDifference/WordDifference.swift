/// Two texts word by word.
package struct WordDifference: Sendable {
  package enum Part: Sendable, Equatable {
    case same(String)
    case removed(String)
    case added(String)
  }

  /// In reading order; neighbours of one kind are one part. Blanks between words belong to the word
  /// before them.
  package private(set) var parts: [Part] = []

  package init(from old: String, to new: String) {
    let (a, b) = (Self.words(old), Self.words(new))
    var (i, j) = (0, 0)
    for pair in Alignment.common(a, b) + [(a.count, b.count)] {
      add(a[i..<pair.old]) { .removed($0) }
      add(b[j..<pair.new]) { .added($0) }
      if pair.old < a.count { add(a[pair.old...pair.old]) { .same($0) } }
      (i, j) = (pair.old + 1, pair.new + 1)
    }
  }

  private mutating func add(_ words: ArraySlice<Substring>, _ make: (String) -> Part) {
    guard !words.isEmpty else { return }
    let text = words.joined(separator: " ")
    switch (make(""), parts.last) {
    case (.same, .same(let before)?): parts[parts.count - 1] = .same("\(before) \(text)")
    default: parts.append(make(text))
    }
  }

  private static func words(_ text: String) -> [Substring] {
    text.split { $0 == " " || $0 == "\n" || $0 == "\t" }
  }

  /// The lines of two texts that the other has not.
  package static func lines(
    from old: String, to new: String
  ) -> (removed: [String], added: [String]) {
    let (a, b) = (
      old.split(separator: "\n").map(String.init), new.split(separator: "\n").map(String.init)
    )
    let common = Alignment.common(a, b)
    let (kept, known) = (Set(common.map(\.old)), Set(common.map(\.new)))
    return (
      a.indices.filter { !kept.contains($0) }.map { a[$0] },
      b.indices.filter { !known.contains($0) }.map { b[$0] }
    )
  }

  /// How much of the texts is the same, 0 to 1.
  package static func likeness(_ old: String, _ new: String) -> Double {
    Alignment.likeness(old, new)
  }
}
