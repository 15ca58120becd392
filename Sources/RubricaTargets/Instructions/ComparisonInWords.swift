internal import RubricaModel
internal import RubricaSource

/// Answers in words that no picture shows: orders, groups, and places in space and time.
extension Page {
  /// Whether the page needs more styles than most.
  var hasRareKinds: Bool {
    guideline.layers.contains { layer in
      if let mode = layer.preAnnotation?.value, mode != .none { return true }
      return switch layer.kind.value {
      case .choice, .choices, .scale, .box, .polygon, .keypoints, .span, .relation, .text: false
      default: true
      }
    }
  }

  /// What the candidates of an example say, beside each other.
  func writeCandidates(of example: Example, to html: inout HTMLWriter) {
    guard !example.candidates.isEmpty else { return }
    html.element("div", class: "input candidates") { html in
      for candidate in example.candidates {
        html.element("figure") { html in
          html.element("figcaption", text: name(ofCandidate: candidate.candidate.value))
          html.element("blockquote", class: "words", text: candidate.text)
        }
      }
    }
  }

  private func name(ofCandidate id: String) -> String {
    let layer = guideline.layers.first { $0.candidates?.contains(id) ?? false }
    return layer?.name(ofCandidate: id) ?? id
  }

  /// What a layer compares, follows or joins, and what annotators find in it.
  func writeKind(of layer: Layer, to html: inout HTMLWriter) {
    if let candidates = layer.candidates { write(candidates, to: &html) }
    if layer.kind.value == .pairwise, !layer.points.isEmpty { writeScale(layer, to: &html) }
    if let frame = layer.frame?.value {
      html.element("p", class: "facts more") { html in
        html.text(Word(words.marks.frame + words.colon))
        html.text(frame)
      }
    }
    if let mode = layer.preAnnotation?.value,
      let words = words.marks.preAnnotation(mode, layer.preAnnotatedBy?.value)
    {
      html.element("p", class: "prepared", text: Word(words))
    }
  }

  private func write(_ candidates: Candidates, to html: inout HTMLWriter) {
    guard !candidates.fixed.isEmpty else { return }
    html.element("ul", [.class("compared"), .init("aria-label", words.marks.candidates)]) { html in
      for candidate in candidates.fixed { html.element("li", text: candidate.displayName) }
    }
  }

  /// Facts of the rarer kinds, in plain words.
  func kindFacts(about layer: Layer) -> [String] {
    var facts: [String] = []
    if layer.kind.value == .track || layer.kind.value == .identity, let over = layer.over?.value {
      let name = index.layer(over)?.question?.value ?? Self.title(of: over)
      facts.append(words.marks.over(name))
    }
    if let candidates = layer.candidates {
      if candidates.fixed.isEmpty {
        facts.append(
          words.marks.candidateCount(candidates.minimum?.value ?? 2, candidates.maximum?.value))
      }
      if layer.points.isEmpty {
        facts.append(layer.allowsTies ? words.marks.ties : words.marks.noTies)
      }
    }
    if let rate = layer.frameRate?.value { facts.append(words.marks.frameRate(Number.text(rate))) }
    if layer.isAcrossItems { facts.append(words.marks.acrossItems) }
    return facts
  }

  func writeRanking(
    _ places: [[Located<String>]], of layer: Layer?, to html: inout HTMLWriter
  ) {
    html.element("ol", class: "ranking") { html in
      for place in places {
        html.element("li", text: Word(words.marks.place(place, of: layer)))
      }
    }
  }

  func writeGroups(_ groups: [[Located<String>]], to html: inout HTMLWriter) {
    html.element("ul", class: "groups") { html in
      for group in groups {
        html.element("li") { html in
          for (place, id) in group.enumerated() {
            if place > 0 { html.raw(" = ") }
            html.element("code", text: id.value)
          }
          if group.count == 1 {
            html.element("span", class: "value", text: Word(words.marks.alone))
          }
        }
      }
    }
  }

  /// Relations between marks that no text shows.
  func writeRelations(_ relations: [RelationMark], to html: inout HTMLWriter) {
    html.element("ul", class: "groups") { html in
      for mark in relations {
        html.element("li") { html in
          html.element("code", text: mark.from.value)
          let relation = guideline.layers.lazy.flatMap { $0.relations }
            .first { $0.id.value == mark.relation.value }
          writeArrow(relation, id: mark.relation.value, to: &html)
          html.element("code", text: mark.to.value)
        }
      }
    }
  }

  /// What a mark is called, and where it is if no picture shows that.
  func writePlace(of region: Region, to html: inout HTMLWriter) {
    if let id = region.id {
      html.raw(" ")
      html.element("code", text: id.value)
    }
    guard let place = words.marks.words(for: region.geometry) else { return }
    html.raw(" ")
    html.element("span", class: "value", text: Word(place))
  }
}
