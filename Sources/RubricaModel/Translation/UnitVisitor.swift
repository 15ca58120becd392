package import RubricaSource

/// Sees every unit of a guideline in order of the document, and may put another text in its place.
package protocol UnitVisitor {
  /// Words without any markup: a question, the name of a label.
  mutating func line(_ id: String, level: Int?, _ text: inout Located<String>)
  /// Running text: a heading, a reason.
  mutating func prose(_ id: String, level: Int?, _ prose: inout Prose)
  /// A list of phrases: what a label includes.
  mutating func items(_ id: String, _ items: inout [Prose])
  /// One or more blocks.
  mutating func blocks(_ id: String, _ blocks: inout [Block])
  /// A rule whose text may just have been changed: its parts have to follow.
  mutating func finish(_ rule: inout Rule)
  /// A heading of one of the reserved words; false if it is to be seen as any other heading.
  mutating func reserved(_ role: SectionRole, _ heading: inout Prose) -> Bool
}

extension Guideline {
  /// Shows every unit to a visitor. Parts that no annotator reads are none.
  package mutating func visitUnits<Visitor: UnitVisitor>(_ visitor: inout Visitor) {
    var walk = UnitWalk(guideline: self, visitor: visitor)
    walk.run()
    self = walk.guideline
    visitor = walk.visitor
  }
}

/// One walk over a guideline.
private struct UnitWalk<Visitor: UnitVisitor> {
  var guideline: Guideline
  var visitor: Visitor
  /// Names of labels in the original, by id.
  private var names: [String: String] = [:]
  private var originalTitle = ""
  /// How many blocks of prose there were below each heading.
  private var counts: [String: Int] = [:]
  private var visited: Set<Int> = []

  init(guideline: Guideline, visitor: Visitor) {
    self.guideline = guideline
    self.visitor = visitor
    originalTitle = guideline.title.value
    for label in guideline.labels where names[label.id.value] == nil {
      names[label.id.value] = label.name.value
    }
  }

  mutating func run() {
    visitor.line("title", level: 1, &guideline.title)
    visitor.line("purpose", &guideline.purpose)
    for place in guideline.warnings.indices {
      let id = "warning/" + guideline.warnings[place].category.value
      visitor.line(id, &guideline.warnings[place].text)
    }
    for place in guideline.layers.indices { visitor.visit(&guideline.layers[place]) }
    for place in guideline.escapes.indices {
      let id = "escape/" + guideline.escapes[place].id.value
      let answer = guideline.escapes[place].id
      visitor.name(id + "/name", &guideline.escapes[place].name, of: answer)
      visitor.line(id + "/definition", &guideline.escapes[place].definition)
    }
    let body = guideline.body
    guideline.body = elements(body, below: "")
    for place in guideline.labels.indices { visitLabel(place) }
    visitPrecedence()
  }

  // MARK: The document

  private mutating func elements(_ elements: [Element], below anchor: String) -> [Element] {
    var result: [Element] = []
    result.reserveCapacity(elements.count)
    for element in elements {
      switch element {
      case .prose(let block):
        guard block.hasWords else {
          result.append(element)
          continue
        }
        let number = counts[anchor, default: 0] + 1
        counts[anchor] = number
        var blocks = [block]
        visitor.blocks("text/" + (anchor.isEmpty ? "" : anchor + "/") + "\(number)", &blocks)
        result += blocks.map(Element.prose)
      case .section(var section):
        if section.audience.isForAnnotators { visit(&section) }
        result.append(.section(section))
      case .rule(let place):
        if guideline.rules[place].audience.isForAnnotators {
          visitor.visit(&guideline.rules[place])
        }
        result.append(element)
      case .example(let place):
        if guideline.examples[place].audience.isForAnnotators {
          visitor.visit(&guideline.examples[place])
        }
        result.append(element)
      case .doubt:
        if var doubt = guideline.doubt {
          if !doubt.content.isEmpty { visitor.blocks("doubt", &doubt.content) }
          guideline.doubt = doubt
        }
        result.append(element)
      case .label(let place):
        visitLabel(place)
        result.append(element)
      case .entry(let place):
        if guideline.entries[place].audience.isForAnnotators {
          let entry = guideline.entries[place]
          var unit = "entry/" + (entry.anchor ?? entry.kind.rawValue)
          if entry.anchor == nil {
            let number = counts[unit, default: 0] + 1
            counts[unit] = number
            unit += "/\(number)"
          }
          visitor.visit(&guideline.entries[place], unit)
        }
        result.append(element)
      case .precedence: result.append(element)
      }
    }
    return result
  }

  private mutating func visit(_ section: inout Section) {
    if section.level == 1, section.role == .prose,
      section.heading.plainText == originalTitle
    {
      let title = guideline.title
      if title.value != originalTitle {
        section.heading = Prose([Inline(.text(title.value), title.span)], title.span)
      }
    } else if section.hasOwnWords || !visitor.reserved(section.role, &section.heading) {
      visitor.prose("heading/" + section.anchor, level: section.level, &section.heading)
    }
    section.elements = elements(section.elements, below: section.anchor)
  }

  /// Once, where the document has it first.
  private mutating func visitLabel(_ place: Int) {
    guard guideline.labels[place].audience.isForAnnotators, visited.insert(place).inserted else {
      return
    }
    visitor.visit(&guideline.labels[place])
    let inner = guideline.labels[place].elements
    guideline.labels[place].elements = elements(inner, below: guideline.labels[place].id.value)
  }

  private mutating func visitPrecedence() {
    guard var precedence = guideline.precedence, precedence.audience.isForAnnotators else { return }
    for place in precedence.entries.indices {
      let entry = precedence.entries[place]
      guard let id = entry.label, let name = names[id],
        entry.text.plainText == name || entry.text.plainText == id
      else {
        visitor.prose("precedence/\(place + 1)", level: nil, &precedence.entries[place].text)
        continue
      }
      // A label alone: its name is translated where the label is.
      if let label = guideline.label(id), label.name.value != name {
        precedence.entries[place].text = Prose(
          [Inline(.text(label.name.value), label.name.span)], label.name.span)
      }
    }
    guideline.precedence = precedence
  }
}

/// The parts of a guideline, each with its units.
extension UnitVisitor {
  fileprivate mutating func line(_ id: String, _ text: inout Located<String>?) {
    guard var own = text else { return }
    line(id, level: nil, &own)
    text = own
  }

  /// A name that is the id in words where the author gave none.
  fileprivate mutating func name(
    _ unit: String, _ name: inout Located<String>?, of id: Located<String>
  ) {
    var own = name ?? id.map(IDWords.title)
    let before = own.span
    line(unit, level: nil, &own)
    if name != nil || own.span != before { name = own }
  }

  fileprivate mutating func visit(_ layer: inout Layer) {
    let unit = "layer/" + layer.id.value
    name(unit + "/name", &layer.name, of: layer.id)
    line(unit + "/question", &layer.question)
    line(unit + "/cardinality", &layer.cardinality)
    for place in layer.points.indices {
      line(unit + "/point/\(layer.points[place].value.value)", &layer.points[place].means)
    }
    for place in layer.attributes.indices {
      visit(&layer.attributes[place], unit + "/attribute/" + layer.attributes[place].id.value)
    }
    for place in layer.relations.indices {
      let relation = unit + "/relation/" + layer.relations[place].id.value
      name(relation + "/name", &layer.relations[place].name, of: layer.relations[place].id)
      line(relation + "/definition", &layer.relations[place].definition)
    }
    for place in (layer.candidates?.fixed ?? []).indices {
      guard var candidate = layer.candidates?.fixed[place] else { continue }
      line(unit + "/candidate/" + candidate.id.value, &candidate.name)
      layer.candidates?.fixed[place] = candidate
    }
    line(unit + "/frame", &layer.frame)
    for place in layer.points.indices {
      for example in layer.points[place].examples.indices {
        line(
          unit + "/point/\(layer.points[place].value.value)/example/\(example + 1)", level: nil,
          &layer.points[place].examples[example])
      }
    }
    if var grammar = layer.grammar {
      for place in grammar.tags.indices {
        line(unit + "/tag/" + grammar.tags[place].id.value, &grammar.tags[place].means)
      }
      for place in grammar.spellings.indices {
        line(
          unit + "/word/" + grammar.spellings[place].wrong.value,
          &grammar.spellings[place].because)
      }
      layer.grammar = grammar
    }
  }

  fileprivate mutating func visit(_ entry: inout Entry, _ unit: String) {
    if var title = entry.title, !title.isEmpty {
      prose(unit + "/title", level: entry.isHeading ? 4 : nil, &title)
      entry.title = title
    }
    if entry.content.contains(where: \.hasWords) { blocks(unit + "/text", &entry.content) }
  }

  fileprivate mutating func visit(_ attribute: inout Attribute, _ unit: String) {
    name(unit + "/name", &attribute.name, of: attribute.id)
    line(unit + "/definition", &attribute.definition)
    line(unit + "/blank", &attribute.blankMeans)
    for place in attribute.values.indices {
      line(
        unit + "/value/" + attribute.values[place].id.value,
        &attribute.values[place].definition)
    }
  }

  fileprivate mutating func visit(_ label: inout Label) {
    let unit = "label/" + label.id.value
    line(unit + "/name", level: 3, &label.name)
    if !label.definition.isEmpty { blocks(unit + "/definition", &label.definition) }
    if var composition = label.form?.composition {
      for place in composition.slots.indices {
        let slot = unit + "/slot/" + composition.slots[place].id.value
        name(slot + "/name", &composition.slots[place].name, of: composition.slots[place].id)
        line(slot + "/definition", &composition.slots[place].definition)
        for value in composition.slots[place].values.indices {
          line(
            slot + "/value/" + composition.slots[place].values[value].id.value,
            &composition.slots[place].values[value].definition)
        }
      }
      label.form?.composition = composition
    }
    if !label.includes.isEmpty { items(unit + "/includes", &label.includes) }
    if !label.excludes.isEmpty { items(unit + "/excludes", &label.excludes) }
    for place in label.contrasts.indices where !label.contrasts[place].text.isEmpty {
      prose(
        unit + "/not/" + label.contrasts[place].label.value, level: nil,
        &label.contrasts[place].text)
    }
  }

  fileprivate mutating func visit(_ rule: inout Rule) {
    let unit = "rule/" + (rule.anchor ?? rule.number)
    // The title of an item in a list is a part of its text.
    if rule.anchor != nil, var title = rule.title {
      prose(unit + "/title", level: 4, &title)
      rule.title = title
    }
    if !rule.content.isEmpty {
      blocks(unit + "/text", &rule.content)
      finish(&rule)
    }
  }

  fileprivate mutating func visit(_ example: inout Example) {
    let unit = "example/" + example.id
    if var title = example.title, !title.isEmpty {
      prose(unit + "/title", level: 4, &title)
      example.title = title
    }
    if case .media(let path, let alternative) = example.input, !alternative.isEmpty {
      var text = Located(alternative, path.span)
      line(unit + "/picture", level: nil, &text)
      example.input = .media(path: path, alternative: text.value)
    }
    let split = example.contentBeforeInput
    var content: [Block] = []
    var before = 0
    var number = 0
    for (place, block) in example.content.enumerated() {
      var blocks = [block]
      if block.hasWords {
        number += 1
        self.blocks(unit + "/text/\(number)", &blocks)
      }
      content += blocks
      if place < split { before += blocks.count }
    }
    example.content = content
    example.fixedContentBeforeInput = before
    if var reason = example.reason, !reason.isEmpty {
      prose(unit + "/reason", level: nil, &reason)
      example.reason = reason
    }
  }
}

extension Section {
  /// Whether the heading is the author's own words, and no reserved one.
  fileprivate var hasOwnWords: Bool {
    self.role == .prose || self.role == .labelGroup || self.role == .tool && self.tool != nil
  }
}

extension Block {
  /// Whether there is anything to translate: code and markup are the same in every language.
  fileprivate var hasWords: Bool {
    switch kind {
    case .code, .html, .thematicBreak: false
    default: true
    }
  }
}

extension Example {
  /// How many blocks of the content stand above the input: the author's order.
  package var contentBeforeInput: Int {
    if let fixed = self.fixedContentBeforeInput { return fixed }
    let inputStart: UInt32?
    switch self.input {
    case .media(let path, _): inputStart = path.span.start
    case .text(let text): inputStart = text.span.start
    case nil: inputStart = self.expected?.span.start
    }
    guard let inputStart else { return self.content.count }
    return self.content.firstIndex { $0.span.start > inputStart } ?? self.content.count
  }
}
