internal import RubricaModel
internal import RubricaSource

/// Examples: what they show, and which answer they ask for.
extension DifferenceBuilder {
  mutating func compareExamples() {
    let (before, now) = (old.examples, new.examples)
    var matching = Matching(before.count, now.count)
    // Ids that the compiler gave by counting say nothing.
    let id = { (example: Example) in example.title == nil ? nil : example.id }
    matching.pair({ id(before[$0]) }, { id(now[$0]) })
    matching.pair({ Self.input(before[$0]) }, { Self.input(now[$0]) })
    let words = { (example: Example) in
      Wording.normal(
        "\(example.title?.plainText ?? "") \(Self.input(example) ?? "") \(example.reason?.plainText ?? "") "
          + example.content.plainText)
    }
    let (oldWords, newWords) = (before.map(words), now.map(words))
    matching.pair(alike: oldWords, newWords, atLeast: 0.6)
    for place in matching.removed { addExample(before[place], .removed) }
    for (from, to) in matching.ordered {
      let start = changes.count
      compare(before[from], now[to])
      if matching.guesses.contains(to) {
        for place in start..<changes.count { changes[place].isGuess = true }
      }
    }
    for place in matching.added { addExample(now[place], .added) }
    let order = matching.ordered
    for place in Alignment.moved(order.map(\.old)).sorted() {
      let (a, b) = (before[order[place].old], now[order[place].new])
      add(
        Change(
          .init(b), aspect: "its place among the examples", .moved, .presentation, old: a.span,
          new: b.span, audience: b.audience))
    }
  }

  /// What identifies the item of an example.
  private static func input(_ example: Example) -> String? {
    switch example.input {
    case .media(let path, _): path.value
    case .text(let text): text.text
    case nil: nil
    }
  }

  private mutating func addExample(_ example: Example, _ action: Change.Action) {
    let labels = RecordLabels.of(example)
    let isAdded = action == .added
    let text =
      answers.map { (isAdded ? $0.new : $0.old)(example) }
      ?? example.record(isAdded ? new.sources : old.sources)
    add(
      Change(
        .init(example), action, .semantic, from: isAdded ? nil : text, to: isAdded ? text : nil,
        old: isAdded ? nil : example.span, new: isAdded ? example.span : nil,
        effect: Effect(
          .none,
          isAdded
            ? "no existing label changes, unless items like it were answered otherwise"
            : "no existing label changes; items like it have one example fewer", labels: labels),
        audience: example.audience))
  }

  private mutating func compare(_ a: Example, _ b: Example) {
    let subject = Change.Subject(b)
    let labels = RecordLabels.different(a, b)
    let every = Effect(
      .look,
      labels.isEmpty
        ? "every item like this example"
        : "every item like this example, among those labelled \(Self.list(labels, "or"))",
      labels: labels)
    if a.role != b.role {
      add(
        Change(
          subject, aspect: "what it is an example of", .changed, .semantic, isBreaking: true,
          from: a.role.rawValue, to: b.role.rawValue, old: a.span, new: b.span, effect: every,
          audience: b.audience))
    }
    compareRecord(a, b, every)
    compareInput(a, b, every)
    compareFields(
      a, b, of: subject, places: (a.span, b.span), audience: b.audience,
      skipping: ["id", "role", "input", "expected", "illustrates"],
      [
        "title": .wording("the title"),
        "warning": .presentation("the content warning").withoutLabels,
        "reason": .wording("the reason"),
        "content": .wording("the words around it"),
        "label": .presentation("the label it stands under"),
        "audience": .wording("who may read it"),
        "candidates": .wording("what the candidates say"),
        "language": .presentation("the language of the item").withoutLabels,
      ], otherwise: every)
  }

  private mutating func compareRecord(_ a: Example, _ b: Example, _ every: Effect) {
    let form = { (example: Example, renames: [String: String]) -> String in
      let canonical = Canonical(form: .exact, renames: renames, sortsLists: true)
      var text = example.expected.map { canonical.text(of: $0) } ?? ""
      if case .text(let input)? = example.input {
        text += canonical.text(of: input.marks) + canonical.text(of: input.relations)
      }
      return text
    }
    guard form(a, renames) != form(b, [:]) else { return }
    // The same text that reads otherwise does so because of a change that is told elsewhere.
    var (from, to) = (a.record(old.sources), b.record(new.sources))
    guard from != to else { return }
    if let answers {
      let words = (answers.old(a), answers.new(b))
      // Words that hide a difference are none.
      if words.0 != words.1 { (from, to) = words }
    }
    add(
      Change(
        .init(b), aspect: "the answer", from == nil ? .added : to == nil ? .removed : .changed,
        .semantic, isBreaking: from != nil && to != nil, from: from, to: to,
        old: a.recordSpan, new: b.recordSpan, effect: every, audience: b.audience))
  }

  private mutating func compareInput(_ a: Example, _ b: Example, _ every: Effect) {
    let (from, to) = (Self.input(a), Self.input(b))
    if from != to {
      // Other words are told as such; another picture is what a replaced one is.
      let isOther = isOtherMedium(a, b)
      add(
        Change(
          .init(b), aspect: "the item it shows", .changed, isOther ? .semantic : .wording,
          isBreaking: isOther, from: from, to: to,
          old: a.input.flatMap { Shown.span(of: $0) } ?? a.span,
          new: b.input.flatMap { Shown.span(of: $0) } ?? b.span, effect: isOther ? every : nil,
          audience: b.audience))
    } else if case .media(_, let before)? = a.input, case .media(let path, let now)? = b.input,
      before != now
    {
      add(
        Change(
          .init(b), aspect: "the words that stand for the picture", .changed, .presentation,
          from: before, to: now, old: Shown.span(of: a.input as Any) ?? a.span, new: path.span,
          audience: b.audience))
    }
  }

  /// Whether one of the two shows a file that is not, under another name, the one that the other shows.
  private func isOtherMedium(_ a: Example, _ b: Example) -> Bool {
    let path = { (example: Example) -> String? in
      if case .media(let name, _)? = example.input { name.value } else { nil }
    }
    let (from, to) = (path(a), path(b))
    if from == nil, to == nil { return false }
    let bytes = { (guideline: Guideline, path: String?) in
      guideline.media.first { $0.path == path }?.bytes
    }
    guard let before = bytes(old, from), let now = bytes(new, to) else { return true }
    return before != now
  }
}

/// The labels that an example's answer names.
enum RecordLabels {
  static func of(_ example: Example) -> [String] {
    var seen: Set<String> = []
    return all(example).filter { seen.insert($0).inserted }
  }

  private static func all(_ example: Example) -> [String] {
    var found: [String] = []
    if let expected = example.expected { collect(expected, &found) }
    if case .text(let text)? = example.input { collect(text.marks, &found) }
    return found
  }

  /// Labels that two answers do not give equally often; if there are none, all that they give.
  static func different(_ a: Example, _ b: Example) -> [String] {
    var counts: [String: Int] = [:]
    for label in all(a) { counts[label, default: 0] += 1 }
    for label in all(b) { counts[label, default: 0] -= 1 }
    let different = counts.filter { $0.value != 0 }.keys.sorted()
    return different.isEmpty ? counts.keys.sorted() : different
  }

  /// By reflection: every field that is called `label`, of any kind of answer.
  private static func collect(_ value: Any, _ found: inout [String]) {
    for child in Mirror(reflecting: value).children {
      if child.label == "label", let label = child.value as? Located<String> {
        found.append(label.value)
      } else if !(child.value is String), !(child.value is Span) {
        collect(child.value, &found)
      }
    }
  }
}

extension Example {
  /// The answer as its author wrote it.
  func record(_ sources: Sources) -> String? {
    if let expected = self.expected { return sources.text(expected.span).trimmingEnd(of: "\n\r ") }
    guard case .text(let text)? = self.input, !text.marks.isEmpty else { return nil }
    return sources.text(text.span).trimmingEnd(of: "\n\r ")
  }

  var recordSpan: Span {
    if let expected = self.expected { return expected.span }
    guard case .text(let text)? = self.input else { return self.span }
    return text.span
  }
}

extension Change.Subject {
  init(_ example: Example) {
    let words: String
    if let title = example.title?.plainText, !title.isEmpty {
      words = title
    } else if case .text(let text)? = example.input {
      words = text.text.shortened(to: 60)
    } else {
      words = example.id
    }
    self.init(.example, id: example.id, name: words)
  }
}
