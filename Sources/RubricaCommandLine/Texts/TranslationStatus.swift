internal import RubricaModel
internal import RubricaSource

/// What one translation still needs, with places.
struct TranslationStatus {
  private let guideline: Guideline
  private let translation: Translation

  init(_ guideline: Guideline, _ translation: Translation) {
    self.guideline = guideline
    self.translation = translation
  }

  var isDone: Bool { translation.isComplete && translation.orphans.isEmpty }

  func text(_ style: TextStyle) -> String {
    let current = translation.units(.current).count
    let total = translation.units.count
    var lines = [
      "\(style.paint(guideline.id.value, .strong)) \(translation.language.value): "
        + "\(current) of \(total) units translated"
    ]
    let missing = translation.units(.missing).map { ($0.id, place(of: $0)) }
    let outdated = translation.units(.outdated).map { ($0.id, place(of: $0)) }
    let orphaned = translation.orphans.map { place in
      (translation.entries[place].id.value, translation.entries[place].span)
    }
    for (word, found) in [("missing", missing), ("outdated", outdated), ("orphaned", orphaned)] {
      for (id, span) in found {
        let padding = String(repeating: " ", count: max(1, 10 - word.count))
        lines.append("  \(word)\(padding)\(position(span))  \(id)")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Where to write: its entry, or the original if there is none yet.
  private func place(of unit: TranslationUnit) -> Span {
    unit.entry.map { translation.entries[$0].span } ?? unit.span
  }

  private func position(_ span: Span) -> String {
    let file = guideline.sources[span.source]
    return "\(file.name):\(file.lines.line(at: Int(span.start)) + 1)"
  }
}
