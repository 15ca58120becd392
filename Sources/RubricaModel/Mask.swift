/// The pixels of a mask: which of them belong to the thing.
package struct Mask: Sendable {
  package let width: Int
  package let height: Int
  /// Where runs of equal pixels end, row by row from the top left corner. The first run is of pixels
  /// that do not belong to the thing, and may be empty; from then on they take turns.
  package let ends: [Int]

  package init(width: Int, height: Int, ends: [Int]) {
    self.width = width
    self.height = height
    self.ends = ends
  }

  /// Runs of pixels that belong to the thing.
  package var runs: some Sequence<Range<Int>> {
    stride(from: 1, to: ends.count, by: 2).lazy.map { ends[$0 - 1]..<ends[$0] }
  }

  package var count: Int { runs.reduce(0) { $0 + $1.count } }
}
