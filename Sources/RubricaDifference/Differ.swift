package import RubricaModel
internal import RubricaSource

/// Compares two versions of one guideline: by what they say, not by how their files look.
package enum Differ {
  /// How the answers of a guideline's examples are told; nil for an example without one.
  package typealias Answers = (Guideline) -> (Example) -> String?

  /// - Parameters:
  ///   - orderIsIdentity: whether some target knows labels by their place in the layer.
  ///   - answers: in which words answers are told. Without it, as their authors wrote them.
  package static func difference(
    from old: Guideline, to new: Guideline, orderIsIdentity: Bool = false, answers: Answers? = nil
  ) -> Difference {
    var builder = DifferenceBuilder(old, new, orderIsIdentity: orderIsIdentity)
    if let answers { builder.answers = (answers(old), answers(new)) }
    builder.compareHead()
    builder.compareBase()
    builder.compareTranslations()
    builder.compareLayers()
    builder.compareEscapes()
    builder.compareLabels()
    builder.comparePrecedence()
    builder.compareDoubt()
    builder.compareRules()
    builder.compareExamples()
    builder.compareProse()
    builder.compareMedia()
    builder.compareGovernance()
    builder.compareRest()
    return Difference(old: old, new: new, changes: builder.changes)
  }
}

/// The state of one comparison.
struct DifferenceBuilder {
  let old: Guideline
  let new: Guideline
  let orderIsIdentity: Bool
  /// Labels of the old guideline that are in the new one, and where.
  let labels: Matching
  /// New ids of labels by their old ones, where they differ.
  let renames: [String: String]
  let headings: (old: OwnHeadings, new: OwnHeadings)
  var changes: [Change] = []
  /// The words for answers of either side; nil for those of their authors.
  var answers: (old: (Example) -> String?, new: (Example) -> String?)?

  init(_ old: Guideline, _ new: Guideline, orderIsIdentity: Bool) {
    self.old = old
    self.new = new
    self.orderIsIdentity = orderIsIdentity
    labels = Self.matchLabels(old, new)
    var renames: [String: String] = [:]
    for (from, to) in labels.pairs where old.labels[from].id.value != new.labels[to].id.value {
      renames[old.labels[from].id.value] = new.labels[to].id.value
    }
    self.renames = renames
    headings = (OwnHeadings(old, renames: renames), OwnHeadings(new, renames: [:]))
  }

  mutating func add(_ change: Change) { changes.append(change) }

  /// The words of blocks of the old guideline, as they would read now.
  func oldWording(_ blocks: [Block]) -> Wording { blocks.wording(renames: renames) }

  func oldForm(_ form: Canonical.Form) -> Canonical { Canonical(form: form, renames: renames) }
  func newForm(_ form: Canonical.Form) -> Canonical { Canonical(form: form) }
}

/// How a change of one field is told.
struct Fact {
  var words: String
  var kind: Change.Kind
  var isBreaking: Bool
  /// Whether case, punctuation and formatting carry no meaning in it.
  var isText: Bool
  var effect: Effect?
  /// Whether a word in it that is the id of a label means that label, so that a new id is no change.
  var namesLabels = true

  /// A field whose change is a change of meaning.
  static func meaning(_ words: String, isText: Bool = false, _ effect: Effect? = nil) -> Fact {
    Fact(words: words, kind: .semantic, isBreaking: true, isText: isText, effect: effect)
  }

  static func wording(_ words: String) -> Fact {
    Fact(words: words, kind: .wording, isBreaking: false, isText: true)
  }

  static func presentation(_ words: String) -> Fact {
    Fact(words: words, kind: .presentation, isBreaking: false, isText: true)
  }

  static func administrative(_ words: String) -> Fact {
    Fact(words: words, kind: .administrative, isBreaking: false, isText: true)
  }

  /// The same for a field whose words are never ids of labels, though they may look like one.
  var withoutLabels: Fact {
    var fact = self
    fact.namesLabels = false
    return fact
  }
}

extension DifferenceBuilder {
  /// Compares the stored fields of two parts of one type. A field without a fact is a change of meaning
  /// with the effect of the part: adding a field to the model needs no change in this room.
  mutating func compareFields<Part>(
    _ a: Part, _ b: Part, of subject: Change.Subject, places: (old: Span, new: Span),
    audience: Audience = .annotator, skipping: Set<String>, _ facts: [String: Fact],
    otherwise: Effect
  ) {
    for (x, y) in zip(Mirror(reflecting: a).children, Mirror(reflecting: b).children) {
      guard let name = x.label, !skipping.contains(name), !(x.value is Span) else { continue }
      let namesLabels = facts[name]?.namesLabels ?? true
      func before(_ form: Canonical.Form) -> String {
        (namesLabels ? oldForm(form) : newForm(form)).text(of: x.value)
      }
      guard before(.exact) != newForm(.exact).text(of: y.value) else { continue }
      let isProse = x.value is Prose || x.value is [Block]
      let fact = facts[name] ?? .meaning("the " + Self.spoken(name), isText: isProse)
      let (from, to) = (Shown.text(of: x.value, old.sources), Shown.text(of: y.value, new.sources))
      let isSame =
        fact.isText && before(.words) == newForm(.words).text(of: y.value)
      let kind = isSame ? min(fact.kind, .presentation) : fact.kind
      add(
        Change(
          subject, aspect: fact.words, from == nil ? .added : to == nil ? .removed : .changed, kind,
          isBreaking: kind == .semantic && fact.isBreaking, from: from, to: to,
          old: Shown.span(of: x.value) ?? places.old, new: Shown.span(of: y.value) ?? places.new,
          effect: kind == .semantic ? fact.effect ?? otherwise : nil, audience: audience))
    }
  }

  /// `maximumLength` is "maximum length".
  private static func spoken(_ name: String) -> String {
    var words = ""
    for scalar in name.unicodeScalars {
      if scalar.properties.isUppercase { words += " " }
      words += String(scalar).lowercased()
    }
    return words
  }
}

extension Change.Kind: Comparable {
  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  package static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}
