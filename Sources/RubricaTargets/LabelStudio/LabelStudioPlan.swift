internal import RubricaModel
internal import RubricaSource

/// Which control of the page stands for which part of the guideline. The configuration, the answers
/// of the examples and the findings are all made from it, so that they cannot disagree.
///
/// Shared, not copied: what is made of it keeps it.
final class LabelStudioPlan {
  /// The tag that shows an item.
  struct Item {
    var tag: String
    var name: String
    /// The field of a task's data.
    var field: String
    var attributes: [(name: String, value: String)] = []
  }

  /// Shared, not copied: a layer has many parts.
  final class LayerPlan {
    let layer: Layer
    /// The name of its control; empty for relations, whose control has none.
    let name: String
    let labels: [Label]
    /// Of a ranking: the list of what is put in order, which is an item of its own.
    var list: Item?
    /// Escape answers among the layer's own answers.
    var escapes: [Escape] = []
    /// Escape answers beside the layer, in a control of their own.
    var besides: [Escape] = []
    var besidesName = ""
    /// Escape answers that are marks: a region to be ignored.
    var marks: [Escape] = []
    /// Escape answers that flag one mark.
    var flags: [Escape] = []
    var flagsName = ""
    var attributes: [AttributePlan] = []

    init(layer: Layer, name: String, labels: [Label]) {
      self.layer = layer
      self.name = name
      self.labels = labels
    }
  }

  struct AttributePlan {
    var attribute: Attribute
    var name: String
    /// Labels that have the attribute.
    var labels: [Label]
  }

  let index: GuidelineIndex
  /// The same words as on the page of instructions.
  let words: Words
  let item: Item
  /// What candidates say, where examples tell: shown below the item.
  var candidates: [(candidate: Candidates.Candidate, item: Item)] = []
  /// Escape answers for the whole item.
  var escapes: [Escape]
  var escapesName: String
  var layers: [LayerPlan] = []

  /// Nothing if the guideline asks no question that the platform can ask.
  init?(_ index: GuidelineIndex) {
    let guideline = index.guideline
    let askable = Self.askable(index)
    guard !askable.isEmpty, let item = guideline.modality.flatMap({ Self.item($0.value) }) else {
      return nil
    }
    var names = LabelStudioNames()
    var layerNames: [String] = []
    for layer in askable {
      layerNames.append(layer.kind.value == .relation ? "" : names.take(layer.id.value))
    }
    self.index = index
    let words = Words.named(guideline.language.value).words
    self.words = words
    var shown = item
    shown.name = names.take(item.name)
    if item.tag == "Video", let rate = guideline.layers.lazy.compactMap({ $0.frameRate }).first {
      shown.attributes.append(("frameRate", Number.text(rate.value)))
    }
    self.item = shown
    escapes = guideline.escapes.filter {
      $0.isAllowed(in: nil) && Self.concernsItem($0, guideline)
    }
    escapesName = names.take("escape")
    let used = Self.escapesOfLayers(guideline)
    for (layer, name) in zip(askable, layerNames) {
      layers.append(
        Self.plan(layer, name: name, index, used[layer.id.value] ?? [], words, &names))
    }
    addCandidates(&names)
  }

  /// The layers that the platform can ask; none of an item that it cannot show.
  static func askable(_ index: GuidelineIndex) -> [Layer] {
    guard let modality = index.guideline.modality?.value, modality != .pointCloud else { return [] }
    return index.guideline.layers.filter {
      obstacle($0, index) == nil && !isFollowed($0, index.guideline)
    }
  }

  private static func item(_ modality: Modality) -> Item? {
    switch modality {
    case .text:
      Item(tag: "Text", name: "text", field: "text", attributes: [("granularity", "symbol")])
    case .image:
      Item(
        tag: "Image", name: "image", field: "image",
        attributes: [("zoom", "true"), ("zoomControl", "true")])
    case .audio: Item(tag: "Audio", name: "audio", field: "audio")
    case .video: Item(tag: "Video", name: "video", field: "video")
    case .pointCloud: nil
    }
  }

  /// Why a layer cannot be asked; nil if it can.
  static func obstacle(_ layer: Layer, _ index: GuidelineIndex) -> String? {
    let modality = index.guideline.modality?.value
    let kind = layer.kind.value
    if kind.isSpatial, modality != .image, !isFollowed(layer, index.guideline) {
      return "marks of the kind `\(kind.rawValue)` are only possible on pictures"
    }
    switch kind {
    case .span where modality != .text:
      return "spans are only possible in texts"
    case .segment where modality != .audio && modality != .video:
      return "segments are only possible in recordings"
    case .track: return obstacleOfTrack(layer, index)
    case .cuboid: return "it cannot draw boxes in space"
    case .identity: return "it cannot group marks"
    case .ranking, .pairwise:
      return layer.candidates == nil ? "it has no candidates" : nil
    case .relation:
      let joined = layer.over.flatMap { index.layer($0.value) }
      if layer.relations.isEmpty { return "it has no relations" }
      guard let joined else { return "it does not name a layer whose marks are joined" }
      if obstacle(joined, index) != nil { return "the layer that it joins cannot be shown" }
      return nil
    case .scale where layer.points.isEmpty: return "it has no points"
    case .keypoints where layer.keypoints.isEmpty: return "it has no points"
    default: break
    }
    return kind.takesLabels && !offersLabel(layer, index) ? "it has no labels to choose from" : nil
  }

  /// The labels that an annotator may give.
  static func offered(_ layer: Layer, _ index: GuidelineIndex) -> [Label] {
    places(ofOffered: layer, index).map { index.guideline.labels[$0] }
  }

  /// Where they stand in the guideline.
  static func places(ofOffered layer: Layer, _ index: GuidelineIndex) -> [Int] {
    layer.labels.compactMap { place(ofOffered: $0.value, index) }
  }

  /// Whether there is one.
  static func offersLabel(_ layer: Layer, _ index: GuidelineIndex) -> Bool {
    layer.labels.contains { place(ofOffered: $0.value, index) != nil }
  }

  /// Where a label that may be given stands in the guideline.
  private static func place(ofOffered id: String, _ index: GuidelineIndex) -> Int? {
    guard let place = index.labelPlace(id),
      index.guideline.labels[place].status?.value != .deprecated,
      index.guideline.labels[place].audience.isForAnnotators
    else { return nil }
    return place
  }

  /// A part of the item to be left out, and doubt about one mark, are said where the marks are; every
  /// other escape answer can be given for the whole item.
  private static func concernsItem(_ escape: Escape, _ guideline: Guideline) -> Bool {
    switch escape.meaning?.value {
    case .ignoreRegion:
      !guideline.layers.contains { $0.kind.value.takesMarks } || isWhole(escape, guideline)
    case .unsureFlag: isWhole(escape, guideline)
    default: true
    }
  }

  private static func isWhole(_ escape: Escape, _ guideline: Guideline) -> Bool {
    guideline.examples.contains { $0.expected?.whole?.value == escape.id.value }
  }

  /// The escape answers that examples give in a layer.
  private static func escapesOfLayers(_ guideline: Guideline) -> [String: Set<String>] {
    var used: [String: Set<String>] = [:]
    for example in guideline.examples {
      for answer in example.expected?.answers ?? [] {
        if case .escape(let id) = answer.value {
          used[answer.layer.value, default: []].insert(id.value)
        }
      }
    }
    return used
  }

  private static func plan(
    _ layer: Layer, name: String, _ index: GuidelineIndex, _ used: Set<String>, _ words: Words,
    _ names: inout LabelStudioNames
  ) -> LayerPlan {
    let labels = index.named(offered(layer, index), words)
    let plan = LayerPlan(layer: layer, name: name, labels: labels)
    let kind = layer.kind.value
    guard kind != .relation else { return plan }
    for escape in index.guideline.escapes where escape.isAllowed(in: layer) {
      // Said to be for this layer, or given in it by an example.
      let isUsed = used.contains(escape.id.value) || !escape.layers.isEmpty
      switch escape.meaning?.value {
      case .skipItem, .outOfScope: if !isUsed { continue }
      case .ignoreRegion where escape.isLabel(in: layer):
        plan.marks.append(escape)
        if !isUsed { continue }
      case .ignoreRegion: if !isUsed { continue }
      case .unsureFlag where kind.takesMarks:
        plan.flags.append(escape)
        if !isUsed { continue }
      default: break
      }
      if kind == .choice || kind == .scale || kind == .pairwise {
        plan.escapes.append(escape)
      } else {
        plan.besides.append(escape)
      }
    }
    if !plan.besides.isEmpty { plan.besidesName = names.take(name + ".escape") }
    if !plan.flags.isEmpty { plan.flagsName = names.take(name + ".flag") }
    for attribute in layer.attributes {
      let labels = plan.labels.filter { attribute.mayApply(to: $0, in: layer) }
      guard !labels.isEmpty else { continue }
      // In a `choices` layer each label that is ticked has attributes of its own.
      for group in kind == .choices ? labels.map({ [$0] }) : [labels] {
        let owner = kind == .choices ? "\(name).\(group[0].id.value)" : name
        plan.attributes.append(
          AttributePlan(
            attribute: attribute, name: names.take("\(owner).\(attribute.id.value)"), labels: group)
        )
      }
    }
    return plan
  }
}

extension Escape {
  var displayName: String { name?.value ?? id.value }
}

extension Label {
  /// The first sentence of the definition, for a tool tip.
  var brief: String? {
    let text = self.definition.first?.text { $0.shownText } ?? ""
    return text.isEmpty ? nil : text.firstSentence
  }
}

extension String {
  /// Up to where the first sentence ends, which is not within brackets.
  var firstSentence: String {
    let bytes = utf8.span
    var brackets = 0
    for place in bytes.indices {
      switch bytes[place] {
      case UInt8(ascii: "("): brackets += 1
      case UInt8(ascii: ")"): brackets = max(brackets - 1, 0)
      default:
        if brackets == 0, SentenceEnd.isEnd(bytes, at: place) {
          return String(Substring(utf8.prefix(place + 1)))
        }
      }
    }
    return self
  }
}
