package import RubricaModel
package import RubricaSource

/// In the exported data, labels stay apart.
package enum DuplicateCode: Check {
  package static let info = CheckInfo(
    id: "duplicate-code",
    levels: .error,
    summary: "No two labels of a layer have the same code or the same id in the exported data.",
    rationale: """
      The export would merge two labels into one class, and no later step can tell them apart again.
      """,
    bad: [
      CheckExample(Sample.codes("code: 1", "code: ⟪1⟫")),
      CheckExample(Sample.codes("export: sign", "export: ⟪sign⟫")),
    ],
    good: [CheckExample(Sample.codes("code: 1", "code: 2"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    var reported: Set<Span> = []
    for layer in index.guideline.layers {
      let labels = index.guideline.labels(of: layer, index)
      var codes: [Int: Int] = [:]
      var exports: [String: Int] = [:]
      for (place, label) in labels.enumerated() {
        if let code = label.code {
          if let twin = codes[code.value], labels[twin].id.value != label.id.value {
            let other = labels[twin]
            if reported.insert(code.span).inserted {
              add("code `\(code.value)`", label, other, code.span, other.code?.span, &report)
            }
          } else {
            codes[code.value] = place
          }
        }
        if let twin = exports[label.exportID], labels[twin].id.value != label.id.value {
          let other = labels[twin]
          let written = label.export ?? other.export ?? label.id
          if reported.insert(written.span).inserted {
            add(
              "exported id `\(label.exportID)`", label, other, written.span,
              (other.export ?? other.id).span, &report)
          }
        } else {
          exports[label.exportID] = place
        }
      }
    }
  }

  private static func add(
    _ what: String, _ label: Label, _ other: Label, _ span: Span, _ otherSpan: Span?,
    _ report: inout Report
  ) {
    report.add(
      info, at: span, shared(what, label.id.value, other.id.value),
      notes: otherSpan == span
        ? [] : [.init("the same for `\(other.id.value)`", at: otherSpan)],
      help: "change one of them")
  }

  private static func shared(_ what: String, _ label: String, _ other: String) -> String {
    "labels `\(label)` and `\(other)` have the same \(what)"
  }
}

extension Guideline {
  /// The declared labels of a layer, by look-up.
  fileprivate func labels(of layer: Layer, _ index: GuidelineIndex) -> [Label] {
    layer.labels.compactMap { index.label($0.value) }
  }
}

extension Sample {
  fileprivate static func codes(_ stop: String, _ other: String) -> String {
    task(
      layers: """
        - id: signs
          kind: box
          labels:
            - {id: stop, definition: A red octagon., \(stop)}
            - {id: other-sign, definition: Every other sign., \(other)}
        """, "# Signs\n\nDraw boxes.\n")
  }
}
