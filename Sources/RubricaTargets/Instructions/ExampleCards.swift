package import RubricaModel

/// Cards of single examples as the instructions show them, for other pages about the guideline.
package struct ExampleCards {
  private let page: Page

  /// `idPrefix` keeps the ids of two versions on one page apart.
  package init(_ guideline: Guideline, _ context: TargetContext, idPrefix: String = "") {
    page = Page(GuidelineIndex(guideline), context, idPrefix: idPrefix)
    // The rest of the guideline is not there: a link to a part of it would lead nowhere.
    page.places.holdsGuideline = false
  }

  /// The style of the instructions, without the colours of labels.
  package func writeStyle(to html: inout HTMLWriter) {
    html.trusted(page.context.templates.instructionsStyle)
  }

  package func writeColours(to html: inout HTMLWriter) { page.writeLabelColours(to: &html) }

  /// The pictures that icons refer to: once a page.
  package static func writeIcons(to html: inout HTMLWriter) { Icon.writeDrawings(to: &html) }

  /// The card of the example at a place in the guideline's list; nothing if it is not for annotators.
  package func write(_ place: Int, level: Int, to html: inout HTMLWriter) {
    page.writeExamples([.example(place)][...], level: level, to: &html)
  }
}
