internal import RubricaModel
internal import RubricaSource

/// What the catalogue asks about the instructions themselves.
extension ComputedLook {
  /// The task is stated and each of its labels is defined. That none is declared twice was
  /// settled before: it is an error, and with an error there is no checklist.
  func labelsDefined() -> EvidenceFindings {
    let layers = index.guideline.layers
    let labels = index.guideline.labels
    guard !layers.isEmpty else {
      return missing("the front matter has no `task`", near: nil)
    }
    let inUse = labelsInUse
    var findings = EvidenceFindings()
    for place in inUse where labels[place].definition.isEmpty {
      findings.append(
        missing("`\(labels[place].id.value)` has no definition", near: labels[place].span))
    }
    guard findings.gaps.isEmpty else { return findings }
    let layerCount = Count.text(layers.count, "layer", "layers")
    let labelCount = Count.text(inUse.count, "label", "labels")
    return found("\(layerCount), \(labelCount), each label defined once", at: layers[0].span)
  }

  func doubtRule() -> EvidenceFindings {
    let guideline = index.guideline
    var findings = EvidenceFindings()
    if let doubt = guideline.doubt {
      findings.append(found(doubt.content.plainText, at: doubt.span))
    } else {
      findings.append(missing("there is no *When in doubt*", near: nil))
    }
    if let first = guideline.escapes.first, let last = guideline.escapes.last {
      let ids = guideline.escapes.map(\.id.value).joined(separator: ", ")
      findings.append(found("escape answers: \(ids)", at: first.id.span.union(last.id.span)))
    } else {
      findings.append(missing("the front matter has no `escape` answers", near: nil))
    }
    if let precedence = guideline.precedence {
      let order = precedence.entries.map(\.text.plainText).joined(separator: ", ")
      findings.append(found("precedence: \(order)", at: precedence.span))
    } else if let rivals = guideline.layers.first(where: { $0.excludesLabels }) {
      findings.append(
        missing(
          "labels of `\(rivals.id.value)` exclude each other, but there is no *Precedence*",
          near: rivals.span))
    }
    return findings
  }

  func edgeCases() -> EvidenceFindings {
    let cases = index.guideline.rules.filter { $0.kind == .edgeCase && $0.audience.isForAnnotators }
    guard let first = cases.first else { return missing("there are no *Edge cases*", near: nil) }
    let unsettled = cases.filter {
      $0.thresholds.isEmpty && ($0.condition == nil || $0.action == nil)
    }
    guard unsettled.isEmpty else {
      return unsettled.reduce(into: EvidenceFindings()) {
        let name = $1.title.map { "\"\($0.plainText)\"" } ?? $1.number
        $0.append(missing("edge case \(name) does not have *If* and *Then*", near: $1.span))
      }
    }
    return found(
      Count.text(cases.count, "edge case", "edge cases") + ", each settled", at: first.span)
  }

  func labelExamples() -> EvidenceFindings {
    let labels = index.guideline.labels
    let examples = index.guideline.examples
    let good = shownLabels(in: .good)
    let bad = shownLabels(in: .bad)
    let inUse = labelsInUse
    var findings = EvidenceFindings()
    for place in inUse {
      let lacking =
        switch (good[place], bad[place]) {
        case (true, true): ""
        case (false, true): "good"
        case (true, false): "bad"
        case (false, false): "good and no bad"
        }
      guard !lacking.isEmpty else { continue }
      let id = labels[place].id.value
      findings.append(missing("`\(id)` has no \(lacking) example", near: labels[place].span))
    }
    guard findings.gaps.isEmpty else { return findings }
    guard let first = examples.first else { return missing("there are no examples", near: nil) }
    let text = Count.text(examples.count, "example", "examples")
    return found(
      "\(text): a good one and a bad one for each of \(inUse.count) labels", at: first.span)
  }

  /// Whether examples of a role are about each label: those it stands under, and those in their records
  /// and texts.
  private func shownLabels(in role: ExampleRole) -> [Bool] {
    var isShown = [Bool](repeating: false, count: index.guideline.labels.count)
    let examples = index.guideline.examples
    // A text of a label that stands for many shows the label.
    func show(_ label: String) {
      if let place = index.labelPlace(label) { isShown[place] = true }
    }
    for place in examples.indices where examples[place].role == role {
      if let label = examples[place].label, let under = index.declaredPlace(label) {
        isShown[under] = true
      }
      if case .text(let text) = examples[place].input {
        for mark in text.marks { show(mark.label.value) }
      }
      for answer in examples[place].expected?.answers ?? [] {
        switch answer.value {
        case .labels(let choices): for choice in choices { show(choice.label.value) }
        case .regions(let regions): for region in regions { show(region.label.value) }
        case .marks(let marks): for mark in marks { show(mark.label.value) }
        case .point, .ranking, .preference, .relations, .groups, .text, .nothing, .escape: break
        }
      }
    }
    return isShown
  }

  func walkThrough() -> EvidenceFindings {
    if let anchor = index.anchor("walk-through") {
      return found("a part with the id walk-through", at: anchor.id.span)
    }
    let examples = index.guideline.examples
    let layers = index.guideline.layers
    let place = examples.indices.first {
      examples[$0].role == .good && examples[$0].answers(allOf: layers)
    }
    guard let whole = place.map({ examples[$0] }) else {
      return missing("no good example has an answer in every layer", near: nil)
    }
    return found("\(whole.title?.plainText ?? whole.id): an answer in every layer", at: whole.span)
  }

  func language() -> EvidenceFindings {
    guard let written = FrontMatterKey.language.values(index).first else {
      return missing("`language` is not in the front matter", near: nil)
    }
    return found("the instructions are in \(written.value)", at: written.span)
  }

  func changelog() -> EvidenceFindings {
    guard let version = index.guideline.version else {
      return missing("there is no `version` to look up in the changelog", near: nil)
    }
    guard let section = index.guideline.body.firstSection(.changelog) else {
      return missing("there is no *Changelog*", near: version.span)
    }
    guard let entry = section.elements.entry(naming: version.value, index.guideline) else {
      return missing("the changelog does not mention \(version.value)", near: section.heading.span)
    }
    return found(entry.text, at: entry.span)
  }
}

extension Layer {
  /// Whether an annotator has to decide between its labels.
  fileprivate var excludesLabels: Bool { self.kind.value == .choice && self.labels.count > 1 }
}

extension Example {
  fileprivate func answers(allOf layers: [Layer]) -> Bool {
    guard !layers.isEmpty else { return false }
    let answers = self.expected?.answers ?? []
    return layers.allSatisfy { layer in
      if answers.contains(where: { $0.layer.value == layer.id.value }) { return true }
      guard case .text(let text) = self.input else { return false }
      return switch layer.kind.value {
      case .span:
        text.marks.contains { mark in layer.labels.contains { $0.value == mark.label.value } }
      case .relation: !text.relations.isEmpty
      default: false
      }
    }
  }
}

extension [Element] {
  /// The heading or block that names a version.
  fileprivate func entry(
    naming version: String, _ guideline: Guideline
  ) -> (text: String, span: Span)? {
    for element in self {
      switch element {
      case .prose(let block):
        if let entry = block.entry(naming: version) { return entry }
      case .section(let section):
        let heading = section.heading.plainText
        if heading.names(version) { return (heading, section.heading.span) }
        if let inner = section.elements.entry(naming: version, guideline) { return inner }
      case .entry(let place):
        let entry = guideline.entries[place]
        let title = entry.title?.plainText ?? ""
        let text = [title, entry.content.plainText].filter { !$0.isEmpty }.joined(separator: " ")
        if text.names(version) { return (text, entry.span) }
      case .label, .rule, .example, .precedence, .doubt: break
      }
    }
    return nil
  }
}

extension Block {
  fileprivate func entry(naming version: String) -> (text: String, span: Span)? {
    if case .list(_, _, let items) = kind {
      for item in items {
        let text = item.blocks.plainText
        if text.names(version) { return (text, item.span) }
      }
      return nil
    }
    let text = plainText
    return text.names(version) ? (text, span) : nil
  }
}

extension String {
  /// Whether the text has the version as a word: `1.2.0` is not in `11.2.0`.
  fileprivate func names(_ version: String) -> Bool {
    let (text, version) = (utf8.span, version.utf8.span)
    var start = 0
    while start < text.count {
      guard Self.isInVersion(text[start]) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < text.count, Self.isInVersion(text[end]) { end += 1 }
      if end - start >= version.count {
        let bare = text[start] == UInt8(ascii: "v") ? start + 1 : start
        let last = text[end - 1] == UInt8(ascii: ".") ? end - 1 : end
        if Self.isSame(text, bare..<end, version)
          || last >= bare && Self.isSame(text, bare..<last, version)
        {
          return true
        }
      }
      start = end
    }
    return false
  }

  private static func isSame(
    _ text: Swift.Span<UInt8>, _ range: Range<Int>, _ version: Swift.Span<UInt8>
  ) -> Bool {
    guard range.count == version.count else { return false }
    for place in version.indices where text[range.lowerBound + place] != version[place] {
      return false
    }
    return true
  }

  @inline(__always)
  private static func isInVersion(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "+"):
      true
    default: false
    }
  }
}

/// Numbers with their noun.
enum Count {
  static func text(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
