extension Change.Kind {
  package var noun: String {
    switch self {
    case .semantic: "meaning"
    case .wording: "wording"
    case .presentation: "looks"
    case .administrative: "administration"
    }
  }
}

extension Change.Part {
  /// What stands before the name of a subject.
  var noun: String? {
    switch self {
    case .guideline: "the guideline"
    case .layer: "layer"
    case .attribute: "attribute"
    case .relation: "relation"
    case .escape: "escape answer"
    case .label: "label"
    case .rule: "rule"
    case .example: "example"
    case .media: "file"
    case .policy: "approval policy"
    case .workspace: "rubrica.yaml:"
    case .precedence, .doubt, .prose, .governance: nil
    }
  }

  /// Whether subjects are known by ids of the author rather than by words.
  var isNamedByID: Bool {
    switch self {
    case .layer, .attribute, .relation, .escape, .label, .media, .governance, .workspace: true
    default: false
    }
  }
}

extension Change {
  /// ``label `stop`: the definition``.
  package var headline: String {
    let part = subject.part
    let name =
      part.isNamedByID
      ? "`\(subject.id)`" : part == .guideline || part == .policy ? "" : "“\(subject.name)”"
    var words = [part.noun, name].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
    if let aspect { words += ": \(aspect)" }
    switch action {
    case .changed: break
    case .added, .removed, .moved, .renamed: words += aspect == nil ? " \(verb)" : ", \(verb)"
    }
    return isGuess ? words + " (matched by likeness)" : words
  }

  private var verb: String { action.rawValue }
}
