/// Ids made from the words of headings.
package enum Slug {
  /// Lower case, white space to hyphens, and nothing but letters, digits, `-` and `_`: as on code
  /// hosts, so that a link that works there works here. What says how a sign before it is drawn is
  /// dropped with the sign. Code hosts drop a no-break space too, and join the words: here it is a blank
  /// between two words, as it looks, and nothing beside a sign that stands alone, as in French.
  package static func make(_ heading: String) -> String {
    let bytes = heading.utf8.span
    // No character grows to more than twice its bytes when it becomes small.
    let slug = [UInt8](capacity: 2 * bytes.count) { slug in
      var index = 0
      while index < bytes.count {
        guard bytes[index] >= 0x80 else {
          append(bytes[index], to: &slug)
          index += 1
          continue
        }
        let place = heading.utf8.index(heading.startIndex, offsetBy: index)
        let scalar = heading.unicodeScalars[place]
        index += UTF8.width(scalar)
        if scalar.isTypographicBlank {
          if joinsWords(place, heading.unicodeScalars) { slug.append(UInt8(ascii: "-")) }
          continue
        }
        // This block is quotation marks and dashes: no need to ask what each of them is.
        if (0x2000...0x206F).contains(scalar.value) || (0xFE00...0xFE0F).contains(scalar.value) {
          continue
        }
        for lower in scalar.properties.lowercaseMapping.unicodeScalars where lower.isLetterOrDigit {
          for byte in UTF8.encode(lower) ?? UTF8.encodedReplacementCharacter { slug.append(byte) }
        }
      }
    }
    return trimmed(slug)
  }

  /// Whether there is a word on both sides of a place, with nothing but signs between.
  private static func joinsWords(
    _ place: String.Index, _ scalars: String.UnicodeScalarView
  ) -> Bool {
    beginsWord(scalars[..<place].reversed())
      && beginsWord(scalars[scalars.index(after: place)...])
  }

  private static func beginsWord(_ scalars: some Sequence<Unicode.Scalar>) -> Bool {
    for scalar in scalars {
      if scalar.isLetterOrDigit { return true }
      if scalar.value <= 32 || scalar == "-" || scalar.isTypographicBlank { return false }
    }
    return false
  }

  @inline(__always)
  private static func append(_ byte: UInt8, to slug: inout OutputSpan<UInt8>) {
    if (byte | 0x20) &- 0x61 < 26 { return slug.append(byte | 0x20) }
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      slug.append(byte)
    case 32, 9, 10: slug.append(UInt8(ascii: "-"))
    default: break
    }
  }

  private static func trimmed(_ slug: [UInt8]) -> String {
    let start = slug.firstIndex { $0 != UInt8(ascii: "-") } ?? slug.endIndex
    let end = slug.lastIndex { $0 != UInt8(ascii: "-") }.map { $0 + 1 } ?? start
    if start == 0, end == slug.count { return String(decoding: slug, as: UTF8.self) }
    return String(decoding: slug[start..<end], as: UTF8.self)
  }

  /// Whether a text can name a folder on any system: lower-case letters, digits and hyphens of ASCII, 1 to 100
  /// of them, no hyphen at either end.
  package static func isBundleName(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard (1...100).contains(bytes.count), bytes.first != 45, bytes.last != 45 else { return false }
    return bytes.allSatisfy { (97...122).contains($0) || $0.isDigit || $0 == 45 }
  }

  /// The nearest bundle name to a text, or `guideline` if there is none.
  package static func bundleName(_ text: String) -> String {
    let name = folderName(text)
    return name.isEmpty ? "guideline" : name
  }

  /// The nearest bundle name to a text; empty for a text without a letter or digit of ASCII.
  package static func folderName(_ text: String) -> String {
    var name: [UInt8] = []
    for byte in text.lowercased().utf8.prefix(100) {
      if (97...122).contains(byte) || byte.isDigit {
        name.append(byte)
      } else if name.last != 45, !name.isEmpty {
        name.append(45)
      }
    }
    while name.last == 45 { name.removeLast() }
    return String(decoding: name, as: UTF8.self)
  }
}

/// Ids as people read them.
package enum IDWords {
  /// An id as a title: `light-state` becomes "Light state".
  package static func title(of id: String) -> String {
    guard let first = id.utf8.first, first >= 128 else { return spaced(id, capitalized: true) }
    let words = words(of: id)
    guard let first = words.unicodeScalars.first else { return words }
    return first.properties.uppercaseMapping + String(words.unicodeScalars.dropFirst())
  }

  /// An id as words: `light-state` becomes "light state".
  package static func words(of id: String) -> String { spaced(id, capitalized: false) }

  /// Byte by byte: what is looked for is ASCII, and so is what is put there.
  private static func spaced(_ id: String, capitalized: Bool) -> String {
    var bytes = Array(id.utf8)
    for place in bytes.indices
    where bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "_") {
      bytes[place] = UInt8(ascii: " ")
    }
    if capitalized, let first = bytes.first,
      first >= UInt8(ascii: "a") && first <= UInt8(ascii: "z")
    {
      bytes[0] = first - 32
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Unicode.Scalar {
  fileprivate var isLetterOrDigit: Bool {
    properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
      || properties.generalCategory == .spacingMark
  }
}
