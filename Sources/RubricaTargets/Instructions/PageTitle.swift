internal import RubricaModel
internal import RubricaSource

extension Page {
  func writeHead(to html: inout HTMLWriter) {
    html.head(title: guideline.title.value, runsScript: true)
    if let purpose = guideline.purpose?.value {
      html.void("meta", [.init("name", "description"), .init("content", purpose)])
    }
    html.raw("\n<style>\n")
    html.trusted(context.templates.instructionsStyle)
    if hasRareKinds { html.trusted(context.templates.kindsStyle) }
    writeLabelColours(to: &html)
    html.raw("</style>\n</head>\n")
  }

  func writeLabelColours(to html: inout HTMLWriter) {
    for place in looks.indices
    where index.declaredPlace(guideline.labels[place].id.value) == place {
      let look = looks[place]
      html.raw(".")
      html.text(look.className)
      html.raw("{--label:")
      html.text(look.colour.hex)
      html.raw(";--on-label:")
      html.raw(look.colour.textColour)
      html.raw("}\n")
    }
  }

  func writeTitle(_ title: Section?, to html: inout HTMLWriter) {
    html.element("header", class: "masthead") { html in
      writeLanguages(to: &html)
      html.element("p", class: "kind") { html in
        html.element("span", text: words.documentKind)
        if let version = guideline.version?.value {
          html.element("span", text: Word("\(words.version) \(version)"))
        }
        if let note = stageNote { html.element("span", class: "stage", text: note) }
      }
      let heading = title?.heading.plainText ?? guideline.title.value
      html.element(
        "h1", (title.map { [.id($0.anchor)] } ?? []) + language(at: guideline.title.span),
        text: guideline.title.value)
      if let title, !PageOutline.isSame(heading, guideline.title.value) {
        html.element("p", class: "subtitle") { write(title.heading, to: &$0) }
      }
      if let purpose = guideline.purpose {
        html.element(
          "p", [.class("purpose")] + language(at: purpose.span), text: purpose.value)
      }
      writeBase(to: &html)
      if !isWhole { html.element("p", class: "soft", text: words.untranslated) }
      writeWarnings(to: &html)
    }
    html.raw("\n")
  }

  /// What the guideline extends, in one quiet line: an annotator works by one page, and where a part of
  /// it was first written changes no answer.
  private func writeBase(to html: inout HTMLWriter) {
    guard let base = guideline.bases.first else { return }
    html.element("p", class: "soft") { html in
      html.text(Word(words.entries.buildsOn.text + words.colon))
      html.text([base.title, base.version].compactMap { $0 }.joined(separator: " "))
    }
  }

  private var stageNote: Word? {
    switch guideline.stage.value {
    case .draft: words.draft
    case .pilot: words.pilot
    case .release: nil
    }
  }

  /// Before any example, so that nobody meets what may distress them unprepared.
  private func writeWarnings(to html: inout HTMLWriter) {
    guard !guideline.warnings.isEmpty || places.warningAnchor != nil else { return }
    html.element(
      "section", [.class("warnings"), .init("aria-labelledby", "page.warnings")]
    ) { html in
      html.element("h2", [.id("page.warnings")]) { html in
        Icon.warning.write(to: &html)
        html.text(words.readFirst)
      }
      if !guideline.warnings.isEmpty {
        html.element("ul") { html in
          for warning in guideline.warnings { write(warning, to: &html) }
        }
      }
      if let anchor = places.warningAnchor {
        html.element("p") { html in
          html.element("a", [.toPlace(anchor)], text: words.moreAbout)
        }
      }
      if !guideline.warnings.isEmpty, !guideline.examples.isEmpty { writeCover(to: &html) }
    }
  }

  private func write(_ warning: ContentWarning, to html: inout HTMLWriter) {
    html.element("li") { html in
      html.element("b", text: Self.title(of: warning.category.value))
      if let text = warning.text {
        html.raw(" ")
        write(text, to: &html)
      }
    }
  }

  /// Pictures strike before one can look away, so they start covered; text does not.
  private func writeCover(to html: inout HTMLWriter) {
    let isPicture = guideline.modality?.value == .image || guideline.modality?.value == .video
    html.element("label", class: "cover") { html in
      html.void(
        "input",
        [.init("type", "checkbox"), .id("page.cover")] + (isPicture ? [.init("checked", nil)] : []))
      html.element("span", text: words.coverExamples)
    }
  }
}
