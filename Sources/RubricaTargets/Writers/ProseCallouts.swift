internal import RubricaModel

extension ProseWriter {
  /// A note under its word; where there are no classes, a quotation under it.
  mutating func write(_ callout: Callout, to html: inout HTMLWriter) {
    guard let word = options.callouts[callout.kind] else { return }
    let tag: StaticString = options.hasClasses ? "div" : "blockquote"
    html.start(
      tag,
      options.hasClasses
        ? [.class("callout " + callout.kind.rawValue), .init("role", "note")] : [])
    if options.hasClasses {
      html.element("p", class: "kind") { html in
        callout.kind.icon.write(to: &html)
        html.text(word)
      }
    } else {
      html.element("p") { html in
        html.element("strong") { $0.text(word) }
      }
    }
    scoped(&html) { $0.write(callout.blocks, to: &$1) }
    html.end(tag)
    html.raw("\n")
  }
}

extension Callout.Kind {
  fileprivate var icon: Icon {
    switch self {
    case .note, .important: .note
    case .tip: .good
    case .warning, .caution: .warning
    }
  }
}
