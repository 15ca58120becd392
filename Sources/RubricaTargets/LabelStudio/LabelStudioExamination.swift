internal import RubricaModel
internal import RubricaSource

/// Finds what Label Studio cannot express, or would show wrongly.
struct LabelStudioExamination {
  let index: GuidelineIndex
  let plan: LabelStudioPlan?

  init(_ index: GuidelineIndex) {
    self.index = index
    plan = LabelStudioPlan(index)
  }

  func run(_ report: inout Report) {
    examineTitle(&report)
    for layer in index.guideline.layers { examine(layer, &report) }
    guard let plan else { return }
    examineCandidates(plan, &report)
    var told: Set<[String]> = []
    for layer in plan.layers {
      for answers in [Self.answers(of: layer, plan.words), layer.besides.map(Self.answer)] {
        examine(answers, of: "`\(layer.layer.id.value)`", &told, &report)
      }
      for attribute in layer.attributes { examine(attribute, of: layer, &report) }
    }
    examine(plan.escapes.map(Self.answer), of: "the whole item", &told, &report)
    examineShortcuts(plan, &report)
    examineExamples(plan, &report)
  }

  /// Two that are compared must both be on the page.
  private func examineCandidates(_ plan: LabelStudioPlan, _ report: inout Report) {
    guard plan.candidates.isEmpty, !plan.layers.contains(where: { $0.list != nil }) else { return }
    for layer in plan.layers where layer.layer.kind.value == .pairwise {
      report.add(
        LabelStudioChecks.candidates, at: layer.layer.candidates?.span ?? layer.layer.span,
        "the page shows one `$\(plan.item.field)`, not the candidates of `\(layer.layer.id.value)`",
        help: "give the text of each candidate in an example, in a fence `text ID`")
    }
  }

  private func examineTitle(_ report: inout Report) {
    let title = index.guideline.title
    let count = title.value.unicodeScalars.count
    guard !index.guideline.layers.isEmpty, !LabelStudioProject.titleLengths.contains(count) else {
      return
    }
    report.add(
      LabelStudioChecks.title, at: title.span,
      "the project is called “\(LabelStudioProject.title(of: index.guideline))”",
      notes: [.init("the title has \(count) characters; Label Studio allows 3 to 50")],
      help: "choose a title of 3 to 50 characters to have the same title in both places")
  }

  private func examine(_ layer: Layer, _ report: inout Report) {
    let obstacle =
      index.guideline.modality?.value == .pointCloud
      ? "it shows no point clouds" : LabelStudioPlan.obstacle(layer, index)
    if let mode = layer.preAnnotation, mode.value != .none, obstacle == nil {
      let maker = layer.preAnnotatedBy.map { " of \($0.value)" } ?? ""
      report.add(
        LabelStudioChecks.preAnnotation, at: mode.span,
        "the answers\(maker) in `\(layer.id.value)` are not in the Label Studio project",
        help: "import them with the items, as `predictions`")
    }
    if let obstacle {
      // Each name that is not declared is an error of its own, and what kind of item there is may be unknown.
      guard layer.labels.isEmpty || layer.labels.contains(where: { index.hasLabel($0.value) }),
        !index.guideline.unread.modality, !report.errorPlaces.areWithin(layer.span)
      else { return }
      report.add(
        LabelStudioChecks.layer, at: layer.span,
        "the layer `\(layer.id.value)` is not in the Label Studio project: \(obstacle)",
        help: "change the layer, or remove `label-studio` from `targets` in rubrica.yaml")
      return
    }
    for (span, words) in unenforced(layer) {
      report.add(
        LabelStudioChecks.notEnforced, at: span,
        "Label Studio does not enforce \(words)",
        help: "the page only says it in words; check the results for it")
    }
    for (span, words) in unsaid(layer) {
      report.add(
        LabelStudioChecks.notEnforced, at: span, "Label Studio does not enforce \(words)",
        help: "its page does not say it: say it in the guideline, and check the results for it")
    }
  }

  private func unenforced(_ layer: Layer) -> [(Span, String)] {
    var found: [(Span, String)] = []
    let kind = layer.kind.value
    // A single answer is enforced: where it is required, that is what `required` means.
    if let minimum = layer.minimum, !(kind == .choices && minimum.value <= 1) {
      found.append((minimum.span, "the minimum of the layer `\(layer.id.value)`"))
    }
    if let maximum = layer.maximum,
      !(kind.takesMarks && LabelStudioPlan.offered(layer, index).count == 1)
    {
      found.append((maximum.span, "the maximum of the layer `\(layer.id.value)`"))
    }
    if layer.isRequired, kind == .ranking {
      found.append((layer.id.span, "that the layer `\(layer.id.value)` has an order"))
    }
    // A minimum has been told.
    if layer.isRequired, kind.takesMarks || kind == .relation, (layer.minimum?.value ?? 0) < 1 {
      found.append((layer.id.span, "that the layer `\(layer.id.value)` has a mark"))
    }
    if let pattern = layer.pattern {
      found.append((pattern.span, "the pattern of the layer `\(layer.id.value)`"))
    }
    if let grammar = layer.grammar {
      found.append((grammar.span, "the grammar of the layer `\(layer.id.value)`"))
    }
    if let scope = layer.relations.lazy.compactMap(\.scope).first {
      found.append(
        (scope.span, "how far apart the ends of relations of `\(layer.id.value)` may be"))
    }
    if let length = layer.maximumLength {
      found.append((length.span, "the length of the layer `\(layer.id.value)`"))
    }
    if let end = layer.relations.lazy.compactMap({ $0.from.first ?? $0.to.first }).first {
      found.append((end.span, "which labels the relations of the layer `\(layer.id.value)` join"))
    }
    for attribute in layer.attributes {
      if let pattern = attribute.pattern {
        found.append((pattern.span, "the pattern of the attribute `\(attribute.id.value)`"))
      }
      if let when = attribute.requiredWhen {
        found.append(
          (
            when.tests.first?.attribute.span ?? when.span,
            "when the attribute `\(attribute.id.value)` is required"
          ))
      }
      let asked = attribute.appliesWhen
      if attribute.isRequired,
        kind == .keypoints || (!attribute.isAlwaysRequired && asked != nil)
      {
        found.append(
          (asked?.span ?? attribute.span, "that the attribute `\(attribute.id.value)` is required"))
      }
      if attribute.kind.value == .reference {
        found.append((attribute.span, "what the attribute `\(attribute.id.value)` points to"))
      }
    }
    return found
  }

  /// What is not in the headings either.
  private func unsaid(_ layer: Layer) -> [(Span, String)] {
    var found: [(Span, String)] = []
    let kind = layer.kind.value
    if let bone = layer.skeleton.first {
      found.append(
        (bone.from.span, "the skeleton of the layer `\(layer.id.value)`, and draws no lines"))
    }
    if layer.unit != kind.defaultUnit, !kind.takesMarks, kind != .relation {
      found.append((layer.span, "the unit of the layer `\(layer.id.value)`: it asks once per item"))
    }
    for label in LabelStudioPlan.offered(layer, index) {
      guard let form = label.form else { continue }
      found.append(
        (
          form.expression.span,
          "what a text of `\(label.id.value)` looks like: it offers the label, and nobody can type the text"
        ))
    }
    return found
  }

  /// One of the answers of a control.
  private struct Answer {
    var id: String
    /// What the annotator reads, and what stands in the results.
    var name: String
    var exportID: String
    var isEscape = false
    var span: Span
  }

  private static func answer(_ escape: Escape) -> Answer {
    Answer(
      id: escape.id.value, name: escape.displayName, exportID: escape.id.value, isEscape: true,
      span: escape.name?.span ?? escape.id.span)
  }

  private static func answers(of plan: LabelStudioPlan.LayerPlan, _ words: Words) -> [Answer] {
    let layer = plan.layer
    var answers = plan.labels.map { label in
      let place = layer.labels.first { $0.value == label.id.value } ?? label.id
      return Answer(
        id: label.id.value, name: label.name.value, exportID: label.exportID, span: place.span)
    }
    answers += layer.points.map { point in
      let value = String(point.value.value)
      return Answer(
        id: value, name: point.means.map { "\(value): \($0.value)" } ?? value, exportID: value,
        span: point.value.span)
    }
    if layer.kind.value == .pairwise, layer.points.isEmpty, let candidates = layer.candidates {
      answers += candidates.fixed.map {
        Answer(
          id: $0.id.value, name: $0.displayName, exportID: $0.id.value,
          span: $0.name?.span ?? $0.id.span)
      }
      if layer.allowsTies {
        answers.append(
          Answer(
            id: Layer.tie, name: IDWords.title(of: words.marks.equallyGood), exportID: Layer.tie,
            span: candidates.span))
      }
    }
    return answers + (plan.escapes + plan.marks).map(answer)
  }

  /// - Parameters:
  ///   - question: what they answer, for the message.
  ///   - told: the ids of two escape answers that have been told of another question.
  private func examine(
    _ answers: [Answer], of question: String, _ told: inout Set<[String]>, _ report: inout Report
  ) {
    var taken: [String: Answer] = [:]
    taken.reserveCapacity(2 * answers.count)
    for answer in answers {
      let (name, id) = (answer.name, answer.exportID)
      for word in name == id ? [name] : name < id ? [name, id] : [id, name] {
        guard let first = taken[word], first.id != answer.id else {
          taken[word] = answer
          continue
        }
        let isPairOfEscapes = first.isEscape && answer.isEscape
        if isPairOfEscapes, !told.insert([first.id, answer.id]).inserted { continue }
        report.add(
          LabelStudioChecks.ambiguousLabel, at: answer.span,
          "`\(word)` stands for two answers of \(question): `\(first.id)` and `\(answer.id)`",
          notes: [.init("the other answer", at: first.span)],
          help: "give each answer a name that no other has, and each label such an `export`")
      }
    }
  }

  private func examine(
    _ plan: LabelStudioPlan.AttributePlan, of layer: LabelStudioPlan.LayerPlan,
    _ report: inout Report
  ) {
    let comma = UInt8(ascii: ",")
    if let label = plan.labels.first(where: { $0.exportID.utf8.contains(comma) }) {
      report.add(
        LabelStudioChecks.condition, at: plan.attribute.span,
        "the attribute `\(plan.attribute.id.value)` is asked for every label of `\(layer.layer.id.value)`",
        notes: [.init("the exported id `\(label.exportID)` has a comma", at: label.export?.span)],
        help: "export the label without a comma")
    }
    for test in plan.attribute.appliesWhen?.tests ?? [] where !test.isAboutLabel {
      guard
        let other = layer.layer.attributes.first(where: { $0.id.value == test.attribute.value }),
        other.chosenValues(test) == nil
      else { continue }
      report.add(
        LabelStudioChecks.condition, at: test.values.first?.span ?? test.attribute.span,
        "the attribute `\(plan.attribute.id.value)` is always asked",
        notes: [.init("Label Studio can only wait for a chosen value without a comma")],
        help: "make `\(other.id.value)` an `enum` or a `boolean`")
    }
  }

  private func examineShortcuts(_ plan: LabelStudioPlan, _ report: inout Report) {
    guard index.guideline.labels.contains(where: { $0.shortcut != nil }) else { return }
    let isPicture = index.guideline.modality?.value == .image
    var owners: [String: Label] = [:]
    var seen: Set<String> = []
    for layer in plan.layers {
      for label in layer.labels where seen.insert(label.id.value).inserted {
        guard let shortcut = label.shortcut else { continue }
        guard let key = LabelStudioKeys.key(shortcut.value) else {
          report.add(
            LabelStudioChecks.shortcut, at: shortcut.span,
            "`\(shortcut.value)` is not a key in Label Studio, so it does not pick `\(label.id.value)` there",
            help: "use a letter from a to z or a digit")
          continue
        }
        if let owner = owners[key] {
          // One that is written the same has a finding in every tool.
          if owner.shortcut?.value.lowercased() == shortcut.value.lowercased() { continue }
          report.add(
            LabelStudioChecks.shortcut, at: shortcut.span,
            "the key `\(key)` already belongs to `\(owner.id.value)`",
            notes: [.init("the first use", at: owner.shortcut?.span)], help: "choose another key")
          continue
        }
        owners[key] = label
        if isPicture, LabelStudioKeys.builtIn.contains(key) {
          report.add(
            LabelStudioChecks.builtInKey, at: shortcut.span,
            "the key `\(key)` also picks one of Label Studio's own tools on pictures",
            help:
              "use a letter other than \(LabelStudioKeys.builtIn.sorted().joined(separator: ", "))")
        }
      }
    }
  }

  private func examineExamples(_ plan: LabelStudioPlan, _ report: inout Report) {
    let errors = report.errorPlaces
    let layersHaveErrors = index.guideline.layers.contains { errors.areWithin($0.span) }
    var large: Set<String> = []
    var open: [(example: Example, layer: String)] = []
    for example in LabelStudioTasks.examples(plan) {
      if case .media(let path, _) = example.input,
        let size = index.media(path.value)?.bytes?.count, size > 5_000_000,
        large.insert(path.value).inserted
      {
        report.add(
          LabelStudioChecks.picture, at: path.span,
          "the picture has \(size / 1_000_000) MB and is embedded in the tasks",
          help: "use a smaller copy of the picture")
      }
      guard example.role == .good else { continue }
      let answers = LabelStudioAnswers(example, plan, isWritten: false)
      if let obstacle = answers.obstacle {
        // It follows from an error in the record, or in what its labels are compared with.
        if layersHaveErrors || errors.areWithin(example.extent) { continue }
        report.add(
          LabelStudioChecks.example, at: example.span,
          "the example becomes a task without an answer: \(obstacle)",
          help: answers.wayOut)
      } else if let layer = answers.open.first,
        !index.guideline.unread.holdsRecord(of: example.id)
      {
        open.append((example, layer))
      }
    }
    if let first = open.first {
      report.add(
        LabelStudioChecks.openExample, at: first.example.span,
        "the example does not answer `\(first.layer)`, so it is a prediction, not a ground truth",
        notes: open.dropFirst().map {
          .init("it does not answer `\($0.layer)` either", at: $0.example.span)
        },
        help: "answer every layer; `none` means that there is nothing to mark")
    }
    for example in index.guideline.examples where example.role == .good {
      guard case .media(let path, _) = example.input, example.expected != nil,
        let media = index.media(path.value), media.bytes != nil, !media.type.isPicture
      else { continue }
      report.add(
        LabelStudioChecks.recording, at: path.span,
        "the recording is not among the tasks of the Label Studio project",
        help: "import it by hand, or use it as a test item there")
    }
  }
}

extension Example {
  /// From its heading to its record.
  fileprivate var extent: Span {
    guard let record = self.expected?.span else { return self.span }
    return self.span.union(record)
  }
}
