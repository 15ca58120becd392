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
  private static func isVisible(_ bytes: Span<UInt8>) -> Bool {
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
    var lines: [String] = []
    for paragraph in text.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      var line = ""
      var used = 0
      for word in paragraph.split(separator: UInt8(ascii: " ")).map({ Substring($0) }) {
        let columns = Self.columns(word)
        if used > 0, used + 1 + columns > room {
          lines.append(line)
          (line, used) = ("", 0)
        }
        if !line.isEmpty {
          line += " "
          used += 1
        }
        line += word
        used += columns
      }
      lines.append(line)
    }
    return lines
  }
}
