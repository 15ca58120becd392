package import RubricaSource

/// One question that every item is asked, or one kind of mark that is put on it.
package typealias Layer = Shared<LayerFields>

package struct LayerFields: Sendable {
  package var id: Located<String>
  /// What an annotator reads, where it is not the id in words.
  package var name: Located<String>?
  package var kind: Located<LayerKind>
  package var unit: LayerUnit
  package var question: Located<String>?
  /// Ids of the labels that may be given, in order. Order is identity for some platforms.
  package var labels: [Located<String>] = []
  package var cardinality: Located<String>?
  /// Whether every item must have an answer.
  package var isRequired: Bool
  package var minimum: Located<Int>?
  package var maximum: Located<Int>?
  package var attributes: [Attribute] = []
  /// Of a scale: its points in order. Of a pairwise layer: how much better the first (below 0) or the
  /// second (above 0) is; empty where only the better one is asked for.
  package var points: [ScalePoint] = []
  /// Of a scale: the value that is best, if one is.
  package var best: Located<Int>?
  /// Of a keypoints layer: the points of one object, in order.
  package var keypoints: [Located<String>] = []
  /// Of a keypoints layer: pairs of points to be joined by a line.
  package var skeleton: [(from: Located<String>, to: Located<String>)] = []
  /// Of a relation, track or identity layer: the layer whose marks are joined, followed or matched.
  package var over: Located<String>?
  package var relations: [Relation] = []
  /// Of a text layer: a regular expression (ECMAScript, whole text), and a length in characters.
  package var pattern: Located<String>?
  package var maximumLength: Located<Int>?
  /// Of a ranking or pairwise layer: what is put in order, and whether two may be equally good.
  package var candidates: Candidates?
  package var allowsTies = false
  /// Of a cuboid layer: the frame of coordinates, in words.
  package var frame: Located<String>?
  /// Of a track layer: frames a second.
  package var frameRate: Located<Double>?
  /// Of an identity layer: whether a group may hold marks of several items.
  package var isAcrossItems = false
  /// What is done with answers that are there before, and what made them.
  package var preAnnotation: Located<PreAnnotation>?
  package var preAnnotatedBy: Located<String>?
  /// Of a text layer: how the text must be written.
  package var grammar: TextGrammar?
  package var span: Span

  package init(
    id: Located<String>, kind: Located<LayerKind>, unit: LayerUnit, isRequired: Bool, span: Span
  ) {
    self.id = id
    self.kind = kind
    self.unit = unit
    self.isRequired = isRequired
    self.span = span
  }
}

extension Layer {
  /// Whether `none` answers it. A required question wants an answer; of marks it is required that
  /// somebody has looked.
  package var allowsNone: Bool {
    (self.minimum?.value ?? 0) < 1 && !(self.isRequired && self.kind.value.isQuestion)
  }
}

/// What an answer of a layer is.
package enum LayerKind: String, Sendable, CaseIterable {
  case choice, choices, scale, ranking, pairwise
  case box, polygon, polyline, keypoints, mask, cuboid, track, identity
  case span, segment, relation, text
}

/// What is asked about.
package enum LayerUnit: String, Sendable, CaseIterable {
  case item, object, region, span, segment, track, pair, transcript
}

extension LayerKind {
  /// Whether answers carry labels of the layer's list.
  package var takesLabels: Bool {
    switch self {
    case .choice, .choices, .span: true
    case .scale, .ranking, .pairwise, .identity, .relation, .text: false
    default: takesRegions
    }
  }

  /// Whether answers are marks on a picture.
  package var isSpatial: Bool {
    switch self {
    case .box, .polygon, .polyline, .keypoints, .mask: true
    default: false
    }
  }

  /// Whether answers are marks with a place in a picture, in space or in time.
  package var takesRegions: Bool {
    isSpatial || self == .cuboid || self == .track || self == .segment
  }

  /// Whether answers are marks on a part of an item.
  package var takesMarks: Bool { takesRegions || self == .span }

  /// Whether answers put candidates in order.
  package var compares: Bool { self == .ranking || self == .pairwise }

  package var takesAttributes: Bool { takesLabels }

  /// Whether every item must have an answer unless the layer says otherwise.
  package var isRequiredByDefault: Bool { self == .choice || self == .scale || compares }

  /// Whether it asks something of the whole item: where that is required, nothing is no answer.
  package var isQuestion: Bool { isRequiredByDefault || self == .choices || self == .text }

  package var defaultUnit: LayerUnit {
    switch self {
    case .choice, .choices, .scale, .ranking: .item
    case .box, .polygon, .polyline, .keypoints, .mask, .cuboid, .identity: .object
    case .track: .track
    case .span: .span
    case .segment: .segment
    case .pairwise, .relation: .pair
    case .text: .transcript
    }
  }
}

extension Layer {
  /// What an annotator reads for a candidate of a ranking or comparison: its name, or "candidate 2".
  package func name(ofCandidate id: String) -> String {
    guard let candidates = self.candidates else { return id }
    return candidates.displayName(of: id) ?? (candidates.fixed.isEmpty ? "candidate \(id)" : id)
  }

  /// The word that says that no candidate is better.
  package static var tie: String { "tie" }
}

/// One point of a scale.
package struct ScalePoint: Sendable {
  package var value: Located<Int>
  /// The anchor: what an item at this point looks like.
  package var means: Located<String>?
  /// Items at this point, in words.
  package var examples: [Located<String>] = []

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
  /// How far apart its ends may stand.
  package var scope: Located<Scope>?

  package enum Scope: String, Sendable, CaseIterable {
    case sentence, document
    case crossItem = "cross-item"
  }

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
  package enum Kind: String, Sendable, CaseIterable {
    case `enum`, boolean, number, text
    /// The id of another mark, or of a thing in an outside list.
    case reference
  }

  package struct Value: Sendable {
    package var id: Located<String>
    package var definition: Located<String>?
    package var bindings: [Binding] = []

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
  /// Required when other answers say so.
  package var requiredWhen: Condition?
  /// Asked for only when other answers say so.
  package var appliesWhen: Condition?
  /// What it says that the attribute is left out.
  package var blankMeans: Located<String>?
  /// Of a reference: the layer whose marks it points to.
  package var target: Located<String>?
  /// Of a reference: the outside list whose ids it holds.
  package var scheme: Located<String>?
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
