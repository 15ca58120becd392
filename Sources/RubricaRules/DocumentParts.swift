internal import RubricaSource

/// Parts of one file that do not overlap.
struct DocumentParts {
  private let source: SourceID
  /// In the order in which they begin.
  private let ranges: [Range<Int>]

  /// Those of the spans that lie in a file.
  init(_ spans: [Span], of source: SourceID) {
    self.source = source
    ranges = spans.filter { $0.source == source }.map(\.range)
      .sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Whether one of them has the place where a span begins.
  func hasStart(of span: Span) -> Bool {
    guard span.source == source else { return false }
    let start = Int(span.start)
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound <= start { low = middle + 1 } else { high = middle }
    }
    return low > 0 && ranges[low - 1].contains(start)
  }
}
