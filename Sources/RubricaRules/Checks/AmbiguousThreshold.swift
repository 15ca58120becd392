package import RubricaModel
package import RubricaSource

/// One thing has one limit.
package enum AmbiguousThreshold: Check {
  package static let info = CheckInfo(
    id: "ambiguous-threshold",
    levels: .note,
    summary: "No two thresholds with the same consequence differ only in their number.",
    rationale: """
      One of the two numbers was changed and the other forgotten, or two people wrote a limit without \
      knowing of the other. Between the two numbers, annotators who found one of them decide otherwise \
      than those who found the other.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - **Smallest sign.** `height < 10 px` -> do not label.

          ## Edge cases

          ### Smallest sign
          ⟪`height < 12 px`⟫ -> do not label.
          """)),
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - `distance > 100 m` -> ignore.
          - ⟪`distance > 0.2 km`⟫ -> ignore.
          """)),
    ],
    good: [
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - **Smallest sign.** `height < 10 px` -> do not label.
          - **At night.** `height < 12 px` -> do not label.
          - **Largest sign.** `height > 900 px` -> do not label.
          - **Far.** `distance > 100 m` -> ignore.
          - **Farther.** `distance > 0.1 km` -> ignore.
          - `width < 5 px` -> do not label [stop](#stop).
          - `width < 3 px` -> do not label.
          - `width < 4 px` -> do not label (in the rain).
          """))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    var earlier: [String: [(rule: Rule, threshold: Threshold)]] = [:]
    for rule in index.guideline.rules where !rule.thresholds.isEmpty && rule.exceptions.isEmpty {
      guard rule.hasBareCondition else { continue }
      for threshold in rule.thresholds {
        let key = [
          rule.label ?? "", threshold.measure, direction(threshold),
          threshold.consequence?.value.rawValue ?? "",
        ].joined(separator: "\u{0}")
        let unit = MeasuringUnit(of: threshold)
        let other = earlier[key, default: []].prefix(50).first {
          $0.threshold.number(in: unit) != threshold.value && areAboutTheSame($0.rule, rule)
            && standsAlone($0.threshold, $0.rule, index.vocabulary)
        }
        if let other, standsAlone(threshold, rule, index.vocabulary) {
          report.add(
            info, at: threshold.quantity.span, twoNumbers(threshold, other.threshold),
            notes: [.init("the other number is here", at: other.threshold.quantity.span)],
            help: "keep one of the two, or say when each of them applies")
        }
        earlier[key, default: []].append((rule, threshold))
      }
    }
  }

  private static func direction(_ threshold: Threshold) -> String {
    switch threshold.comparator {
    case .less, .lessOrEqual: "<"
    case .greater, .greaterOrEqual: ">"
    case .equal: "="
    }
  }

  /// Whether its paragraph says nothing but the threshold and what follows: other words may say of what
  /// it is the limit.
  private static func standsAlone(
    _ threshold: Threshold, _ rule: Rule, _ vocabulary: Vocabulary
  ) -> Bool {
    guard let consequence = threshold.consequenceText?.value, threshold.consequence != nil,
      threshold.comparator != .equal
    else { return false }
    var stands = false
    rule.content.forEachText { text in
      guard text.contains(where: { threshold.quantity.span == $0.span }) else { return }
      var words = ""
      for inline in text {
        switch inline.kind {
        case .text(let more): words += more
        case .softBreak, .lineBreak: break
        case .strong where rule.title?.span == inline.span: break
        case .strong(let leadIn) where vocabulary.leadIn(leadIn.plainText[...]) != nil: break
        case .code where inline.span == threshold.quantity.span: break
        default: return
        }
      }
      let letters = words.filter { $0.isLetter || $0.isNumber }
      stands = letters.isEmpty || letters == consequence.filter { $0.isLetter || $0.isNumber }
    }
    return stands
  }

  /// Whether nothing tells what the two rules are about: they name the same labels, and one title has at
  /// most one word more than the other, as "Short" and "Too short".
  private static func areAboutTheSame(_ one: Rule, _ other: Rule) -> Bool {
    let (few, many) = (one.titleWords, other.titleWords)
    guard few.isEmpty == many.isEmpty, few.symmetricDifference(many).count <= 1 else {
      return false
    }
    return Set(one.named.map(\.value)) == Set(other.named.map(\.value))
  }

  private static func twoNumbers(_ threshold: Threshold, _ other: Threshold) -> String {
    "there are two numbers for one thing: `\(other.written)` and `\(threshold.written)`, both with "
      + "\"\(threshold.consequenceText?.value ?? "")\""
  }
}

extension Rule {
  fileprivate var titleWords: Set<String> {
    let title = self.title?.plainText.lowercased() ?? ""
    return Set(title.split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }
}
