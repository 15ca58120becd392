package import RubricaModel
package import RubricaSource

/// One thing has one name.
package enum NameVariant: Check {
  package static let info = CheckInfo(
    id: "name-variant",
    levels: .note,
    summary: "The text spells the names and ids of labels as they are declared.",
    rationale: """
      An annotator who reads "pickup truck" and finds only "Pick-up truck" among the buttons asks \
      whether these are two things, and a search for the name misses the passage.
      """,
    bad: [
      CheckExample(
        Sample.trucks("A ⟪pickup truck⟫ with a camper stays one."),
        fixed: Sample.trucks("A Pick-up truck with a camper stays one.")),
      CheckExample(
        Sample.trucks("A camper is a `⟪Pick_up_truck⟫`."),
        fixed: Sample.trucks("A camper is a `pick-up-truck`.")),
    ],
    good: [
      CheckExample(Sample.trucks("A pick-up truck with a camper stays one, see `pick-up-truck`.")),
      CheckExample(Sample.trucks("Choose `Pick-up truck` for it.")),
      CheckExample(Sample.trucks("A pick-up\u{A0}truck with a camper stays one.")),
      CheckExample(
        Sample.task(
          layers: "- {id: vehicles, kind: box, labels: [other-vehicles]}",
          "# Vehicles\n\n## Labels\n\n### --- Other vehicles\nAll the rest, all of them.\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    let names = Names(guideline)
    guard !names.isEmpty else { return }
    let text = index.annotatorText
    for place in text.codes {
      let sentence = text.sentences[place.sentence]
      let bytes = guideline.sources.bytes(of: sentence.source)
      checkCode(text.span(text.words[place.word], sentence), bytes, names, index, &report)
    }
    guard names.hasVariants else { return }
    for sentence in text.sentences {
      let bytes = guideline.sources.bytes(of: sentence.source)
      var next = sentence.words.lowerBound
      for place in sentence.words where place >= next {
        guard names.mayBegin(bytes, text.words[place]),
          let found = names.variant(at: place, in: sentence, text, bytes)
        else { continue }
        next = place + found.count
        let span = text.span(place..<next, sentence)
        report.add(
          info, at: span, variant(guideline.sources.text(span), found.name),
          help: "write it as it is declared, \"\(found.name)\"",
          fixes: [
            Fix("replace with `\(found.name)`", edits: [.init(span, found.name)], isSafe: false)
          ])
      }
    }
  }

  /// Code that is the id of a label but for capitals and hyphens, and is not the label's name.
  private static func checkCode(
    _ span: Span, _ bytes: [UInt8], _ names: Names, _ index: GuidelineIndex, _ report: inout Report
  ) {
    let range = span.range.clamped(to: 0..<bytes.count)
    let inside = bytes[range].drop { $0 == 0x60 }
    guard let first = inside.first, names.mayStart(first) else { return }
    let words = inside.prefix { $0 != 0x60 }
    guard words.count <= 64, let id = names.id(like: words), !words.elementsEqual(id.utf8) else {
      return
    }
    let code = String(decoding: words, as: UTF8.self)
    guard index.label(id)?.name.value != code else { return }
    let place = Span(span.source, words.startIndex, words.endIndex)
    report.add(
      info, at: place, variant(code, id), help: "write the id as it is declared, `\(id)`",
      fixes: [Fix("replace with `\(id)`", edits: [.init(place, id)], isSafe: true)])
  }

  private static func variant(_ words: String, _ name: String) -> String {
    "\"\(words)\" is called \"\(name)\" elsewhere"
  }

  /// The names of labels that can be written in several ways: of several words, or with a hyphen.
  private struct Names {
    private var names: [WordHash: String] = [:]
    private var keys = WordFilter()
    /// First letters of ids, a bit each.
    private var starts: (UInt64, UInt64) = (0, 0)
    /// First two letters of names, a bit for each number that they make.
    private var pairs = InlineArray<16, UInt64>(repeating: 0)
    /// Ids by their letters; an empty text for letters that are those of several ids.
    private var ids: [WordHash: String] = [:]

    init(_ guideline: Guideline) {
      for label in guideline.labels {
        let letters = Self.letters(label.id.value.utf8).key
        ids[letters] = ids[letters].map { $0 == label.id.value ? $0 : "" } ?? label.id.value
        insert(start: label.id.value)
        let name = label.name.value
        let plain = name.withPlainBlanks
        guard plain.utf8.contains(where: { $0 == 32 || $0 == 45 }) else { continue }
        let key = Self.letters(plain.utf8)
        guard key.count >= 6 else { continue }
        names[key.key] = names[key.key] == nil ? name : ""
        keys.insert(key.key)
        let head = Array(plain.utf8.lazy.filter { $0 != 32 && $0 != 45 }.prefix(2))
        let pair = Self.pair(head[0], head[1])
        pairs[pair >> 6] |= 1 << UInt64(pair & 63)
      }
    }

    var isEmpty: Bool { ids.isEmpty }
    /// Whether a name can be written in another way than it is declared.
    var hasVariants: Bool { !names.isEmpty }

    private mutating func insert(start name: String) {
      guard let byte = name.utf8.first else { return }
      let small = byte.lowered
      if small < 64 {
        starts.0 |= 1 << UInt64(small)
      } else if small < 128 {
        starts.1 |= 1 << UInt64(small - 64)
      }
    }

    private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
      Int(first & 31) << 5 | Int(second & 31)
    }

    /// Whether a name can begin with the letters of a word.
    @inline(__always)
    func mayBegin(_ bytes: [UInt8], _ word: AnnotatorText.Word) -> Bool {
      let start = Int(word.start)
      // A name of one letter and more goes on in the next word.
      guard word.end - word.start > 1 else { return true }
      let pair = Self.pair(bytes[start], bytes[start + 1])
      return pairs[pair >> 6] & 1 << UInt64(pair & 63) != 0
    }

    func mayStart(_ byte: UInt8) -> Bool {
      let small = byte.lowered
      return small < 64
        ? starts.0 & 1 << UInt64(small) != 0
        : small < 128 && starts.1 & 1 << UInt64(small - 64) != 0
    }

    private static func letters(_ bytes: some Sequence<UInt8>) -> (key: WordHash, count: Int) {
      var key = WordHash()
      var count = 0
      for byte in bytes where byte != 32 && byte != 45 && byte != 95 {
        key.add(byte)
        count += 1
      }
      return (key, count)
    }

    /// A name in one to three words that is cut in other places than its declaration.
    func variant(
      at place: Int, in sentence: AnnotatorText.Sentence, _ text: AnnotatorText, _ bytes: [UInt8]
    ) -> (name: String, count: Int)? {
      var key = WordHash()
      for count in 1...4 where place + count <= sentence.words.upperBound {
        let word = text.words[place + count - 1]
        if word.has(.code) { return nil }
        for byte in bytes[Int(word.start)..<Int(word.end)] where byte != 45 && byte != 95 {
          key.add(byte)
        }
        if keys.mayHold(key), let name = names[key], !name.isEmpty {
          let range = Int(text.words[place].start)..<Int(word.end)
          return Self.isSame(bytes[range], name) ? nil : (name, count)
        }
        if word.has(.endsClause) { return nil }
      }
      return nil
    }

    /// Whether a text is a name but for capitals and the kind of blank.
    private static func isSame(_ bytes: ArraySlice<UInt8>, _ name: String) -> Bool {
      func folded(_ byte: UInt8) -> UInt8 {
        byte == 10 || byte == 13 ? 32 : byte.lowered
      }
      // Nearly all are written as they are declared.
      if bytes.count == name.utf8.count,
        zip(bytes, name.utf8).allSatisfy({ folded($0) == folded($1) })
      {
        return true
      }
      func plain(_ text: String) -> [UInt8] { text.withPlainBlanks.utf8.map(folded) }
      let text = plain(String(decoding: bytes, as: UTF8.self))
      // A line end within the name, a list's indentation behind it.
      return text.split(separator: 32) == plain(name).split(separator: 32)
        || text.contains {
          !($0 &- 0x61 < 26) && !$0.isDigit && $0 != 32 && $0 != 45 && $0 != 95 && $0 < 0x80
        }
    }

    func id(like code: some Sequence<UInt8>) -> String? {
      guard let id = ids[Self.letters(code).key], !id.isEmpty else { return nil }
      return id
    }
  }
}

extension Sample {
  fileprivate static func trucks(_ body: String) -> String {
    task(
      layers: "- {id: vehicles, kind: box, labels: [pick-up-truck, bus]}",
      """
      # Vehicles

      ## Labels

      ### Pick-up truck
      A small truck with an open bed.

      ### Bus
      A vehicle for more than nine people.

      ## Rules

      - \(body)
      """)
  }
}
