internal import RubricaSource

/// How text goes to a terminal: with or without colour, and how wide.
struct TextStyle: Sendable {
  enum Ink: String, Sendable {
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case frame = "1;34"
    case strong = "1"
    case good = "1;32"
  }

  var hasColour: Bool
  var width: Int

  func paint(_ text: String, _ ink: Ink) -> String {
    hasColour ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Columns that a text takes: two for wide scalars, none for combining ones.
  static func columns(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + columns($1) }
  }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// Text that cannot move the cursor: control characters become pictures, tabs become blanks.
  static func visible(_ text: String) -> String {
    if isVisible(text.utf8.span) { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 9: shown.append(contentsOf: "    ".unicodeScalars)
      case 0..<32: if let picture = Unicode.Scalar(0x2400 + scalar.value) { shown.append(picture) }
      case 127: shown.append("\u{2421}")
      case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069: shown.append("\u{FFFD}")
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }

  /// Whether no byte can belong to a scalar that `visible` shows otherwise; most texts are so.
  private static func isVisible(_ bytes: Swift.Span<UInt8>) -> Bool {
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 32 || byte == 127 { return false }
      guard byte >= 0xC2, index + 1 < bytes.count else { continue }
      let next = bytes[index + 1]
      if byte == 0xC2, next < 0xA0 { return false }
      guard byte == 0xE2, index + 2 < bytes.count else { continue }
      if next == 0x80, (0xAA...0xAE).contains(bytes[index + 2]) { return false }
      if next == 0x81, (0xA6...0xA9).contains(bytes[index + 2]) { return false }
    }
    return true
  }

  /// Cuts a text into lines of at most `width` columns, at blanks.
  func wrapped(_ text: String, indent: Int) -> [String] {
    let room = max(width - indent, 40)
    let bytes = Array(text.utf8)
    var lines: [String] = []
    var line: [UInt8] = []
    line.reserveCapacity(min(bytes.count, room + 1))
    var used = 0
    var start = 0
    var isASCII = true
    for end in 0...bytes.count {
      let byte = end < bytes.count ? bytes[end] : UInt8(ascii: "\n")
      if byte >= 0x80 { isASCII = false }
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: " ") else { continue }
      if start < end {
        let word = bytes[start..<end]
        let columns = isASCII ? word.count : Self.columns(String(decoding: word, as: UTF8.self))
        if used > 0, used + 1 + columns > room {
          lines.append(String(decoding: line, as: UTF8.self))
          line.removeAll(keepingCapacity: true)
          used = 0
        }
        if !line.isEmpty {
          line.append(UInt8(ascii: " "))
          used += 1
        }
        line.append(contentsOf: word)
        used += columns
      }
      if byte == UInt8(ascii: "\n") {
        lines.append(String(decoding: line, as: UTF8.self))
        line.removeAll(keepingCapacity: true)
        used = 0
      }
      start = end + 1
      isASCII = true
    }
    return lines
  }
}

/// Text for a terminal, put together piece by piece.
struct StyledText: ~Copyable {
  private var output = ByteBuffer()
  private let hasColour: Bool

  init(_ style: TextStyle) { hasColour = style.hasColour }

  var bytes: [UInt8] { output.bytes }

  mutating func add(_ text: String) { output.append(utf8: text) }

  mutating func add(_ number: Int) { add(String(number)) }

  /// One character of ASCII, several times.
  mutating func add(_ byte: UInt8, times count: Int) {
    for _ in 0..<count { output.append(byte) }
  }

  mutating func blanks(_ count: Int) { output.append(blanks: max(count, 0)) }

  /// What `content` adds, in colour.
  mutating func paint(_ ink: TextStyle.Ink, _ content: (inout StyledText) -> Void) {
    if hasColour { add("\u{1B}[\(ink.rawValue)m") }
    content(&self)
    if hasColour { add("\u{1B}[0m") }
  }

  mutating func paint(_ text: String, _ ink: TextStyle.Ink) { paint(ink) { $0.add(text) } }
}
