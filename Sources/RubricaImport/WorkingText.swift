/// The text on its way from the sources to the draft, and where each part of it comes from.
struct WorkingText: Equatable {
  private(set) var bytes: [UInt8] = []
  private var pieces: [Piece] = []

  /// Bytes that were copied from a document, or that an edit put at a place of it.
  private struct Piece: Equatable {
    var start: Int
    var document: Int
    var sourceStart: Int
    var isCopy: Bool
  }

  init() {}

  init(_ bytes: [UInt8], document: Int, sourceStart: Int = 0) {
    self.bytes = bytes
    pieces = [Piece(start: 0, document: document, sourceStart: sourceStart, isCopy: true)]
  }

  /// The document and the offset in it that a byte comes from.
  func origin(of offset: Int) -> (document: Int, offset: Int) {
    guard !pieces.isEmpty else { return (0, 0) }
    let piece = pieces[place(of: offset)]
    return (piece.document, piece.sourceStart + (piece.isCopy ? max(0, offset - piece.start) : 0))
  }

  /// Whether a byte stands in a document itself, rather than being the importer's.
  func isCopy(_ offset: Int) -> Bool { pieces.isEmpty || pieces[place(of: offset)].isCopy }

  private func place(of offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].start <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Text of our own, said to come from a place in a document.
  mutating func insert(_ text: some Collection<UInt8>, document: Int, sourceOffset: Int) {
    guard !text.isEmpty else { return }
    pieces.append(
      Piece(start: bytes.count, document: document, sourceStart: sourceOffset, isCopy: false))
    bytes.append(contentsOf: text)
  }

  mutating func append(_ other: WorkingText) { append(other, 0..<other.bytes.count) }

  /// Some bytes of another text, with where they come from.
  mutating func append(_ other: WorkingText, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    var index = other.place(of: range.lowerBound)
    while index < other.pieces.count, other.pieces[index].start < range.upperBound {
      var piece = other.pieces[index]
      let from = max(piece.start, range.lowerBound)
      if piece.isCopy { piece.sourceStart += from - piece.start }
      piece.start = bytes.count + from - range.lowerBound
      pieces.append(piece)
      index += 1
    }
    bytes.append(contentsOf: other.bytes[range])
  }

  /// The text after edits. Of two that overlap the first one given wins.
  func applying(_ edits: [Edit]) -> WorkingText {
    let sorted = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
        < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
    }.map(\.element)
    var result = WorkingText()
    var cursor = 0
    for edit in sorted where edit.range.lowerBound >= cursor {
      result.append(self, cursor..<edit.range.lowerBound)
      let origin = origin(of: min(edit.range.lowerBound, max(bytes.count - 1, 0)))
      result.insert(edit.replacement, document: origin.document, sourceOffset: origin.offset)
      cursor = edit.range.upperBound
    }
    result.append(self, cursor..<bytes.count)
    return result
  }

  /// A replacement of some bytes; an empty range inserts.
  struct Edit: Equatable {
    var range: Range<Int>
    var replacement: [UInt8]

    init(_ range: Range<Int>, _ replacement: String) {
      self.range = range
      self.replacement = Array(replacement.utf8)
    }
  }
}
