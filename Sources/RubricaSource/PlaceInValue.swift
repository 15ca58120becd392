extension Sources {
  /// Where some bytes of a value are written. Quotes stand around it perhaps, and a block of YAML
  /// has lost its indentation: then the same bytes are looked for, as often as they occur before.
  /// The whole value if they cannot be found.
  package func place(of range: Range<Int>, in value: Located<String>) -> Span {
    let file = self[value.span.source].bytes
    let place = value.span.range.clamped(to: 0..<file.count)
    let bytes = Array(value.value.utf8)
    guard range.upperBound <= bytes.count else { return value.span }
    for quote in [0, 1] where place.count == bytes.count + 2 * quote {
      let start = place.lowerBound + quote
      if file[start..<start + bytes.count].elementsEqual(bytes) {
        return Span(value.span.source, start + range.lowerBound, start + range.upperBound)
      }
    }
    guard !range.isEmpty else { return value.span }
    let needle = bytes[range]
    let earlier = Self.count(needle, in: bytes[..<range.lowerBound])
    var left = earlier
    var start = place.lowerBound
    while start + needle.count <= place.upperBound {
      if file[start..<start + needle.count].elementsEqual(needle) {
        if left == 0 { return Span(value.span.source, start, start + needle.count) }
        left -= 1
        start += needle.count
      } else {
        start += 1
      }
    }
    return value.span
  }

  private static func count(_ needle: ArraySlice<UInt8>, in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var start = bytes.startIndex
    while start + needle.count <= bytes.endIndex {
      if bytes[start..<start + needle.count].elementsEqual(needle) {
        count += 1
        start += needle.count
      } else {
        start += 1
      }
    }
    return count
  }
}
