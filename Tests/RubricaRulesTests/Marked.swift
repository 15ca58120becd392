/// A text in which `⟪…⟫` marks places: the text without the marks, and the places.
struct Marked {
  private(set) var bytes: [UInt8] = []
  private(set) var ranges: [Range<Int>] = []

  init(_ text: String) {
    let open = Array("⟪".utf8)
    let close = Array("⟫".utf8)
    let source = Array(text.utf8)
    var starts: [Int] = []
    var index = 0
    while index < source.count {
      if source[index...].starts(with: open) {
        starts.append(bytes.count)
        index += open.count
      } else if source[index...].starts(with: close), let start = starts.popLast() {
        ranges.append(start..<bytes.count)
        index += close.count
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    ranges.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
