internal import RubricaModel
internal import RubricaSource

extension Page {
  /// What a label stands among: its kinds, the rules about it, and its names elsewhere.
  func writeRelatives(of label: Label, to html: inout HTMLWriter) {
    if let kinds = children[label.id.value] {
      html.element("p", class: "parent") { html in
        html.text(words.labels.kinds)
        for kind in kinds {
          html.raw(" ")
          writeChip(kind, showsBranch: false, to: &html)
        }
      }
    }
    let rules = rulesAbout[label.id.value] ?? []
    if !rules.isEmpty {
      html.element("p", class: "parent") { html in
        html.text(words.labels.rulesAbout)
        for place in rules {
          let rule = guideline.rules[place]
          html.raw(" ")
          html.element("a", [.toPlace(rule.anchor ?? rule.number)], text: rule.number)
        }
      }
    }
    if !label.bindings.isEmpty { write(label.bindings, to: &html) }
  }

  func write(_ bindings: [Binding], to html: inout HTMLWriter) {
    html.element("p", class: "soft bindings") { html in
      html.text(words.labels.sameAs)
      for binding in bindings {
        html.raw(" ")
        let name = "\(binding.scheme.value):\(binding.id.value)"
        if let uri = binding.uri?.value, case .web(let address) = LinkAddress(uri) {
          html.element(
            "a", [.init("href", address), .init("rel", "noopener noreferrer")], text: name)
        } else {
          html.element("code", text: name)
        }
      }
    }
  }

  /// What the text of a label is made of, if it stands for many.
  func writeForm(_ form: LabelForm, of label: Label, to html: inout HTMLWriter) {
    guard let composition = form.composition else {
      return writePattern(
        words.labels.form, form.expression.value, sample: index.sample(of: label), to: &html)
    }
    html.element("div", class: "attributes form") { html in
      html.element("p", class: "title") { html in
        html.text(words.labels.slots)
        html.raw(" ")
        html.element(
          "code",
          text: composition.slots.map(\.id.value).joined(separator: composition.separator))
      }
      html.element("dl") { html in
        for slot in composition.slots { write(slot, to: &html) }
      }
    }
  }

  private func write(_ slot: Composition.Slot, to html: inout HTMLWriter) {
    html.element("div") { html in
      html.element("dt") {
        $0.element("b", text: slot.name?.value ?? Self.title(of: slot.id.value))
      }
      html.element("dd") { html in
        if let definition = slot.definition?.value { html.element("p") { $0.words(definition) } }
        html.element("ul", class: "values") { html in
          for value in slot.values {
            writeValue(value.id.value, value.definition?.value, to: &html)
          }
          if let pattern = slot.pattern?.value {
            let sample = index.sample(of: slot)
            writeValue(
              sample ?? pattern, (sample == nil ? words.labels.form : words.forExample).text,
              to: &html)
          }
          if let unknown = slot.unknown?.value {
            writeValue(unknown, words.labels.cannotTell.text, to: &html)
          }
        }
      }
    }
  }

  private func writeValue(_ code: String, _ text: String?, to html: inout HTMLWriter) {
    html.element("li") { html in
      html.element("code", text: code)
      if let text { html.element("span") { $0.words(text) } }
    }
  }

  /// A condition in words: "Occluded is part or most and Light is not day".
  func words(for condition: Condition) -> String {
    condition.tests.map { test in
      let values = test.values.map { value in
        test.isAboutLabel
          ? index.fullName(ofLabel: value.value, words) ?? value.value : word(for: value.value)
      }
      let name = words(ofAttribute: test.attribute.value)
      let not = test.isNegated ? "\(words.labels.not) " : ""
      return name + (words.labels.is ?? words.colon) + not
        + values.joined(separator: " \(words.labels.or) ")
    }.joined(separator: " \(words.labels.and) ")
  }
}

/// Labels below labels, and rules about labels, found once for the page.
struct LabelNeighbours {
  private(set) var children: [String: [String]] = [:]
  private(set) var rules: [String: [Int]] = [:]

  init(_ guideline: Guideline) {
    for label in guideline.labels where label.audience.isForAnnotators {
      if let parent = label.parent?.value { children[parent, default: []].append(label.id.value) }
    }
    for (place, rule) in guideline.rules.enumerated() where rule.audience.isForAnnotators {
      // A rule that stands under a label is read there.
      for name in rule.named where name.value != rule.label {
        rules[name.value, default: []].append(place)
      }
    }
  }
}
