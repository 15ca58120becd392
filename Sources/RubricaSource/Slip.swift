/// Words that were surely meant to be another one, since a single slip of the fingers is between them.
package enum Slip {
  /// The first candidate that `word` becomes when one letter is added, left out or swapped with its
  /// neighbour, or, in words of seven letters or more, replaced: shorter ones are too often another
  /// word ("Roles", "Rules"). Nil if the word is a candidate itself, letter case not counted; with
  /// `countingForms` off also if it is a candidate with a letter more or less at its end, as a plural.
  /// Words of fewer than four letters are never a slip.
  package static func of(
    _ word: String, among candidates: Words, countingForms: Bool = false
  ) -> String? {
    let size = word.utf8.count
    guard 4...64 ~= size else { return nil }
    var letters: [Unicode.Scalar] = []
    var found: String?
    // A letter has at most four bytes.
    for candidate in candidates.words where abs(candidate.text.utf8.count - size) <= 4 {
      if letters.isEmpty { letters = Array(word.lowercased().unicodeScalars) }
      if candidate.letters == letters { return nil }
      if found == nil, isOneEdit(letters, candidate.letters, countingForms) {
        found = candidate.text
      }
    }
    return found
  }

  /// Words that may be meant, taken apart once for all that are compared with them.
  package struct Words: Sendable, ExpressibleByArrayLiteral {
    fileprivate let words: [(text: String, letters: [Unicode.Scalar])]

    package var texts: [String] { words.map(\.text) }

    package init(_ words: some Sequence<String>) {
      self.words = words.map { ($0, Array($0.lowercased().unicodeScalars)) }
    }

    package init(arrayLiteral words: String...) { self.init(words) }
  }

  private static func isOneEdit(
    _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], _ countingForms: Bool
  ) -> Bool {
    guard a.count >= 4, b.count >= 4, abs(a.count - b.count) <= 1 else { return false }
    let start = zip(a, b).prefix { $0 == $1 }.count
    let restOfA = a[start...]
    let restOfB = b[start...]
    if restOfA.isEmpty || restOfB.isEmpty { return countingForms }
    if a.count < b.count { return restOfA.elementsEqual(restOfB.dropFirst()) }
    if a.count > b.count { return restOfA.dropFirst().elementsEqual(restOfB) }
    if restOfA.dropFirst().elementsEqual(restOfB.dropFirst()) { return a.count >= 7 }
    return restOfA.count >= 2 && a[start] == b[start + 1] && a[start + 1] == b[start]
      && restOfA.dropFirst(2).elementsEqual(restOfB.dropFirst(2))
  }
}
