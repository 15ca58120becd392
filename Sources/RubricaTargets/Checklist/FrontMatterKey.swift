internal import RubricaModel
internal import RubricaSource

/// Keys of the front matter that the checklist can ask for.
package enum FrontMatterKey: String, Sendable, CaseIterable {
  case title, version, language, purpose, owner, authors, escape, warnings

  /// What the author wrote under the key; nothing if they did not.
  func values(_ guideline: Guideline) -> [Located<String>] {
    switch self {
    case .title: written(guideline.title, in: guideline)
    case .version: guideline.version.map { [$0] } ?? []
    case .language: written(guideline.language, in: guideline)
    case .purpose: guideline.purpose.map { [$0] } ?? []
    case .owner: guideline.owner.map { [$0] } ?? []
    case .authors: guideline.authors
    case .escape: guideline.escapes.map(\.id)
    case .warnings:
      guideline.warnings.map { warning in
        guard let text = warning.text else { return warning.category }
        return Located(
          "\(warning.category.value): \(text.value)", warning.category.span.union(text.span))
      }
    }
  }

  /// A default stands nowhere, so its place is empty.
  private func written(_ value: Located<String>, in guideline: Guideline) -> [Located<String>] {
    value.span.isEmpty || value.span == guideline.document ? [] : [value]
  }
}
