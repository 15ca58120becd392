internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Says so when headings are reserved words of a language that nobody has named, or when the text
/// looks like another one than English.
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
        "\"\(heading.title)\" is the \(other.name) word for `\(page.vocabulary.word(word.meaning))`: if the "
        + "document is \(other.name), import it again with `--language \(other.language)`"
      found.append((other.language, 1, message, heading.range.lowerBound))
    }
    // A word may belong to two languages: the one with more words, or the first, is the one.
    let best = found.max(by: { $0.count < $1.count })
    let guess = LanguageGuess.language(of: words(of: page))
    if let best, guess == nil || guess?.tag == best.language {
      return attempt.say(.suggestion, at: best.offset, best.message)
    }
    guard let guess else { return }
    attempt.say(
      .suggestion, at: 0,
      "the text looks \(guess.name) and is taken for English, since nothing says its language: import "
        + "it again with `--language \(guess.tag)`")
  }

  /// The running text: no code, and no more than tells the language.
  private static func words(of page: Page) -> String {
    var words = ""
    for node in page.tree.nodes {
      guard case .text(let text) = node.kind else { continue }
      words += text + " "
      if words.utf8.count > 100_000 { break }
    }
    return words
  }
}
