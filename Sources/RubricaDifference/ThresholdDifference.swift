internal import RubricaModel
internal import RubricaSource

/// Thresholds of a rule, and which answers fall on the other side of one that moved.
extension DifferenceBuilder {
  mutating func compareThresholds(_ a: Rule, _ b: Rule) {
    var matching = Matching(a.thresholds.count, b.thresholds.count)
    let key = { (threshold: Threshold) in
      "\(Wording.normal(threshold.quantity.value)) \(threshold.comparator.isUpper)"
    }
    matching.pair({ key(a.thresholds[$0]) }, { key(b.thresholds[$0]) })
    matching.pair(
      { Wording.normal(a.thresholds[$0].quantity.value) },
      { Wording.normal(b.thresholds[$0].quantity.value) })
    let labels = [b.label].compactMap { $0 }
    for place in matching.removed {
      let threshold = a.thresholds[place]
      addThreshold(
        b, threshold.aspect, .removed, threshold, nil, (threshold.span, b.span),
        ThresholdDifference.marks(a.label, in: old).every(threshold.condition, labels))
    }
    for place in matching.added {
      let threshold = b.thresholds[place]
      addThreshold(
        b, threshold.aspect, .added, nil, threshold, (a.span, threshold.span),
        ThresholdDifference.marks(b.label, in: new).every(threshold.condition, labels))
    }
    for (from, to) in matching.ordered {
      let (x, y) = (a.thresholds[from], b.thresholds[to])
      guard let words = ThresholdDifference(x, y).words(ThresholdDifference.marks(b.label, in: new))
      else { continue }
      addThreshold(
        b, y.aspect, .changed, x, y, (x.span, y.span),
        Effect(.look, words, labels: labels))
    }
  }

  private mutating func addThreshold(
    _ rule: Rule, _ aspect: String, _ action: Change.Action, _ from: Threshold?, _ to: Threshold?,
    _ spans: (old: Span, new: Span), _ effect: Effect
  ) {
    add(
      Change(
        .init(rule), aspect: aspect, action, .semantic, isBreaking: true, from: from?.text,
        to: to?.text, old: spans.old, new: spans.new, effect: effect, audience: rule.audience))
  }
}

extension String {
  fileprivate func every(_ condition: String, _ labels: [String]) -> Effect {
    Effect(.look, "every \(self) whose \(condition)", labels: labels)
  }
}

/// One threshold before and after.
struct ThresholdDifference {
  let old: Threshold
  let new: Threshold

  init(_ old: Threshold, _ new: Threshold) {
    self.old = old
    self.new = new
  }

  /// The answers that the change is about, in words; nil if nothing changed.
  func words(_ marks: String) -> String? {
    let isSameUnit = old.unit?.value == new.unit?.value
    let isSameConsequence =
      old.consequence?.value == new.consequence?.value
      && Wording.normal(old.consequenceText?.value ?? "")
        == Wording.normal(new.consequenceText?.value ?? "")
    guard isSameUnit, isSameConsequence, old.comparator.isUpper == new.comparator.isUpper,
      old.comparator.isEqual == new.comparator.isEqual
    else {
      return "every \(marks) whose \(old.condition), or whose \(new.condition)"
    }
    if old.value == new.value {
      guard old.comparator != new.comparator else { return nil }
      return "every \(marks) whose \(new.quantity.value) is exactly \(new.amount)"
        + Self.was(new, isNow: new.comparator.takesValue)
    }
    if new.comparator.isEqual {
      return "every \(marks) whose \(old.condition), or whose \(new.condition)"
    }
    let (low, high) = (min(old.value, new.value), max(old.value, new.value))
    let unit = new.unit.map { " \($0.value)" } ?? ""
    // `<` reaches further when its value grows, `>` when it shrinks.
    let isNow = new.comparator.isUpper ? new.value > old.value : new.value < old.value
    return "every \(marks) whose \(new.quantity.value) is from \(low.written) to "
      + high.written + unit + Self.was(new, isNow: isNow)
  }

  /// What the rule says of them: it holds for them now, or it did.
  private static func was(_ threshold: Threshold, isNow: Bool) -> String {
    guard let consequence = threshold.consequence?.value.rawValue else { return "" }
    switch consequence {
    case "do not label":
      return isNow
        ? ": they were labelled, and no longer are"
        : ": they were left out, but are labelled now"
    case "label":
      return isNow
        ? ": they were left out, but are labelled now"
        : ": they were labelled, and no longer are"
    case let other:
      return isNow
        ? ": “\(other)” applies to them now" : ": “\(other)” no longer applies to them"
    }
  }

  /// ``box labelled `stop` ``, or what the spatial layers of the task are made of.
  static func marks(_ label: String?, in guideline: Guideline) -> String {
    let layers = guideline.layers.filter { layer in
      label.map { id in layer.labels.contains { $0.value == id } } ?? (layer.mark != "item")
    }
    let kinds = layers.map { $0.mark }
    let mark = kinds.first.flatMap { first in kinds.allSatisfy { $0 == first } ? first : nil }
    return (mark ?? (kinds.isEmpty || kinds.contains("item") ? "answer" : "mark"))
      + (label.map { " labelled `\($0)`" } ?? "")
  }
}

extension Threshold.Comparator {
  /// Whether it holds below its value.
  var isUpper: Bool { self == .less || self == .lessOrEqual }
  var isEqual: Bool { self == .equal }
  /// Whether it holds for the value itself.
  var takesValue: Bool { self != .less && self != .greater }
}

extension Threshold {
  var amount: String { value.written + (unit.map { " \($0.value)" } ?? "") }

  /// `height is below 10 px`.
  var condition: String {
    let word: String
    switch comparator {
    case .less: word = "below"
    case .lessOrEqual: word = "at most"
    case .greater: word = "above"
    case .greaterOrEqual: word = "at least"
    case .equal: word = "exactly"
    }
    return "\(quantity.value) is \(word) \(amount)"
  }

  var aspect: String { "the threshold on \(quantity.value)" }

  var text: String {
    "\(quantity.value) \(comparator.rawValue) \(amount)"
      + (consequenceText.map { " -> \($0.value)" } ?? "")
  }
}
