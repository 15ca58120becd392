package import RubricaSource

/// The running text that annotators read, cut into sentences and words. The texts of examples are
/// not in it: they are data.
package struct AnnotatorText: Sendable {
  /// One word, as a place and as a number that is the same for the same word in any letter case.
  package struct Word: Sendable {
    package let start: UInt32
    package let end: UInt32
    package let key: WordHash
    package internal(set) var flags: Flags

    /// Whether it has one of these flags. Asked for every word: `contains` of an option set is a
    /// call into the library.
    @inline(__always)
    package func has(_ other: Flags) -> Bool { flags.rawValue & other.rawValue != 0 }

    package struct Flags: OptionSet, Sendable {
      package let rawValue: UInt8
      package init(rawValue: UInt8) { self.rawValue = rawValue }

      /// Text in backticks: one word, whatever is in it.
      package static let code = Flags(rawValue: 1)
      /// A comma, colon, bracket or dash stands behind it.
      package static let endsClause = Flags(rawValue: 2)
      /// Begins with a capital of ASCII.
      package static let isCapitalised = Flags(rawValue: 4)
      /// Has no small letter.
      package static let isUpperCase = Flags(rawValue: 8)
      package static let hasDigit = Flags(rawValue: 16)
      /// Stands in bold type.
      package static let isStrong = Flags(rawValue: 32)
      package static let isLink = Flags(rawValue: 64)
      /// Stands in quotation marks, alone or with a few others.
      package static let isQuoted = Flags(rawValue: 128)
    }
  }

  package struct Sentence: Sendable {
    package let source: SourceID
    /// Indices into `words`; never empty.
    package let words: Range<Int>
    package let owner: Owner
    /// Counts the blocks: sentences of one paragraph, item or cell have the same.
    package let block: Int
  }

  /// What a sentence is part of. Numbers are places in the guideline's lists.
  package enum Owner: Sendable, Equatable {
    case prose(SectionRole)
    case heading
    case tableCell(SectionRole)
    case rule(Int)
    case example(Int)
    /// The first paragraph of a definition.
    case definition(Int)
    /// What follows the first paragraph under a label's heading.
    case label(Int)
    /// What a label includes, excludes or is contrasted with.
    case scope(Int)
    case precedence
    case doubt
    /// A value of YAML: a question, the meaning of a point, the definition of an attribute.
    case data
  }

  /// A sign within a run of letters, where addresses, paths and host names have one.
  package struct Sign: Sendable {
    /// `@`, `/`, `\` or `.`.
    package let byte: UInt8
    package let source: SourceID
    package let place: Int
  }

  /// One word, with the sentence that it stands in.
  package struct Place: Sendable {
    package let word: Int
    package let sentence: Int
  }

  package internal(set) var words: [Word] = []
  package internal(set) var sentences: [Sentence] = []
  package internal(set) var signs: [Sign] = []
  /// The words that are text in backticks, in order.
  package internal(set) var codes: [Place] = []
  /// The words with a digit in them, in order.
  package internal(set) var numbers: [Place] = []
  /// The words of capitals alone, in order; they begin with one of ASCII and have no digit.
  package internal(set) var capitals: [Place] = []

  package func span(_ word: Word, _ sentence: Sentence) -> Span {
    Span(sentence.source, Int(word.start), Int(word.end))
  }

  /// From the first word of a sentence to its last.
  package func span(_ sentence: Sentence) -> Span { span(sentence.words, sentence) }

  package func span(_ range: Range<Int>, _ sentence: Sentence) -> Span {
    Span(
      sentence.source, Int(words[range.lowerBound].start), Int(words[range.upperBound - 1].end))
  }
}

extension AnnotatorText {
  /// Whether a character that begins with this byte is a word by itself: those of Chinese and
  /// Japanese, which are written without blanks.
  @inline(__always)
  static func isWordAlone(_ first: UInt8) -> Bool { first &- 0xE3 < 7 }

  /// The words of a phrase in small letters, as they are cut in a text.
  package static func words(of phrase: String) -> [WordHash] {
    var words: [WordHash] = []
    var isOpen = false
    let bytes = phrase.utf8.span
    for place in bytes.indices {
      let byte = bytes[place]
      if byte == 32 {
        isOpen = false
        continue
      }
      if !byte.isContinuation {
        let isAlone = isWordAlone(byte)
        if !isOpen || isAlone { words.append(WordHash()) }
        isOpen = !isAlone
      }
      words[words.count - 1].add(byte)
    }
    return words
  }
}

/// A number for a word: equal for the same letters of ASCII in any case (FNV-1a over bytes). Words of
/// a text are read without the case of the letters of Latin-1 too. Inlined into other rooms: it is made byte by byte.
@usableFromInline
package struct WordHash: Hashable, Sendable {
  @usableFromInline
  internal var bits: UInt64 = 0xCBF2_9CE4_8422_2325

  @inlinable
  package init() {}

  /// The key of a word of ASCII or of small letters.
  package init(_ word: String) {
    self.init()
    for byte in word.utf8 { add(byte) }
  }

  @inlinable
  package var value: UInt64 { bits }

  @inlinable
  package static func == (a: WordHash, b: WordHash) -> Bool { a.bits == b.bits }

  /// Adds a word to the key of a phrase.
  @inlinable
  package mutating func add(_ word: WordHash) {
    bits = (bits ^ word.bits) &* 0x100_0000_01B3
  }

  /// Adds a letter that is small already, or no letter.
  @inlinable
  package mutating func add(folded byte: UInt8) {
    bits = (bits ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  @inlinable
  package mutating func add(_ byte: UInt8) {
    let isCapital = byte &- 0x41 < 26
    add(folded: isCapital ? byte | 0x20 : byte)
  }
}
