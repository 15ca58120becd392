package import RubricaModel
package import RubricaSource

/// A rule asks about answers that can be given.
package enum ImpossibleCondition: Check {
  package static let info = CheckInfo(
    id: "impossible-condition",
    levels: .stumble,
    summary: "A rule that names a value of an attribute names one that the attribute can have.",
    rationale: """
      The tool offers other values, so the case never occurs, and the case that was meant has no rule.
      """,
    bad: [
      CheckExample(
        Sample.occluded("- **If** `⟪occluded = mostly⟫` **then** do not label the sign."),
        fixed: Sample.occluded("- **If** `occluded = most` **then** do not label the sign."))
    ],
    good: [
      CheckExample(Sample.occluded("- **If** `occluded = most` **then** do not label the sign.")),
      CheckExample(Sample.occluded("- **If** `exposure = long` **then** do not label the sign.")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    let attributes = guideline.layers.flatMap { $0.attributes }.filter {
      $0.kind.value == .enum && !$0.values.isEmpty || $0.kind.value == .boolean
    }
    guard !attributes.isEmpty else { return }
    for rule in guideline.rules {
      rule.content.forEachInline { inline in
        guard case .code(let code) = inline.kind, code.utf8.contains(UInt8(ascii: "=")) else {
          return
        }
        let parts = code.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return }
        let name = trimmed(parts[0])
        let value = trimmed(parts[1])
        let named = attributes.filter { $0.id.value == name }
        let values = named.flatMap { attribute in
          attribute.kind.value == .boolean ? ["true", "false"] : attribute.values.map(\.id.value)
        }
        guard !named.isEmpty, !value.isEmpty, !values.contains(value) else { return }
        let place = inside(inline.span, code, guideline.sources)
        let near = NearMiss(
          to: Located(value, place), among: values, in: guideline.sources,
          otherwise: "its values are \(Wording.list(values))")
        report.add(
          info, at: place, "attribute `\(name)` has no value `\(Wording.excerpt(value))`",
          help: near.help, fixes: near.fixes)
      }
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    text.split(separator: " ").joined(separator: " ")
  }

  /// The code without its backticks.
  private static func inside(_ span: Span, _ code: String, _ sources: Sources) -> Span {
    let bytes = sources[span.source].bytes
    let range = span.range.clamped(to: 0..<bytes.count)
    let start = bytes[range].firstIndex { $0 != 0x60 && $0 != 32 } ?? range.lowerBound
    return Span(span.source, start, min(start + code.utf8.count, range.upperBound))
  }
}

extension Sample {
  fileprivate static func occluded(_ rule: String) -> String {
    signs(
      layers: """
        - id: signs
          kind: box
          labels: [stop, other-sign]
          attributes: [{id: occluded, type: enum, values: [none, part, most]}]
        """, "## Rules\n\n\(rule)\n")
  }
}
