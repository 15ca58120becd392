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
          """)),
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - `height < 10 mm` -> do not label.
          - ⟪`height >= 0.5 cm`⟫ -> label.
          """)),
    ],
    good: [
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - `height < 10 px` -> do not label.
          - `height >= 10 px` -> label.
          - `pause < 300 ms` -> ignore.
          - `pause >= 0.3 s` -> label.
          """))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    var groups: [String: [Threshold]] = [:]
    for rule in index.guideline.rules where rule.exceptions.isEmpty && rule.hasBareCondition {
      for threshold in rule.thresholds {
        guard let consequence = threshold.consequence, consequence.value != .review else {
          continue
        }
        let key = (rule.label ?? "") + "\u{0}" + threshold.measure
        let range = NumberRange(threshold)
        let unit = MeasuringUnit(of: threshold)
        let earlier = groups[key, default: []].prefix(200).first {
          $0.consequence?.value != consequence.value
            && NumberRange($0, in: unit).witness(range) != nil
        }
        if let earlier, let value = NumberRange(earlier, in: unit).witness(range) {
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
    func words(_ threshold: Threshold) -> String { threshold.consequenceText?.value ?? "" }
    let unit = threshold.unit.map { " " + $0.value } ?? ""
    let shown = value.rounded(toDigits: 9).written
    return "at \(threshold.quantity.value) = \(shown)\(unit) this says "
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

  init(_ threshold: Threshold) { self.init(threshold.comparator, threshold.value) }

  /// The same in another unit of its dimension.
  init(_ threshold: Threshold, in unit: MeasuringUnit) {
    self.init(threshold.comparator, threshold.number(in: unit))
  }

  private init(_ comparator: Threshold.Comparator, _ value: Double) {
    switch comparator {
    case .less: upper = value
    case .lessOrEqual: (upper, includesUpper) = (value, true)
    case .greater: lower = value
    case .greaterOrEqual: (lower, includesLower) = (value, true)
    case .equal:
      (lower, upper) = (value, value)
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
