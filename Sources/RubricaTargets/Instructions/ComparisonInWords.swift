internal import RubricaModel
internal import RubricaSource

/// Answers in words that no picture shows: orders, groups, and places in space and time.
extension Page {
  func writeRanking(
    _ places: [[Located<String>]], of layer: Layer?, to html: inout HTMLWriter
  ) {
    html.element("ol", [.class("ranking")]) { html in
      for place in places {
        html.element("li", text: words.marks.place(place, of: layer))
      }
    }
  }

  func writeGroups(_ groups: [[Located<String>]], to html: inout HTMLWriter) {
    html.element("ul", [.class("groups")]) { html in
      for group in groups {
        html.element("li") { html in
          html.text(words.marks.sameThing)
          html.raw(": ")
          for (place, id) in group.enumerated() {
            if place > 0 { html.raw(" = ") }
            html.element("code", text: id.value)
          }
        }
      }
    }
  }

  /// What a mark is called, and where it is if no picture shows that.
  func writePlace(of region: Region, to html: inout HTMLWriter) {
    if let id = region.id {
      html.raw(" ")
      html.element("code", text: id.value)
    }
    guard let place = words.marks.words(for: region.geometry) else { return }
    html.raw(" ")
    html.element("span", [.class("value")], text: place)
  }
}
