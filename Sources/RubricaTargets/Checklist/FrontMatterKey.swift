internal import RubricaModel
internal import RubricaSource

/// Keys of the front matter that the checklist can ask for.
package enum FrontMatterKey: String, Sendable, CaseIterable {
  case title, version, language, purpose, owner, authors, escape, warnings

  /// What the author wrote under the key; nothing if they did not.
  func values(_ index: GuidelineIndex) -> [Located<String>] {
    switch self {
    case .title: written(index.guideline.title, in: index)
    case .version: index.guideline.version.map { [$0] } ?? []
    case .language: written(index.guideline.language, in: index)
    case .purpose: index.guideline.purpose.map { [$0] } ?? []
    case .owner: index.guideline.owner.map { [$0] } ?? []
    case .authors: index.guideline.authors
    case .escape: index.guideline.escapes.map(\.id)
    case .warnings:
      index.guideline.warnings.map { warning in
        guard let text = warning.text else { return warning.category }
        return Located(
          "\(warning.category.value): \(text.value)", warning.category.span.union(text.span))
      }
    }
  }

  /// A default stands nowhere, so its place is empty.
  private func written(_ value: Located<String>, in index: GuidelineIndex) -> [Located<String>] {
    value.span.isEmpty || value.span == index.guideline.document ? [] : [value]
  }
}
