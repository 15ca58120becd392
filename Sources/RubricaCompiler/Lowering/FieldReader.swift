internal import RubricaModel
internal import RubricaSource

/// Reads the fields of one mapping: reports what is wrong and goes on, and in the end reports every
/// key that nobody asked for.
struct FieldReader {
  private var fields: [DataNode.Field]
  let span: Span
  /// What the mapping is, in words: "a layer".
  let owner: String
  /// The table of the mapping; nil if its keys are the guideline's own, as in a record.
  private let keys: Keys?
  private var asked: [String] = []
  /// Which of the fields somebody asked for.
  private var isAsked: [Bool]
  /// A bit for each key that stands there: most of those that are asked for do not.
  private let present: UInt64
  private var problems: [Problem] = []
  /// Whether there are keys at all: where there are none, that is the problem, and not that one is missing.
  private let isMapping: Bool

  init(_ node: DataNode, _ keys: Keys) { self.init(node, owner: keys.owner, keys) }

  /// Reads a mapping that findings call by a name of its own.
  init(_ node: DataNode, _ keys: Keys, owner: String) { self.init(node, owner: owner, keys) }

  /// Reads a mapping that has no table, since the guideline decides on its keys.
  init(openKeysOf node: DataNode, owner: String) { self.init(node, owner: owner, nil) }

  private init(_ node: DataNode, owner: String, _ keys: Keys?) {
    self.owner = owner
    self.keys = keys
    span = node.span
    fields = node.fields
    if case .mapping = node.kind { isMapping = true } else { isMapping = false }
    isAsked = [Bool](repeating: false, count: fields.count)
    var present: UInt64 = 0
    for place in fields.indices { present |= Self.bit(of: fields[place].key.value) }
    self.present = present
    asked.reserveCapacity(12)
    if isMapping { return }
    if let keys {
      problems.append(.notMapping(node, keys, owner: owner))
    } else {
      problems.append(.wrong(node, expected: "keys and values (\(owner))"))
    }
  }

  /// One of 64, by the length of a key and its first letter.
  private static func bit(of key: String) -> UInt64 {
    1 << UInt64((key.utf8.count &* 5 &+ Int(key.utf8.first ?? 0)) & 63)
  }

  mutating func node(_ key: String) -> DataNode? {
    asked.append(key)
    guard present & Self.bit(of: key) != 0,
      let place = fields.firstIndex(where: { $0.key.value == key })
    else { return nil }
    isAsked[place] = true
    takeCutList(at: place)
    return fields[place].value.isNothing ? nil : fields[place].value
  }

  /// Takes the keys without values behind a word for the rest of a list, if there should be one:
  /// `{values: left, right}`.
  private mutating func takeCutList(at place: Int) {
    guard place + 1 < fields.count, fields[place + 1].isBare, let keys,
      keys.row(fields[place].key.value, choice: choice)?.value.isListOfWords ?? false,
      let cut = CutValues.list(at: place, fields, known: keys.rows.map(\.name))
    else { return }
    problems.append(cut.problem)
    fields[place].value = cut.list
    for other in 1...cut.list.items.count - 1 { isAsked[place + other] = true }
  }

  /// Whether a key stands there, with or without a value.
  func has(_ key: String) -> Bool { fields.contains { $0.key.value == key } }

  /// Whether nothing is written for a key: a value that cannot be read has a problem of its own.
  func isMissing(_ key: String) -> Bool {
    fields.first { $0.key.value == key }?.value.isNothing ?? true
  }

  /// Takes note that a key has a problem of its own.
  mutating func take(_ key: String) {
    for place in fields.indices where fields[place].key.value == key { isAsked[place] = true }
  }

  mutating func text(_ key: String) -> Located<String>? {
    assertRow(key) { $0.isText }
    guard let node = node(key) else { return nil }
    guard let text = node.text else {
      problems.append(.wrongSingle(node, expected: "text"))
      return nil
    }
    return text
  }

  mutating func required(_ key: String) -> Located<String>? {
    assertRow(key) { $0.isText }
    guard let node = node(key) else {
      reportMissing(key)
      return nil
    }
    guard let text = node.text else {
      problems.append(.wrongSingle(node, expected: "text"))
      return nil
    }
    return text
  }

  /// Takes what stands under another word in place of a key that is missing: the key with a slip in it, or
  /// what other formats call it. `taken` are words with a meaning of their own.
  mutating func takeOther(
    than key: String, words: [String], taken: [String]
  ) -> DataNode.Field? {
    guard isMissing(key) else { return nil }
    let place = fields.indices.first { place in
      let written = fields[place].key.value
      return !isAsked[place] && !fields[place].value.isNothing && !taken.contains(written)
        && (Suggestion.nearest(to: written, among: [key]) != nil
          || Suggestion.same(as: written, among: words) != nil)
    }
    guard let place else { return nil }
    isAsked[place] = true
    return fields[place]
  }

  /// Says that another key stands in the place of one.
  mutating func reportOther(_ field: DataNode.Field, insteadOf key: String) {
    problems.append(
      Problem(.missingKey(key, owner: owner, instead: field.key), at: field.key.span))
  }

  /// Says that a key is missing, or what keeps it from being one.
  mutating func reportMissing(_ key: String) {
    guard isMapping else { return }
    problems.append(takeSlip(of: key) ?? Problem(.missingKey(key, owner: owner), at: span))
  }

  /// What stands in the place of a key that is missing: the key with no blank behind its colon, or with one
  /// that is none of YAML, and so with the value in it.
  private mutating func takeSlip(of key: String) -> Problem? {
    for place in fields.indices where !isAsked[place] {
      guard let slip = Self.slip(in: fields[place], isKey: { word, _ in word == key[...] }) else {
        continue
      }
      isAsked[place] = true
      return slip
    }
    return nil
  }

  /// What keeps a field from being a key with its value: `{kind:\u{A0}box}`, `{kind:box}`, or a blank that is
  /// none of YAML before the key. `isKey` is asked about the word before the colon, and whether such a blank
  /// stands behind it.
  static func slip(
    in field: DataNode.Field, isKey: (_ word: Substring, _ hasBlank: Bool) -> Bool
  ) -> Problem? {
    let written = field.key.value
    let span = field.key.span
    guard let first = written.unicodeScalars.first,
      Int(span.end) - Int(span.start) == written.utf8.count
    else { return nil }
    if first.isBlankOfNoYAML {
      var width = 0
      for scalar in written.unicodeScalars {
        guard scalar.isBlankOfNoYAML || scalar == " " else { break }
        width += UTF8.width(scalar)
      }
      let bare = written.drop { $0.isWhitespace }
      guard isKey(bare, true) else { return nil }
      return Problem(
        .yamlSyntax(first.asBlankOfNoYAML),
        at: Span(span.source, Int(span.start), Int(span.start) + width))
    }
    guard field.value.isNothing, let colon = written.utf8.firstIndex(of: UInt8(ascii: ":")),
      colon > written.startIndex,
      let next = written.unicodeScalars[written.utf8.index(after: colon)...].first
    else { return nil }
    let isWide = next.isBlankOfNoYAML
    guard isKey(written[..<colon], isWide) else { return nil }
    let place = Int(span.start) + written.utf8.distance(from: written.startIndex, to: colon)
    return isWide
      ? Problem(
        .yamlSyntax(next.asBlankOfNoYAML),
        at: Span(span.source, place + 1, place + 1 + UTF8.width(next)))
      : Problem(.yamlSyntax(missingBlank), at: Span(span.source, place, place + 1))
  }

  private static let missingBlank = "a key ends with a colon and a space, and the space is missing"

  mutating func integer(_ key: String) -> Located<Int>? {
    assertRow(key) { if case .integer = $0 { true } else { false } }
    guard let node = node(key) else { return nil }
    guard let value = node.integer else {
      problems.append(.wrong(node, expected: "a whole number") { $0.integer != nil })
      return nil
    }
    return Located(value, node.span)
  }

  mutating func number(_ key: String) -> Located<Double>? {
    assertRow(key) { if case .number = $0 { true } else { false } }
    guard let node = node(key) else { return nil }
    guard let value = node.number else {
      problems.append(.wrong(node, expected: "a number") { $0.number != nil })
      return nil
    }
    return Located(value, node.span)
  }

  mutating func boolean(_ key: String) -> Located<Bool>? {
    assertRow(key) { if case .boolean = $0 { true } else { false } }
    guard let node = node(key) else { return nil }
    guard let value = node.boolean else {
      problems.append(.wrong(node, expected: "`true` or `false`") { $0.boolean != nil })
      return nil
    }
    return Located(value, node.span)
  }

  /// The version of the format, which files name first. There is one.
  mutating func formatVersion(_ key: String) {
    guard let version = node(key) else {
      problems.append(Problem(.missingKey(key, owner: owner), at: span.head))
      return
    }
    if version.text?.value != "1" { problems.append(.wrong(version, expected: "`1`")) }
  }

  /// One of the words of an enumeration; `names` are what people call them.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, names: @autoclosure () -> OtherNames? = nil
  ) -> Located<Choice>? where Choice.RawValue == String {
    assertRow(key) {
      if case .oneOf(let words) = $0 { words == Choice.allCases.map(\.rawValue) } else { false }
    }
    guard let node = node(key) else { return nil }
    if let text = node.text, let choice = Choice(rawValue: text.value) {
      return Located(choice, text.span)
    }
    problems.append(
      names()?.problem(node) ?? Problem.wrong(node, outOf: Choice.allCases.map(\.rawValue)))
    return nil
  }

  /// A list of texts; a single text stands for a list of one.
  mutating func texts(_ key: String) -> [Located<String>] {
    assertRow(key) { if case .oneOrMore = $0 { true } else { false } }
    guard let node = node(key) else { return [] }
    if let text = node.text { return [text] }
    guard case .list(let items) = node.kind else {
      problems.append(.wrong(node, expected: "a list of texts"))
      return []
    }
    return items.compactMap { item in
      if let text = item.text { return text }
      problems.append(.wrong(item, expected: "text"))
      return nil
    }
  }

  mutating func list(_ key: String) -> [DataNode] {
    assertRow(key) { if case .list = $0 { true } else { false } }
    guard let node = node(key) else { return [] }
    guard case .list(let items) = node.kind else {
      // Of a list that a comma cuts off, one item is not what is meant.
      let isCut = fields.indices.dropLast().contains {
        fields[$0].key.value == key && fields[$0 + 1].isBare
      }
      problems.append(
        .notList(node, of: keys?.row(key, choice: choice)?.value, isCut: isCut))
      return []
    }
    return items
  }

  /// Where a key stands that has nothing behind it.
  func emptyKey(_ key: String) -> Span? {
    fields.first { $0.key.value == key && $0.value.isNothing }?.key.span
  }

  mutating func report(_ problem: Problem) { problems.append(problem) }

  /// The fields that nobody asked for yet.
  var rest: [DataNode.Field] {
    fields.indices.filter { !isAsked[$0] }.map { fields[$0] }
  }

  /// Reports what was found, and each key that is left over.
  consuming func finish(_ problems: inout [Problem]) {
    assertTable()
    problems.append(contentsOf: self.problems)
    guard isAsked.contains(false) else { return }
    // Several readers may have asked for one.
    var known: [String] = []
    for key in asked where !known.contains(key) { known.append(key) }
    var isRest = false
    for place in fields.indices where !isAsked[place] {
      let key = fields[place].key
      // What follows the first word of the rest of a text was told with it.
      if isRest, fields[place].isBare, fields[place - 1].isBare { continue }
      let cut = CutValues.problem(at: place, fields, known: known)
      isRest = cut != nil
      problems.append(
        Self.slip(in: fields[place], isKey: { $1 || known.contains(String($0)) }) ?? cut
          ?? Problem(.unknownKey(key.value, known: known, owner: owner), at: key.span))
    }
  }

  /// Reports what was found; keys that are left over belong to somebody else.
  consuming func finishOpen(_ problems: inout [Problem]) {
    problems.append(contentsOf: self.problems)
  }

  // MARK: The table and lowering say the same

  private var choice: String? {
    guard let chooser = keys?.chooser else { return nil }
    return fields.first { $0.key.value == chooser }?.value.text?.value
  }

  /// In builds for testing: what is asked for is what the table says.
  private func assertRow(_ key: String, _ fits: (Key.Value) -> Bool) {
    assert(
      keys == nil || keys?.row(key, choice: choice).map { fits($0.value) } ?? false,
      "Keys \(keys?.name ?? ""): the row of `\(key)` is missing or of another kind")
  }

  /// In builds for testing: each row was asked for, and nothing else.
  private func assertTable() {
    assert(
      keys == nil || Set(asked) == Set(keys?.names(choice: choice) ?? []),
      "Keys \(keys?.name ?? "") and its lowering differ in: "
        + Set(asked).symmetricDifference(keys?.names(choice: choice) ?? []).sorted()
        .joined(separator: ", "))
  }
}

extension Key.Value {
  fileprivate var isText: Bool {
    switch self {
    case .text, .scalar, .pattern: true
    default: false
    }
  }
}
