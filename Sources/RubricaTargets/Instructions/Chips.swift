internal import RubricaModel
internal import RubricaSource

extension Page {
  enum ChipUse {
    /// A word among others.
    case plain
    /// A link to the label's card.
    case link
  }

  /// A label's name with its colour, and the key that picks it.
  /// - Parameter showsBranch: whether a name that another label has too is told apart by what it stands
  ///   under; not where that is seen around it.
  func writeChip(
    _ id: String, _ use: ChipUse = .link, key: String? = nil, showsBranch: Bool = true,
    to html: inout HTMLWriter
  ) {
    // Looked at in place: a label has many parts, and chips are everywhere.
    guard let place = index.labelPlace(id) else {
      html.element("span", class: "chip", text: index.escape(id)?.displayName ?? id)
      return
    }
    let declared = index.guideline.labels[place].id.value
    let isLink =
      use != .plain && places.holdsGuideline
      && index.guideline.labels[place].audience.isForAnnotators
    html.raw(isLink ? "<a class=\"chip " : "<span class=\"chip ")
    html.text(looks[place].className)
    if isLink {
      html.raw("\" href=\"#")
      html.text(declared)
    }
    html.raw("\"><i></i>")
    // The text of a label that stands for many says more than its name.
    if index.guideline.labels[place].form == nil || declared == id {
      for above in showsBranch ? index.labelPaths.path(to: declared) : [] {
        write(above, to: &html)
        html.text(words.colon)
      }
      write(index.guideline.labels[place].name, to: &html)
    } else {
      html.text(id)
    }
    if let key {
      html.raw(" <kbd>")
      html.text(key)
      html.raw("</kbd>")
    }
    html.raw(isLink ? "</a>" : "</span>")
  }

  /// The answer for "cannot label", told apart from labels by its outline.
  func writeEscapeChip(_ id: String, to html: inout HTMLWriter) {
    html.element(
      "span",
      [.class("chip escape")] + (index.escape(id)?.name.map { language(at: $0.span) } ?? []),
      text: escapeName(id))
  }

  func escapeName(_ id: String) -> String { index.escape(id)?.name?.value ?? Self.title(of: id) }

  /// An id as a title: `light-state` becomes "Light state".
  static func title(of id: String) -> String { IDWords.title(of: id) }

  /// An id as words: `light-state` becomes "light state".
  static func words(of id: String) -> String { IDWords.words(of: id) }
}
