package import RubricaModel
internal import RubricaSource

/// The file of a translation, brought up to date: every unit in order of the document, with what is
/// translated as its translator wrote it. Nothing is lost: what belongs to no unit goes to the end.
package enum TranslationDocument {
  package static func make(_ translation: Translation, original: Guideline) -> [UInt8] {
    let file = translation.guideline.sources[translation.source]
    var text = head(translation, file, original)
    for unit in translation.units { text += entry(unit, translation, file) }
    for place in translation.orphans { text += orphan(translation.entries[place], file) }
    return Array(text.utf8)
  }

  private static func head(
    _ translation: Translation, _ file: SourceFile, _ original: Guideline
  ) -> String {
    let end = translation.entries.map(\.span.start).min().map(Int.init) ?? file.bytes.count
    let kept = trimmed(file.text(0..<end))
    if !kept.isEmpty { return kept + "\n" }
    let tag = translation.language.value
    return """
      ---
      rubrica: 1
      ---

      <!-- \(original.title.value.replacing("--", with: "- -")), from `\(original.language.value)` to `\(tag)`.
      Replace each original with its translation, and keep the comments above them.
      `untranslated`: the original is still there. Delete the word if the original may stay.
      `outdated`: the original has changed to the text in the comment. Delete the word once the
      translation matches it.
      Links, pictures, `code` and thresholds stay unchanged; ids are the same in every language.
      -->

      """
  }

  private static func entry(
    _ unit: TranslationUnit, _ translation: Translation, _ file: SourceFile
  ) -> String {
    let old = unit.entry.map { file.text(translation.entries[$0].text.range) } ?? ""
    let marks = unit.level.map { String(repeating: "#", count: $0) + " " } ?? ""
    switch unit.state {
    case .current: return comment(unit.id, unit.digest) + old + "\n"
    case .missing where unit.entry.map({ translation.entries[$0].mark == .untranslated }) == true,
      .missing where old.isEmpty:
      return comment(unit.id, unit.digest + " untranslated") + marks + unit.text + "\n"
    case .missing, .outdated:
      let note = unit.text.replacing("-->", with: "- ->")
      return comment(unit.id, unit.digest + " outdated; the original says now:\n\(note)\n") + old
        + "\n"
    }
  }

  private static func orphan(_ entry: TranslationEntry, _ file: SourceFile) -> String {
    let text = file.text(entry.text.range)
    let digest = entry.digest.map { $0 + " " } ?? ""
    return comment(entry.id.value, digest + "orphaned") + (text.isEmpty ? "" : text + "\n")
  }

  private static func comment(_ id: String, _ rest: String) -> String {
    let escaped = id.replacing("%", with: "%25").replacing(" ", with: "%20")
      .replacing(";", with: "%3B").replacing("-->", with: "--%3E")
    let end = rest.hasSuffix("\n") ? "-->\n" : " -->\n"
    return "\n\(TranslationFile.opening) \(escaped) \(rest)\(end)"
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    while let first = text.first, first.isNewline { text.removeFirst() }
    return String(text)
  }
}
