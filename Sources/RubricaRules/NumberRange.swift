internal import RubricaModel
internal import RubricaSource

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
