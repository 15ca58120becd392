internal import CYAML
package import RubricaSource

/// YAML in, data out: the only file that touches libyaml.
package enum YAMLParser {
  /// Parses text that `TextCheck` has passed; no data for an empty document. Aliases share what they stand for.
  /// Stops at the first problem of syntax, but collects duplicate keys.
  package static func parse(_ text: DerivedText) -> (root: DataNode?, problems: [SyntaxProblem]) {
    guard text.bytes.count <= Limits.yamlBytes else {
      return (nil, [SyntaxProblem(.tooLarge(limit: Limits.yamlBytes), at: text.span(0..<0))])
    }
    var reader = EventReader(text)
    reader.run()
    return (reader.root, reader.problems)
  }
}

/// Owns a `yaml_parser_t`. libyaml holds a pointer to the bytes, so all parsing happens inside
/// `withEvents`, while they stay where they are.
@safe
private struct EventReader {
  private let text: DerivedText
  private var offsets: ScalarOffsets
  private(set) var problems: [SyntaxProblem] = []
  /// The nodes that have a name, each with the number of nodes below it, aliases counted in full.
  private var anchors: [String: (node: DataNode, weight: Int)] = [:]
  /// What is read into, and is not complete: in the end the document, a list of its one node.
  private var inner = Open(isMapping: false, isFlow: false, weight: 0)
  /// What is open around it, the document first.
  private var outer: [Open] = []
  private var documents = 0
  /// The line `...` that ends the document.
  private var documentEnd: Range<Int>?
  private var isStopped = false
  private var hasAliases = false
  /// The last text in quotes that goes over several lines.
  private var longQuote: Range<Int>?

  private struct Open {
    var start = 0
    var end = 0
    var anchor: String?
    let isMapping: Bool
    /// Whether it stands in brackets or braces.
    let isFlow: Bool
    /// What it holds so far: one of the two.
    private(set) var items: [DataNode] = []
    private(set) var fields: [DataNode.Field] = []
    var pendingKey: Located<String>?
    /// Where the pending key ends, if it has no quotes.
    var endOfPlainKey: Int?
    /// Whether the pending key has no colon.
    var isBare = false
    /// Whether the pending key stands here already.
    var isDuplicate = false
    /// Nodes below it, aliases counted in full, and itself.
    private(set) var weight = 1
    /// The fields by key, once there are too many to look through.
    private var index: [String: Span] = [:]

    init(isMapping: Bool, isFlow: Bool, weight: Int = 1) {
      self.isMapping = isMapping
      self.isFlow = isFlow
      self.weight = weight
      // Few are larger.
      if isMapping { fields.reserveCapacity(4) } else { items.reserveCapacity(4) }
    }

    /// Whether a key has to come next.
    var awaitsKey: Bool { isMapping && pendingKey == nil }

    /// Takes a node that is complete.
    mutating func attach(_ node: DataNode, weight: Int, end: Int) {
      self.weight += weight
      self.end = end
      if !isMapping { return items.append(node) }
      if let key = pendingKey.take() { add(key, node) }
      isDuplicate = false
      isBare = false
    }

    private mutating func add(_ key: Located<String>, _ value: DataNode) {
      fields.append(DataNode.Field(key: key, value: value))
      fields[fields.count - 1].isBare = isBare
      fields[fields.count - 1].isRepeated = isDuplicate
      if !index.isEmpty {
        if !isDuplicate { index[key.value] = key.span }
      } else if fields.count == 24 {
        for field in fields where !field.isRepeated { index[field.key.value] = field.key.span }
      }
    }

    /// Where a key stands in it.
    func place(of key: String) -> Span? {
      if !index.isEmpty { return index[key] }
      return fields.first { $0.key.value == key }?.key.span
    }
  }

  init(_ text: DerivedText) {
    self.text = text
    offsets = ScalarOffsets(text.bytes)
  }

  /// The top node, once it is complete.
  var root: DataNode? { outer.isEmpty ? inner.items.last : nil }

  mutating func run() {
    var parser = unsafe yaml_parser_t()
    guard unsafe yaml_parser_initialize(&parser) == 1 else { return }
    defer { unsafe yaml_parser_delete(&parser) }
    unsafe text.bytes.withUnsafeBufferPointer { buffer in
      unsafe yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      while !isStopped {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(&parser, &event) == 1 else {
          unsafe fail(parser)
          return
        }
        defer { unsafe yaml_event_delete(&event) }
        if unsafe event.type == YAML_STREAM_END_EVENT { return }
        unsafe take(&event)
      }
    }
  }

  private mutating func take(_ event: inout yaml_event_t) {
    let start = unsafe offsets.byte(of: event.start_mark.index)
    let end = unsafe offsets.byte(of: event.end_mark.index)
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT:
      documents += 1
      if documents > 1 {
        let isImplicit = unsafe event.data.document_start.implicit != 0
        if isImplicit, let documentEnd {
          stop(.documentEnd, documentEnd)
        } else {
          stop(.severalDocuments, start..<end)
        }
      }
    case YAML_DOCUMENT_END_EVENT:
      if unsafe event.data.document_end.implicit == 0 { documentEnd = start..<end }
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let value = String(checked: unsafe bytes.span)
      let isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE
      if unsafe event.start_mark.line < event.end_mark.line, unsafe Self.isQuoted(scalar.style) {
        longQuote = start..<end
      }
      if unsafe scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE {
        for (character, place) in CharacterEscapes.inQuotes(start..<end, of: text.bytes) {
          problems.append(SyntaxProblem(.escapedCharacter(character), at: text.span(place)))
        }
      }
      if !check(tag: unsafe name(scalar.tag), start..<end) { return }
      if pendKey(value, isPlain, start..<end) { return }
      if isPlain, let place = valueWithComment(start, end, isEmpty: value.isEmpty) {
        problems.append(SyntaxProblem(.commentInValue, at: text.span(place)))
      }
      if value.isEmpty, isPlain, inner.isFlow, inner.isMapping, let key = inner.endOfPlainKey {
        inner.isBare =
          key <= start && !text.bytes[key..<start].contains(UInt8(ascii: ":"))
      }
      let node = DataNode(.scalar(value, isPlain: isPlain), text.span(trimmed(start, end)))
      if let anchor = unsafe name(scalar.anchor) { anchors[anchor] = (node, 1) }
      inner.attach(node, weight: 1, end: end)
    case YAML_ALIAS_EVENT:
      alias(unsafe name(event.data.alias.anchor) ?? "", start..<end)
    case YAML_SEQUENCE_START_EVENT:
      if !check(tag: unsafe name(event.data.sequence_start.tag), start..<end) { return }
      let isFlow = unsafe event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
      enter(
        unsafe name(event.data.sequence_start.anchor), start..<end, isMapping: false,
        isFlow: isFlow)
    case YAML_MAPPING_START_EVENT:
      if !check(tag: unsafe name(event.data.mapping_start.tag), start..<end) { return }
      let isFlow = unsafe event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      enter(
        unsafe name(event.data.mapping_start.anchor), start..<end, isMapping: true, isFlow: isFlow)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      leave(start..<end)
    default:
      break
    }
  }

  /// From a value without quotes to the end of the comment right behind it, if that begins with a word, as in
  /// `Zone #7`; for an empty value with a digit, as in `title: #1 in the list`.
  private func valueWithComment(_ start: Int, _ end: Int, isEmpty: Bool) -> Range<Int>? {
    let bytes = text.bytes
    var place = isEmpty ? start : trimmed(start, end).upperBound
    if isEmpty {
      // The next thing is lines below: what is behind the key counts.
      guard inner.isMapping, !inner.isFlow, let key = inner.endOfPlainKey, key < bytes.count,
        bytes[key] == UInt8(ascii: ":"), inner.pendingKey?.value != "colour"
      else { return nil }
      place = key + 1
    }
    let behind = place
    while place < bytes.count, bytes[place] == 32 || bytes[place] == 9 { place += 1 }
    guard place > behind, place + 1 < bytes.count, bytes[place] == UInt8(ascii: "#") else {
      return nil
    }
    let next = bytes[place + 1]
    guard next.isDigit || !isEmpty && (next.isLetter || next >= 0x80) else { return nil }
    var last = place
    while last < bytes.count, bytes[last] != 10, bytes[last] != 13 { last += 1 }
    return trimmed(isEmpty ? place : start, last)
  }

  private mutating func pendKey(_ value: String, _ isPlain: Bool, _ range: Range<Int>) -> Bool {
    guard inner.awaitsKey else { return false }
    let span = text.span(range)
    if value == "<<", isPlain { problems.append(SyntaxProblem(.mergeKey, at: span)) }
    if let first = inner.place(of: value) {
      problems.append(SyntaxProblem(.duplicateKey(value, first: first), at: span))
      inner.isDuplicate = true
    }
    inner.pendingKey = Located(value, span)
    inner.endOfPlainKey = isPlain ? range.upperBound : nil
    return true
  }

  private mutating func alias(_ name: String, _ range: Range<Int>) {
    guard let target = anchors[name] else { return stop(.unknownAlias(name), range) }
    hasAliases = true
    if inner.awaitsKey { return stop(.complexKey, range) }
    inner.attach(target.node, weight: target.weight, end: range.upperBound)
    // Aliases of aliases are as deep as the data is large; what is deeper than the stack could not be dropped.
    let weight = outer.reduce(inner.weight) { $0 + $1.weight }
    if inner.weight > Limits.yamlNodes || weight > 2 * Limits.yamlNodes {
      stop(.aliasBomb(limit: Limits.yamlNodes), range)
    }
  }

  private mutating func enter(
    _ anchor: String?, _ range: Range<Int>, isMapping: Bool, isFlow: Bool
  ) {
    if inner.awaitsKey { return stop(.complexKey, range) }
    if outer.count >= Limits.yamlDepth { return stop(.tooDeep(limit: Limits.yamlDepth), range) }
    var around = Open(isMapping: isMapping, isFlow: isFlow)
    swap(&inner, &around)
    outer.append(around)
    inner.anchor = anchor
    (inner.start, inner.end) = (range.lowerBound, range.upperBound)
  }

  private mutating func leave(_ range: Range<Int>) {
    guard var closed = outer.popLast() else { return }
    swap(&inner, &closed)
    // A flow collection ends at its bracket; libyaml ends a block one behind trailing comments.
    let end = range.isEmpty ? closed.end : range.upperBound
    let node = DataNode(
      closed.isMapping ? .mapping(closed.fields) : .list(closed.items),
      text.span(closed.start..<max(end, closed.start)))
    if let anchor = closed.anchor { anchors[anchor] = (node, closed.weight) }
    inner.attach(node, weight: closed.weight, end: end)
    guard closed.weight > Limits.yamlNodes else { return }
    let limit = Limits.yamlNodes
    stop(hasAliases ? .aliasBomb(limit: limit) : .tooManyValues(limit: limit), range)
  }

  /// The core tags say what a plain scalar would be anyway; others would be ignored silently.
  private mutating func check(tag: String?, _ range: Range<Int>) -> Bool {
    guard let tag, tag != "!" else { return true }
    let core = "tag:yaml.org,2002:"
    if tag.hasPrefix(core), Self.coreTags.contains(String(tag.dropFirst(core.count))) {
      return true
    }
    stop(.unsupportedTag(tag), range)
    return false
  }

  private static let coreTags = ["str", "int", "float", "bool", "null", "seq", "map"]

  private mutating func stop(_ kind: SyntaxProblem.Kind, _ range: Range<Int>) {
    problems.append(SyntaxProblem(kind, at: text.span(range)))
    isStopped = true
  }

  private mutating func fail(_ parser: yaml_parser_t) {
    isStopped = true
    // What keeps it from being read comes first.
    problems.removeAll { $0.kind == .commentInValue }
    let words = unsafe [parser.context, parser.problem].compactMap { pointer in
      unsafe pointer.map { unsafe String(cString: $0) }
    }
    if let documentEnd, words.contains(where: { $0.contains("<document start>") }) {
      return stop(.documentEnd, documentEnd)
    }
    let isReader = unsafe parser.error == YAML_READER_ERROR
    let offset =
      isReader
      ? unsafe Int(parser.problem_offset) : unsafe offsets.byte(of: parser.problem_mark.index)
    let isSimpleKey = words.first == "while scanning a simple key"
    let isUnclosedQuote =
      words.first == "while scanning a quoted scalar" && !words[words.count - 1].contains("escape")
    let place = YAMLFailure.Place(
      shown: min(offset, text.bytes.count),
      begin: isSimpleKey || isUnclosedQuote
        ? unsafe offsets.byte(of: parser.context_mark.index) : nil,
      bracket: inner.isFlow ? inner.start : nil, longQuote: longQuote)
    let failure = YAMLFailure(
      words.joined(separator: ", "), place, isKey: isSimpleKey, in: text.bytes)
    problems.append(
      SyntaxProblem(
        .yaml(failure.words, shownAt: failure.shown.map { text.span($0) }),
        at: text.span(failure.cause)))
  }

  private static func isQuoted(_ style: yaml_scalar_style_t) -> Bool {
    style == YAML_DOUBLE_QUOTED_SCALAR_STYLE || style == YAML_SINGLE_QUOTED_SCALAR_STYLE
  }

  private func trimmed(_ start: Int, _ end: Int) -> Range<Int> {
    var end = end
    while end > start, text.bytes[end - 1].isWhiteSpace { end -= 1 }
    return start..<end
  }

  private func name(_ pointer: UnsafePointer<yaml_char_t>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }
}

/// libyaml counts Unicode scalars; the compiler counts bytes.
private struct ScalarOffsets {
  private let count: Int
  /// The scalars of several bytes: where the next scalar is, and how many more bytes than scalars
  /// stand before that.
  private var wide: [(next: Int, surplus: Int)] = []
  /// How many of them stand before the scalar that was asked for last: the next one is never far.
  private var passed = 0

  init(_ bytes: [UInt8]) {
    count = bytes.count
    var byte = TextCheck.endOfPlainText(bytes, from: 0)
    var surplus = 0
    while byte < bytes.count {
      let start = byte
      byte += 1
      while byte < bytes.count, bytes[byte].isContinuation { byte += 1 }
      surplus += byte - start - 1
      wide.append((byte - surplus, surplus))
      byte = TextCheck.endOfPlainText(bytes, from: byte)
    }
  }

  /// The byte at which a scalar starts; the end of the text for one behind it.
  mutating func byte(of scalar: Int) -> Int {
    if wide.isEmpty { return min(scalar, count) }
    while passed < wide.count, wide[passed].next <= scalar { passed += 1 }
    while passed > 0, wide[passed - 1].next > scalar { passed -= 1 }
    return min(scalar + (passed == 0 ? 0 : wide[passed - 1].surplus), count)
  }
}
