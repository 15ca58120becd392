package import RubricaModel
package import RubricaSource

/// The inside of a network stays inside.
package enum PrivateAddress: Check {
  package static let info = CheckInfo(
    id: "private-address",
    levels: .warning,
    summary: "Text for annotators names no machine of an internal network.",
    rationale: """
      The address is of no use to annotators of a vendor. To somebody who looks for a way into the \
      network it is a map.
      """,
    bad: [
      CheckExample(Sample.signs("The pictures lie on ⟪192.168.4.20⟫.")),
      CheckExample(Sample.signs("The pictures lie on ⟪10.0.0.5⟫, at http://⟪10.4.2.1⟫/signs.")),
      CheckExample(Sample.signs("The camera answers at ⟪169.254.20.7⟫.")),
      CheckExample(Sample.signs("Log in to `⟪label01.corp.internal⟫` first.")),
      CheckExample(Sample.signs("The pictures lie in `⟪\\\\fileserver\\signs⟫`.")),
    ],
    good: [
      CheckExample(Sample.signs("The law is at gov.example.com, see section 10.4.2.1.")),
      CheckExample(Sample.signs("The tool runs at 127.0.0.1, on your own machine.")),
      CheckExample(Sample.signs("Version 10.0.2.1 of the tool is needed.")),
      CheckExample(Sample.signs("Version 1.2.3.4 of the list, e.g. a file `signs.local.json`.")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let text = index.annotatorText
    var last: (source: SourceID, end: Int) = (SourceID(0), 0)
    func add(_ source: SourceID, _ range: Range<Int>) {
      last = (source, range.upperBound)
      report.add(
        info, at: Span(source, range.lowerBound, range.upperBound),
        "this address only works inside the internal network",
        help: "say how annotators can get there, or move it to a part for reviewers"
      )
    }
    // The text around a dot is the same for every other dot in it.
    var around: (source: SourceID, range: Range<Int>) = (SourceID(0), 0..<0)
    for sign in text.signs {
      guard sign.source != last.source || sign.place >= last.end else { continue }
      let bytes = index.guideline.sources.bytes(of: sign.source)
      switch sign.byte {
      case UInt8(ascii: "."):
        if sign.source == around.source, around.range.contains(sign.place) { continue }
        around = (sign.source, word(around: sign.place, in: bytes))
        if let range = host(in: around.range, of: bytes) { add(sign.source, range) }
      case UInt8(ascii: "\\"):
        if let range = share(at: sign.place, in: bytes) { add(sign.source, range) }
      default: break
      }
    }
    for place in text.numbers {
      let range = Int(text.words[place.word].start)..<Int(text.words[place.word].end)
      guard range.count >= 8 else { continue }
      let source = text.sentences[place.sentence].source
      if isPrivate(range, in: index.guideline.sources.bytes(of: source)) { add(source, range) }
    }
  }

  /// The letters, digits, hyphens and dots around a dot.
  private static func word(around place: Int, in bytes: [UInt8]) -> Range<Int> {
    func isPart(_ byte: UInt8) -> Bool {
      byte.isDigit || byte.isLetter || byte == 45 || byte == 46
    }
    var start = place
    while start > 0, isPart(bytes[start - 1]) { start -= 1 }
    var end = place
    while end < bytes.count, isPart(bytes[end]) { end += 1 }
    return start..<end
  }

  /// A host name or number, if the word is one, without the dots at its end.
  private static func host(in word: Range<Int>, of bytes: [UInt8]) -> Range<Int>? {
    let start = word.lowerBound
    var end = word.upperBound
    while end > start, bytes[end - 1] == 46 { end -= 1 }
    guard end - start > 6 else { return nil }
    if isPrivate(start..<end, in: bytes) { return start..<end }
    let name = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
    // In an address of the web the check of links has seen it; in a path it is a file's name.
    guard start == 0 || bytes[start - 1] != UInt8(ascii: "/") else { return nil }
    return PrivateNetwork.holds(name: name) ? start..<end : nil
  }

  /// Whether it is the number of a machine in an internal network. The reader's own one is none.
  private static func isPrivate(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard let (a, b, c, d) = PrivateNetwork.number(bytes[range]), PrivateNetwork.holds(a, b) else {
      return false
    }
    guard a == 10 else { return true }
    // 10.4.2.1 may be the number of a section; with a large part or in an address of the web it is one
    // of a machine, and with a nought too unless it is said to be a version.
    return max(b, c, d) > 20 || bytes[..<range.lowerBound].suffix(2).elementsEqual("//".utf8)
      || min(b, c, d) == 0 && !isVersion(before: range.lowerBound, in: bytes)
  }

  /// Whether a word for a version or section stands right before a place.
  private static func isVersion(before place: Int, in bytes: [UInt8]) -> Bool {
    let words = String(decoding: bytes[..<place].suffix(12), as: UTF8.self).lowercased()
    return words.hasSuffix(" v") || words.hasSuffix("§ ") || words.hasSuffix(".")
      || ["version", "section", "release"].contains { words.contains($0) }
  }

  /// `\\server\share`.
  private static func share(at place: Int, in bytes: [UInt8]) -> Range<Int>? {
    guard place + 3 < bytes.count, bytes[place + 1] == UInt8(ascii: "\\"),
      place == 0 || bytes[place - 1] != UInt8(ascii: "\\"),
      bytes[place + 2].isLetter
    else { return nil }
    var end = place + 2
    var parts = 0
    while end < bytes.count, bytes[end] > 32, bytes[end] != 0x60 {
      if bytes[end] == UInt8(ascii: "\\") { parts += 1 }
      end += 1
    }
    return parts > 0 ? place..<end : nil
  }
}
