/// A guideline as files.
extension RandomGuideline {
  func files(_ style: inout Style) -> [String: [UInt8]] {
    var all = [
      "guideline.md": document(&style), "governance.yaml": style.block(governance, 0),
      "rubrica.yaml": style.block(workspace, 0), "media/stop.png": "no picture",
    ]
    if style.chance(1, in: 4) { all = all.mapValues { $0.replacing("\n", with: "\r\n") } }
    if style.chance(1, in: 4) {
      for name in ["guideline.md", "governance.yaml", "rubrica.yaml"] {
        all[name] = "\u{FEFF}" + (all[name] ?? "")
      }
    }
    all["media/stop.png"] = "no picture"
    return all.mapValues { Array($0.utf8) }
  }

  // MARK: YAML

  private func text(_ words: [String]) -> RandomYAML { .text(words.joined(separator: " ")) }

  private func scope(_ roots: String...) -> RandomYAML { .set(roots.map { .text($0) }) }

  static let scopes = [
    "head", "task", "labels", "rules", "examples", "prose", "data", "people", "workspace",
  ]

  private var workspace: [(String, RandomYAML)] {
    [
      ("rubrica", .plain("1")), ("organisation", .fields([("name", text(organisation))])),
      (
        "checks",
        .fields([
          ("one-sided-contrast", .text("off")),
          ("sentence-too-long", .fields([("limit", .plain("\(limit)"))])),
        ])
      ),
      (
        "approval",
        .fields([
          (
            "scopes",
            .fields([
              ("head", scope("guideline", "base")),
              ("task", scope("layers", "escapes", "groups")),
              ("labels", scope("labels", "precedence", "doubt")), ("rules", scope("rules")),
              ("examples", scope("examples", "media")),
              ("prose", scope("entries", "prose", "arrangement", "translations", "suppressions")),
              ("data", scope("governance/data", "governance/use")),
              (
                "people", scope("governance/contacts", "governance/quality", "governance/waivers")
              ), ("workspace", scope("workspace")),
            ])
          ),
          (
            "roles",
            .fields([
              (
                "owner",
                .fields([
                  ("scopes", .set(Self.scopes.map { .text($0) })),
                  ("people", .text("ada@example.com")),
                ])
              )
            ])
          ), ("policy", .fields([("role", .text("owner"))])),
        ])
      ),
    ]
  }

  private var governance: [(String, RandomYAML)] {
    [
      ("contacts", .fields([("questions", .fields([("email", .text(contact))]))])),
      ("use", .fields([("intended", .list(intended.map(text)))])),
      (
        "data",
        .fields([
          ("retention", text(retention)), ("permitted-use", .text(licence)),
          (
            "sources",
            .set(
              sources.map { .fields([("id", .text($0.id)), ("licence", .text($0.licence))]) })
          ),
        ])
      ),
      (
        "quality",
        .fields([
          (
            "metrics",
            .set([
              .fields([
                ("metric", .text("iou")), ("layer", .text("signs")),
                ("at-least", .text("0.\(metric)")),
              ])
            ])
          )
        ])
      ),
      (
        "waivers",
        .set([
          .fields([
            ("item", .text("VEN-02")), ("reason", text(waiverReason)),
            ("by", .text("ada@example.com")), ("since", .text("2026-11-01")),
            ("until", .text(waiverEnd)),
          ])
        ])
      ),
    ]
  }

  private var frontMatter: [(String, RandomYAML)] {
    let signs: RandomYAML = .fields([
      ("id", .text("signs")), ("kind", .text("box")), ("maximum", .plain("\(maximum)")),
      ("labels", .set(labels.map { .text($0.id) })),
      (
        "attributes",
        .set([
          .fields([
            ("id", .text("seen")), ("type", .text("enum")), ("definition", text(valueWords)),
            ("values", .set(values.map { .text($0) })),
          ])
        ])
      ),
    ])
    let light: RandomYAML = .fields([
      ("id", .text("light")), ("kind", .text("choice")), ("question", text(question)),
      (
        "labels",
        .set([
          .fields([("id", .text("day")), ("definition", .text("The sun is up"))]),
          .fields([("id", .text("night")), ("definition", .text("The sun is down"))]),
        ])
      ),
    ])
    return [
      ("rubrica", .plain("1")), ("id", .text("random")), ("title", text(title)),
      ("version", .text("1.\(version).0")), ("purpose", text(purpose)),
      ("authors", .set(authors.map { .text($0) })),
      ("task", .fields([("modality", .text("image")), ("layers", .list([signs, light]))])),
    ]
  }

  // MARK: Markdown

  private func document(_ style: inout Style) -> String {
    var text = "---\n" + style.block(frontMatter, 0) + "---\n"
    text += style.heading(1, title.joined(separator: " "))
    for words in prose { text += style.paragraph(words) + style.blankLines() }
    text += style.heading(2, "Labels")
    for label in labels { write(label, &style, &text) }
    text += style.heading(2, "Rules")
    text += style.items(
      rules.map { rule in
        ["**\(rule.title.joined(separator: "\u{A0}")).**", "`height < \(rule.threshold) px`", "->"]
          + ["do", "not", "label."]
      })
    for rule in rules {
      text += style.heading(3, "About " + rule.title.joined(separator: " "))
      text += style.paragraph(
        ["**If**"] + rule.condition + ["**then**"] + rule.action + ["`\(rule.label)`."]
          + ["**Because**"] + rule.reason)
    }
    text += style.heading(2, "Examples")
    for example in examples { write(example, &style, &text) }
    text += style.heading(2, "Precedence")
    text += precedence.enumerated().map { "\($0.offset + 1). \($0.element)" }
      .joined(separator: style.chance(1, in: 4) ? "\n\n" : "\n")
    text += style.heading(2, "Steps")
    text += steps.enumerated().map { "\($0.offset + 1). " + style.paragraph($0.element, indent: 3) }
      .joined(separator: "\n")
    text += style.heading(2, "Glossary")
    text += style.items(terms.map { ["**\($0.term)**:"] + $0.words })
    return text
  }

  private func write(
    _ label: Label, _ style: inout Style, _ text: inout String
  ) {
    text += style.heading(3, label.name.joined(separator: " ") + " {#\(label.id)}")
    text += style.paragraph(label.definition) + style.blankLines()
    for (word, phrases) in [("Includes", label.includes), ("Excludes", label.excludes)]
    where !phrases.isEmpty {
      let marks = style.chance(1, in: 2) ? "__\(word)__ " : "**\(word)** "
      text += marks
      text += style.shuffled(phrases).map { style.paragraph($0) }.joined(separator: " · ")
      text += style.blankLines()
    }
    if let contrast = label.contrast {
      text += "**Not** [\(contrast.id)](#\(contrast.id)): " + style.paragraph(contrast.words)
      text += style.blankLines()
    }
    var fields: [(String, RandomYAML)] = []
    if let colour = label.colour { fields.append(("colour", .plain("\"\(colour)\""))) }
    if let code = label.code { fields.append(("code", .plain("\(code)"))) }
    if !fields.isEmpty { text += "```yaml label\n" + style.block(fields, 0) + "```\n" }
  }

  private func write(
    _ example: Example, _ style: inout Style, _ text: inout String
  ) {
    text += style.heading(
      3, (example.isGood ? "Good: " : "Bad: ") + example.title.joined(separator: " "))
    text += "![words for it](media/stop.png)" + style.blankLines()
    let record: [(String, RandomYAML)] = [
      (
        "signs",
        .set([
          .fields([
            ("label", .text(example.label)), ("box", .list(example.box.map { .plain("\($0)") })),
            ("seen", .text(example.value)),
          ])
        ])
      ), ("light", .text(example.light)),
    ]
    text += "```yaml expected\n" + style.block(record, 0) + "```\n\n"
    text += "**Because** " + style.paragraph(example.reason) + "\n"
  }
}
