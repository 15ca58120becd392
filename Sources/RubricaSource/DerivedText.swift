/// Text taken out of a file piece by piece (the inside of a fence in a quote, say), and the way
/// back from an offset in it to the place in the file.
package struct DerivedText: Sendable, Equatable {
  package private(set) var bytes: [UInt8] = []
  package let source: SourceID
  private var pieces: [Piece] = []

  private struct Piece: Equatable {
    var start: Int
    var sourceStart: Int
    /// The bytes of the piece are the bytes of the file, one by one.
    var isExact: Bool
    var sourceEnd: Int
  }

  package init(source: SourceID) { self.source = source }

  /// All of a file from `offset` on.
  package init(_ file: SourceFile, source: SourceID, range: Range<Int>) {
    self.source = source
    append(file.bytes[range], from: range)
  }

  package var string: String { String(decoding: bytes, as: UTF8.self) }
  package var isEmpty: Bool { bytes.isEmpty }

  /// Appends bytes that come from `range` of the file. If their number differs, the whole piece
  /// stands for the whole range.
  package mutating func append(_ new: ArraySlice<UInt8>, from range: Range<Int>) {
    let isExact = new.count == range.count
    if let last = pieces.last, isExact, last.isExact, last.sourceEnd == range.lowerBound,
      last.sourceStart + (bytes.count - last.start) == range.lowerBound
    {
      pieces[pieces.count - 1].sourceEnd = range.upperBound
    } else {
      pieces.append(
        Piece(
          start: bytes.count, sourceStart: range.lowerBound, isExact: isExact,
          sourceEnd: range.upperBound))
    }
    bytes.append(contentsOf: new)
  }

  /// The place in the file of a range of this text.
  package func span(_ range: Range<Int>) -> Span {
    guard let first = pieces.first else { return Span(source, 0, 0) }
    // Most texts are one piece of their file.
    if pieces.count == 1, first.isExact {
      let start = min(first.sourceStart + range.lowerBound, first.sourceEnd)
      return Span(source, start, min(first.sourceStart + range.upperBound, first.sourceEnd))
    }
    let start = place(range.lowerBound, isEnd: false)
    let end = range.isEmpty ? start : place(range.upperBound, isEnd: true)
    return Span(source, start, max(start, end))
  }

  private func place(_ offset: Int, isEnd: Bool) -> Int {
    // The end of a range belongs to the piece of its last byte.
    let probe = isEnd ? offset - 1 : offset
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].start <= probe { low = middle } else { high = middle }
    }
    let piece = pieces[low]
    guard piece.isExact else { return isEnd ? piece.sourceEnd : piece.sourceStart }
    return min(piece.sourceStart + offset - piece.start, piece.sourceEnd)
  }
}
