package import RubricaModel
package import RubricaSource

/// One item, one consequence.
package enum ContradictoryThresholds: Check {
  package static let info = CheckInfo(
    id: "contradictory-thresholds",
    levels: .stumble,
    summary: "Thresholds on the same quantity do not ask for different things at the same value.",
    rationale: """
      At some value both thresholds apply. Half of the annotators follow the first one that they \
      read, the other half the last one.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - `height < 20 px` -> ignore.
          - ⟪`height < 10 px`⟫ -> do not label.
          """))
    ],
    good: [
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - `height < 10 px` -> do not label.
          - `height >= 10 px` -> label.
          """))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    var groups: [String: [Threshold]] = [:]
    for rule in index.guideline.rules where rule.exceptions.isEmpty && rule.hasBareCondition {
      for threshold in rule.thresholds {
        guard let consequence = threshold.consequence, consequence.value != .review else {
          continue
        }
        let key = [
          rule.label ?? "", threshold.quantity.value.lowercased(),
          threshold.unit?.value.lowercased() ?? "",
        ].joined(separator: "\u{0}")
        let range = NumberRange(threshold)
        let earlier = groups[key, default: []].prefix(200).first {
          $0.consequence?.value != consequence.value && NumberRange($0).witness(range) != nil
        }
        if let earlier, let value = NumberRange(earlier).witness(range) {
          report.add(
            info, at: threshold.quantity.span, contradiction(threshold, earlier, value),
            notes: [.init("the other threshold is here", at: earlier.quantity.span)],
            help: "end one range where the other begins, or say when each of them applies")
        }
        groups[key, default: []].append(threshold)
      }
    }
  }

  private static func contradiction(
    _ threshold: Threshold, _ other: Threshold, _ value: Double
  ) -> String {
    func words(_ threshold: Threshold) -> String { threshold.consequence?.value.rawValue ?? "" }
    let unit = threshold.unit.map { " " + $0.value } ?? ""
    return "at \(threshold.quantity.value) = \(value.written)\(unit) this says "
      + "\"\(words(threshold))\", but another threshold says \"\(words(other))\""
  }
}

extension Rule {
  /// Whether the rule holds whenever its thresholds do: its condition says nothing besides them.
  var hasBareCondition: Bool {
    guard let condition = self.condition else { return true }
    var bare = true
    condition.inlines.forEachInline { inline in
      switch inline.kind {
      case .text(let text):
        if text.contains(where: { $0.isLetter || $0.isNumber }) { bare = false }
      case .code:
        if !self.thresholds.contains(where: { $0.span.contains(inline.span) }) { bare = false }
      default: break
      }
    }
    return bare
  }
}

/// The values for which a threshold holds.
struct NumberRange {
  private var lower = -Double.infinity
  private var upper = Double.infinity
  private var includesLower = false
  private var includesUpper = false

  init(_ threshold: Threshold) {
    switch threshold.comparator {
    case .less: upper = threshold.value
    case .lessOrEqual: (upper, includesUpper) = (threshold.value, true)
    case .greater: lower = threshold.value
    case .greaterOrEqual: (lower, includesLower) = (threshold.value, true)
    case .equal:
      (lower, upper) = (threshold.value, threshold.value)
      (includesLower, includesUpper) = (true, true)
    }
  }

  func contains(_ value: Double) -> Bool {
    (value > lower || includesLower && value == lower)
      && (value < upper || includesUpper && value == upper)
  }

  /// A value in both ranges, a round one if there is one: the proof that they overlap.
  func witness(_ other: NumberRange) -> Double? {
    let low = max(lower, other.lower)
    let high = min(upper, other.upper)
    var candidates = [low, high, (low + high) / 2]
    if low.isFinite, !high.isFinite { candidates = [low + 1] }
    if high.isFinite, !low.isFinite { candidates = [high / 2, high - 1] }
    if !low.isFinite, !high.isFinite { candidates = [0] }
    if low.isFinite, high.isFinite { candidates.insert(((low + high) / 2).rounded(), at: 0) }
    return candidates.first { contains($0) && other.contains($0) }
  }
}
