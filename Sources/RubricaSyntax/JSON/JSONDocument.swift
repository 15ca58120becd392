internal import RubricaSource

/// A JSON text that was read: its values as one flat list, so that a file of thousands of small objects
/// costs one allocation and not thousands. Texts and lists are made when somebody asks for them.
final class JSONDocument: Sendable {
  let bytes: [UInt8]
  let source: SourceID
  /// In the order of the file: behind an object come its members, each as its key and its value.
  let nodes: [JSONNode]

  init(bytes: [UInt8], source: SourceID, nodes: [JSONNode]) {
    self.bytes = bytes
    self.source = source
    self.nodes = nodes
  }

  func span(_ place: Int) -> Span {
    Span(source, Int(nodes[place].start), Int(nodes[place].end))
  }

  /// The text of a key or a value that is one.
  func text(_ place: Int) throws(JSONProblem) -> String {
    let node = nodes[place]
    if node.form != .escapedText {
      return String(decoding: bytes[Int(node.start) + 1..<Int(node.end) - 1], as: UTF8.self)
    }
    var parser = JSONParser(bytes, source, at: Int(node.start))
    return String(decoding: try parser.text().decoded ?? [], as: UTF8.self)
  }

  /// Whether a key is `name`, by bytes: for Swift, the sign of Kelvin is a K.
  func isKey(_ place: Int, _ name: String) -> Bool {
    let node = nodes[place]
    if node.form == .escapedText {
      return (try? text(place))?.utf8.elementsEqual(name.utf8) ?? false
    }
    let name = name.utf8.span
    let start = Int(node.start) + 1
    guard Int(node.end) - 1 - start == name.count else { return false }
    for offset in name.indices where bytes[start + offset] != name[offset] { return false }
    return true
  }
}

/// One value or key.
struct JSONNode: Sendable {
  enum Form: UInt8 {
    case null, no, yes, number, array, object
    /// A text without escapes and with ASCII alone, one with other characters, and one with escapes.
    case plainText, text, escapedText
  }

  var form: Form
  /// Bytes of the file; quotes belong to a text.
  var start: UInt32
  var end: UInt32 = 0
  /// The place of the first node that is not part of this one.
  var next: UInt32 = 0
  /// Elements of a list, members of an object.
  var count: UInt32 = 0
}
