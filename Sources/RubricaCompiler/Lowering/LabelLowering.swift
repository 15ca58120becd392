internal import RubricaModel
internal import RubricaSource

/// Labels as data: labels.yaml, entries of a layer, and `yaml label` fences.
extension Lowering {
  mutating func lowerLabelFile(_ node: DataNode) {
    var fields = FieldReader(node, .labelFile)
    for entry in fields.list("groups") { lowerGroupDeclaration(entry) }
    for entry in fields.list("labels") { _ = lowerLabelDeclaration(entry) }
    fields.finish(&guideline.problems)
  }

  /// A mapping with an `id`; returns the id.
  mutating func lowerLabelDeclaration(_ node: DataNode) -> Located<String>? {
    if node.fields.count == 1, Self.isShortLabel(node.fields[0]) {
      return lowerShortLabel(node.fields[0], node)
    }
    var fields = FieldReader(node, .label)
    guard let id = fields.required("id") else {
      fields.finishOpen(&guideline.problems)
      return nil
    }
    var label = LabelFields(
      id: id, name: Located(id.value, id.span), span: id.span, audience: .annotator)
    var declared = Declared(id: id.value)
    if let name = fields.text("name") {
      label.name = name
      declared.name = name.span
    }
    if let definition = fields.text("definition") {
      label.definition = [
        Block(.paragraph([Inline(.text(definition.value), definition.span)]), definition.span)
      ]
    }
    label.includes = fields.texts("includes").map(\.asProse)
    label.excludes = fields.texts("excludes").map(\.asProse)
    for entry in fields.list("not") {
      var contrast = FieldReader(entry, .contrast)
      let other = contrast.required("label")
      let because = contrast.text("because")
      contrast.finish(&guideline.problems)
      if let other {
        label.contrasts.append(
          Contrast(label: other, text: because?.asProse ?? Prose([], other.span)))
      }
    }
    lowerLabelData(&fields, &label)
    fields.finish(&guideline.problems)
    declare(label, declared, isHeading: false)
    return id
  }

  /// Whether it is `bug: Something does not work.`, an id and a definition without their keys.
  static func isShortLabel(_ pair: DataNode.Field) -> Bool {
    let known = Keys.label.names()
    return pair.value.hasText && !known.contains(pair.key.value)
      && Suggestion.nearest(to: pair.key.value, among: known) == nil
  }

  /// Takes it for what is meant, so that nothing else misses the label.
  private mutating func lowerShortLabel(
    _ pair: DataNode.Field, _ node: DataNode
  ) -> Located<String>? {
    guard let definition = pair.value.text else { return nil }
    let text = Self.inFlow(pair.key.value)
    guideline.problems.append(
      Problem(
        .wrongValue(
          expected: "the keys `id` and `definition` of a label", found: "a name and a text",
          suggestion: "{id: \(text), definition: \(Self.inFlow(definition.value))}"),
        at: node.span))
    return declareShortLabel(pair, definition)
  }

  /// Declares a label by its id and definition.
  mutating func declareShortLabel(
    _ pair: DataNode.Field, _ definition: Located<String>
  ) -> Located<String> {
    var label = LabelFields(
      id: pair.key, name: pair.key, span: pair.key.span, audience: .annotator)
    label.definition = [
      Block(.paragraph([Inline(.text(definition.value), definition.span)]), definition.span)
    ]
    declare(label, Declared(id: pair.key.value), isHeading: false)
    return pair.key
  }

  /// A text as it may stand between braces in YAML.
  private static func inFlow(_ text: String) -> String {
    func isLetter(_ byte: UInt8) -> Bool {
      byte >= 0x80 || byte.isLetter
    }
    let others = "0123456789 .;()/_-'".utf8
    let isPlain = text.utf8.allSatisfy { isLetter($0) || others.contains($0) }
    if isPlain, let first = text.utf8.first, isLetter(first), text.utf8.last != 32 { return text }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }

  /// A fence `yaml label` under a label's heading.
  mutating func lowerLabelFence(
    _ node: DataNode, into label: inout LabelFields, _ declared: inout Declared
  ) {
    var fields = FieldReader(node, .labelFence)
    if let name = fields.text("name") {
      label.name = name
      declared.name = name.span
    }
    lowerLabelData(&fields, &label)
    fields.finish(&guideline.problems)
  }

  private mutating func lowerLabelData(
    _ fields: inout FieldReader, _ label: inout LabelFields
  ) {
    if let colour = fields.text("colour") {
      if let value = Colour(hex: colour.value) {
        label.colour = Located(value, colour.span)
      } else {
        fields.report(
          Problem(
            .wrongValue(
              expected: "a colour, `\"#rrggbb\"`", found: "`\(colour.value)`", suggestion: nil),
            at: colour.span))
      }
    } else if let key = fields.emptyKey("colour"), let comment = colourInComment(behind: key) {
      fields.report(
        Problem(
          .wrongValue(
            expected: "a colour in quotes, `\"#rrggbb\"`", found: "a comment", suggestion: nil),
          at: comment))
    }
    if let shortcut = fields.text("shortcut") {
      if shortcut.value.count == 1 {
        label.shortcut = shortcut
      } else {
        fields.report(
          Problem(
            .wrongValue(expected: "one character", found: "`\(shortcut.value)`", suggestion: nil),
            at: shortcut.span))
      }
    }
    label.code = fields.integer("code") ?? label.code
    label.export = fields.text("export") ?? label.export
    label.parent = fields.text("parent") ?? label.parent
    label.status = fields.choice("status") ?? label.status
    label.group = fields.text("group") ?? label.group
    label.form = lowerForm(&fields) ?? label.form
    label.bindings += lowerBindings(&fields)
  }

  /// `#c0392b` without quotes behind `colour:`, which is a comment to YAML.
  private func colourInComment(behind key: Span) -> Span? {
    let bytes = guideline.sources[key.source].bytes
    let start = bytes[Int(key.end)...].firstIndex { !": \"'".utf8.contains($0) } ?? bytes.endIndex
    let end = min(start + 7, bytes.endIndex)
    guard Colour(hex: String(decoding: bytes[start..<end], as: UTF8.self)) != nil else {
      return nil
    }
    return Span(key.source, start, end)
  }

  /// Adds a label, or adds facts to one that is already declared. A fact that is said twice is a
  /// problem at both places.
  mutating func declare(_ new: LabelFields, _ declared: Declared, isHeading: Bool) {
    guard let place = labelPlaces[new.id.value] else {
      labelPlaces[new.id.value] = guideline.labels.count
      var declared = declared
      declared.isHeading = isHeading
      labelsDeclared.append(declared)
      guideline.labels.append(Label(new))
      return
    }
    var label = guideline.labels[place].fields
    let what = "label `\(new.id.value)`"
    if isHeading, labelsDeclared[place].isHeading {
      guideline.problems.append(
        Problem(.duplicateDeclaration(what: what, first: label.span), at: new.span))
    }
    func twice(_ fact: String, _ first: Span?, _ second: Span?) {
      guard let first, let second else { return }
      guideline.problems.append(
        Problem(.duplicateDeclaration(what: "\(fact) of \(what)", first: first), at: second))
    }
    twice("the name", labelsDeclared[place].name, declared.name)
    twice("the definition", label.definition.first?.span, new.definition.first?.span)
    twice("the colour", label.colour?.span, new.colour?.span)
    twice("the shortcut", label.shortcut?.span, new.shortcut?.span)
    twice("the code", label.code?.span, new.code?.span)
    twice("the export id", label.export?.span, new.export?.span)
    twice("the parent", label.parent?.span, new.parent?.span)
    twice("the status", label.status?.span, new.status?.span)
    twice("the group", label.group?.span, new.group?.span)
    twice("the form", label.form?.expression.span, new.form?.expression.span)
    if declared.name != nil || (isHeading && labelsDeclared[place].name == nil) {
      label.name = new.name
      labelsDeclared[place].name = declared.name
    }
    if label.definition.isEmpty { label.definition = new.definition }
    label.includes += new.includes
    label.excludes += new.excludes
    label.contrasts += new.contrasts
    label.colour = label.colour ?? new.colour
    label.shortcut = label.shortcut ?? new.shortcut
    label.code = label.code ?? new.code
    label.export = label.export ?? new.export
    label.parent = label.parent ?? new.parent
    label.status = label.status ?? new.status
    label.group = label.group ?? new.group
    label.form = label.form ?? new.form
    label.bindings += new.bindings
    label.elements += new.elements
    if isHeading {
      labelsDeclared[place].isHeading = true
      label.span = new.span
      label.id = new.id
      label.audience = new.audience
    }
    guideline.labels[place].fields = label
  }

  /// Labels in the order in which layers name them, then as declared. Order is identity for some
  /// platforms, and the layers are where it is stated.
  mutating func orderLabels() {
    implyParents()
    expandWildcards()
    if !layersWithoutList.isEmpty {
      let taken = Set(guideline.layers.flatMap { $0.labels.map(\.value) })
      var left = guideline.labels.map { $0.id }.filter { !taken.contains($0.value) }
      for index in layersWithoutList {
        guideline.layers[index].labels = left
        // The first of them takes all.
        left = []
      }
    }
    if hasTrackLayer { copyLabelsToTracks() }
    var rank: [String: Int] = [:]
    for layer in guideline.layers {
      for label in layer.labels where rank[label.value] == nil { rank[label.value] = rank.count }
    }
    let ranks = guideline.labels.map { rank[$0.id.value] ?? .max }
    let order = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    if !order.elementsEqual(ranks.indices) { moveLabels(order) }
    placeLabels()
  }

  private mutating func moveLabels(_ order: [Int]) {
    var moved = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { moved[old] = new }
    guideline.labels = order.map { guideline.labels[$0] }
    guideline.body = guideline.body.map { $0.renumberingLabels(moved) }
    if hasNestedLabels {
      for index in guideline.labels.indices {
        guideline.labels[index].elements = guideline.labels[index].elements.map {
          $0.renumberingLabels(moved)
        }
      }
    }
    labelPlaces = labelPlaces.mapValues { moved[$0] }
  }

  /// Labels that are declared only as data stand behind the others, so that no page misses one.
  private mutating func placeLabels() {
    var placed = [Bool](repeating: false, count: guideline.labels.count)
    for element in guideline.body { element.collectLabels(&placed) }
    if hasNestedLabels {
      for label in guideline.labels {
        for element in label.elements { element.collectLabels(&placed) }
      }
    }
    let missing = guideline.labels.indices.filter { !placed[$0] }.map(Element.label)
    guard !missing.isEmpty else { return }
    for index in guideline.body.indices where guideline.body[index].appendToLabels(missing) {
      return
    }
    let place = guideline.document.tail
    let section = Section(
      SectionFields(
        role: .labels, level: 2,
        heading: Prose([Inline(.text(vocabulary.word(.labels)), place)], place),
        anchor: takeAnchor("labels"), audience: .annotator, elements: missing,
        span: place))
    if guideline.body.count == 1, case .section(var title) = guideline.body[0], title.level == 1 {
      title.elements.append(.section(section))
      guideline.body[0] = .section(title)
    } else {
      guideline.body.append(.section(section))
    }
  }
}

/// Facts that have a default, and so need a note of whether the author wrote them.
struct Declared {
  let id: String
  var name: Span?
  /// Whether it has a heading.
  var isHeading = false
}

extension Located where Value == String {
  fileprivate var asProse: Prose { Prose([Inline(.text(value), span)], span) }
}

extension Element {
  func renumberingLabels(_ moved: [Int]) -> Element {
    switch self {
    case .label(let index): return .label(moved[index])
    case .section(var section):
      section.elements = section.elements.map { $0.renumberingLabels(moved) }
      return .section(section)
    default: return self
    }
  }

  /// Marks the labels that stand in this element.
  func collectLabels(_ found: inout [Bool]) {
    switch self {
    case .label(let index): found[index] = true
    case .section(let section): for element in section.elements { element.collectLabels(&found) }
    default: break
    }
  }

  /// Adds elements to the first Labels section in this element; false if there is none.
  mutating func appendToLabels(_ elements: [Element]) -> Bool {
    guard case .section(var section) = self else { return false }
    if section.role == .labels {
      section.elements += elements
      self = .section(section)
      return true
    }
    for index in section.elements.indices where section.elements[index].appendToLabels(elements) {
      self = .section(section)
      return true
    }
    return false
  }
}
