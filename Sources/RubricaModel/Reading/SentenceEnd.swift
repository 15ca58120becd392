/// Where a sentence of running text ends: one answer for everything that cuts texts.
package enum SentenceEnd {
  /// So many blanks and signs at most stand between two sentences: in a text that is nothing but signs, each
  /// would be followed to the end.
  private static let signsBetween = 64

  /// Whether a sentence ends with the byte at an index: a full stop, question mark or exclamation
  /// mark with a blank behind it, then a capital, and no abbreviation before it.
  package static func isEnd(_ text: Swift.Span<UInt8>, at index: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): break
    default: return false
    }
    var next = index + 1
    guard next < text.count, text[next] <= 32 else { return false }
    if text[index] == UInt8(ascii: ".") {
      var start = index
      while start > 0, text[start - 1] >= 0x80 || WordBytes.isLetterOrDigit(text[start - 1]) {
        start -= 1
      }
      if isAbbreviation(text, start..<index) { return false }
    }
    let end = min(next + signsBetween, text.count)
    while next < end, text[next] < 0x80, !WordBytes.isLetterOrDigit(text[next]) { next += 1 }
    return next < end && begins(text[next])
  }

  /// Whether a word that begins with this byte may be the first one of a sentence. A small letter or
  /// a number goes on: "e.g. one", "Fig. 3".
  @inline(__always)
  static func begins(_ first: UInt8) -> Bool { first &- 0x41 < 26 || first >= 0x80 }

  /// Whether the full stop behind a word belongs to it: that of one letter ("e.g.", "z. B."), or of
  /// an abbreviation.
  static func isAbbreviation(_ text: Swift.Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard (1...8).contains(word.count), word.upperBound <= text.count else { return false }
    if word.count == 1 { return text[word.lowerBound] &- 0x30 >= 10 }
    var packed: UInt64 = 0
    for index in word {
      let byte = text[index]
      packed = packed << 8 | UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return abbreviations.contains(packed)
  }

  /// What a name or another word follows, as the bytes that they are. Not "etc." and "usw.", behind
  /// which a capital begins a sentence more often, and none that are words as well.
  private static let abbreviations = Set(
    [
      // English
      "al", "approx", "ca", "cf", "dr", "eg", "eq", "esp", "ex", "excl", "fig", "figs", "ie",
      "incl", "mr", "mrs", "prof", "resp", "viz", "vs",
      // German
      "abb", "abzgl", "bspw", "bzgl", "bzw", "eigtl", "einschl", "evtl", "exkl", "geb", "ggf",
      "ggfs", "inkl", "insb", "insbes", "nr", "sog", "ugs", "vgl", "zzgl",
      // French
      "env", "mme", "réf",
      // Spanish
      "aprox", "dra", "ej", "núm", "pág", "sr", "sra", "srta", "ud", "uds",
    ].map { $0.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } })
}
