internal import RubricaSource

/// Base64 between two lines that say what it is.
struct Armor {
  let begin: String
  let end: String

  static let signature = Armor("SSH SIGNATURE")
  static let privateKey = Armor("OPENSSH PRIVATE KEY")

  private init(_ name: String) {
    begin = "-----BEGIN \(name)-----"
    end = "-----END \(name)-----"
  }

  enum Failure: Error {
    case lines
    case base64
  }

  /// The bytes inside. White space around the lines and inside of the base64 is free.
  func open(_ text: [UInt8]) throws(Failure) -> [UInt8] {
    guard let first = text.firstIndex(where: { !$0.isWhiteSpace }),
      let last = text.lastIndex(where: { !$0.isWhiteSpace })
    else { throw .lines }
    let content = text[first...last]
    guard content.count > begin.utf8.count + end.utf8.count, content.starts(with: begin.utf8),
      content.suffix(end.utf8.count).elementsEqual(end.utf8)
    else { throw .lines }
    let inner = content.dropFirst(begin.utf8.count).dropLast(end.utf8.count)
    guard inner.first?.isWhiteSpace == true, inner.last == UInt8(ascii: "\n") else { throw .lines }
    guard let bytes = Base64.decode(inner, skippingWhiteSpace: true) else { throw .base64 }
    return bytes
  }

  /// Lines of 70 characters, as OpenSSH writes them.
  func close(_ bytes: [UInt8]) -> [UInt8] {
    var base64: [UInt8] = []
    Base64.append(bytes, to: &base64)
    var text = Array((begin + "\n").utf8)
    for start in stride(from: 0, to: base64.count, by: 70) {
      text.append(contentsOf: base64[start..<min(start + 70, base64.count)])
      text.append(UInt8(ascii: "\n"))
    }
    text.append(contentsOf: (end + "\n").utf8)
    return text
  }
}
