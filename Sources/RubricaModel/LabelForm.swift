package import RubricaSource

/// What the text of a label may look like, for a label that stands for many: `1a`, `12b`, … or
/// `brand_can_330ml`.
package struct LabelForm: Sendable {
  /// The form as one regular expression for the whole text.
  package var expression: Located<String>
  package var pattern: Pattern
  /// Set if the text is made of slots.
  package var composition: Composition?

  package init(expression: Located<String>, pattern: Pattern, composition: Composition?) {
    self.expression = expression
    self.pattern = pattern
    self.composition = composition
  }

  /// Longer texts are not labels.
  fileprivate static let longest = 1_000

  /// The byte at which no continuation could match any more, or the end of a text that stops too early;
  /// nil if the text matches, or is too long to be a label.
  package func firstMismatch(in text: String) -> Int? {
    text.utf8.count <= Self.longest ? pattern.firstMismatch(in: text) : nil
  }

  package func matches(_ text: String) -> Bool {
    text.utf8.count <= Self.longest && pattern.matches(text)
  }
}

/// A label whose text is put together from slots.
package struct Composition: Sendable {
  package struct Slot: Sendable {
    package var id: Located<String>
    package var name: Located<String>?
    package var definition: Located<String>?
    /// What may stand in the slot; empty if it has a pattern.
    package var values: [Attribute.Value]
    package var pattern: Located<String>?
    /// What stands in the slot if one cannot tell.
    package var unknown: Located<String>?

    package init(
      id: Located<String>, name: Located<String>?, definition: Located<String>?,
      values: [Attribute.Value], pattern: Located<String>?, unknown: Located<String>?
    ) {
      self.id = id
      self.name = name
      self.definition = definition
      self.values = values
      self.pattern = pattern
      self.unknown = unknown
    }

    package var displayName: String { name?.value ?? id.value }
  }

  package var slots: [Slot]
  package var separator: String

  package init(slots: [Slot], separator: String) {
    self.slots = slots
    self.separator = separator
  }

  /// The text of each slot; nil if the text cannot be taken apart at the separators.
  package func parts(of text: String) -> [String]? {
    guard !separator.isEmpty else { return nil }
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    return parts.count == slots.count ? parts.map(String.init) : nil
  }
}

/// What may stand in the slots of a composed label: one look-up for each slot instead of a look at every value.
struct SlotValues: Sendable {
  private let composition: Composition?
  private let values: [Set<[UInt8]>]

  init(_ composition: Composition?) {
    self.composition = composition
    var values: [Set<[UInt8]>] = []
    for slot in composition?.slots ?? [] {
      var texts = Set(slot.values.map { Array($0.id.value.utf8) })
      if let unknown = slot.unknown { texts.insert(Array(unknown.value.utf8)) }
      values.append(texts)
    }
    self.values = values
  }

  /// Whether a text has a value in each slot. One that has not can have the form all the same: a slot may have
  /// a pattern, or a value the separator in it.
  func make(_ text: String) -> Bool {
    guard let composition, text.utf8.count <= LabelForm.longest,
      let parts = composition.parts(of: text)
    else { return false }
    return zip(parts, values).allSatisfy { $1.contains(Array($0.utf8)) }
  }
}

/// A term of another vocabulary that means the same.
package struct Binding: Sendable {
  package var scheme: Located<String>
  package var id: Located<String>
  package var uri: Located<String>?

  package init(scheme: Located<String>, id: Located<String>, uri: Located<String>?) {
    self.scheme = scheme
    self.id = id
    self.uri = uri
  }
}
