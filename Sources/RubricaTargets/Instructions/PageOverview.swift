internal import RubricaModel
internal import RubricaSource

extension Page {
  /// What is asked, in order, with the labels of each question: the map of the page.
  func writeOverview(to html: inout HTMLWriter) {
    guard !guideline.layers.isEmpty || !guideline.escapes.isEmpty || !guideline.labels.isEmpty
    else { return }
    html.element(
      "section", [.class("section overview"), .init("aria-labelledby", "page.overview")]
    ) { html in
      html.element("h2", [.id("page.overview")], text: words.overview)
      if guideline.layers.count > 1 { html.element("p", text: words.overviewIntroduction) }
      if guideline.layers.isEmpty {
        writeChips(guideline.labels.map { $0.id }, to: &html)
      } else {
        html.element("ol", class: "layers") { html in
          for layer in guideline.layers { write(layer, to: &html) }
        }
      }
      if !guideline.escapes.isEmpty { writeEscapes(to: &html) }
    }
    html.raw("\n")
  }

  private func write(_ layer: Layer, to html: inout HTMLWriter) {
    html.element("li", [.class("layer"), .id("layer." + layer.id.value)]) { html in
      html.element("h3") { html in
        html.element(
          "span", [.class("question")] + (layer.question.map { language(at: $0.span) } ?? [])
        ) { html in
          if let question = layer.question?.value {
            html.words(question)
          } else {
            html.text(title(ofLayer: layer.id.value))
          }
        }
      }
      html.element("p", class: "facts") { html in
        for (place, fact) in facts(about: layer).enumerated() {
          if place > 0 { html.raw(" \u{B7} ") }
          switch fact {
          case .ours(let word): html.text(word)
          case .author(let text): write(text, to: &html)
          }
        }
      }
      writeChips(layer.labels, of: layer, to: &html)
      if layer.kind.value == .scale { writeScale(layer, to: &html) }
      if !layer.keypoints.isEmpty { writeKeypoints(layer, to: &html) }
      writeKind(of: layer, to: &html)
      if !layer.relations.isEmpty { writeRelations(layer, to: &html) }
      if let pattern = layer.pattern?.value {
        writePattern(words.mustLookLike, pattern, sample: index.sample(of: layer), to: &html)
      }
      if let grammar = layer.grammar { write(grammar, to: &html) }
    }
    html.raw("\n")
  }

  /// What a text looks like: by a text, or where there is none by the pattern itself.
  func writePattern(
    _ word: Word, _ pattern: String, sample: String?, to html: inout HTMLWriter
  ) {
    html.element("p", class: "pattern") { html in
      html.text(sample == nil ? word : Word("\(word) (\(words.forExample))"))
      html.raw(" ")
      html.element("code", text: sample ?? pattern)
    }
  }

  private enum Fact {
    case ours(Word)
    case author(Located<String>)
  }

  /// Kind, number and duty, in plain words.
  private func facts(about layer: Layer) -> [Fact] {
    var facts: [Fact] = []
    if layer.question != nil {
      facts.append(
        .author(layer.name ?? Located(Self.title(of: layer.id.value), layer.id.span)))
    }
    if layer.kind.value == .scale, let first = layer.points.first, let last = layer.points.last {
      facts.append(.ours(words.scaleRange(first.value.value, last.value.value)))
    } else if let kind = words.kinds[layer.kind.value] {
      facts.append(.ours(kind))
    }
    facts += kindFacts(about: layer).map { .ours(Word($0)) }
    if let cardinality = layer.cardinality { facts.append(.author(cardinality)) }
    facts.append(.ours(layer.isRequired ? words.always : words.whereItApplies))
    if let minimum = layer.minimum?.value {
      facts.append(.ours(Word("\(words.atLeast) \(minimum)")))
    }
    if let maximum = layer.maximum?.value {
      facts.append(.ours(Word("\(words.atMost) \(maximum)")))
    }
    if let length = layer.maximumLength?.value {
      facts.append(.ours(Word("\(words.atMost) \(length) \(words.characters)")))
    }
    return facts
  }

  private func writeChips(
    _ labels: [Located<String>], of layer: Layer? = nil, to html: inout HTMLWriter
  ) {
    let shown = labels.filter { index.label($0.value).map(isShown) ?? true }
    guard !shown.isEmpty else { return }
    write(LabelOutline(shown.map { $0.value }, index).roots, of: layer, to: &html)
  }

  private func write(
    _ nodes: [LabelOutline.Node], of layer: Layer?, isBelow: Bool = false,
    to html: inout HTMLWriter
  ) {
    html.element("ul", class: "chips") { html in
      for node in nodes {
        html.element("li", node.children.isEmpty ? [] : [.class("branch")]) { html in
          switch node.part {
          case .label(let id):
            writeChip(
              id, key: layer.flatMap { key(of: id, in: $0) }, showsBranch: !isBelow, to: &html)
          case .group(let group): html.element("b") { write(group.name, to: &$0) }
          }
          if !node.children.isEmpty {
            write(node.children, of: layer, isBelow: true, to: &html)
          }
        }
      }
    }
  }

  func writeScale(_ layer: Layer, to html: inout HTMLWriter) {
    html.element("ol", [.class(layer.points.count > 7 ? "scale long" : "scale")]) { html in
      for point in layer.points {
        let isBest = layer.best?.value == point.value.value
        html.element("li", isBest ? [.class("best")] : []) { html in
          html.element(
            "b", point.value.value < 0 ? [.init("dir", "ltr")] : [],
            text: String(point.value.value))
          html.element("span") { html in
            if let means = point.means { writeWords(means, to: &html) }
            for example in point.examples { html.element("q") { write(example, to: &$0) } }
            if isBest { html.element("em", text: words.best) }
          }
        }
      }
    }
  }

  private func writeKeypoints(_ layer: Layer, to html: inout HTMLWriter) {
    html.element("p", class: "points") { html in
      html.element("b", text: words.points)
      html.raw(" ")
      for (place, point) in layer.keypoints.enumerated() {
        if place > 0 { html.raw(" \u{B7} ") }
        html.element("b", class: "letter", text: Self.letter(place))
        html.raw("\u{A0}")
        html.text(Self.title(of: point.value))
      }
    }
  }

  private func writeRelations(_ layer: Layer, to html: inout HTMLWriter) {
    html.element("ul", class: "joins") { html in
      for relation in layer.relations {
        html.element("li") { html in
          html.element("p", class: "join") { html in
            writeEnds(relation.from, to: &html)
            html.raw(" ")
            writeArrow(relation, to: &html)
            html.raw(" ")
            writeEnds(relation.to, to: &html)
          }
          let notes = [
            relation.isSymmetric ? words.inEitherDirection : nil,
            relation.scope.flatMap { words.labels.scopes[$0.value] },
          ].compactMap { $0 }
          if !notes.isEmpty || relation.definition != nil {
            html.element("p") { html in
              if let definition = relation.definition { writeWords(definition, to: &html) }
              if !notes.isEmpty {
                html.text(Word(" (\(notes.map(\.text).joined(separator: ", ")))"))
              }
            }
          }
        }
      }
    }
  }

  private func writeEnds(_ labels: [Located<String>], to html: inout HTMLWriter) {
    if labels.isEmpty { html.raw("\u{2026}") }
    for (place, label) in labels.enumerated() {
      if place > 0 { html.raw(" ") }
      writeChip(label.value, to: &html)
    }
  }

  func writeArrow(_ relation: Relation?, id: String = "", to html: inout HTMLWriter) {
    html.element("span", class: "arrow") { html in
      html.raw(relation?.isSymmetric == true ? "\u{2194} " : "\u{2014} ")
      html.text(relation?.displayName ?? Self.title(of: id))
      html.raw(
        relation?.isSymmetric == true ? " \u{2194}" : " <span class=\"to\">\u{2192}</span>")
    }
  }

  private func writeEscapes(to html: inout HTMLWriter) {
    html.element("section", [.class("escapes"), .id("page.escapes")]) { html in
      html.element("h3", text: words.cannotAnswer)
      html.element("dl") { html in
        for escape in guideline.escapes {
          html.element("div") { html in
            html.element("dt") { html in
              writeEscapeChip(escape.id.value, to: &html)
              html.element("code", text: escape.id.value)
            }
            html.element("dd") { html in
              if let definition = escape.definition {
                html.element("span", language(at: definition.span)) {
                  $0.words(definition.value)
                }
                html.raw(" ")
              }
              if let meaning = meaning(of: escape) {
                html.element("span", class: "soft", text: meaning)
              }
              if !escape.layers.isEmpty {
                html.raw(" ")
                html.element("span", class: "soft", text: use(of: escape))
              }
            }
          }
        }
      }
    }
  }

  /// What giving it says. Doubt stands beside a mark, and in place of any other answer.
  private func meaning(of escape: Escape) -> Word? {
    guard let meaning = escape.meaning?.value else { return nil }
    let kinds = guideline.layers.filter { escape.isAllowed(in: $0) }.map {
      $0.kind.value.takesMarks
    }
    guard meaning == .unsureFlag, kinds.contains(false) else { return words.meanings[meaning] }
    return kinds.contains(true) ? words.unsureOfAny : words.unsureInstead
  }

  /// The questions that may be answered with it.
  private func use(of escape: Escape) -> Word {
    let questions = escape.layers.map { layer in
      index.layer(layer.value)?.question?.value ?? Self.title(of: layer.value)
    }
    return Word("\(words.labels.onlyFor)\(words.colon)\(questions.joined(separator: ", "))")
  }

  /// The letter that stands for a point of the layer, the same in every picture.
  static func letter(of point: Region.Keypoint, in layer: Layer?) -> String {
    letter(layer?.keypoints.firstIndex { $0.value == point.id.value } ?? 0)
  }

  /// `a`, `b`, …, `z`, `aa`, …
  static func letter(_ place: Int) -> String {
    let last = String(UnicodeScalar(UInt8(97 + place % 26)))
    return place < 26 ? last : letter(place / 26 - 1) + last
  }
}
