internal import RubricaSource

/// The options between the name and the key of an allowed signer, if there are any.
struct SignerOptions {
  private(set) var namespaces: [String]?
  private(set) var validAfter: Timestamp?
  private(set) var validBefore: Timestamp?

  /// Leaves the line at the key. A key is told from options as OpenSSH does it: by its type.
  init(_ line: inout SignerLine) throws(SignerFileRefusal) {
    let start = line
    let word = try line.word()
    guard !word.isEmpty else { throw line.refusal(.noKey, word) }
    if Self.isKeyType(line.bytes[word]) {
      line = start
      return
    }
    for option in Self.split(line.bytes[word]) { try take(option, of: line) }
    if let after = validAfter, let before = validBefore, before <= after {
      throw line.refusal(.emptyWindow, word)
    }
    line.skipBlanks()
  }

  private static func isKeyType(_ word: ArraySlice<UInt8>) -> Bool {
    ["ssh-", "ecdsa-", "sk-", "rsa-", "webauthn-"].contains { word.starts(with: $0.utf8) }
      && !word.contains(UInt8(ascii: "="))
  }

  /// At the commas outside of quotes.
  private static func split(_ word: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var isQuoted = false
    return word.split(omittingEmptySubsequences: false) { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte == UInt8(ascii: ",") && !isQuoted
    }
  }

  private mutating func take(
    _ option: ArraySlice<UInt8>, of line: SignerLine
  ) throws(SignerFileRefusal) {
    let range = option.startIndex..<option.endIndex
    let parts = option.split(
      separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(decoding: parts[0], as: UTF8.self).lowercased()
    switch name {
    case "cert-authority": throw line.refusal(.certificateAuthority, range)
    case "namespaces", "valid-after", "valid-before": break
    default: throw line.refusal(.unknownOption(shown(parts[0])), range)
    }
    guard parts.count == 2, parts[1].count >= 2, parts[1].first == UInt8(ascii: "\""),
      parts[1].last == UInt8(ascii: "\"")
    else { throw line.refusal(.optionWithoutQuotes(name), range) }
    let value = parts[1].dropFirst().dropLast()
    switch name {
    case "namespaces":
      guard namespaces == nil else { throw line.refusal(.optionTwice(name), range) }
      namespaces = try Self.namespaces(value, line, range)
    case "valid-after":
      guard validAfter == nil else { throw line.refusal(.optionTwice(name), range) }
      validAfter = try Self.time(value, line, range)
    default:
      guard validBefore == nil else { throw line.refusal(.optionTwice(name), range) }
      validBefore = try Self.time(value, line, range)
    }
  }

  private static func namespaces(
    _ value: ArraySlice<UInt8>, _ line: SignerLine, _ range: Range<Int>
  ) throws(SignerFileRefusal) -> [String] {
    guard !value.isEmpty else { throw line.refusal(.emptyNamespaces, range) }
    var names: [String] = []
    for name in value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      guard !name.isEmpty, name.allSatisfy({ isNameByte($0) || "/:".utf8.contains($0) }) else {
        throw line.refusal(.namespacePattern(shown(name)), range)
      }
      names.append(String(decoding: name, as: UTF8.self))
    }
    return names
  }

  /// `YYYYMMDD`, `YYYYMMDDHHMM` or `YYYYMMDDHHMMSS`, each with a `Z`.
  private static func time(
    _ value: ArraySlice<UInt8>, _ line: SignerLine, _ range: Range<Int>
  ) throws(SignerFileRefusal) -> Timestamp {
    let digits = Array(value.prefix(while: \.isDigit))
    guard [8, 12, 14].contains(digits.count), value.count - digits.count <= 1 else {
      throw line.refusal(.notATime(shown(value)), range)
    }
    guard value.count > digits.count else { throw line.refusal(.localTime(shown(value)), range) }
    let clock = digits.dropFirst(8)
    // OpenSSH counts from 1970 on, and takes 0 for no bound.
    guard value.last == UInt8(ascii: "Z"), let year = digits[0..<4].decimal, year >= 1970,
      let month = digits[4..<6].decimal, let day = digits[6..<8].decimal,
      let date = CalendarDate(year: year, month: month, day: day),
      let hour = (clock.isEmpty ? [48] : clock[8..<10]).decimal, hour < 24,
      let minute = (clock.isEmpty ? [48] : clock[10..<12]).decimal, minute < 60,
      let second = (clock.count < 6 ? [48] : clock[12..<14]).decimal, second < 60,
      case let time = Timestamp(date, second: hour * 3600 + minute * 60 + second),
      time.secondsSince1970 > 0
    else { throw line.refusal(.notATime(shown(value)), range) }
    return time
  }
}
