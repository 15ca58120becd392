internal import RubricaModel
internal import RubricaSource

/// Takes a guideline apart into leaves.
struct LeafBuilder {
  let index: GuidelineIndex
  let names: LeafNames
  /// Whether some target knows labels by their place in the layer.
  let orderIsIdentity: Bool
  private(set) var leaves: [Leaf] = []
  /// The segments of rules, examples and entries, by their places in the guideline.
  var ruleSegments: [String] = []
  var exampleSegments: [String] = []
  var entrySegments: [String] = []
  /// How many paths there are already of what has no id of its own.
  private var taken: [String: Int] = [:]

  var guideline: Guideline { index.guideline }

  init(_ index: GuidelineIndex, orderIsIdentity: Bool) {
    self.index = index
    self.orderIsIdentity = orderIsIdentity
    names = LeafNames(index)
    leaves.reserveCapacity(256)
  }

  /// A path that nothing else has: `~2`, `~3`, … behind it from the second time on.
  mutating func free(_ path: String) -> String {
    let count = taken[path, default: 0] + 1
    taken[path] = count
    return count == 1 ? path : "\(path)~\(count)"
  }

  // MARK: Leaves

  mutating func add(
    _ path: String, _ text: LeafText, at span: Span, _ audience: Audience,
    references: Set<String> = []
  ) {
    add(
      path, text: text.text, form: text.otherForm, at: span, audience,
      references: references.union(text.references))
  }

  mutating func add(
    _ path: String, text: [UInt8], form: [UInt8]? = nil, at span: Span, _ audience: Audience,
    references: Set<String> = []
  ) {
    leaves.append(
      Leaf(
        path: path, text: text, form: form == text ? nil : form, span: span, audience: audience,
        references: references.isEmpty ? [] : references.sorted()))
  }

  /// Every field of a part that says something, each as a leaf below `path`.
  mutating func add<Part: ReadPart>(
    _ part: Part, at path: String, _ audience: Audience, in place: Span
  ) {
    for field in part.said() {
      add(
        field.value, of: field.name, at: path + field.suffix, Part.table[field.name], audience,
        in: place)
    }
  }

  /// A field, by the rule of its table.
  mutating func add(
    _ value: Any, of field: String, at path: String, _ rule: FieldRule?, _ audience: Audience,
    in place: Span
  ) {
    let isWords = if case .words? = rule { true } else { false }
    let isSet = if case .unordered? = rule { true } else { false }
    if let text = value as? Located<String> {
      add(text, of: field, at: path, isWords: isWords, audience)
    } else if let prose = value as? Prose {
      var text = LeafText(names)
      text.write(prose.inlines)
      add(path, text, at: prose.span, audience)
    } else if let blocks = value as? [Block] {
      var text = LeafText(names)
      text.write(blocks)
      add(path, text, at: blocks.first?.span ?? place, audience)
    } else if let items = value as? [Prose] {
      let parts = items.map { item in
        var text = LeafText(names)
        text.write(item.inlines)
        return text
      }
      add(path, lines: parts, isSet: isSet, at: items.first?.span ?? place, audience)
    } else if let items = value as? [Located<String>] {
      add(path, ids: items, of: field, isSet: isSet, at: place, audience)
    } else {
      var writer = LeafValue(names, sortsLists: isSet, field: field)
      let text = Array(writer.text(of: value).utf8)
      add(
        path, text: text, at: (value as? any Placed)?.span ?? place, audience,
        references: writer.references)
    }
  }

  private mutating func add(
    _ value: Located<String>, of field: String, at path: String, isWords: Bool, _ audience: Audience
  ) {
    guard isWords else {
      var references: Set<String> = []
      names.paths(value.value, inField: field, &references)
      add(path, text: Array(value.value.utf8), at: value.span, audience, references: references)
      return
    }
    var text = LeafText(names)
    text.words(value.value, isEscaped: false)
    add(path, text, at: value.span, audience)
  }

  /// A list of ids or short texts, a line each.
  mutating func add(
    _ path: String, ids items: [Located<String>], of field: String, isSet: Bool, at place: Span,
    _ audience: Audience
  ) {
    let parts = items.map { item in
      var text = LeafText(names)
      var references: Set<String> = []
      names.paths(item.value, inField: field, &references)
      text.both(LeafValue.line(item.value))
      text.refer(references)
      return text
    }
    add(path, lines: parts, isSet: isSet, at: items.first?.span ?? place, audience)
  }

  private mutating func add(
    _ path: String, lines: [LeafText], isSet: Bool, at place: Span, _ audience: Audience
  ) {
    let texts = lines.map(\.text)
    add(
      path,
      text: Self.joined(isSet ? texts.sorted { $0.lexicographicallyPrecedes($1) } : texts),
      form: Self.joined(lines.map(\.form)), at: place, audience,
      references: lines.reduce(into: []) { $0.formUnion($1.references) })
  }

  private static func joined(_ lines: [[UInt8]]) -> [UInt8] { Array(lines.joined(separator: [10])) }

  // MARK: The whole

  static func leaves(
    of guideline: Guideline, workspace: GovernedWorkspace
  ) -> [Leaf] {
    var builder = LeafBuilder(
      GuidelineIndex(guideline), orderIsIdentity: workspace.orderIsIdentity)
    builder.addHead()
    builder.addTask()
    builder.addLabels()
    builder.addRules()
    builder.addExamples()
    builder.addEntries()
    builder.addBody()
    builder.addMedia()
    builder.addTranslations()
    if let root = guideline.governance?.root { builder.addData(root, at: "governance") }
    builder.addWorkspace(workspace)
    builder.addSuppressions()
    let leaves = builder.leaves
    // Leaves are large: their places are put in order, and not they.
    return leaves.indices.sorted { LeafPath.order(leaves[$0].path, leaves[$1].path) < 0 }
      .map { leaves[$0] }
  }
}

extension LeafValue {
  /// One of several lines: without line ends in it.
  static func line(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 10 || $0 == 13 || $0 == UInt8(ascii: "\\") }) else {
      return text
    }
    return text.replacing("\\", with: "\\\\").replacing("\r", with: "\\r")
      .replacing("\n", with: "\\n")
  }
}
