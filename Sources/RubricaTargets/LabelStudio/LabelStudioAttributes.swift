internal import RubricaModel
internal import RubricaSource

/// Controls for the attributes of answers.
extension LabelStudioConfig {
  func attribute(
    _ attributePlan: LabelStudioPlan.AttributePlan, of layer: LabelStudioPlan.LayerPlan
  ) -> [XMLElement] {
    let attribute = attributePlan.attribute
    let isPerMark = layer.layer.kind.value.takesMarks
    let condition =
      isPerMark ? region(layer, attributePlan.labels) : choice(layer, attributePlan.labels)
    var attributes = controlAttributes(attributePlan.name)
    if isPerMark { attributes.append(("perRegion", "true")) }
    var control = control(for: attribute, attributes)
    if attribute.isAlwaysRequired, layer.layer.kind.value != .keypoints {
      control.attributes += required(attribute.displayName)
    }
    // The check for required answers looks at the control's own condition, not at its view's.
    if isPerMark { control.attributes += condition }
    let remarks = LabelStudioRemarks(attribute, plan.words, plan.index).lines
    var inner = ([title(of: attribute, with: attributePlan.labels, in: layer)] + remarks).map {
      Self.header($0, size: 6)
    }
    inner.append(control)
    for view in conditions(attribute, attributePlan, layer).reversed() {
      inner = [XMLElement("View", view, inner)]
    }
    return [XMLElement("View", condition, inner)]
  }

  private func control(for attribute: Attribute, _ attributes: Attributes) -> XMLElement {
    let preset = attribute.defaultValue?.value
    switch attribute.kind.value {
    case .enum:
      let options = attribute.values.map { value in
        Self.option(
          "Choice", name: value.id.value, id: value.id.value, hint: value.definition?.value
        )
        .selected(value.id.value == preset)
      }
      return choices(options, attribute, attributes)
    case .boolean:
      let options = [("yes", "true"), ("no", "false")].map { id, value in
        Self.option("Choice", name: plan.words.answer(value), id: id).selected(value == preset)
      }
      return choices(options, attribute, attributes)
    case .number:
      var all = attributes
      if let minimum = attribute.minimum { all.append(("min", Number.text(minimum.value))) }
      if let maximum = attribute.maximum { all.append(("max", Number.text(maximum.value))) }
      if let preset { all.append(("defaultValue", preset)) }
      return XMLElement("Number", all)
    case .text, .reference:
      var all = attributes + [("rows", "1"), ("editable", "true"), ("maxSubmissions", "1")]
      // What is kept apart for the page would be part of the answer here.
      if let preset, LabelStudioText.value(preset) == preset { all.append(("value", preset)) }
      return XMLElement("TextArea", all)
    }
  }

  private func choices(
    _ options: [XMLElement], _ attribute: Attribute, _ attributes: Attributes
  ) -> XMLElement {
    XMLElement(
      "Choices",
      attributes + [
        ("choice", attribute.isAlwaysRequired ? "single-radio" : "single"),
        ("showInline", options.count <= 5 ? "true" : "false"),
      ], options)
  }

  private func title(
    of attribute: Attribute, with labels: [Label], in layer: LabelStudioPlan.LayerPlan
  ) -> String {
    var title = attribute.displayName
    if let unit = attribute.unit { title += " (\(unit.value))" }
    if let condition = attribute.requiredWhen, labels.contains(where: condition.mayHold(for:)) {
      title += ", \(plan.words.requiredWhen(words(condition, layer)))"
    }
    if let condition = attribute.appliesWhen {
      let when = words(condition, layer)
      let isEnforced = attribute.isAlwaysRequired && layer.layer.kind.value != .keypoints
      let isRequired = attribute.isRequired && !isEnforced
      title += ", \(isRequired ? plan.words.requiredWhen(when) : plan.words.askedWhen(when))"
    } else if attribute.isRequired, layer.layer.kind.value == .keypoints {
      title += ", \(plan.words.required)"
    }
    if let definition = attribute.definition { title += plan.words.colon + definition.value }
    if layer.layer.kind.value == .keypoints { title += " (\(plan.words.marks.atOnePoint))" }
    return title
  }

  private func words(_ condition: Condition, _ layer: LabelStudioPlan.LayerPlan) -> String {
    let words = plan.words
    return condition.tests.map { test in
      let other = layer.layer.attributes.first { $0.id.value == test.attribute.value }
      let values = test.values.map { words.answer($0.value) }
      return (other?.displayName ?? test.attribute.value) + (words.labels.is ?? words.colon)
        + (test.isNegated ? "\(words.labels.not) " : "")
        + values.joined(separator: " \(words.labels.or) ")
    }.joined(separator: " \(words.labels.and) ")
  }

  // MARK: Conditions

  /// While a mark with one of the labels is selected.
  func region(_ plan: LabelStudioPlan.LayerPlan, _ labels: [Label]) -> Attributes {
    var ids = labels.map { $0.exportID }
    if plan.layer.kind.value == .keypoints {
      ids = labels.flatMap { label in
        plan.layer.keypoints.map { plan.keypointID(label, $0.value) }
      }
    }
    let condition: Attributes = [("visibleWhen", "region-selected"), ("whenTagName", plan.name)]
    // A condition is split at its commas: an id with one could never be met.
    guard !ids.contains(where: { $0.utf8.contains(UInt8(ascii: ",")) }) else { return condition }
    return condition + [("whenLabelValue", ids.joined(separator: ","))]
  }

  /// While one of the labels is the answer.
  private func choice(_ plan: LabelStudioPlan.LayerPlan, _ labels: [Label]) -> Attributes {
    let ids = labels.map { $0.exportID }
    let condition: Attributes = [("visibleWhen", "choice-selected"), ("whenTagName", plan.name)]
    guard !ids.contains(where: { $0.utf8.contains(UInt8(ascii: ",")) }) else { return condition }
    return condition + [("whenChoiceValue", ids.joined(separator: ","))]
  }

  /// While the other answers are those that this attribute waits for: one view a test of them. The
  /// labels that it waits for are the only ones that have it here; and when it is required is only
  /// said, since it may be given without that.
  private func conditions(
    _ attribute: Attribute, _ plan: LabelStudioPlan.AttributePlan,
    _ layer: LabelStudioPlan.LayerPlan
  ) -> [Attributes] {
    (attribute.appliesWhen?.tests ?? []).compactMap { view($0, plan, layer) }
  }

  private func view(
    _ test: Condition.Test, _ plan: LabelStudioPlan.AttributePlan,
    _ layer: LabelStudioPlan.LayerPlan
  ) -> Attributes? {
    guard !test.isAboutLabel,
      let other = layer.attributes.first(where: {
        $0.attribute.id.value == test.attribute.value
          && $0.labels.contains { label in plan.labels.contains { $0.id.value == label.id.value } }
      }), let values = other.attribute.chosenValues(test)
    else { return nil }
    return [
      ("visibleWhen", "choice-selected"), ("whenTagName", other.name),
      ("whenChoiceValue", values.joined(separator: ",")),
    ]
  }
}

extension Attribute {
  /// Required whatever the other attributes say: the only kind of duty that the editor knows.
  var isAlwaysRequired: Bool {
    isRequired && requiredWhen == nil && (appliesWhen?.tests ?? []).allSatisfy(\.isAboutLabel)
  }

  /// Whether an answer with this label can be asked for it, whatever else it says.
  func mayApply(to label: Label, in layer: Layer) -> Bool {
    guard applies(to: label.id.value), let condition = appliesWhen else {
      return applies(to: label.id.value)
    }
    // What does not apply to the label has no value, and no default either.
    return condition.mayHold(for: label)
      && condition.tests.allSatisfy { test in
        layer.attributes.first { $0.id.value == test.attribute.value }?
          .applies(to: label.id.value) ?? true
      }
  }

  /// The answers of the attribute's control that meet a test; nil if the editor cannot wait for them.
  func chosenValues(_ test: Condition.Test) -> [String]? {
    let values: [String]
    switch kind.value {
    case .enum: values = self.values.map(\.id.value).filter { test.holds($0) }
    case .boolean:
      values = ["true", "false"].filter { test.holds($0) }.map { $0 == "true" ? "yes" : "no" }
    case .number, .text, .reference: return nil
    }
    let comma = UInt8(ascii: ",")
    return values.isEmpty || values.contains { $0.utf8.contains(comma) } ? nil : values
  }
}

extension Condition {
  /// Whether it can hold for an answer with this label, as far as it is about labels.
  func mayHold(for label: Label) -> Bool {
    tests.allSatisfy { !$0.isAboutLabel || $0.holds(label.id.value) }
  }
}

extension XMLElement {
  fileprivate func selected(_ isSelected: Bool) -> XMLElement {
    guard isSelected else { return self }
    var element = self
    element.attributes.append(("selected", "true"))
    return element
  }
}
