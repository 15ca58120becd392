internal import RubricaModel
internal import RubricaSource

/// `pattern`, `composed` and `binding` of labels.
extension Lowering {
  /// A regular expression that is evaluated; what is wrong with it is a problem at the very bytes.
  mutating func pattern(_ text: Located<String>) -> Pattern? {
    do throws(PatternProblem) {
      return try Pattern(text.value)
    } catch {
      let place = guideline.sources.place(of: error.range, in: text)
      guideline.problems.append(Problem(.unusablePattern(error.message), at: place))
      return nil
    }
  }

  mutating func lowerForm(_ fields: inout FieldReader) -> LabelForm? {
    let expression = fields.text("pattern")
    let composed = fields.node("composed")
    if let expression, let composed {
      fields.report(
        Problem(
          .duplicateDeclaration(what: "the form of a label", first: expression.span),
          at: composed.span))
    }
    if let composed { return lowerComposition(composed) }
    guard let expression, let pattern = pattern(expression) else { return nil }
    return LabelForm(expression: expression, pattern: pattern, composition: nil)
  }

  private mutating func lowerComposition(_ node: DataNode) -> LabelForm? {
    var fields = FieldReader(node, .composition)
    let separator = fields.node("separator")
    let slots = fields.list("slots").compactMap { lowerSlot($0) }
    if node["slots"] == nil {
      fields.report(Problem(.missingKey("slots", owner: "a composed label"), at: node.span))
    }
    fields.finish(&guideline.problems)
    guard !slots.isEmpty else { return nil }
    let composition = Composition(slots: slots, separator: separator?.text?.value ?? "_")
    let expression = slots.map(Self.expression).joined(
      separator: PatternLiteral.escaped(composition.separator))
    do throws(PatternProblem) {
      return LabelForm(
        expression: Located(expression, node.span),
        pattern: try Pattern(expression, limit: Self.compositionLimit), composition: composition)
    } catch {
      guideline.problems.append(Problem(.unusablePattern(error.message), at: node.span))
      return nil
    }
  }

  /// Lists of brands are long, and labels are short.
  private static let compositionLimit = 20_000

  private mutating func lowerSlot(_ node: DataNode) -> Composition.Slot? {
    var fields = FieldReader(node, .slot)
    let id = fields.required("id")
    let name = fields.text("name")
    let definition = fields.text("definition")
    let values = fields.list("values").compactMap { lowerValue($0) }
    var expression = fields.text("pattern")
    let unknown = fields.text("unknown")
    if values.isEmpty, expression == nil {
      fields.report(
        Problem(.missingKey("values", owner: "a slot of a composed label"), at: node.span))
    }
    if let text = expression, pattern(text) == nil { expression = nil }
    fields.finish(&guideline.problems)
    guard let id, !values.isEmpty || expression != nil else { return nil }
    return Composition.Slot(
      id: id, name: name, definition: definition, values: values, pattern: expression,
      unknown: unknown)
  }

  private static func expression(_ slot: Composition.Slot) -> String {
    var branches = slot.values.map { PatternLiteral.escaped($0.id.value) }
    if let pattern = slot.pattern { branches.append(withoutAnchors(pattern.value)) }
    if let unknown = slot.unknown { branches.append(PatternLiteral.escaped(unknown.value)) }
    return "(?:\(branches.joined(separator: "|")))"
  }

  /// A pattern within another one is not at its ends.
  private static func withoutAnchors(_ pattern: String) -> String {
    var text = pattern[...]
    if text.hasPrefix("^") { text.removeFirst() }
    if text.hasSuffix("$"), !text.hasSuffix("\\$") { text.removeLast() }
    return String(text)
  }

  // MARK: Bindings

  /// `{scheme, id, uri}`, `scheme:id`, or a list of them.
  mutating func lowerBindings(_ fields: inout FieldReader) -> [Binding] {
    guard let node = fields.node("binding") else { return [] }
    let nodes = if case .list(let items) = node.kind { items } else { [node] }
    return nodes.compactMap { lowerBinding($0) }
  }

  private mutating func lowerBinding(_ node: DataNode) -> Binding? {
    if let text = node.text {
      guard let colon = text.value.firstIndex(of: ":"), colon != text.value.startIndex,
        text.value[colon...].utf8.count > 1
      else {
        guideline.problems.append(.wrong(node, expected: "`scheme:id`, or `{scheme, id, uri}`"))
        return nil
      }
      return Binding(
        scheme: Located(String(text.value[..<colon]), text.span),
        id: Located(String(text.value[colon...].dropFirst()), text.span), uri: nil)
    }
    var fields = FieldReader(node, .term)
    let scheme = fields.required("scheme")
    let id = fields.required("id")
    let uri = fields.text("uri")
    fields.finish(&guideline.problems)
    guard let scheme, let id else { return nil }
    return Binding(scheme: scheme, id: id, uri: uri)
  }
}
