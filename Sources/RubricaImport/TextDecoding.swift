internal import RubricaSource
internal import RubricaSyntax

/// The bytes of a document as UTF-8 without a byte order mark.
enum TextDecoding {
  struct Decoded {
    var bytes: [UInt8]
    /// What they were, if not UTF-8.
    var encoding: String?
  }

  enum Failure: Error { case binary(String) }

  static func decode(_ bytes: [UInt8]) -> Result<Decoded, Failure> {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, isLittle: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, isLittle: false) }
    if let place = bytes.firstIndex(of: 0) {
      return .failure(.binary("there is a NUL byte at offset \(place)"))
    }
    if let place = firstControl(bytes) {
      return .failure(.binary("there is a control character at offset \(place)"))
    }
    let mark = TextCheck.byteOrderMark(bytes)
    let file = SourceFile(name: "", bytes: bytes)
    if TextCheck.problem(in: file, SourceID(0), limit: .max) == nil {
      return .success(Decoded(bytes: mark == 0 ? bytes : Array(bytes[mark...]), encoding: nil))
    }
    return windows1252(bytes)
  }

  /// Control characters that no text has. Form feeds and escapes of terminals are let through.
  private static func firstControl(_ bytes: [UInt8]) -> Int? {
    bytes.firstIndex { $0 < 9 || (14...26).contains($0) }
  }

  private static func utf16(_ bytes: [UInt8], isLittle: Bool) -> Result<Decoded, Failure> {
    guard bytes.count.isMultiple(of: 2) else {
      return .failure(.binary("it starts like UTF-16 but has an odd number of bytes"))
    }
    let units = stride(from: 2, to: bytes.count, by: 2).map { index in
      let (low, high) =
        isLittle ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
      return UInt16(high) << 8 | UInt16(low)
    }
    guard !units.contains(0) else {
      return .failure(.binary("it starts like UTF-16 but has NUL characters"))
    }
    var text = String.UnicodeScalarView()
    var decoder = UTF16()
    var iterator = units.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): text.append(scalar)
      case .emptyInput:
        return .success(Decoded(bytes: Array(String(text).utf8), encoding: "UTF-16"))
      case .error:
        return .failure(.binary("it starts like UTF-16 but has half a surrogate pair"))
      }
    }
  }

  private static func windows1252(_ bytes: [UInt8]) -> Result<Decoded, Failure> {
    var text = String.UnicodeScalarView()
    for (offset, byte) in bytes.enumerated() {
      guard let scalar = Windows1252.scalar(of: byte) else {
        return .failure(
          .binary("the byte at offset \(offset) is neither UTF-8 nor Windows-1252"))
      }
      text.append(scalar)
    }
    return .success(Decoded(bytes: Array(String(text).utf8), encoding: "Windows-1252"))
  }
}
