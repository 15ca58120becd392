internal import RubricaModel
internal import RubricaSource

/// The head of a guideline, and what is asked: layers and escape answers.
extension LeafBuilder {
  mutating func addHead() {
    add(guideline, at: "guideline", .annotator, in: guideline.document.head)
    for warning in guideline.warnings {
      let path = free("guideline/warnings/" + LeafSegment.of(warning.category.value))
      add(path, text: [], at: warning.category.span, .annotator)
      add(
        warning, at: path, .annotator, in: warning.category.span)
    }
    guard let nearest = guideline.bases.first else { return }
    let names = guideline.bases.map {
      [LeafValue.line($0.id), $0.version ?? "-"].joined(separator: " ")
    }
    add(
      "base", text: Array(names.joined(separator: "\n").utf8), at: nearest.reference, .annotator)
  }

  mutating func addTask() {
    for layer in guideline.layers { add(layer) }
    // They are answered in this order.
    add(order: guideline.layers.map(\.id), at: "layers")
    if orderIsIdentity { add(order: guideline.escapes.map(\.id), at: "escapes") }
    for escape in guideline.escapes {
      add(
        escape, at: free("escapes/" + LeafSegment.of(escape.id.value)), .annotator,
        in: escape.id.span)
    }
    for group in guideline.groups {
      add(
        group, at: free("groups/" + LeafSegment.of(group.id.value)), .annotator, in: group.span)
    }
  }

  /// The order of parts that have leaves of their own, where it says something.
  private mutating func add(order ids: [Located<String>], at path: String) {
    guard ids.count > 1 else { return }
    add(
      path + "/~order", ids: ids, of: "id", isSet: false, at: guideline.document.head, .annotator)
  }

  private mutating func add(_ layer: Layer) {
    let path = free("layers/" + LeafSegment.of(layer.id.value))
    add(layer.fields, at: path, .annotator, in: layer.span)
    if !layer.labels.isEmpty {
      add(
        path + "/labels", ids: layer.labels, of: "labels", isSet: !orderIsIdentity,
        at: layer.span, .annotator)
    }
    for point in layer.points {
      let place = free(path + "/points/\(point.value.value)")
      add(point, at: place, .annotator, in: point.value.span)
    }
    if orderIsIdentity {
      add(
        order: layer.points.map { Located("\($0.value.value)", $0.value.span) },
        at: path + "/points")
    }
    for relation in layer.relations {
      let place = free(path + "/relations/" + LeafSegment.of(relation.id.value))
      add(relation, at: place, .annotator, in: relation.id.span)
    }
    for attribute in layer.attributes {
      let place = free(path + "/attributes/" + LeafSegment.of(attribute.id.value))
      add(attribute, at: place, .annotator, in: attribute.span)
      add(attribute.values, at: place + "/values")
    }
  }

  private mutating func add(_ values: [Attribute.Value], at path: String) {
    guard let first = values.first else { return }
    // Which there are, and in its form in which order.
    add(
      path, ids: values.map(\.id), of: "id", isSet: true, at: first.id.span, .annotator)
    for value in values {
      add(
        value, at: free(path + "/" + LeafSegment.of(value.id.value)), .annotator,
        in: value.id.span)
    }
  }
}
