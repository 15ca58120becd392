internal import RubricaModel
internal import RubricaSource

/// Makes the labeling configuration: `config.xml`.
struct LabelStudioConfig {
  typealias Attributes = [(name: String, value: String)]

  let plan: LabelStudioPlan
  let keys: LabelStudioKeys?

  init(_ plan: LabelStudioPlan) {
    self.plan = plan
    keys = LabelStudioKeys(plan.index)
  }

  var root: XMLElement {
    var children = [
      XMLElement(
        plan.item.tag,
        [("name", plan.item.name), ("value", "$" + plan.item.field)] + plan.item.attributes)
    ]
    children += candidates
    var questions: [XMLElement] = []
    for (place, layer) in plan.layers.enumerated() {
      questions += elements(of: layer)
      if layer.layer.kind.value == .relation, isFirstRelation(place) { questions.append(relations) }
    }
    if plan.escapes.isEmpty {
      children += questions
    } else {
      children += escapeControl(
        plan.escapes, name: plan.escapesName, header: plan.words.cannotAnswer.text)
      children.append(
        XMLElement("View", Self.unless(plan.escapesName), questions))
    }
    return XMLElement("View", [], children)
  }

  private func elements(of plan: LabelStudioPlan.LayerPlan) -> [XMLElement] {
    let layer = plan.layer
    var elements = [Self.header(layer.question?.value ?? layer.id.value, size: 4)]
    elements += LabelStudioRemarks(layer, self.plan.words, self.plan.index).lines.map {
      Self.header($0, size: 6)
    }
    switch layer.kind.value {
    case .choice, .choices: elements += choices(plan)
    case .scale: elements += scale(plan)
    case .box:
      elements += marks("RectangleLabels", plan, [("strokeWidth", "2"), ("canRotate", "false")])
    case .polygon: elements += marks("PolygonLabels", plan, [("strokeWidth", "2")])
    case .keypoints: elements += keypoints(plan)
    case .span: elements += marks("Labels", plan, [])
    case .text: elements += text(plan)
    case .relation: break
    case .ranking: elements += ranking(plan)
    case .pairwise: elements += pairwise(plan)
    case .polyline:
      elements += marks(
        "VectorLabels", plan,
        [("closable", "false"), ("curves", "false"), ("minPoints", "2"), ("strokeWidth", "2")])
    case .mask: elements += marks("BrushLabels", plan, [])
    case .segment:
      elements += marks(self.plan.item.tag == "Video" ? "TimelineLabels" : "Labels", plan, [])
    case .track: elements += tracks(plan)
    case .cuboid, .identity: break
    }
    return elements
  }

  // MARK: Answers for the whole item

  private func choices(_ plan: LabelStudioPlan.LayerPlan) -> [XMLElement] {
    let isMultiple = plan.layer.kind.value == .choices
    var options = plan.labels.map { label in
      Self.option(
        "Choice", name: label.name.value, id: label.exportID, hint: label.brief,
        key: keys?[label.id.value, in: plan.layer.id.value])
    }
    options += plan.escapes.map(Self.option)
    let control = question(
      plan, options, isMultiple: isMultiple, isInline: options.count <= 5)
    return beside(plan, [control] + plan.attributes.flatMap { attribute($0, of: plan) })
  }

  func scale(_ plan: LabelStudioPlan.LayerPlan) -> [XMLElement] {
    var options = plan.layer.points.map { point in
      let value = String(point.value.value)
      return Self.option(
        "Choice", name: point.means.map { "\(value): \($0.value)" } ?? value, id: value)
    }
    options += plan.escapes.map(Self.option)
    return [question(plan, options, isInline: false)]
  }

  /// The control of a question that is answered by picking options.
  func question(
    _ plan: LabelStudioPlan.LayerPlan, _ options: [XMLElement], isMultiple: Bool = false,
    isInline: Bool
  ) -> XMLElement {
    let choice = isMultiple ? "multiple" : plan.layer.isRequired ? "single-radio" : "single"
    return XMLElement(
      "Choices",
      controlAttributes(plan.name) + [("choice", choice)] + required(plan.layer)
        + [("showInline", isInline ? "true" : "false")],
      options)
  }

  private func text(_ plan: LabelStudioPlan.LayerPlan) -> [XMLElement] {
    let isShort = (plan.layer.maximumLength?.value ?? .max) <= 80
    return beside(
      plan,
      [
        XMLElement(
          "TextArea",
          controlAttributes(plan.name)
            + [("rows", isShort ? "1" : "3"), ("editable", "true"), ("maxSubmissions", "1")]
            + required(plan.layer))
      ])
  }

  /// Puts the escape answers of a question below its control, and hides that while one is given.
  func beside(
    _ plan: LabelStudioPlan.LayerPlan, _ elements: [XMLElement]
  ) -> [XMLElement] {
    guard !plan.besides.isEmpty else { return elements }
    return [XMLElement("View", Self.unless(plan.besidesName), elements)]
      + escapeControl(plan.besides, name: plan.besidesName, header: nil)
  }

  private func escapeControl(
    _ escapes: [Escape], name: String, header: String?
  ) -> [XMLElement] {
    (header.map { [Self.header($0, size: 5)] } ?? []) + [
      XMLElement(
        "Choices",
        controlAttributes(name)
          + [("choice", "single"), ("showInline", escapes.count <= 5 ? "true" : "false")],
        escapes.map(Self.option))
    ]
  }

  // MARK: Marks

  func marks(
    _ tag: String, _ plan: LabelStudioPlan.LayerPlan, _ attributes: Attributes
  ) -> [XMLElement] {
    var labels = plan.labels.map { label in
      var element = Self.option(
        "Label", name: label.name.value, id: label.exportID, hint: label.brief,
        key: keys?[label.id.value, in: plan.layer.id.value])
      if let colour = self.plan.index.colour(ofLabel: label.id.value) {
        element.attributes.append(("background", colour.hex))
      }
      return element
    }
    if let maximum = plan.layer.maximum, plan.labels.count == 1 {
      labels[0].attributes.append(("maxUsages", String(maximum.value)))
    }
    labels += plan.marks.map { escape in
      var element = Self.option(
        "Label", name: escape.displayName, id: escape.id.value, hint: escape.definition?.value)
      element.attributes.append(("background", "#6b6b6b"))
      return element
    }
    return [XMLElement(tag, controlAttributes(plan.name) + attributes, labels)] + afterMarks(plan)
  }

  private func keypoints(_ plan: LabelStudioPlan.LayerPlan) -> [XMLElement] {
    var labels: [XMLElement] = []
    for label in plan.labels {
      for point in plan.layer.keypoints {
        var element = Self.option(
          "Label",
          name: plan.labels.count > 1 ? "\(label.name.value) · \(point.value)" : point.value,
          id: plan.keypointID(label, point.value),
          hint: label.brief)
        if let colour = self.plan.index.colour(ofLabel: label.id.value) {
          element.attributes.append(("background", colour.hex))
        }
        labels.append(element)
      }
    }
    return [XMLElement("KeyPointLabels", controlAttributes(plan.name), labels)] + afterMarks(plan)
  }

  private func afterMarks(_ plan: LabelStudioPlan.LayerPlan) -> [XMLElement] {
    var elements = plan.attributes.flatMap { attribute($0, of: plan) }
    if !plan.flags.isEmpty {
      let condition = region(plan, plan.labels)
      elements.append(
        XMLElement(
          "View", condition,
          [
            XMLElement(
              "Choices",
              controlAttributes(plan.flagsName)
                + [("perRegion", "true"), ("choice", "single"), ("showInline", "true")] + condition,
              plan.flags.map(Self.option))
          ]))
    }
    if !plan.besides.isEmpty {
      elements += escapeControl(plan.besides, name: plan.besidesName, header: nil)
    }
    return elements
  }

  // MARK: Relations

  private func isFirstRelation(_ place: Int) -> Bool {
    place == plan.layers.firstIndex { $0.layer.kind.value == .relation }
  }

  /// All kinds of all layers: the editor knows one list of relations a page.
  private var relations: XMLElement {
    var seen: Set<String> = []
    let relations = plan.layers.flatMap { $0.layer.relations }.filter {
      seen.insert($0.id.value).inserted
    }
    return XMLElement(
      "Relations", [],
      relations.map { XMLElement("Relation", [("value", LabelStudioText.value($0.id.value))]) })
  }

  // MARK: Parts

  func controlAttributes(_ name: String) -> Attributes {
    [("name", name), ("toName", plan.item.name)]
  }

  static func header(_ text: String, size: Int) -> XMLElement {
    // The editor shows it as it is written.
    let words = LabelStudioText.value(Phrase.withoutQuotes(text))
    return XMLElement("Header", [("value", words), ("size", String(size))])
  }

  private static func unless(_ name: String) -> Attributes {
    [("visibleWhen", "choice-unselected"), ("whenTagName", name)]
  }

  func required(_ layer: Layer) -> Attributes {
    guard layer.isRequired else { return [] }
    return required(layer.question?.value ?? layer.id.value)
  }

  /// What the editor says while the answer is missing, as it is written.
  func required(_ question: String) -> Attributes {
    let message = plan.words.pleaseAnswer.text + plan.words.colon + Phrase.withoutQuotes(question)
    return [("required", "true"), ("requiredMessage", message)]
  }

  static func option(_ escape: Escape) -> XMLElement {
    option("Choice", name: escape.displayName, id: escape.id.value, hint: escape.definition?.value)
  }

  /// An answer: what the annotator reads, and what stands in the results.
  static func option(
    _ tag: String, name: String, id: String, hint: String? = nil, key: String? = nil
  ) -> XMLElement {
    // An alias that reads as a boolean blanks the page, so such an id is shown itself.
    var attributes: Attributes =
      LabelStudioText.isBoolean(id)
      ? [("value", id)]
      : name == id && LabelStudioText.value(id) == id
        ? [("value", id)] : [("value", LabelStudioText.value(name)), ("alias", id)]
    if let key { attributes.append(("hotkey", key)) }
    if let hint, !hint.isEmpty {
      attributes.append(("hint", LabelStudioText.words(Phrase.withoutQuotes(hint))))
    }
    return XMLElement(tag, attributes)
  }
}

extension LabelStudioPlan.LayerPlan {
  /// What stands in the results for one point of an object.
  func keypointID(_ label: Label, _ point: String) -> String {
    labels.count > 1 ? "\(label.exportID).\(point)" : point
  }
}
