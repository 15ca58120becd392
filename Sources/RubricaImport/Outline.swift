internal import RubricaModel

/// What the compiler will make of the headings of a page.
struct Outline {
  enum Role: Equatable {
    case prose
    /// A reserved section, by its English words in lower case.
    case section(String)
    case label
    /// A rule, an edge case or an example; the headings inside it are only headings.
    case entry
    case insideEntry
    /// A group of labels, where labels are declared.
    case group
  }

  /// One a heading.
  private(set) var roles: [Role] = []
  /// The label whose heading each heading stands under, as an index of a heading.
  private(set) var labels: [Int?] = []

  private struct Open {
    var level: Int
    var section: String?
    var label: Int?
    var isEntry: Bool
  }

  init(_ headings: [Heading], _ vocabulary: Vocabulary) {
    var open: [Open] = []
    for (index, heading) in headings.enumerated() {
      while let last = open.last, last.level >= heading.level { open.removeLast() }
      let outer = open.last ?? Open(level: 0, section: nil, label: nil, isEntry: false)
      var new = Open(level: heading.level, section: nil, label: outer.label, isEntry: false)
      let role: Role
      if outer.isEntry {
        role = .insideEntry
        new.isEntry = true
      } else if Self.entry(heading.title, vocabulary) == .group, outer.section == "labels",
        outer.label == nil
      {
        role = .group
        new.section = "labels"
      } else if Self.entry(heading.title, vocabulary) != nil {
        role = .entry
        new.isEntry = true
      } else if let words = Reserved.section(heading.title, vocabulary) {
        role = .section(words)
        new.section = words
      } else if outer.section == "labels", outer.label == nil {
        role = .label
        new.section = "labels"
        new.label = index
      } else if let section = outer.section, Reserved.entrySections.contains(section) {
        role = .entry
        new.isEntry = true
      } else {
        role = .prose
        if outer.section == "labels" { new.section = "labels" }
      }
      roles.append(role)
      labels.append(outer.label)
      open.append(new)
    }
  }

  /// What the words before the colon of a heading announce.
  static func entry(_ title: String, _ vocabulary: Vocabulary) -> Vocabulary.Entry? {
    guard let colon = title.firstIndex(where: { $0 == ":" || $0 == "\u{FF1A}" }),
      title.distance(from: title.startIndex, to: colon) <= 20,
      Reserved.section(title, vocabulary) == nil
    else { return nil }
    guard let found = vocabulary.entry(title[..<colon]), found.isUnderstood else { return nil }
    return found.meaning
  }
}

extension Outline.Role {
  /// Whether its id may stand once only, and is not numbered by the compiler.
  var isDeclared: Bool { self == .label || self == .group }
}

extension Page {
  /// Whether an offset lies in a section that the compiler takes apart.
  func isStructured(_ outline: Outline, at offset: Int) -> Bool {
    isStructured(outline, path(to: offset)[...])
  }

  /// The same of a heading, whatever it opens itself.
  func isStructured(_ outline: Outline, around heading: Int) -> Bool {
    isStructured(outline, path(to: headings[heading].range.lowerBound).dropFirst())
  }

  private func isStructured(_ outline: Outline, _ path: ArraySlice<Int>) -> Bool {
    path.contains { heading in
      switch outline.roles[heading] {
      case .section(let name): name == "labels" || Reserved.entrySections.contains(name)
      case .label, .entry, .insideEntry: true
      case .group: true
      case .prose: false
      }
    }
  }
}
