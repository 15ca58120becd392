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

  /// What surrounds the thing, in pixels; nil if there is none.
  package var bounds: (left: Int, top: Int, right: Int, bottom: Int)? {
    guard ends.count > 1, width > 0 else { return nil }
    var (left, right) = (width, 0)
    for run in runs {
      let (first, last) = (run.lowerBound / width, (run.upperBound - 1) / width)
      left = first == last ? min(left, run.lowerBound % width) : 0
      right = first == last ? max(right, (run.upperBound - 1) % width + 1) : width
    }
    let end = ends.count.isMultiple(of: 2) ? ends[ends.count - 1] : ends[ends.count - 2]
    return (left, ends[0] / width, right, (end - 1) / width + 1)
  }
}
