internal import RubricaModel
internal import RubricaSource

extension Page {
  /// Everything about one label.
  func writeLabel(_ label: Label, level: Int, to html: inout HTMLWriter) {
    guard isShown(label) else { return }
    html.start("article", class: "label ", look(of: label.id.value), id: label.id.value)
    html.element("header") { html in
      html.raw("<span class=\"swatch\"></span>")
      writeHeading(level, to: &html) { write(label.name, to: &$0) }
      html.element("code", text: label.id.value)
      if label.status?.value == .deprecated {
        html.element("span", class: "status", text: words.deprecated)
      }
      if let key = key(of: label.id.value) { writeKey(key, to: &html) }
    }
    if let parent = label.parent?.value {
      html.element("p", class: "parent") { html in
        html.text(words.kindOf)
        html.raw(" ")
        writeChip(parent, to: &html)
      }
    }
    html.element("div", class: "definition") { html in
      write(label.definition, below: level, to: &html)
    }
    if let form = label.form { writeForm(form, of: label, to: &html) }
    writeScope(label, to: &html)
    writeContrasts(label, to: &html)
    writeAttributes(of: label, to: &html)
    write(label.elements, level: level, to: &html)
    writeRelatives(of: label, to: &html)
    html.raw("</article>\n")
  }

  private func writeKey(_ shortcut: String, to html: inout HTMLWriter) {
    html.element("span", class: "key") { html in
      html.text(words.key)
      html.raw(" ")
      html.element("kbd", text: shortcut)
    }
  }

  private func writeScope(_ label: Label, to html: inout HTMLWriter) {
    guard !label.includes.isEmpty || !label.excludes.isEmpty else { return }
    html.element("div", class: "scope") { html in
      writeItems(label.includes, words.includes, "includes", .good, to: &html)
      writeItems(label.excludes, words.excludes, "excludes", .bad, to: &html)
    }
  }

  private func writeItems(
    _ items: [Prose], _ title: Word, _ className: StaticString, _ icon: Icon,
    to html: inout HTMLWriter
  ) {
    guard !items.isEmpty else { return }
    html.element("div", class: className) { html in
      html.element("p", class: "title", text: title)
      html.element("ul") { html in
        for item in items {
          html.element("li") { html in
            icon.write(to: &html)
            html.element("span") { write(item, to: &$0) }
          }
        }
      }
    }
  }

  private func writeContrasts(_ label: Label, to html: inout HTMLWriter) {
    guard !label.contrasts.isEmpty else { return }
    html.element("ul", class: "contrasts") { html in
      for contrast in label.contrasts {
        html.element("li") { html in
          html.element("b", text: words.notTheSameAs)
          html.raw(" ")
          writeChip(contrast.label.value, to: &html)
          html.raw(" ")
          html.element("span") { write(contrast.text, to: &$0) }
        }
      }
    }
  }

  private func writeAttributes(of label: Label, to html: inout HTMLWriter) {
    let attributes = index.layers(taking: label.id.value).flatMap { layer in
      layer.attributes.filter { $0.mayApply(to: label, in: layer) }
    }
    guard !attributes.isEmpty else { return }
    html.element("div", class: "attributes") { html in
      html.element("p", class: "title", text: words.alsoSay)
      html.element("dl") { html in
        for attribute in attributes { write(attribute, of: label, to: &html) }
      }
    }
  }

  private func write(_ attribute: Attribute, of label: Label, to html: inout HTMLWriter) {
    html.element("div") { html in
      html.element("dt") { html in
        html.element(
          "b", attribute.name.map { language(at: $0.span) } ?? [],
          text: attribute.name?.value ?? Self.title(of: attribute.id.value))
        html.element("span", class: "soft", text: duty(of: attribute, label))
      }
      html.element("dd") { html in
        if let definition = attribute.definition {
          html.element("p", language(at: definition.span)) { $0.words(definition.value) }
        }
        writeValues(of: attribute, to: &html)
        if let blank = attribute.blankMeans {
          html.element("p", class: "soft") { html in
            html.text(Word("\(words.labels.leftOut)\(words.colon)"))
            write(blank, to: &html)
          }
        }
      }
    }
  }

  /// When the attribute is asked for, on the card of a label: `required when colour is red`.
  private func duty(of attribute: Attribute, _ label: Label) -> Word {
    let asked = attribute.appliesWhen?.left(for: label.id.value).flatMap { self.words(of: $0) }
    if attribute.isRequired { return asked.map(words.requiredWhen) ?? words.required }
    let duty = dutyOnceAsked(of: attribute, label)
    return asked.map { Word("\(words.askedWhen($0)), \(duty)") } ?? duty
  }

  private func dutyOnceAsked(of attribute: Attribute, _ label: Label) -> Word {
    let otherwise = attribute.defaultValue == nil ? words.optional : words.unlessUsual
    guard let left = attribute.requiredWhen?.left(for: label.id.value) else { return otherwise }
    guard let condition = self.words(of: left) else { return words.required }
    let required = words.requiredWhen(condition)
    return attribute.defaultValue == nil
      ? required : Word("\(required), \(words.otherwise) \(otherwise)")
  }

  /// Nil for a condition that asks for nothing more.
  private func words(of condition: Condition) -> String? {
    condition.tests.isEmpty ? nil : words(for: condition)
  }

  private func writeValues(of attribute: Attribute, to html: inout HTMLWriter) {
    switch attribute.kind.value {
    case .enum:
      html.element("ul", class: "values") { html in
        for value in attribute.values {
          html.element("li") { html in
            html.element("code", text: value.id.value)
            if attribute.defaultValue?.value == value.id.value {
              html.element("em", text: words.usual)
            }
            if let definition = value.definition {
              html.element("span", language(at: definition.span), text: definition.value)
            }
          }
        }
      }
    case .boolean:
      html.element("p", class: "soft") { html in
        html.text(Word("\(words.yes) / \(words.no)"))
        if let usual = attribute.defaultValue?.value {
          html.text(Word(" (\(words.usual)\(words.colon)\(word(for: usual)))"))
        }
      }
    case .number, .text, .reference: html.element("p", class: "soft", text: range(of: attribute))
    }
  }

  private func range(of attribute: Attribute) -> Word {
    var facts = [(attribute.kind.value == .number ? words.number : words.text).text]
    if let target = words.target(of: attribute) { facts = [target] }
    if let unit = attribute.unit?.value { facts[0] += " (\(unit))" }
    if let minimum = attribute.minimum?.value {
      facts.append("\(words.atLeast) \(Number.text(minimum))")
    }
    if let maximum = attribute.maximum?.value {
      facts.append("\(words.atMost) \(Number.text(maximum))")
    }
    if let pattern = attribute.pattern?.value {
      facts.append(words.look(of: pattern, sample: index.sample(of: attribute)))
    }
    if let usual = attribute.defaultValue?.value {
      facts.append("\(words.usual)\(words.colon)\(usual)")
    }
    return Word(facts.joined(separator: ", "))
  }

  func word(for value: String) -> String { words.answer(value) }
}

extension Condition {
  /// What of it is still open where the label is known; nil if it cannot hold for this label.
  fileprivate func left(for label: String) -> Condition? {
    guard tests.allSatisfy({ !$0.isAboutLabel || $0.holds(label) }) else { return nil }
    return Condition(tests: tests.filter { !$0.isAboutLabel }, span: span)
  }
}
