package import RubricaModel
package import RubricaSource
internal import RubricaSyntax

/// A guideline and the file of one language to a translation: which unit is translated, which is not,
/// and the guideline in that language.
package enum TranslationReader {
  /// The folder beside guideline.md that holds one file a language.
  package static let folder = "i18n"

  /// `source` is the file of the translation among the guideline's sources.
  package static func read(
    _ guideline: inout Guideline, language: Located<String>, source: SourceID
  ) -> Translation {
    let vocabulary = Vocabulary(language: language.value)
    var translation = Translation(language: language, source: source, guideline: guideline)
    var collector = UnitCollector(guideline.sources, vocabulary)
    // A walk may change what it sees; this one looks at a copy.
    var copy = guideline
    copy.visitUnits(&collector)
    translation.units = collector.units
    let file = guideline.sources[source]
    if let problem = TextCheck.problem(in: file, source, limit: Limits.markdownBytes) {
      guideline.addUnreadTranslation(problem.asProblem)
      return translation
    }
    let parts: FrontMatter
    switch FrontMatter.split(file, source) {
    case .failure(let problem):
      guideline.addUnreadTranslation(problem.asProblem)
      return translation
    case .success(let split): parts = split
    }
    if let yaml = parts.yaml {
      readHead(
        DerivedText(file, source: source, range: yaml), &translation, &guideline.problems)
    }
    let body = TranslationFile(file, source, body: parts.body)
    translation.entries = body.entries
    translation.problems += body.problems
    if Self.isSame(language.value, guideline.language.value) {
      translation.problems.append(
        TranslationProblem(
          .malformed(
            "this is the language of the guideline itself, `\(guideline.language.value)`",
            help: "name the file after the language of the translation"), at: language.span))
    }
    match(&translation, file)
    apply(&translation, file, original: guideline, vocabulary, &guideline.problems)
    return translation
  }

  private static func isSame(_ a: String, _ b: String) -> Bool { a.lowercased() == b.lowercased() }

  private static func readHead(
    _ text: DerivedText, _ translation: inout Translation, _ problems: inout [Problem]
  ) {
    guard let node = DataReader.read(text, problems: &problems) else { return }
    var fields = FieldReader(node, .translation)
    if let version = fields.node("rubrica"), version.text?.value != "1" {
      fields.report(.wrong(version, expected: "`1`"))
    }
    translation.translators = fields.texts("translators")
    fields.finish(&problems)
  }

  /// Finds the entry of each unit. The digest finds what has moved: rules are numbered, and a new one
  /// before them gives all of them new ids.
  private static func match(_ translation: inout Translation, _ file: SourceFile) {
    var byID: [String: Int] = [:]
    var byDigest: [String: [Int]] = [:]
    for (place, entry) in translation.entries.enumerated() {
      if byID[entry.id.value] == nil { byID[entry.id.value] = place }
      if let digest = entry.digest { byDigest[digest, default: []].append(place) }
    }
    var taken: Set<Int> = []
    let entries = translation.entries
    func take(_ unit: Int, _ entry: Int) {
      taken.insert(entry)
      translation.units[unit].entry = entry
      translation.units[unit].state = state(translation.units[unit], entries[entry], file)
    }
    for place in translation.units.indices {
      let unit = translation.units[place]
      if let entry = byID[unit.id], entries[entry].digest == unit.digest,
        entries[entry].mark != .orphaned
      {
        take(place, entry)
      }
    }
    for place in translation.units.indices where translation.units[place].entry == nil {
      let kind = kind(of: translation.units[place].id)
      let moved = byDigest[translation.units[place].digest]?.first {
        !taken.contains($0) && Self.kind(of: entries[$0].id.value) == kind
      }
      if let moved { take(place, moved) }
    }
    for place in translation.units.indices where translation.units[place].entry == nil {
      if let entry = byID[translation.units[place].id], !taken.contains(entry) {
        take(place, entry)
      }
    }
    translation.orphans = entries.indices.filter { !taken.contains($0) }
  }

  /// What a unit is a part of, and which part: a definition never becomes a heading.
  private static func kind(of id: String) -> [Substring] {
    let parts = id.split(separator: "/")
    let last = parts.last.map { $0.allSatisfy(\.isNumber) ? "" : $0 } ?? ""
    return [parts.first ?? "", last]
  }

  private static func state(
    _ unit: TranslationUnit, _ entry: TranslationEntry, _ file: SourceFile
  ) -> TranslationUnit.State {
    if entry.text.isEmpty { return .missing }
    switch entry.mark {
    // The word stands until somebody has written something else in the place of the original.
    case .untranslated:
      let text = UnitApplier.words(file.text(entry.text.range), level: unit.level)
      if UnitDigest.make(text) == unit.digest || entry.digest != unit.digest { return .missing }
      return .current
    case .outdated: return .outdated
    case .orphaned, nil: return entry.digest == unit.digest ? .current : .outdated
    }
  }

  private static func apply(
    _ translation: inout Translation, _ file: SourceFile, original: Guideline,
    _ vocabulary: Vocabulary, _ problems: inout [Problem]
  ) {
    var texts: [String: Span] = [:]
    for unit in translation.units where unit.state == .current {
      if let entry = unit.entry { texts[unit.id] = translation.entries[entry].text }
    }
    var applier = UnitApplier(
      file, translation.source, texts: texts, vocabulary,
      original: Vocabulary(language: original.language.value))
    translation.guideline.visitUnits(&applier)
    translation.guideline.language = translation.language
    translation.problems += applier.problems
    problems += applier.unreadable
  }
}

extension Guideline {
  /// Notes why a translation, or the folder of all of them, cannot be read: nobody may take it for one that has
  /// no text yet.
  fileprivate mutating func addUnreadTranslation(_ problem: Problem) {
    problems.append(problem)
    unread.translations.append(problem.span)
  }
}

extension Lowering {
  /// Every language in the folder beside the guideline, in order of their tags.
  mutating func lowerTranslations() {
    let place = folder + TranslationReader.folder
    let names: [String]
    do { names = try files.names(in: place) } catch .missing {
      return
    } catch {
      let source = guideline.sources.add(SourceFile(name: display + place, bytes: []))
      guideline.addUnreadTranslation(
        Problem(
          .unreadableFile("the folder of translations cannot be read: \(error.reason)"),
          at: Span(source, 0, 0)))
      return
    }
    for name in names where !name.hasPrefix(".") {
      let path = place + "/" + name
      guard name.hasSuffix(".md") else {
        let source = guideline.sources.add(SourceFile(name: display + path, bytes: []))
        guideline.problems.append(
          Problem(
            .misplaced(
              what: "the file `\(TranslationReader.folder)/\(name)`",
              expected: "somewhere else: this folder holds translations, one `LANGUAGE.md` each"),
            at: Span(source, 0, 0)))
        continue
      }
      let bytes: [UInt8]
      do { bytes = try files.read(path, limit: Limits.markdownBytes) } catch {
        let source = guideline.sources.add(SourceFile(name: display + path, bytes: []))
        guideline.addUnreadTranslation(
          Problem(
            .unreadableFile("the file cannot be read: \(error.reason)"), at: Span(source, 0, 0)))
        continue
      }
      let source = guideline.sources.add(SourceFile(name: display + path, bytes: bytes))
      let language = Located(String(name.dropLast(3)), Span(source, 0, 0))
      // A tag is the same in letters of any case, and so is a file on many disks.
      if let first = guideline.translations.first(where: {
        LanguageTag.isSame($0.language.value, language.value)
      }) {
        guideline.problems.append(
          Problem(
            .duplicateDeclaration(
              what: "the translation into `\(language.value)`", first: first.language.span),
            at: language.span))
        continue
      }
      let translation = TranslationReader.read(&guideline, language: language, source: source)
      guideline.translations.append(translation)
    }
  }
}
