package import RubricaModel
package import RubricaSource

/// A label that is named must be declared.
package enum UndefinedLabel: Check {
  package static let info = CheckInfo(
    id: "undefined-label",
    levels: .error,
    summary: "Every label that is named is declared.",
    rationale: """
      Annotators are asked for a label that nothing explains, or an example teaches a label that the \
      tool does not offer. A model trained on the export sees a class that nobody defined.
      """,
    bad: [
      CheckExample(
        Sample.signs(record: "signs: [{label: ⟪stpo⟫, box: [40, 30, 100, 90]}]"),
        fixed: Sample.signs(record: "signs: [{label: stop, box: [40, 30, 100, 90]}]")),
      CheckExample(
        Sample.signs(
          layers: "- {id: signs, kind: box, labels: [stop, ⟪other-sing⟫]}", "Draw tight boxes."),
        fixed: Sample.signs("Draw tight boxes.")),
      CheckExample(Sample.signs("## Precedence\n\n1. stop\n2. ⟪yield⟫\n3. other-sign\n")),
      CheckExample(
        Sample.leadIns("**Not** ⟪[Foreign sign](#foreign-sign)⟫: it has no octagon.", ""),
        fixed: Sample.leadIns("**Not** [Foreign sign](#other-sign): it has no octagon.", "")),
      CheckExample(
        Sample.names("> [Ada]{⟪PRE⟫} slept.\n"), fixed: Sample.names("> [Ada]{PER} slept.\n")),
      CheckExample(
        """
        ---
        rubrica: 1
        extends:
          guideline: base
          remove: {labels: [other-sign]}
        ---

        # Stop signs

        """,
        files: [
          "base/guideline.md": Sample.signs(
            record: "signs: [{label: ⟪other-sign⟫, box: [40, 30, 100, 90]}]")
        ]),
      CheckExample(
        Sample.signs(
          layers: "- {id: signs, kind: box, labels: [stop, ⟪yield⟫]}", "###Yield\nA triangle."),
        fixed: Sample.signs(
          layers: "- {id: signs, kind: box, labels: [stop, yield]}", "### Yield\nA triangle.")),
      CheckExample(
        Sample.signs(
          layers: "- {id: signs, kind: box, labels: [stop, ⟪yield⟫]}", "#### Yield\nA triangle.")),
      CheckExample(
        Sample.signs(layers: "- {id: signs, kind: box, labels: [stop, ⟪moth⟫]}", "Look.")),
      CheckExample(
        Sample.unheaded("## ⟪Lables⟫\n\n### Stop\nRed.\n\n### Yield\nWhite.\n"),
        fixed: Sample.unheaded("## Labels\n\n### Stop\nRed.\n\n### Yield\nWhite.\n")),
      CheckExample(
        Sample.unheaded("⟪##Labels⟫\n\n### Stop\nRed.\n\n### Yield\nWhite.\n"),
        fixed: Sample.unheaded("## Labels\n\n### Stop\nRed.\n\n### Yield\nWhite.\n")),
      CheckExample(
        Sample.unheaded("⟪**Labels**⟫\n\n### Stop\nRed.\n\n### Yield\nWhite.\n")),
      CheckExample(Sample.unheaded("## ⟪Stop⟫\nRed.\n\n## Yield\nWhite.\n")),
      CheckExample(
        Sample.task(
          layers: "- {id: signs, kind: box, labels: [stop, ⟪yield⟫]}",
          """
          # Signs

          ## Labels

          ### Group: Octagons

          #### Stop
          A red octagon.

          ### Good: a stop sign
          ![A stop sign](media/stop.png)

          #### Yield
          A triangle.
          """)),
      CheckExample(
        Sample.task(
          layers: "- {id: signs, kind: box, labels: [stop, ⟪give-way⟫]}",
          """
          # Signs

          ## Labels

          ### Stop
          A red octagon.

          ### 3.1 Give way
          A triangle.
          """),
        fixed: Sample.task(
          layers: "- {id: signs, kind: box, labels: [stop, give-way]}",
          """
          # Signs

          ## Labels

          ### Stop
          A red octagon.

          ### 3.1 Give way {#give-way}
          A triangle.
          """)),
      CheckExample(
        Sample.signs(
          layers: "- {id: signs, kind: box, labels: [stop, ⟪“other-sign”⟫]}", "Draw tight boxes."),
        fixed: Sample.signs("Draw tight boxes.")),
      CheckExample(
        Sample.crowd(kind: "polyline", "polyline: [[40, 30], [100, 90]]", "⟪crowd⟫")),
      CheckExample(Sample.formed("{id: song, pattern: \"[0-9]+[a-c]\"}", "12⟪A⟫")),
      CheckExample(Sample.formed("{id: song, pattern: \"[0-9]+[a-c]\"}", "⟪12⟫")),
      CheckExample(
        Sample.formed(
          "{id: product, composed: {slots: [{id: brand, values: [fizz, pop]}, {id: pack, values: [can, glass]}]}}",
          "fizz_can⟪n⟫")),
    ],
    good: [
      // A blank that breaks no line, as word processors set it, is one in the id of a heading too.
      CheckExample(
        Sample.signs("Draw tight boxes.").replacing("Other sign", with: "Other\u{A0}sign")),
      CheckExample(Sample.formed("{id: song, pattern: \"[0-9]+[a-c]\"}", "12a")),
      CheckExample(Sample.signs(record: "signs: [{label: stop, box: [40, 30, 100, 90]}]")),
      CheckExample(Sample.signs("## Precedence\n\n1. stop\n2. [Other sign](#other-sign)\n")),
      CheckExample(Sample.signs("## Precedence\n\n1. stop\n2. Other\u{A0}sign\n")),
      CheckExample(Sample.crowd(kind: "box", "box: [40, 30, 100, 90]", "crowd")),
      // Under Labels a reserved word is a label, if a layer names it.
      CheckExample(
        Sample.task(
          layers: "- {id: things, kind: box, labels: [tool, how-to, glossary]}",
          """
          # Things

          ## Labels

          ### Tool
          A hammer or a saw.

          ### Steps {#how-to}
          A list with numbers.

          ### Group: Parts of a page

          #### Glossary
          A list of words.

          ## Steps
          1. Look.
          """)),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    var search = Search(index)
    search.layers(&report)
    search.labels(&report)
    search.precedence(&report)
    search.governance(&report)
    search.examples(&report)
  }

  private static func swallowed(_ names: [String]) -> String {
    names.count == 1
      ? "the heading of \(Wording.list(names)) is part of what opens here, so no such label is declared"
      : "the headings of \(Wording.list(names)) are part of what opens here, so no such labels are declared"
  }

  /// Goes through all that names labels.
  private struct Search {
    /// What names a label.
    private enum Place {
      case layer(String)
      case other(String)

      var isLayer: Bool {
        guard case .layer = self else { return false }
        return true
      }

      /// As findings call it.
      var words: String {
        switch self {
        case .layer(let id): "layer `\(id)`"
        case .other(let words): words
        }
      }
    }

    /// For how many labels a like id is looked for: a guideline with more has lost its list of labels, and each
    /// costs a look at every id.
    private static let suggested = 200

    private let index: GuidelineIndex
    private let unmade: UnmadeLabels
    private let renamedLabel: Located<String>?
    /// Looked for when a label is not declared.
    private lazy var renamedLabels = RenamedLabels(index)
    private let ids: [String]
    private var looked = 0
    /// What layers list in vain: it is reported there, not at every use.
    private var listed: Set<String> = []

    init(_ index: GuidelineIndex) {
      self.index = index
      unmade = UnmadeLabels(index)
      renamedLabel = index.renamedLabel
      ids = Array(index.labelIDs)
    }

    /// Before all others, which leave out what is reported here.
    mutating func layers(_ report: inout Report) {
      var told = index.labelsInRecords
      // In a draft, what swallows their headings is no error by itself.
      let isError = report.level(of: UnclosedMarkup.info) == .error
      for (place, names) in index.labelsInMarkup {
        told.formUnion(names)
        if !isError {
          report.add(
            UndefinedLabel.info, at: place, UndefinedLabel.swallowed(names),
            help: "close it where it should end")
        }
      }
      for lost in index.lostLabels {
        report.add(
          UndefinedLabel.info, at: lost.cause, lost.words, help: lost.help, fixes: lost.fixes)
        told.formUnion(lost.names)
      }
      for layer in index.guideline.layers {
        for label in layer.labels {
          if !told.contains(label.value) { expect(label, .layer(layer.id.value), &report) }
          if !index.hasLabel(label.value) { listed.insert(label.value) }
        }
        for attribute in layer.attributes {
          let tests = [attribute.requiredWhen, attribute.appliesWhen].flatMap { $0?.tests ?? [] }
          let named = attribute.appliesTo + tests.filter(\.isAboutLabel).flatMap(\.values)
          for label in named where !listed.contains(label.value) {
            expect(label, .other("attribute `\(attribute.id.value)`"), &report)
          }
        }
        for relation in layer.relations {
          for label in relation.from + relation.to where !listed.contains(label.value) {
            expect(label, .other("relation `\(relation.id.value)`"), &report)
          }
        }
      }
    }

    mutating func labels(_ report: inout Report) {
      for label in index.guideline.labels {
        for contrast in label.contrasts where !listed.contains(contrast.label.value) {
          expect(contrast.label, .other("the contrast of `\(label.id.value)`"), &report)
        }
        // A parent that the id implies is one that is declared.
        if let parent = label.parent {
          expect(parent, .other("the parent of `\(label.id.value)`"), &report)
        }
      }
    }

    mutating func precedence(_ report: inout Report) {
      for entry in index.guideline.precedence?.entries ?? [] {
        // An entry without a label is a criterion in words, or a wildcard.
        guard let label = entry.label, !listed.contains(label) else { continue }
        expect(Located(label, entry.text.span), .other("the precedence"), &report)
      }
      if let label = index.guideline.doubt?.label, !listed.contains(label.value) {
        expect(label, .other("the default for cases of doubt"), &report)
      }
    }

    mutating func governance(_ report: inout Report) {
      for metric in index.guideline.governance?.metrics ?? [] {
        if let label = metric["label"]?.text {
          expect(label, .other("a quality metric"), &report)
        }
      }
    }

    mutating func examples(_ report: inout Report) {
      let index = index
      for given in index.givenLabels
      where !index.isInAnyLayer(given.label.value) && !index.isIgnoredPart(given) {
        if let miss = FormMiss(given, index) {
          report.add(
            UndefinedLabel.info, at: miss.place, miss.words,
            notes: [.init("the form of `\(miss.label.value)` is declared here", at: miss.form)],
            help: miss.help)
          continue
        }
        expect(
          given.label, .other("an example"), &report,
          among: index.layer(of: given).map {
            $0.labels.map(\.value) + index.guideline.escapes.map(\.id.value)
          })
      }
    }

    /// Reports a label that is not declared; `candidates` are what may be meant, if not any label.
    private mutating func expect(
      _ label: Located<String>, _ place: @autoclosure () -> Place, _ report: inout Report,
      among candidates: @autoclosure () -> [String]? = nil
    ) {
      // An empty one is a lead-in that names no label at all, which has a finding of its own.
      guard !index.hasLabel(label.value), !label.value.isEmpty else { return }
      let place = place()
      if let removal = index.guideline.removal(of: label.value) {
        return report.add(
          UndefinedLabel.info, at: label.span, Self.removed(label.value, place),
          notes: [.init("it is removed here", at: removal)],
          help: "also remove or override what names it, or keep the label")
      }
      // At every other place than a layer the label is named as an author remembers it.
      if place.isLayer, let unmade = unmade[label.value] {
        return report.add(
          UndefinedLabel.info, at: label.span, Self.undefined(label.value, place),
          notes: [unmade.note], help: unmade.help, fixes: unmade.fixes)
      }
      let renamed = place.isLayer ? renamedLabel : renamedLabels[label.value]
      let escape = index.escape(label.value).map { _ in
        "it is an escape answer, which stands in place of the whole answer of a layer"
      }
      let near = NearMiss(
        to: label, among: looked < Self.suggested ? candidates() ?? ids : [],
        in: index.guideline.sources,
        otherwise: renamed.map { advice($0, label.value, place) }
          ?? escape ?? "declare it under the heading Labels, in labels.yaml or in the layer")
      looked += 1
      let shown = place.isLayer || near.suggestion == nil ? renamed : nil
      report.add(
        UndefinedLabel.info, at: label.span, Self.undefined(label.value, place),
        notes: shown.map { [.init(Self.declared($0.value, place), at: $0.span)] } ?? [],
        help: near.help,
        fixes: place.isLayer ? decided(near, label) : edits(of: label, near, shown?.value))
    }

    /// What to do where a label has another id than it is named by.
    private func advice(_ renamed: Located<String>, _ old: String, _ place: Place) -> String {
      let id = Wording.excerpt(renamed.value)
      guard place.isLayer else { return "write `\(id)`, if that is its new id" }
      // An id that is not made of the words of the heading is written there.
      if index.guideline.sources.text(renamed.span).contains(renamed.value) {
        return "declare it, or name `\(id)` here if that is its new id"
      }
      return """
        if only its name has changed, write `{#\(Wording.excerpt(old))}` at the end of its heading; if `\(id)` is \
        its new id, name it here
        """
    }

    /// A link has the id behind a number sign, and often the same word in its text.
    private func edits(of label: Located<String>, _ near: NearMiss, _ renamed: String?) -> [Fix] {
      let sources = index.guideline.sources
      guard near.fixes.isEmpty, let id = near.suggestion ?? renamed else { return near.fixes }
      let isSafe = near.suggestion?.lowercased() == label.value.lowercased()
      let link = Located("#" + label.value, label.span)
      let fixes = Fix.replacing(link, with: "#" + id, in: sources, isSafe: isSafe)
      return fixes.isEmpty ? Fix.replacing(label, with: id, in: sources, isSafe: isSafe) : fixes
    }

    private static func declared(_ label: String, _ place: Place) -> String {
      place.isLayer
        ? "`\(label)` is declared here, but is in no layer"
        : "`\(label)` is declared here, and nothing names it"
    }

    /// Edits of the id that a layer gives. It may be the one in the data, where the other is only made of
    /// the words of a heading: unless nothing but capitals differs, which one stays is somebody's decision.
    private func decided(_ near: NearMiss, _ label: Located<String>) -> [Fix] {
      guard let id = near.suggestion, id.lowercased() != label.value.lowercased(),
        let declared = index.label(id)?.id,
        !index.guideline.sources.text(declared.span).contains(declared.value)
      else { return near.fixes }
      return near.fixes.map { Fix($0.title, edits: $0.edits, isSafe: false) }
    }

    private static func removed(_ label: String, _ place: Place) -> String {
      "the label `\(Wording.excerpt(label))` of the base is removed, but \(place.words) names it"
    }

    private static func undefined(_ label: String, _ place: Place) -> String {
      "no label is called `\(Wording.excerpt(label))`, but \(place.words) names it"
    }
  }
}

extension Sample {
  fileprivate static func unheaded(_ body: String) -> String {
    task(layers: "- {id: signs, kind: box, labels: [stop, yield]}", "# Signs\n\n" + body)
  }

  /// A picture with a part that is not to be used.
  fileprivate static func crowd(kind: String, _ place: String, _ label: String) -> String {
    signs(
      header: "escape: [{id: crowd, means: ignore-region, definition: Too many to draw.}]",
      layers: "- {id: signs, kind: \(kind), labels: [stop, other-sign]}",
      """
      ## Examples

      ### Good: a crowd of signs
      ![A wall full of signs](media/wall.png)

      ```yaml expected
      signs: [{label: \(label), \(place)}]
      ```
      """)
  }
}

extension Guideline {
  /// Where an extension says that a label of its base is removed.
  fileprivate func removal(of label: String) -> Span? {
    for base in bases {
      if let removed = base.removedLabels.first(where: { $0.value == label }) {
        return removed.span
      }
    }
    return nil
  }
}
