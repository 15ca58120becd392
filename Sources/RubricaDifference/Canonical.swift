internal import RubricaModel
internal import RubricaSource

/// Any part of the model as one text in which places in files do not count: equal texts, equal parts.
///
/// It walks the value by reflection, so that a field that is added to the model is compared from its
/// first day.
struct Canonical {
  enum Form {
    /// Formatting, case and punctuation count.
    case exact
    /// The words alone.
    case words
  }

  var form: Form
  /// Ids that have another name now; given for the old side only.
  var renames: [String: String] = [:]
  /// Whether the order of lists says nothing, as in a record.
  var sortsLists = false

  func text(of value: Any) -> String {
    switch value {
    case is Span: return ""
    case let text as String:
      let current = renames[text] ?? text
      return form == .exact ? current : Wording.normal(current)
    case let prose as Prose: return text { $0.add(prose.inlines) }
    case let block as Block: return text { $0.add(block) }
    case let inline as Inline: return text { $0.add([inline]) }
    case let point as Point: return "\(point.x),\(point.y)"
    default: break
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional:
      return mirror.children.first.map { text(of: $0.value) } ?? "nil"
    case .collection, .set:
      let isOrdered =
        value is [Point] || value is [Range<Int>] || value is [Double] || !sortsLists
      let items = mirror.children.filter { ($0.value as? Block)?.isComment != true }
        .map { text(of: $0.value) }
      return "[" + (isOrdered ? items : items.sorted()).joined(separator: "\u{1F}") + "]"
    case .enum:
      guard let payload = mirror.children.first else { return String(describing: value) }
      var inner = self
      // Of a ranking, the order is the answer.
      if payload.label == "ranking" { inner.sortsLists = false }
      return "\(payload.label ?? ""):\(inner.text(of: payload.value))"
    case nil: return String(describing: value)
    default:
      return "("
        + mirror.children.compactMap { child -> String? in
          child.value is Span ? nil : "\(child.label ?? ""):\(text(of: child.value))"
        }.joined(separator: "\u{1F}") + ")"
    }
  }

  private func text(_ fill: (inout Wording) -> Void) -> String {
    var wording = Wording(renames: renames)
    fill(&wording)
    return form == .exact ? wording.exact : wording.words
  }
}

/// A part of the model for people to read.
enum Shown {
  /// Nil for what is not there, and for an empty list.
  static func text(of value: Any, _ sources: Sources) -> String? {
    switch value {
    case let text as String: return text.isEmpty ? nil : text
    case let flag as Bool: return flag ? "yes" : "no"
    case let number as Double: return number.written
    case let prose as Prose: return prose.plainText
    case let block as Block: return block.plainText
    case let colour as Colour: return colour.hex
    case let choice as any RawRepresentable: return "\(choice.rawValue)"
    default: break
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.flatMap { text(of: $0.value, sources) }
    case .collection:
      let items = mirror.children.compactMap { text(of: $0.value, sources) }
      return items.isEmpty ? nil : items.joined(separator: value is [Block] ? "\n" : " · ")
    case .struct:
      if let inner = mirror.children.first(where: { $0.label == "value" }) {
        return text(of: inner.value, sources)
      }
      return span(of: value).map { sources.text($0) }
    case .tuple:
      return mirror.children.compactMap { text(of: $0.value, sources) }.joined(separator: " ")
    default: return String(describing: value)
    }
  }

  /// The first place in a part: where it is written.
  static func span(of value: Any) -> Span? {
    if let span = value as? Span { return span }
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .struct {
      for child in mirror.children where child.label == "span" { return child.value as? Span }
    }
    for child in mirror.children { if let span = span(of: child.value) { return span } }
    return nil
  }
}
