internal import RubricaModel
internal import RubricaSource

extension Page {
  /// The answers of an example in words: what the drawing shows is said here too.
  func writeRecord(of example: Example, to html: inout HTMLWriter) {
    guard let record = example.expected, hasWrittenRecord(example) else { return }
    html.element("div", class: "record") { html in
      html.element("p", class: "title") { html in
        html.text(example.role == .bad ? words.mistake : words.answer)
        if saysComplete(example) {
          html.raw(" ")
          html.element("small", text: words.entries.completeRecord)
        }
      }
      if let whole = record.whole?.value {
        html.element("p", class: "whole") { html in
          if index.escape(whole) != nil {
            writeEscapeChip(whole, to: &html)
          } else {
            html.element("span", class: "nothing", text: words.nothing)
          }
        }
      }
      let answers = record.answers.filter { !isDrawn($0, of: example) }
      guard !answers.isEmpty else { return }
      html.element("dl") { html in
        var number = 1
        let isNumbered = record.hasNumberedRegions
        for answer in answers { write(answer, of: example, &number, isNumbered, to: &html) }
      }
    }
  }

  private func hasWrittenRecord(_ example: Example) -> Bool {
    guard let record = example.expected else { return false }
    return record.whole != nil || record.answers.contains { !isDrawn($0, of: example) }
  }

  /// A mistaken answer leaves nothing to be proud of, whatever it answers.
  private func saysComplete(_ example: Example) -> Bool {
    marksComplete && example.role != .bad && guideline.isComplete(example)
  }

  /// Where the marks in the text are all of the answer.
  func writeCompleteness(of example: Example, to html: inout HTMLWriter) {
    guard !hasWrittenRecord(example), saysComplete(example) else { return }
    html.element("p", class: "soft complete", text: words.entries.completeRecord)
  }

  /// Marks of a text are named where they stand, and its relations are listed below it.
  private func isDrawn(_ answer: LayerAnswer, of example: Example) -> Bool {
    switch answer.value {
    case .marks: return true
    case .relations: if case .text = example.input { return true } else { return false }
    default: return false
    }
  }

  private func write(
    _ answer: LayerAnswer, of example: Example, _ number: inout Int, _ isNumbered: Bool,
    to html: inout HTMLWriter
  ) {
    let first = isNumbered ? number : nil
    html.element("div") { html in
      html.element("dt", text: title(ofLayer: answer.layer.value))
      html.element("dd") { html in
        switch answer.value {
        case .labels(let choices):
          for choice in choices {
            html.element("span", class: "given") { html in
              writeChip(choice.label.value, to: &html)
              write(choice.attributes, to: &html)
            }
          }
        case .point(let point): writePoint(point.value, of: answer.layer.value, to: &html)
        case .regions(let regions):
          let duration = duration(ofInput: example)
          if let timeline = Timeline(regions, from: first, duration: duration) {
            write(timeline, to: &html)
          }
          if let plan = Plan(regions, from: first) { write(plan, to: &html) }
          write(regions, from: first, of: index.layer(answer.layer.value), to: &html)
        case .ranking(let places):
          writeRanking(places, of: index.layer(answer.layer.value), to: &html)
        case .preference(let candidate):
          html.element(
            "span", class: "point",
            text: Word(
              words.marks.preference(candidate.value, of: index.layer(answer.layer.value))))
        case .groups(let groups): writeGroups(groups, to: &html)
        case .text(let text): html.element("q", languageOfInput(of: example), text: text.value)
        case .nothing: html.element("span", class: "nothing", text: words.none)
        case .escape(let id): writeEscapeChip(id.value, to: &html)
        case .relations(let relations): writeRelations(relations, to: &html)
        case .marks: return
        }
      }
    }
    if case .regions(let regions) = answer.value { number += regions.count }
  }

  /// How long the recording is that an example shows, in seconds.
  private func duration(ofInput example: Example) -> Double? {
    guard case .media(let path, _) = example.input else { return nil }
    return index.media(path.value)?.duration
  }

  private func writePoint(_ value: Int, of layer: String, to html: inout HTMLWriter) {
    html.element("span", class: "point") { html in
      html.element("b", text: String(value))
      if let point = index.layer(layer)?.points.first(where: { $0.value.value == value }),
        let means = point.means
      {
        html.raw(" ")
        write(means, to: &html)
      }
    }
  }

  func write(_ attributes: [AttributeValue], to html: inout HTMLWriter) {
    for attribute in attributes {
      html.raw(" ")
      html.element(
        "span", class: "value",
        text: words(ofAttribute: attribute.id.value) + words.colon
          + word(for: attribute.value.value))
    }
  }

  /// One line for neighbours that are alike, with the numbers they carry in the picture.
  private func write(
    _ regions: [Region], from first: Int?, of layer: Layer?, to html: inout HTMLWriter
  ) {
    html.element("ul", class: "marks") { html in
      var place = 0
      while place < regions.count {
        var end = place + 1
        while end < regions.count, isAlike(regions[place], regions[end]) { end += 1 }
        let region = regions[place]
        html.element("li") { html in
          if let first {
            let last = first + end - 1
            let number = first + place
            html.element(
              "b", class: "mark-number",
              text: last == number ? String(number) : "\(number)\u{2013}\(last)")
            html.raw(" ")
          }
          writeChip(region.label.value, to: &html)
          write(region.attributes, to: &html)
          writePlace(of: region, to: &html)
          if case .keypoints(let points) = region.geometry { write(points, of: layer, to: &html) }
        }
        place = end
      }
    }
  }

  private func isAlike(_ a: Region, _ b: Region) -> Bool {
    if case .keypoints = a.geometry { return false }
    guard a.id == nil, b.id == nil, words.marks.words(for: a.geometry) == nil else { return false }
    return a.label.value == b.label.value && a.attributes.count == b.attributes.count
      && zip(a.attributes, b.attributes).allSatisfy {
        $0.id.value == $1.id.value && $0.value.value == $1.value.value
      }
  }

  private func write(
    _ points: [Region.Keypoint], of layer: Layer?, to html: inout HTMLWriter
  ) {
    html.element("span", class: "points") { html in
      for (place, point) in points.enumerated() {
        if place > 0 { html.raw(" \u{B7} ") }
        html.element("b", class: "letter", text: Self.letter(of: point, in: layer))
        html.raw("\u{A0}")
        html.text(Self.title(of: point.id.value))
        if point.isHidden { html.text(Word(" (\(words.covered))")) }
      }
    }
  }
}
