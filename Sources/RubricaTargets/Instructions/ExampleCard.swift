internal import RubricaModel
internal import RubricaSource

extension Page {
  /// Examples that follow each other: a good one and the bad one behind it stand side by side, and
  /// so do two short ones of the same kind.
  func writeExamples(_ elements: ArraySlice<Element>, level: Int, to html: inout HTMLWriter) {
    let examples = elements.compactMap { element -> Example? in
      guard case .example(let place) = element else { return nil }
      let example = guideline.examples[place]
      return example.audience.isForAnnotators ? example : nil
    }
    var place = 0
    while place < examples.count {
      let count = isPair(examples[place...].prefix(3)) ? 2 : 1
      html.raw(count == 2 ? "<div class=\"examples pair\">" : "<div class=\"examples\">")
      for example in examples[place..<(place + count)] {
        write(example, isAlone: count == 1, level: level, to: &html)
      }
      html.raw("</div>\n")
      place += count
    }
  }

  private func isPair(_ examples: ArraySlice<Example>) -> Bool {
    guard examples.count > 1 else { return false }
    let (first, second) = (examples[examples.startIndex], examples[examples.startIndex + 1])
    if first.role == .good, second.role == .bad { return true }
    let nextIsPair = examples.count > 2 && second.role == .good && examples.last?.role == .bad
    return first.role == second.role && !nextIsPair && isShort(first) && isShort(second)
  }

  /// Whether half a column is enough for it.
  private func isShort(_ example: Example) -> Bool {
    guard example.candidates.isEmpty else { return false }
    if case .text(let text) = example.input {
      return text.text.utf8.count <= 160 && !text.isAligned
    }
    return example.content.count < 2
  }

  private func write(
    _ example: Example, isAlone: Bool, level: Int, to html: inout HTMLWriter
  ) {
    html.start("article", class: "example ", example.role.rawValue, id: idPrefix + example.id)
    writeHeading(level, to: &html) { html in
      html.element("span", class: "role") { html in
        icon(for: example.role).write(to: &html)
        html.text(words.word(for: example.role))
      }
      if let title = example.title, !title.isEmpty {
        html.raw("<span class=\"colon\">")
        html.text(words.colon)
        html.raw("</span><span class=\"heading\">")
        write(title, to: &html)
        html.raw("</span>")
      }
    }
    if let warning = example.warning?.value {
      // Closed until somebody opens it; the summary says what is inside.
      html.element("details", class: "distressing") { html in
        html.element("summary") { html in
          Icon.warning.write(to: &html)
          html.text(Word("\(words.entries.contentWarning)\(words.colon)\(Self.words(of: warning))"))
        }
        writeCase(of: example, isAlone: isAlone, level: level, to: &html)
      }
    } else {
      writeCase(of: example, isAlone: isAlone, level: level, to: &html)
    }
    html.raw("</article>")
  }

  private func writeCase(
    of example: Example, isAlone: Bool, level: Int, to html: inout HTMLWriter
  ) {
    let (before, after) = contentAroundInput(of: example)
    write(before, below: level, to: &html)
    html.element("div", class: "case") { html in
      writeInput(of: example, isAlone: isAlone, to: &html)
      writeCandidates(of: example, to: &html)
      writeRecord(of: example, to: &html)
    }
    writeCompleteness(of: example, to: &html)
    write(after, below: level, to: &html)
    writeIllustrated(by: example, to: &html)
    if let reason = example.reason { writeReason(reason, to: &html) }
  }

  private func icon(for role: ExampleRole) -> Icon {
    switch role {
    case .good: .good
    case .bad: .bad
    case .borderline: .borderline
    }
  }

  private func writeReason(_ reason: Prose, to html: inout HTMLWriter) {
    html.element("p", class: "reason") { html in
      html.element("b", text: words.because)
      html.raw(" ")
      write(reason, to: &html)
    }
  }

  /// The author's order: prose above the input stays above it.
  private func contentAroundInput(of example: Example) -> (before: [Block], after: [Block]) {
    let split = example.contentBeforeInput
    return (Array(example.content[..<split]), Array(example.content[split...]))
  }

  private func writeInput(of example: Example, isAlone: Bool, to html: inout HTMLWriter) {
    switch example.input {
    case .text(let text): write(text, of: example, to: &html)
    case .media(let path, let alternative):
      writeMedia(path.value, alternative, of: example, isAlone: isAlone, to: &html)
    case nil: return
    }
  }

  private func writeMedia(
    _ path: String, _ alternative: String, of example: Example, isAlone: Bool,
    to html: inout HTMLWriter
  ) {
    let media = index.media(path)
    if let media, let bytes = media.bytes, let size = media.size, media.type.isPicture {
      let picture = MarkedPicture(
        media: media, bytes: bytes, size: size, alternative: alternative, example: example,
        shownWidth: isAlone ? 420 : 330)
      return write(picture, to: &html)
    }
    html.element("figure", class: "input") { html in
      if let media, let bytes = media.bytes, !media.type.isPicture {
        writeRecording(media, bytes, alternative, to: &html)
      } else {
        places.writePicture(path, alternative: alternative, title: "", to: &html)
      }
    }
  }

  private func writeRecording(
    _ media: Media, _ bytes: [UInt8], _ alternative: String, to html: inout HTMLWriter
  ) {
    let type = media.type
    if let id = places.idOfRecording(media.path) {
      html.element(
        "a", [.class("again"), .toPlace(id), .init("aria-label", alternative)],
        text: words.recording)
    } else if type.isSound || type.isVideo {
      html.element(
        type.isSound ? "audio" : "video",
        [
          .id(places.nameRecording(media.path)), .init("controls", nil),
          .init("preload", "metadata"), .init("aria-label", alternative),
          .file("src", bytes, type: type.rawValue),
        ])
    }
    html.element("figcaption") { html in
      html.element("b", text: words.recording)
      html.raw(" ")
      html.text(alternative)
      html.raw(" ")
      html.element("code", text: media.path)
    }
  }
}
