internal import RubricaSource

/// Texts of a form, for people who read no regular expressions: what a good example expects, or what
/// the author has put in backticks beside it.
struct PatternSamples: Sendable {
  /// By the id of the layer.
  private var layers: [String: String] = [:]
  /// By the id of the attribute and its pattern.
  private var attributes: [[String]: String] = [:]
  /// By the id of the label that stands for many.
  private var labels: [String: String] = [:]

  init(_ index: GuidelineIndex) {
    let guideline = index.guideline
    var patterns: [String: Pattern] = [:]
    var open: [String: [Pattern.Written]] = [:]
    for layer in guideline.layers {
      patterns[layer.id.value] = layer.pattern.flatMap { try? Pattern($0.value) }
      for attribute in layer.attributes {
        guard let written = attribute.pattern.flatMap({ Pattern.Written($0.value) }) else {
          continue
        }
        open[attribute.id.value, default: []].append(written)
      }
    }
    let hasForms = guideline.labels.contains { $0.form != nil }
    guard !patterns.isEmpty || !open.isEmpty || hasForms else { return }
    for example in guideline.examples
    where example.role != .bad && example.audience.isForAnnotators {
      for answer in example.expected?.answers ?? [] {
        let id = answer.layer.value
        if case .text(let text) = answer.value, layers[id] == nil,
          patterns[id]?.matches(text.value) ?? false
        {
          layers[id] = text.value
        }
      }
      index.forEachGivenLabel(in: example) { given in
        if given.declaredID != given.label.value, labels[given.declaredID] == nil {
          labels[given.declaredID] = given.label.value
        }
        for value in given.attributes {
          for written in open[value.id.value] ?? []
          where attributes[[value.id.value, written.text]] == nil
            && written.pattern.matches(value.value.value)
          {
            attributes[[value.id.value, written.text]] = value.value.value
          }
        }
      }
    }
  }

  func sample(of layer: Layer) -> String? { layers[layer.id.value] }
  func sample(of label: Label) -> String? { labels[label.id.value] }
  func sample(of attribute: Attribute) -> String? {
    attributes[[attribute.id.value, attribute.pattern?.value ?? ""]]
  }

  /// The first text in backticks that has a pattern.
  static func quoted(in text: Located<String>?, _ pattern: Located<String>?) -> String? {
    guard let text, text.value.utf8.contains(UInt8(ascii: "`")),
      let pattern = pattern.flatMap({ try? Pattern($0.value) })
    else { return nil }
    let parts = text.value.utf8.split(
      separator: UInt8(ascii: "`"), omittingEmptySubsequences: false)
    return stride(from: 1, to: parts.count - 1, by: 2).lazy.map { String(Substring(parts[$0])) }
      .first { pattern.matches($0) }
  }
}

extension Pattern {
  /// A pattern and how it is written.
  fileprivate struct Written {
    let text: String
    let pattern: Pattern

    init?(_ text: String) {
      guard let pattern = try? Pattern(text) else { return nil }
      self.text = text
      self.pattern = pattern
    }
  }
}

extension GuidelineIndex {
  /// A text that has the pattern of a layer, from an example or its question.
  package func sample(of layer: Layer) -> String? {
    samples.sample(of: layer) ?? PatternSamples.quoted(in: layer.question, layer.pattern)
  }

  /// A value that has the pattern of an attribute, from an example or its definition.
  package func sample(of attribute: Attribute) -> String? {
    samples.sample(of: attribute)
      ?? PatternSamples.quoted(in: attribute.definition, attribute.pattern)
  }

  /// A value of a slot that has its pattern, from its definition.
  package func sample(of slot: Composition.Slot) -> String? {
    PatternSamples.quoted(in: slot.definition, slot.pattern)
  }

  /// A text of a label that stands for many, from an example or its definition.
  package func sample(of label: Label) -> String? {
    if let sample = samples.sample(of: label) { return sample }
    guard let form = label.form else { return nil }
    var quoted: String?
    label.definition.forEachInline { inline in
      if quoted == nil, case .code(let text) = inline.kind, form.matches(text) { quoted = text }
    }
    return quoted
  }
}
