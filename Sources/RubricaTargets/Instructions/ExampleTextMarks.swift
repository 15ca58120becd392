internal import RubricaModel
internal import RubricaSource

/// The marks on a text, cut so that they can be written as elements inside each other.
struct TextMarks {
  struct Piece {
    let mark: Int
    let range: Range<Int>
    /// Of a discontinuous mark: which of how many.
    let part: (number: Int, count: Int)
  }

  private(set) var marks: [SpanMark]
  private(set) var relations: [RelationMark]
  /// Outer pieces before inner ones.
  private(set) var pieces: [Piece] = []
  /// Numbers of the marks that are spoken of elsewhere: by a relation, or by another part.
  private(set) var numbers: [Int?] = []
  /// The language of the page, where the text is in another: for the names on the marks.
  var pageLanguage: [HTMLWriter.Attribute] = []

  init(_ text: ExampleText, _ record: ExpectedRecord?) {
    marks = text.marks
    relations = text.relations
    for answer in record?.answers ?? [] {
      if case .marks(let more) = answer.value { marks += more }
      if case .relations(let more) = answer.value { relations += more }
    }
    // Many texts have none, and nothing has to be put in order.
    guard !marks.isEmpty else { return }
    for (place, mark) in marks.enumerated() {
      for (number, range) in mark.ranges.enumerated() {
        pieces.append(
          Piece(mark: place, range: range, part: (number + 1, mark.ranges.count)))
      }
    }
    pieces.sort { a, b in
      (a.range.lowerBound, -a.range.upperBound, a.mark)
        < (b.range.lowerBound, -b.range.upperBound, b.mark)
    }
    let related = Set(relations.flatMap { [$0.from.value, $0.to.value] })
    var next = 1
    numbers = Array(repeating: nil, count: marks.count)
    for piece in pieces where numbers[piece.mark] == nil {
      let mark = marks[piece.mark]
      if mark.ranges.count > 1 || mark.id.map({ related.contains($0.value) }) == true {
        numbers[piece.mark] = next
        next += 1
      }
    }
  }

  func mark(_ id: String) -> Int? { marks.firstIndex { $0.id?.value == id } }
}

extension ExampleText {
  /// Whether words stand below each other with the help of blanks.
  var isAligned: Bool {
    let bytes = text.utf8.span
    var previous: UInt8 = 0
    for place in bytes.indices {
      let byte = bytes[place]
      if byte == 9 || byte == 32 && previous == 32 { return true }
      previous = byte
    }
    return false
  }
}

extension Page {
  /// A text with its marks drawn, and the relations between them in a list below.
  func write(_ text: ExampleText, of example: Example, to html: inout HTMLWriter) {
    var marks = TextMarks(text, example.expected)
    let language = languageOfInput(of: example)
    if !language.isEmpty { marks.pageLanguage = HTMLWriter.marks(guideline.language.value) }
    html.element("figure", class: "input") { html in
      let isAligned = text.isAligned
      html.element(
        "blockquote",
        [.class(isAligned ? "words aligned" : marks.pieces.isEmpty ? "words" : "words marked")]
          + (isAligned ? [.init("tabindex", "0")] : []) + language
      ) { html in
        write(text.text, marks, to: &html)
      }
      if !marks.relations.isEmpty { writeRelations(marks, text.text, to: &html) }
    }
  }

  private func write(_ text: String, _ marks: TextMarks, to html: inout HTMLWriter) {
    guard !marks.pieces.isEmpty else { return writeWords(text[...], to: &html) }
    let scalars = text.unicodeScalars
    var cursor = scalars.startIndex
    var position = 0
    var next = 0
    var open: [TextMarks.Piece] = []
    while next < marks.pieces.count || !open.isEmpty {
      let opening = next < marks.pieces.count ? marks.pieces[next].range.lowerBound : Int.max
      let closing = open.map(\.range.upperBound).min() ?? Int.max
      let stop = min(opening, closing)
      let end =
        scalars.index(cursor, offsetBy: max(0, stop - position), limitedBy: scalars.endIndex)
        ?? scalars.endIndex
      writeWords(text[cursor..<end], to: &html)
      cursor = end
      position = max(position, stop)
      if closing <= opening {
        close(&open, at: closing, marks, to: &html)
      } else {
        start(marks.pieces[next], marks, isContinued: false, to: &html)
        open.append(marks.pieces[next])
        next += 1
      }
    }
    writeWords(text[cursor...], to: &html)
  }

  /// Between paragraphs stands half a line, not a blank one.
  private func writeWords(_ text: Substring, to html: inout HTMLWriter) {
    let bytes = text.utf8.span
    var start = 0
    var from = 0
    while let feed = bytes.firstIndex(of: 10, from: from) {
      from = feed + 1
      guard from < bytes.count, bytes[from] == 10 else { continue }
      html.text(bytes.extracting(start..<feed))
      html.raw("<span class=\"gap\"></span>")
      from += 1
      start = from
    }
    html.text(bytes.extracting(start..<bytes.count))
  }

  /// Ends the pieces that end here. One that started later and goes on is cut in two.
  private func close(
    _ open: inout [TextMarks.Piece], at place: Int, _ marks: TextMarks, to html: inout HTMLWriter
  ) {
    var goingOn: [TextMarks.Piece] = []
    while open.contains(where: { $0.range.upperBound <= place }), let piece = open.popLast() {
      if piece.range.upperBound <= place {
        writeName(of: piece, marks, to: &html)
      } else {
        goingOn.append(piece)
      }
      html.end("mark")
    }
    for piece in goingOn.reversed() {
      start(piece, marks, isContinued: true, to: &html)
      open.append(piece)
    }
  }

  private func start(
    _ piece: TextMarks.Piece, _ marks: TextMarks, isContinued: Bool, to html: inout HTMLWriter
  ) {
    let look = self.look(of: marks.marks[piece.mark].label.value)
    html.start(
      "mark", class: "", isContinued || piece.part.number > 1 ? look + " continued" : look)
  }

  private func writeName(
    of piece: TextMarks.Piece, _ marks: TextMarks, to html: inout HTMLWriter
  ) {
    let mark = marks.marks[piece.mark]
    // A long one may be broken over two lines, a short one stays with its words.
    let isLong =
      mark.attributes.reduce(0) {
        $0 + $1.id.value.utf8.count + $1.value.value.utf8.count
      } > 24
    // A line may end before a name: the last word need not go with it.
    html.raw("<wbr>")
    html.element(
      "span", [.class(isLong ? "name long" : "name")] + marks.pageLanguage
    ) { html in
      if let number = marks.numbers[piece.mark] {
        html.element("b", text: String(number))
        html.raw(" ")
      }
      html.text(index.nameOnTag(mark.label.value, words))
      if piece.part.count > 1 {
        html.raw(" \u{B7} ")
        html.text(words.part(piece.part.number, piece.part.count))
      }
      for attribute in mark.attributes {
        html.raw(" \u{B7} ")
        let value = attribute.value.value
        html.text(words(ofAttribute: attribute.id.value))
        if value != "true" { html.text(words.colon + word(for: value)) }
      }
    }
  }

  private func writeRelations(_ marks: TextMarks, _ text: String, to html: inout HTMLWriter) {
    html.element("ul", class: "joins") { html in
      for relation in marks.relations {
        html.element("li", class: "join") { html in
          writeEnd(relation.from.value, marks, text, to: &html)
          html.raw(" ")
          writeArrow(
            self.relation(relation.relation.value), id: relation.relation.value, to: &html)
          html.raw(" ")
          writeEnd(relation.to.value, marks, text, to: &html)
        }
      }
    }
  }

  private func relation(_ id: String) -> Relation? {
    for layer in guideline.layers {
      if let relation = layer.relations.first(where: { $0.id.value == id }) { return relation }
    }
    return nil
  }

  private func writeEnd(
    _ id: String, _ marks: TextMarks, _ text: String, to html: inout HTMLWriter
  ) {
    guard let place = marks.mark(id) else { return html.text(id) }
    let mark = marks.marks[place]
    html.start("span", class: "end ", look(of: mark.label.value))
    if let number = marks.numbers[place] {
      html.element("b", text: String(number))
      html.raw(" ")
    }
    for (part, range) in mark.ranges.enumerated() {
      if part > 0 { html.raw(" \u{2026} ") }
      html.text(text.scalars(range))
    }
    html.end("span")
  }
}
