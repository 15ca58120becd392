package import RubricaModel
package import RubricaSource

/// What the text names is there.
package enum UnknownName: Check {
  package static let info = CheckInfo(
    id: "unknown-name",
    levels: .warning,
    summary: """
      A name in backticks that is nearly that of a label, or that a rule tells to choose, is declared.
      """,
    rationale: """
      A label was renamed or removed, and a rule still asks for it. Annotators look for it among the \
      buttons, do not find it, and each of them decides what was meant.
      """,
    bad: [
      CheckExample(
        Sample.signs("## Rules\n\n- **If** it is an octagon **then** choose `⟪stopp⟫`.\n"),
        fixed: Sample.signs("## Rules\n\n- **If** it is an octagon **then** choose `stop`.\n")),
      CheckExample(
        Sample.signs("## Rules\n\n- **If** it gives way **then** label it as `⟪yield⟫`.\n")),
      CheckExample(
        Sample.signs(
          "## FAQ\n\n### What about a toy sign?\nIt is an `⟪other-sing⟫`.\n"),
        fixed: Sample.signs("## FAQ\n\n### What about a toy sign?\nIt is an `other-sign`.\n")),
      CheckExample(
        Sample.task(
          header: "language: de",
          layers: "- {id: signs, kind: box, labels: [stop, vorfahrt]}",
          """
          # Schilder

          ## Labels

          ### Stop
          Ein rotes Achteck.

          ### Vorfahrt
          Eine gelbe Raute.

          ## Regeln

          - **Wenn** es verdeckt ist, **dann** wähle `⟪tempo⟫`.
          """)),
    ],
    good: [
      CheckExample(
        Sample.signs("## Rules\n\n- **If** it is an octagon **then** choose `stop`.\n")),
      CheckExample(
        Sample.signs(
          layers: """
            - id: signs
              kind: box
              labels: [stop, other-sign]
              attributes: [{id: stops, type: enum, values: [stopped, going]}]
            """,
          "## Rules\n\n- Choose `stopped` for `stops`, and leave `id` alone.\n")),
      CheckExample(
        Sample.signs("## Rules\n\n- Label `HALT` too: it is part of the sign. Press `Submit`.\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let text = index.annotatorText
    guard !text.codes.isEmpty, !index.guideline.labels.isEmpty else { return }
    // Most code is the id of a label.
    var unsure: [(place: AnnotatorText.Place, code: Located<String>)] = []
    for place in text.codes {
      let sentence = text.sentences[place.sentence]
      guard mayName(sentence.owner),
        let code = name(at: text.span(text.words[place.word], sentence), index),
        !index.hasLabel(code.value), !index.hasLayer(code.value), index.escape(code.value) == nil
      else { continue }
      unsure.append((place, code))
    }
    guard !unsure.isEmpty else { return }
    let naming = NamingWords.of(index.vocabulary)
    var names = Names(index)
    for (place, code) in unsure where !names.contains(code.value) {
      let sentence = text.sentences[place.sentence]
      var isAsked = false
      if case .rule = sentence.owner, let naming, names.looksLikeID(code.value) {
        let bytes = index.guideline.sources.bytes(of: sentence.source)
        isAsked = naming.ask(forWordAt: place.word, in: sentence, text, bytes)
      }
      let near = names.nearest(to: code.value)
      guard near != nil || isAsked, !names.isQuoted(code.value, in: index) else { continue }
      let miss = NearMiss(
        to: code, among: [near].compactMap { $0 }, in: index.guideline.sources,
        otherwise: "name a label that there is, or declare this one under the heading "
          + index.vocabulary.word(SectionRole.labels))
      report.add(info, at: code.span, unknown(code.value), help: miss.help, fixes: miss.fixes)
    }
  }

  private static func unknown(_ code: String) -> String {
    "nothing is called `\(Wording.excerpt(code))`, but the text names it"
  }

  /// Labels of the precedence and of the default for cases of doubt have a finding of their own.
  private static func mayName(_ owner: AnnotatorText.Owner) -> Bool {
    switch owner {
    case .rule, .prose, .tableCell, .example, .definition, .label, .scope: true
    case .heading, .precedence, .doubt, .data: false
    }
  }

  /// What stands in backticks, if it can be a name.
  private static func name(at span: Span, _ index: GuidelineIndex) -> Located<String>? {
    let bytes = index.guideline.sources.bytes(of: span.source)
    let range = span.range.clamped(to: 0..<bytes.count)
    let word = bytes[range].drop { $0 == 0x60 }.prefix { $0 != 0x60 }
    guard (3...64).contains(word.count), word.allSatisfy({ ByteScan.isWordByte($0) }),
      !word.allSatisfy({ $0.isDigit })
    else { return nil }
    return Located(
      String(decoding: word, as: UTF8.self), Span(span.source, word.startIndex, word.endIndex))
  }

  /// What the text may name.
  private struct Names {
    private var known: Set<String> = [
      Vocabulary.none, Layer.tie, "label", "labels", "box", "polygon", "polyline", "mask", "cuboid",
      "true", "false", "yes", "no", "null", "expected", "layer", "span", "spans", "text",
    ]
    private let labels: [String]
    private var hasCapitals = false
    private var hasSmall = false
    /// The nearest label of what was asked before: the same name is often wrong at many places.
    private var found: [String: String?] = [:]

    init(_ index: GuidelineIndex) {
      let guideline = index.guideline
      var labels: [String] = []
      for label in guideline.labels {
        labels.append(label.id.value)
        known.insert(label.name.value)
        known.insert(label.exportID)
        for slot in label.form?.composition?.slots ?? [] {
          known.insert(slot.id.value)
          for value in slot.values { known.insert(value.id.value) }
        }
        for byte in label.id.value.utf8 {
          if byte &- 0x41 < 26 { hasCapitals = true }
          if byte &- 0x61 < 26 { hasSmall = true }
        }
      }
      self.labels = labels
      for group in guideline.groups { known.formUnion([group.id.value, group.name.value]) }
      for escape in guideline.escapes { if let name = escape.name { known.insert(name.value) } }
      for warning in guideline.warnings { known.insert(warning.category.value) }
      known.formUnion(guideline.entries.compactMap { $0.title?.plainText })
      for anchor in guideline.anchors { known.insert(anchor.id.value) }
      for layer in guideline.layers { insert(layer) }
    }

    private mutating func insert(_ layer: Layer) {
      if let name = layer.name { known.insert(name.value) }
      // Ids of a layer that have no label are told where the layer lists them.
      known.formUnion(layer.labels.map { $0.value } + layer.keypoints.map { $0.value })
      for attribute in layer.attributes {
        known.formUnion([attribute.id.value, attribute.displayName])
        for value in attribute.values { known.insert(value.id.value) }
      }
      for relation in layer.relations {
        known.formUnion([relation.id.value, relation.displayName])
      }
      for candidate in layer.candidates?.fixed ?? [] {
        known.formUnion([candidate.id.value, candidate.displayName])
      }
    }

    func contains(_ name: String) -> Bool { known.contains(name) }

    /// Whether it is written as labels are: a button of the tool mostly is not.
    func looksLikeID(_ name: String) -> Bool {
      let capitals = name.utf8.contains { $0 &- 0x41 < 26 }
      let small = name.utf8.contains { $0 &- 0x61 < 26 }
      return (hasCapitals || !capitals) && (hasSmall || !small)
    }

    /// The label that is nearly called so. What differs in capitals and hyphens only is another finding.
    mutating func nearest(to name: String) -> String? {
      if let known = found[name] { return known }
      guard found.count < 200 else { return nil }
      let near =
        Suggestion.same(as: name, among: labels) == nil
        ? Suggestion.nearest(to: name, among: labels) : nil
      found.updateValue(near, forKey: name)
      return near
    }

    /// Whether it is a part of an item, which the text may speak of too.
    func isQuoted(_ name: String, in index: GuidelineIndex) -> Bool {
      index.guideline.examples.contains { example in
        guard case .text(let text) = example.input else { return false }
        return text.text.contains(name)
      }
    }
  }
}
