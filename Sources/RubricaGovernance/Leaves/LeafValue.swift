internal import RubricaModel
internal import RubricaSource
internal import Synchronization

/// Any value of the model as one line of text, by reflection: texts in quotes, parts as
/// `{field: value}`, lists as `[a, b]`. Places, and fields with nothing in them, are left out.
struct LeafValue {
  let names: LeafNames
  /// Whether the order of lists says nothing, as in an answer.
  var sortsLists = false
  var references: Set<String> = []
  /// The field that is being written.
  private var field = ""

  init(_ names: LeafNames, sortsLists: Bool = false, field: String = "") {
    self.names = names
    self.sortsLists = sortsLists
    self.field = field
  }

  mutating func text(of value: Any) -> String {
    switch Shape.of(value) {
    case .text: if let text = value as? String { return quoted(text) }
    case .flag: if let flag = value as? Bool { return flag ? "true" : "false" }
    case .number: if let number = value as? Int { return String(number) }
    case .fraction: if let number = value as? Double { return number.written }
    case .prose: if let prose = value as? Prose { return running { $0.write(prose.inlines) } }
    case .blocks: if let blocks = value as? [Block] { return running { $0.write(blocks) } }
    case .colour: if let colour = value as? Colour { return colour.hex }
    case .range:
      if let range = value as? Range<Int> { return "\(range.lowerBound)-\(range.upperBound)" }
    case .located: if let part = value as? any AnyLocated { return text(of: part.anyValue) }
    case .choice: if let choice = value as? any RawRepresentable { return "\(choice.rawValue)" }
    case .part:
      if let part = value as? any ReadPart { return parts(part.said().map { ($0.name, $0.value) }) }
    case .other: break
    }
    return reflected(value)
  }

  /// How the values of a type are written. To ask a type what it can is slow the first time, so the common
  /// ones are asked for themselves, and all others one question.
  enum Shape {
    case text, flag, number, fraction, prose, blocks, colour, range, located, choice, part, other

    private static let known = Mutex<[ObjectIdentifier: Shape]>([:])

    static func of(_ value: Any) -> Shape {
      let type = type(of: value)
      if let shape = known.withLock({ $0[ObjectIdentifier(type)] }) { return shape }
      let shape = asked(type)
      known.withLock { $0[ObjectIdentifier(type)] = shape }
      return shape
    }

    private static func asked(_ type: Any.Type) -> Shape {
      if type == String.self { return .text }
      if type == Bool.self { return .flag }
      if type == Int.self { return .number }
      if type == Double.self { return .fraction }
      if type == Prose.self { return .prose }
      if type == [Block].self { return .blocks }
      if type == Colour.self { return .colour }
      if type == Range<Int>.self { return .range }
      if let shaped = type as? any Shaped.Type { return shaped.shape }
      return type is any RawRepresentable.Type ? .choice : .other
    }
  }

  private mutating func reflected(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { text(of: $0.value) } ?? "nothing"
    case .collection, .set, .dictionary: return list(value, mirror)
    case .enum: return choice(value, mirror)
    case nil: return String(describing: value)
    default:
      return parts(
        mirror.children.filter { !Self.isNothing($0.value) }.map { ($0.label ?? field, $0.value) })
    }
  }

  private mutating func quoted(_ text: String) -> String {
    names.paths(text, inField: field, &references)
    return Self.quoted(text)
  }

  private mutating func list(_ value: Any, _ mirror: Mirror) -> String {
    var items: [String] = []
    for child in mirror.children { items.append(text(of: child.value)) }
    let isOrdered =
      mirror.displayStyle == .collection
      && (!sortsLists || value is [Point] || value is [Range<Int>] || value is [Double]
        || value is [Region.Keyframe])
    if !isOrdered { items.sort { $0.precedes($1) } }
    return "[" + items.joined(separator: ", ") + "]"
  }

  private mutating func choice(_ value: Any, _ mirror: Mirror) -> String {
    guard let payload = mirror.children.first else { return String(describing: value) }
    let (outer, sorted) = (field, sortsLists)
    field = payload.label ?? field
    // Of a ranking, the order is the answer.
    if field == "ranking" { sortsLists = false }
    let inner = text(of: payload.value)
    (field, sortsLists) = (outer, sorted)
    return "\(payload.label ?? "")(\(inner))"
  }

  private mutating func parts(_ parts: [(name: String, value: Any)]) -> String {
    let outer = field
    var written: [String] = []
    for part in parts {
      field = part.name
      written.append("\(field): \(text(of: part.value))")
    }
    field = outer
    return "{" + written.joined(separator: ", ") + "}"
  }

  private mutating func running(_ write: (inout LeafText) -> Void) -> String {
    var inner = LeafText(names)
    write(&inner)
    references.formUnion(inner.references)
    return Self.quoted(String(decoding: inner.text, as: UTF8.self))
  }

  /// In quotes, with `\` before what would end the text, and without line ends.
  static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 10: bytes += "\\n".utf8
      case 13: bytes += "\\r".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a field says nothing: nil, an empty list, no, a place, or who reads what everybody reads.
  static func isNothing(_ value: Any) -> Bool {
    if let value = value as? any MayBeNothing { return value.isNothing }
    return false
  }
}

/// A type some of whose values say nothing.
protocol MayBeNothing {
  var isNothing: Bool { get }
}

extension Optional: MayBeNothing {
  var isNothing: Bool { self == nil }
}

extension Array: MayBeNothing {
  var isNothing: Bool { isEmpty }
}

extension Bool: MayBeNothing {
  var isNothing: Bool { !self }
}

extension Audience: MayBeNothing {
  var isNothing: Bool { self == .annotator }
}

extension Span: MayBeNothing {
  var isNothing: Bool { true }
}

extension SourceID: MayBeNothing {
  var isNothing: Bool { true }
}

/// A machine that is made of the expression beside it.
extension Pattern: MayBeNothing {
  var isNothing: Bool { true }
}

/// A type that says how its values are written.
protocol Shaped {
  static var shape: LeafValue.Shape { get }
}

extension Optional: Shaped {
  static var shape: LeafValue.Shape { .other }
}

extension Array: Shaped {
  static var shape: LeafValue.Shape { .other }
}

/// A value with the place it was written, whatever it is.
protocol AnyLocated: Shaped {
  var anyValue: Any { get }
  var span: Span { get }
}

extension AnyLocated {
  static var shape: LeafValue.Shape { .located }
}

extension Located: AnyLocated {
  var anyValue: Any { value }
}

/// A part of the model that knows its place.
protocol Placed {
  var span: Span { get }
}

extension Located: Placed {}
extension Prose: Placed {}
extension Condition: Placed {}
extension Candidates: Placed {}
extension TextGrammar: Placed {}
extension ExpectedRecord: Placed {}
