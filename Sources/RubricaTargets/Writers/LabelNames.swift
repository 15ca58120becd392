internal import RubricaModel
internal import RubricaSource

extension GuidelineIndex {
  /// Labels as they are called in a list that shows no branches: one whose name another of them has
  /// too is called with what it stands under, `Food: Other`.
  func named(_ labels: [Label], _ words: Words) -> [Label] {
    let paths = LabelPaths(of: labels, in: self)
    guard !paths.isEmpty else { return labels }
    return labels.map { label in
      guard !paths.path(to: label.id.value).isEmpty else { return label }
      var named = label
      named.name = Located(paths.name(of: label, words), label.name.span)
      return named
    }
  }

  /// What a label is called where nothing around it shows its branch; nil if there is no such label.
  func fullName(ofLabel id: String, _ words: Words) -> String? {
    labelPlace(id).map { labelPaths.name(of: guideline.labels[$0], words) }
  }
}

extension LabelPaths {
  fileprivate func name(of label: Label, _ words: Words) -> String {
    let path = path(to: label.id.value)
    if path.isEmpty { return label.name.value }
    return (path + [label.name]).map(\.value).joined(separator: words.colon)
  }
}
