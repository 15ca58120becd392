/// The signs of the states: drawn, so that they look the same with every font.
enum ChecklistIcons {
  static let symbols: StaticString = """
    <svg width="0" height="0" style="position:absolute" aria-hidden="true">\
    <symbol id="i-passed" viewBox="0 0 16 16"><path d="M3 8.5l3.5 3.5L13 4.5"/></symbol>\
    <symbol id="i-failed" viewBox="0 0 16 16"><path d="M4 4l8 8M12 4l-8 8"/></symbol>\
    <symbol id="i-needs-review" viewBox="0 0 16 16">\
    <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z"/><path d="M8 7v2"/>\
    </symbol>\
    <symbol id="i-not-run" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.5"/></symbol>\
    <symbol id="i-not-applicable" viewBox="0 0 16 16"><path d="M3.5 8h9"/></symbol></svg>

    """

  static func icon(_ writer: inout HTMLWriter, _ state: ChecklistResult.State) {
    writer.element("svg", [.class("icon"), .init("aria-hidden", "true")]) { writer in
      writer.element("use", [.toPlace("i-\(state.rawValue)")])
    }
  }
}
