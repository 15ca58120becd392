/// Where a link of an author leads, judged by what a browser would make of it.
package enum LinkAddress: Sendable, Equatable {
  /// `http`, `https` or `mailto`.
  case web(String)
  /// A place on the same page, without the `#`.
  case place(String)
  /// A file, relative to the guideline.
  case file(String)
  /// A scheme that may run code or read files, such as `javascript:`; never written.
  case refused

  package init(_ destination: String) {
    let trimmed = Self.trimmed(destination)
    if trimmed.utf8.first == UInt8(ascii: "#") {
      self = .place(String(trimmed.dropFirst()))
      return
    }
    let bytes = trimmed.utf8.span
    var end = 0
    while end < bytes.count, !Self.endsScheme(bytes[end]) { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ":") else {
      self = trimmed.hasPrefix("//") ? .web(trimmed) : trimmed.isEmpty ? .refused : .file(trimmed)
      return
    }
    // An allow-list: whatever white space a browser would skip inside a scheme is not on it.
    let scheme = trimmed[...].utf8.prefix(end)
    let schemes: [StaticString] = ["http", "https", "mailto"]
    let isWeb = schemes.contains { $0.matches(scheme) }
    self = isWeb ? .web(trimmed) : .refused
  }

  private static func endsScheme(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): true
    default: false
    }
  }

  /// Browsers skip blanks and control characters at both ends.
  private static func trimmed(_ text: String) -> String {
    let isSpace: (UInt8) -> Bool = { $0 <= 32 }
    guard let first = text.utf8.first, let last = text.utf8.last, isSpace(first) || isSpace(last)
    else { return text }
    let body = text.utf8.drop(while: isSpace)
    guard let end = body.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(Substring(body[...end]))
  }
}
