internal import RubricaModel
internal import RubricaSource

/// Says so when headings are reserved words of a language that nobody has named.
enum LanguagePass: ImportPass {
  static let title = "the language"
  static let isStructuring = false

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    guard !attempt.documents.contains(where: { $0.hasLanguage }) else { return }
    var found: [(language: String, count: Int, message: String, offset: Int)] = []
    for heading in page.headings {
      let bare = Reserved.bare(heading.title)
      guard let word = page.vocabulary.section(bare), !word.isUnderstood, let other = word.foreign
      else { continue }
      if let known = found.firstIndex(where: { $0.language == other.language }) {
        found[known].count += 1
        continue
      }
      let message =
        "\"\(heading.title)\" is \(other.name) for `\(page.vocabulary.word(word.meaning))`: if the "
        + "document is \(other.name), import it again with `--language \(other.language)`"
      found.append((other.language, 1, message, heading.range.lowerBound))
    }
    // A word may belong to two languages: the one with more words, or the first, is the one.
    guard let best = found.max(by: { $0.count < $1.count }) else { return }
    attempt.say(.suggestion, at: best.offset, best.message)
  }
}
