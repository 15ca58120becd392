internal import RubricaModel
internal import RubricaSource

/// Labels that are named by an id which they had before their headings were renamed, it seems.
struct RenamedLabels {
  /// By the id that nothing has any more.
  private var labels: [String: Located<String>] = [:]

  /// A guideline with more ids that lead nowhere has another problem.
  private static let most = 20

  subscript(_ id: String) -> Located<String>? { labels[id] }

  init(_ index: GuidelineIndex) {
    let missing = Self.missing(index)
    guard !missing.isEmpty, missing.count <= Self.most else { return }
    let named = Self.named(index)
    let unnamed = index.guideline.labels.filter {
      !named.contains($0.id.value) && $0.status?.value != .deprecated
    }
    let words = unnamed.map { Self.words($0.id.value).union(Self.words(Slug.make($0.name.value))) }
    for id in missing {
      let own = Self.words(id)
      let alike = unnamed.indices.filter { !words[$0].isDisjoint(with: own) }
      if alike.count == 1 {
        labels[id] = unnamed[alike[0]].id
      } else if missing.count == 1, unnamed.count == 1, index.guideline.labels.count > 2 {
        labels[id] = unnamed[0].id
      }
    }
  }

  /// The ids that links, contrasts and the precedence give, and that nothing has. Those in the list of a layer are
  /// told there.
  private static func missing(_ index: GuidelineIndex) -> Set<String> {
    let undeclared = index.undeclaredLabels
    return named(index).filter {
      !$0.isEmpty && index.anchor($0) == nil && !index.hasLabel($0) && !undeclared.contains($0)
    }
  }

  private static func named(_ index: GuidelineIndex) -> Set<String> {
    let guideline = index.guideline
    var ids: Set<String> = []
    for reference in guideline.references where reference.destination.utf8.first == 0x23 {
      ids.insert(String(Substring(reference.destination.utf8.dropFirst())))
    }
    for label in guideline.labels {
      for contrast in label.contrasts { ids.insert(contrast.label.value) }
    }
    for entry in guideline.precedence?.entries ?? [] {
      if let label = entry.label { ids.insert(label) }
    }
    return ids
  }

  /// `truck` and `driver`.
  private static func words(_ id: String) -> Set<String> {
    var words: Set<String> = []
    for word in id.lowercased().utf8.split(whereSeparator: { "-_.".utf8.contains($0) })
    where word.count > 2 {
      words.insert(String(Substring(word)))
    }
    return words
  }
}

extension GuidelineIndex {
  /// Labels that no layer takes, and that layers list by a misspelt id, it seems: it is told there.
  var labelsMeant: Set<String> {
    let undeclared = undeclaredLabels
    // A guideline with more has lost its list of labels, and each costs a look at every id.
    guard !undeclared.isEmpty, undeclared.count <= 100 else { return [] }
    let ids = labelIDs.filter { !isInAnyLayer($0) }
    return Set(undeclared.compactMap { Suggestion.nearest(to: $0, among: ids) })
  }

  /// The label whose id was changed, it seems, and not in its layer: the only one that no layer takes,
  /// where only one name in the layers means nothing.
  var renamedLabel: Located<String>? {
    guard undeclaredLabels.count == 1 else { return nil }
    let parents = Set(guideline.labels.compactMap { $0.parent?.value })
    let groups = Set(meantGroups.map { $0.id.value })
    let loose = guideline.labels.filter {
      !isInAnyLayer($0.id.value) && !parents.contains($0.id.value)
        && !groups.contains($0.id.value) && $0.status?.value != .deprecated
    }
    return loose.count == 1 ? loose[0].id : nil
  }

  /// The labels that contrasts, the precedence and the default name in vain, by where the link to them begins.
  var undefinedMentions: [Span: String] {
    var mentions: [Span: String] = [:]
    func add(_ label: String, _ span: Span) {
      if !label.isEmpty, !hasLabel(label) { mentions[span.head] = label }
    }
    for label in guideline.labels {
      for contrast in label.contrasts { add(contrast.label.value, contrast.label.span) }
    }
    for entry in guideline.precedence?.entries ?? [] {
      if let label = entry.label { add(label, entry.text.inlines.first?.span ?? entry.text.span) }
    }
    if let label = guideline.doubt?.label { add(label.value, label.span) }
    return mentions
  }
}
