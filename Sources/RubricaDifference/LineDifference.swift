/// Two texts line by line.
package struct LineDifference: Sendable {
  /// Lines that are not the same, between lines that are.
  package struct Change: Sendable, Equatable {
    /// Places of lines, from 0.
    package let old: Range<Int>
    package let new: Range<Int>

    package init(old: Range<Int>, new: Range<Int>) {
      self.old = old
      self.new = new
    }
  }

  package let old: [Substring]
  package let new: [Substring]
  /// In order.
  package private(set) var changes: [Change] = []

  package init(from before: String, to now: String) {
    old = Self.lines(before)
    new = Self.lines(now)
    var (i, j) = (0, 0)
    for pair in Alignment.common(old, new) + [(old.count, new.count)] {
      if i < pair.old || j < pair.new {
        changes.append(Change(old: i..<pair.old, new: j..<pair.new))
      }
      (i, j) = (pair.old + 1, pair.new + 1)
    }
  }

  /// A line end at the end begins no line.
  package static func lines(_ text: String) -> [Substring] {
    var lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.map { Substring($0.last == 13 ? $0.dropLast() : $0) }
  }
}
