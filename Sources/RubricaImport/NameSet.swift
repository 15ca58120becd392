internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Names of a list or of lines of code that stand alone, without what they mean, where the words
/// before them say that they are labels.
struct NameSet {
  /// The list or the block of code.
  let block: Int
  let names: [String]
  /// Whether all are written as code.
  let areCode: Bool

  /// The sets of a block of the document and of the items in it.
  static func all(in block: Int, behind previous: Int?, _ page: Page) -> [NameSet] {
    switch page.tree.nodes[block].kind {
    case .list, .codeBlock(_, _, isFenced: true): break
    default: return []
    }
    let section = page.section(of: page.range(block).lowerBound)
    let title = section.map { HeadingWords.core(page.headings[$0].title) }
    // What a glossary explains is no label.
    let path = page.path(to: page.range(block).lowerBound)
    if path.contains(where: { LabelHeading.isGlossary(page.headings[$0].title) }) { return [] }
    // What stands under words for labels is told with them.
    if let section, LabelHeading.kind(page.headings[section].title) == .certain,
      !LabelSection.isTitle(section, page)
    {
      return []
    }
    var found = [NameSet(block, behind: previous, under: title, page)].compactMap(\.self)
    guard case .list = page.tree.nodes[block].kind else { return found }
    for node in block..<page.tree.nodes[block].end {
      guard case .item = page.tree.nodes[node].kind else { continue }
      let parts = Array(page.tree.children(of: node))
      for (part, next) in zip(parts, parts.dropFirst()) {
        found += [NameSet(next, behind: part, under: nil, page)].compactMap(\.self)
      }
    }
    return found
  }

  private init?(_ block: Int, behind previous: Int?, under title: String?, _ page: Page) {
    var names: [String] = []
    var areCode = true
    switch page.tree.nodes[block].kind {
    case .list:
      for item in page.tree.children(of: block) {
        guard let name = Self.name(item, page) else { return nil }
        names.append(name.words)
        areCode = areCode && name.isCode
      }
    case .codeBlock(let info, let text, isFenced: true) where Self.plain.contains(info):
      names = text.split(whereSeparator: \.isNewline).map { String($0).trimmingSpaces }
        .filter { !$0.isEmpty }
      guard names.allSatisfy(LabelName.isID) else { return nil }
    default: return nil
    }
    guard !names.isEmpty, !names.contains(where: { $0.contains(".") }),
      LabelName.problem(in: names, .item, page.vocabulary) == nil
    else { return nil }
    let sentence = previous.flatMap { Self.sentence($0, page) }
    let isSaid = sentence.map { Self.says($0.all, $0.last, withKinds: areCode) } == true
    // A heading alone is enough for several names of code.
    let isTitled = areCode && names.count > 1 && title.map { Self.says($0, $0) } == true
    let isOne = sentence.map { Self.tokens($0.last).contains(where: Self.alone.contains) } == true
    guard isSaid || isTitled, names.count > 1 || areCode && isOne else { return nil }
    self.block = block
    self.names = names
    self.areCode = areCode
  }

  /// The words of an item that is one name and nothing else.
  private static func name(_ item: Int, _ page: Page) -> (words: String, isCode: Bool)? {
    let parts = Array(page.tree.children(of: item).prefix(2))
    guard case .item(isChecked: nil) = page.tree.nodes[item].kind, parts.count == 1,
      case .paragraph = page.tree.nodes[parts[0]].kind
    else { return nil }
    let inlines = Array(page.tree.children(of: parts[0]).prefix(2))
    guard inlines.count == 1 else { return nil }
    let words = page.words(parts[0])
    switch page.tree.nodes[inlines[0]].kind {
    case .code: return LabelName.isID(words) ? (words, true) : nil
    case .strong, .text:
      guard LabelName.isBare(words), words.first?.isLetter == true, !words.contains("\"") else {
        return nil
      }
      return (words, false)
    default: return nil
    }
  }

  /// A paragraph with a colon behind it, and its last sentence.
  static func sentence(_ block: Int, _ page: Page) -> (all: String, last: String)? {
    // A reserved word over a list is told by itself.
    guard case .paragraph = page.tree.nodes[block].kind,
      page.vocabulary.section(page.words(block)) == nil
    else { return nil }
    let words = page.words(block).lowercased().trimmingSpaces
    guard words.utf8.count <= 400, let end = words.last, ":\u{FF1A}".contains(end) else {
      return nil
    }
    let last = words.ranges(of: ". ").last.map { String(words[$0.upperBound...]) } ?? words
    return (words, last)
  }

  /// Whether words speak of labels and of nothing else, and the last of them do not say that there
  /// are none. What has kinds ("states", "types") may be something else, too.
  private static func says(
    _ words: String, _ last: String, withKinds: Bool = true, or more: Set<String> = []
  ) -> Bool {
    let all = tokens(words)
    let saysLabels = all.contains {
      LabelHeading.isWordForLabels($0, withKinds: withKinds) || more.contains($0)
    }
    guard saysLabels,
      !all.contains(where: { LabelHeading.isWordForOthers($0) || containers.contains($0) })
    else { return false }
    return !tokens(last).contains { word in
      denials.contains(word) || word.contains("\u{4E0D}") || word.contains("ない")
    }
  }

  /// Whether a paragraph over a list speaks of labels, or of what more words say.
  static func saysLabels(_ sentence: (all: String, last: String), or more: Set<String>) -> Bool {
    says(sentence.all, sentence.last, withKinds: false, or: more)
  }

  private static func tokens(_ words: String) -> [String] { HeadingWords.tokens(words) }

  /// What a fence without a language says.
  private static let plain: Set<String> = ["", "text", "txt", "plain", "plaintext"]
  private static let alone: Set<String> = [
    "one", "only", "single", "ein", "eine", "einer", "nur", "un", "une", "seul", "seule", "una",
    "única", "solo", "sólo",
  ]
  private static let denials: Set<String> = [
    "not", "no", "never", "don", "cannot", "exclude", "excluded", "excludes", "ignore", "skip",
    "avoid", "except", "nicht", "kein", "keine", "nie", "außer", "ne", "pas", "jamais", "sauf",
    "nunca", "excepto", "salvo", "não", "exceto", "не", "кроме",
  ]
  /// Words for what has names and types, too, and no labels.
  private static let containers: Set<String> = [
    "file", "data", "formats", "column", "columns", "field", "fields", "key", "keys", "command",
    "commands", "json", "csv", "yaml", "export", "output", "schema", "script", "folder", "folders",
    "directory", "model", "models", "api", "url", "python", "css", "html", "branch", "environment",
    "attribute", "datei", "dateien", "daten", "spalten", "felder", "fichier", "fichiers", "données",
    "colonnes", "champs", "archivo", "archivos", "datos", "columnas", "campos",
  ]
}

extension SuggestionPass {
  /// Says of names without definitions that they may be labels, unless the document explains them
  /// somewhere else.
  static func suggestSets(
    _ sets: [NameSet], besides labels: Set<String>, _ page: Page, _ attempt: inout PassAttempt
  ) {
    guard !sets.isEmpty else { return }
    let explained = explainedNames(page)
    for known in sets where known.areCode || labels.isEmpty {
      let names = known.names
      let others = names.filter {
        let slug = Slug.make($0)
        return !explained.contains(slug) && !labels.contains(slug)
      }
      guard others.count * 2 > names.count else { continue }
      let offset = page.range(known.block).lowerBound
      let item = known.areCode ? "- `\(names[0])`: …" : "- **\(names[0])**: …"
      let heading = page.heading(.labels, below: offset)
      let listed = LabelName.listed(names)
      attempt.say(
        .suggestion, at: offset,
        names.count == 1
          ? "\"\(listed)\" may be a label, but nothing says what it means: make it an item of a list under a "
            + "heading `\(heading)`, with what it means behind it as in \"\(item)\", and import again"
          : "\(listed) may be labels, but nothing says what they mean: make them a list under a heading "
            + "`\(heading)`, with what each means behind it as in \"\(item)\", and import again")
    }
  }

  /// What headings, the first cells of rows and the first words of texts and items speak of.
  private static func explainedNames(_ page: Page) -> Set<String> {
    var found: Set<String> = []
    for heading in page.headings { found.formUnion(DeclaredLabels.keys(of: heading, page)) }
    for (index, node) in page.tree.nodes.enumerated() {
      switch node.kind {
      case .tableRow(isHeader: false):
        for cell in page.tree.children(of: index).prefix(2) {
          found.insert(Slug.make(page.words(cell)))
        }
      case .paragraph:
        let inlines = Array(page.tree.children(of: index).prefix(2))
        guard let first = inlines.first else { continue }
        switch page.tree.nodes[first].kind {
        case .strong, .code:
          if inlines.count > 1 { found.insert(Slug.make(page.words(first))) }
        case .text(let text):
          guard let colon = text.firstIndex(of: ":") else { continue }
          found.insert(Slug.make(String(text[..<colon])))
        default: break
        }
      default: break
      }
    }
    return found
  }
}
