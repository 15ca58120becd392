internal import RubricaDifference
internal import RubricaModel
internal import RubricaSignature
internal import RubricaSource
internal import RubricaTargets

/// What all pages have in common that people sign by.
enum PacketPage {
  /// A page with the marks of what it shows, for `sign --reviewed`. One file, no script.
  static func bytes(
    title: String, _ role: ApprovalPolicy.Role, _ subjects: [Statement.Subject],
    _ templates: PageTemplates, _ body: (inout HTMLWriter) -> Void
  ) -> [UInt8] {
    HTMLWriter.bytes { html in
      html.raw("<!doctype html>\n")
      html.element("html", [.init("lang", "en")]) { html in
        html.head(title: title, runsScript: false)
        for mark in ReviewPacket.marks(role, subjects) {
          html.trusted(mark)
          html.raw("\n")
        }
        html.raw("<style>\n")
        html.trusted(templates.checklistStyle)
        html.trusted(templates.reviewStyle)
        html.raw("</style>\n</head>\n")
        html.element("body") { body(&$0) }
      }
      html.raw("\n")
    }
  }

  static func header(
    _ role: ApprovalPolicy.Role, _ title: String, _ facts: [(name: String, value: String)],
    to html: inout HTMLWriter
  ) {
    html.element("header", class: "page") { html in
      html.element("p", class: "kind", text: "To be signed as \(role.name.value)")
      html.element("h1", text: title)
      html.element("dl", class: "facts") { html in
        for fact in facts {
          html.element("div") { html in
            html.element("dt", text: fact.name)
            html.element("dd", text: fact.value)
          }
        }
      }
    }
  }

  static func people(_ role: ApprovalPolicy.Role) -> [(name: String, value: String)] {
    [
      ("People who may sign", role.people.map(\.value).joined(separator: ", ")),
      ("Number of people who must sign", String(role.quorum.value)),
    ]
  }

  /// What is signed by which digest.
  static func statement(
    _ meaning: String, _ digests: [(name: String, hex: String)], _ note: String,
    to html: inout HTMLWriter
  ) {
    html.element("section") { html in
      html.element("h2", text: "What your signature says")
      html.element("blockquote", text: meaning)
      html.element("table", class: "digests") { html in
        html.raw("<thead><tr><th>Scope<th>Digest that is signed</thead>")
        for digest in digests {
          html.element("tr") { html in
            html.element("th", [.init("scope", "row")], text: digest.name)
            html.element("td") { $0.element("code", text: digest.hex) }
          }
        }
      }
      html.element("p", text: note)
    }
  }

  /// Two texts as one, line by line, with the words marked that have changed.
  static func marked(from old: String, to new: String, in html: inout HTMLWriter) {
    let difference = LineDifference(from: old, to: new)
    var isFirst = true
    func line(_ html: inout HTMLWriter) {
      if !isFirst { html.raw("\n") }
      isFirst = false
    }
    var next = 0
    let end = difference.new.count
    for change in difference.changes + [.init(old: 0..<0, new: end..<end)] {
      for place in next..<change.new.lowerBound {
        line(&html)
        html.text(difference.new[place])
      }
      next = change.new.upperBound
      let (before, now) = (difference.old[change.old], difference.new[change.new])
      if before.count == now.count {
        for (old, new) in zip(before, now) {
          line(&html)
          words(from: String(old), to: String(new), in: &html)
        }
      } else if !before.isEmpty || !now.isEmpty {
        line(&html)
        words(
          from: before.joined(separator: "\n"), to: now.joined(separator: "\n"), in: &html)
      }
    }
  }

  private static func words(from old: String, to new: String, in html: inout HTMLWriter) {
    for (place, part) in WordDifference(from: old, to: new).parts.enumerated() {
      if place > 0 { html.raw(" ") }
      switch part {
      case .same(let text): html.text(text)
      case .removed(let text): html.element("del", text: text)
      case .added(let text): html.element("ins", text: text)
      }
    }
  }
}
