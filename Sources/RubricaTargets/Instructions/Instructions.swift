package import RubricaModel
package import RubricaSource

/// The page that an annotator reads: one file that needs no server, no network and no script.
package enum InstructionsTarget: Target {
  package static let info = TargetInfo(
    id: "instructions", title: "Instructions for annotators",
    summary: "One HTML page with the labels, rules and examples, for the screen and for paper.",
    checks: [UnknownTool.info])

  package static func examine(
    _ index: GuidelineIndex, _ context: TargetContext, _ report: inout Report
  ) {
    UnknownTool.examine(index.guideline, &report)
  }

  package static func render(
    _ guideline: CheckedGuideline, _ context: TargetContext
  ) -> [Artifact] {
    let translations = guideline.guideline.translations
    var artifacts = [artifact(Page(guideline.index, context), "instructions/index.html", nil)]
    for translation in translations {
      let original = Page.Original(
        language: guideline.guideline.language.value, source: translation.source)
      let page = Page(GuidelineIndex(translation.guideline), context, original: original)
      let tag = translation.language.value
      artifacts.append(artifact(page, "instructions/\(tag)/index.html", tag))
    }
    return artifacts

    /// One page; `tag` is the language of a translation.
    func artifact(_ page: Page, _ path: String, _ tag: String?) -> Artifact {
      page.languages = PageLanguage.all(of: guideline.guideline, from: tag)
      page.isWhole = translations.first { $0.language.value == tag }?.isComplete ?? true
      let bytes = HTMLWriter.bytes(reserving: page.expectedSize) { html in
        html.wordLanguage = page.wordLanguage
        page.write(to: &html)
      }
      return Artifact(path: path, type: .html, bytes: bytes)
    }
  }
}

extension Page {
  /// Roughly, so that the bytes are not copied again and again while they grow.
  fileprivate var expectedSize: Int {
    let pictures = guideline.media.reduce(0) { $0 + ($1.bytes?.count ?? 0) }
    return 100_000 + guideline.document.range.count * 3 + pictures * 3 / 2
  }

  fileprivate func write(to html: inout HTMLWriter) {
    let outline = PageOutline(guideline)
    html.raw("<!doctype html>\n")
    html.element(
      "html",
      [
        .init("lang", guideline.language.value),
        .init("dir", TextDirection(language: guideline.language.value).rawValue),
      ]
    ) { html in
      writeHead(to: &html)
      html.raw("<body>\n")
      html.element("a", [.class("skip"), .toPlace("page.main")], text: words.skip)
      Icon.writeDrawings(to: &html)
      html.raw("<div class=\"page\">\n")
      writeTitle(outline.title, to: &html)
      writeContents(outline.rest, to: &html)
      html.start(
        "main",
        [
          .id("page.main"), .init("tabindex", "-1"), .init("data-enlarge", words.enlarge),
          .init("data-close", words.close), .init("data-show", words.show),
        ])
      html.raw("\n")
      html.element("div", class: "introduction") { html in
        write(outline.introduction, level: 1, to: &html)
      }
      writeOverview(to: &html)
      writeUnplaced(to: &html)
      write(outline.rest, level: 1, to: &html)
      html.raw("</main>\n")
      writeFooter(to: &html)
      html.raw("</div>\n<script>")
      html.trusted(context.templates.instructionsScript)
      html.raw("</script>\n</body>")
    }
    html.raw("\n")
  }

  /// Labels and a precedence that the front matter declares and the document does not show.
  private func writeUnplaced(to html: inout HTMLWriter) {
    let unplaced = guideline.labels.indices.filter {
      !places.labelsInBody.contains($0) && isShown(guideline.labels[$0])
        && index.label(guideline.labels[$0].id.value)?.span == guideline.labels[$0].span
    }
    for place in unplaced { writeLabel(guideline.labels[place], level: 2, to: &html) }
    if !places.hasPrecedence, let precedence = guideline.precedence,
      precedence.audience.isForAnnotators
    {
      html.element("section", class: "section") { html in
        html.element("h2", [.id("page.order")], text: words.decisionOrder)
        writeLadder(precedence, to: &html)
      }
    }
  }

  private func writeFooter(to html: inout HTMLWriter) {
    html.element("footer") { html in
      html.element("p") { html in
        html.element("b", text: guideline.id.value)
        if let version = guideline.version?.value {
          html.raw(" \u{B7} ")
          html.text(words.version)
          html.raw(" ")
          html.text(version)
        }
        html.raw(" \u{B7} ")
        html.text(words.source)
        html.raw(" ")
        html.element("code", [.init("title", context.sourceDigest)], text: shortDigest)
        html.raw(" \u{B7} ")
        html.text(context.compiler)
      }
    }
  }

  /// Enough of the digest to compare by eye.
  private var shortDigest: String {
    let digits = context.sourceDigest.utf8.drop { $0 != UInt8(ascii: ":") }.dropFirst()
    return String(Substring(digits.prefix(12)))
  }
}
