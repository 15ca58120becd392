package import RubricaSource

/// One question that every item is asked, or one kind of mark that is put on it.
package struct Layer: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case choice, choices, scale, box, polygon, keypoints, span, relation, text
  }

  package enum Unit: String, Sendable, CaseIterable {
    case item, object, region, span, track, pair, transcript
  }

  package var id: Located<String>
  package var kind: Located<Kind>
  package var unit: Unit
  package var question: Located<String>?
  /// Ids of the labels that may be given, in order. Order is identity for some platforms.
  package var labels: [Located<String>] = []
  package var cardinality: Located<String>?
  /// Whether every item must have an answer.
  package var isRequired: Bool
  package var minimum: Located<Int>?
  package var maximum: Located<Int>?
  package var attributes: [Attribute] = []
  /// Of a scale: its points in order.
  package var points: [ScalePoint] = []
  /// Of a scale: the value that is best, if one is.
  package var best: Located<Int>?
  /// Of a keypoints layer: the points of one object, in order.
  package var keypoints: [Located<String>] = []
  /// Of a keypoints layer: pairs of points to be joined by a line.
  package var skeleton: [(from: Located<String>, to: Located<String>)] = []
  /// Of a relation layer: the layer whose marks are joined.
  package var over: Located<String>?
  package var relations: [Relation] = []
  /// Of a text layer: a regular expression (ECMAScript, whole text), and a length in characters.
  package var pattern: Located<String>?
  package var maximumLength: Located<Int>?
  package var span: Span

  package init(
    id: Located<String>, kind: Located<Kind>, unit: Unit, isRequired: Bool, span: Span
  ) {
    self.id = id
    self.kind = kind
    self.unit = unit
    self.isRequired = isRequired
    self.span = span
  }
}

extension Layer.Kind {
  /// Whether answers are taken from the layer's list of labels.
  package var takesLabels: Bool {
    switch self {
    case .choice, .choices, .box, .polygon, .keypoints, .span: true
    case .scale, .relation, .text: false
    }
  }

  /// Whether answers are marks on a picture.
  package var isSpatial: Bool { self == .box || self == .polygon || self == .keypoints }

  package var takesAttributes: Bool { takesLabels }

  package var defaultUnit: Layer.Unit {
    switch self {
    case .choice, .choices, .scale: .item
    case .box, .polygon, .keypoints: .object
    case .span: .span
    case .relation: .pair
    case .text: .transcript
    }
  }
}

/// One point of a scale.
package struct ScalePoint: Sendable {
  package var value: Located<Int>
  /// The anchor: what an item at this point looks like.
  package var means: Located<String>?

  package init(value: Located<Int>, means: Located<String>?) {
    self.value = value
    self.means = means
  }
}

/// A kind of relation between two marks.
package struct Relation: Sendable {
  package var id: Located<String>
  package var name: Located<String>?
  package var definition: Located<String>?
  /// Labels that may stand at the start; empty means all.
  package var from: [Located<String>]
  package var to: [Located<String>]
  package var isSymmetric: Bool

  package init(
    id: Located<String>, name: Located<String>?, definition: Located<String>?,
    from: [Located<String>], to: [Located<String>], isSymmetric: Bool
  ) {
    self.id = id
    self.name = name
    self.definition = definition
    self.from = from
    self.to = to
    self.isSymmetric = isSymmetric
  }

  package var displayName: String { name?.value ?? id.value }
}

/// A property of an answer beside its label.
package struct Attribute: Sendable {
  package enum Kind: String, Sendable, CaseIterable { case `enum`, boolean, number, text }

  package struct Value: Sendable {
    package var id: Located<String>
    package var definition: Located<String>?

    package init(id: Located<String>, definition: Located<String>?) {
      self.id = id
      self.definition = definition
    }
  }

  package var id: Located<String>
  package var kind: Located<Kind>
  package var name: Located<String>?
  package var definition: Located<String>?
  package var values: [Value] = []
  package var defaultValue: Located<String>?
  package var unit: Located<String>?
  package var minimum: Located<Double>?
  package var maximum: Located<Double>?
  package var pattern: Located<String>?
  /// Labels that have the attribute; empty means all of the layer.
  package var appliesTo: [Located<String>] = []
  package var isRequired = false
  /// Asked for only when another attribute has one value.
  package var requiredWhen: (attribute: Located<String>, value: Located<String>)?
  package var span: Span

  package init(id: Located<String>, kind: Located<Kind>, span: Span) {
    self.id = id
    self.kind = kind
    self.span = span
  }

  package var displayName: String { name?.value ?? id.value }

  package func applies(to label: String) -> Bool {
    appliesTo.isEmpty || appliesTo.contains { $0.value == label }
  }
}
