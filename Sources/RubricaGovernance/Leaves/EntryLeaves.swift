internal import RubricaModel
internal import RubricaSource

/// Rules, examples and the entries of sections: by their ids, or by what they say, so that one that is
/// put before others changes none of them.
extension LeafBuilder {
  mutating func addRules() {
    for rule in guideline.rules {
      // Reasons and the title of an item in a list stand in its text, and are leaves of their own.
      let reasons = rule.reasons.map(\.span)
      let titles = rule.anchor == nil ? [rule.title?.span].compactMap(\.self) : []
      var text = LeafText(names, dropping: reasons + titles)
      text.write(rule.content)
      let segment =
        rule.anchor.map { LeafSegment.of($0) }
        ?? LeafPath.segment(saying: text.text)
      let path = free("rules/" + segment)
      ruleSegments.append(path)
      var named: Set<String> = []
      for name in rule.named { names.paths(inCode: name.value, &named) }
      add(path + "/text", text, at: rule.span, rule.audience, references: named)
      add(rule.fields, at: path, rule.audience, in: rule.span)
    }
  }

  mutating func addExamples() {
    let explicit = Set(
      guideline.anchors.lazy.filter { $0.isExplicit && $0.target == .example }.map(\.id.value))
    for example in guideline.examples {
      let answer = self.answer(of: example)
      let item = self.item(of: example)
      let isNamed = example.title?.isEmpty == false || explicit.contains(example.id)
      let segment =
        isNamed
        ? LeafSegment.of(example.id)
        : LeafPath.segment(saying: Array((item?.text ?? "").utf8) + [10] + answer.text)
      let path = free("examples/" + segment)
      exampleSegments.append(path)
      if let item {
        add(
          path + "/input", text: Array(item.text.utf8), at: item.span, example.audience,
          references: item.references)
        if !item.alternative.isEmpty {
          add(
            path + "/picture", text: Array(item.alternative.utf8), at: item.span, example.audience)
        }
      }
      if !answer.text.isEmpty {
        add(
          path + "/expected", text: answer.text, at: example.expected?.span ?? example.span,
          example.audience, references: answer.references)
      }
      addCandidates(of: example, at: path)
      add(example.fields, at: path, example.audience, in: example.span)
    }
  }

  struct Item {
    var text: String
    var alternative = ""
    var span: Span
    var references: Set<String> = []
  }

  func item(of example: Example) -> Item? {
    switch example.input {
    case .media(let path, let alternative)?:
      var item = Item(
        text: "<\(LeafValue.line(path.value))>", alternative: alternative, span: path.span)
      names.medium(path.value, &item.references)
      return item
    // White space in it is the item's own.
    case .text(let text)?: return Item(text: LeafValue.quoted(text.text), span: text.span)
    case nil: return nil
    }
  }

  /// The record, and the marks in the author's notation.
  func answer(of example: Example) -> (text: [UInt8], references: Set<String>) {
    var writer = LeafValue(names, sortsLists: true)
    var lines: [String] = []
    if let expected = example.expected { lines.append(writer.text(of: expected)) }
    if case .text(let text)? = example.input {
      if !text.marks.isEmpty { lines.append("marks: " + writer.text(of: text.marks)) }
      if !text.relations.isEmpty { lines.append("relations: " + writer.text(of: text.relations)) }
    }
    return (Array(lines.joined(separator: "\n").utf8), writer.references)
  }

  private mutating func addCandidates(of example: Example, at path: String) {
    for candidate in example.candidates {
      add(
        free(path + "/candidates/" + LeafSegment.of(candidate.candidate.value)),
        text: Array(LeafValue.quoted(candidate.text).utf8), at: candidate.span, example.audience)
    }
  }

  mutating func addEntries() {
    var steps = 0
    for entry in guideline.entries {
      let segment: String
      if entry.kind == .step {
        // Of steps, the order is what they say.
        steps += 1
        segment = String(steps)
      } else if let anchor = entry.anchor {
        segment = LeafSegment.of(anchor)
      } else {
        var text = LeafText(names)
        text.write(entry.title?.inlines ?? [])
        text.both("\n")
        text.write(entry.content)
        segment = LeafPath.segment(saying: text.text)
      }
      let path = free("entries/\(entry.kind.rawValue)/\(segment)")
      entrySegments.append(path)
      add(entry.fields, at: path, entry.audience, in: entry.span)
    }
  }
}
