internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// `**Q:** How tight?` under the heading for questions: the bold goes on to the question mark, which
/// makes an entry of it. That of an answer (`**A:** To the pixel.`) goes away, since it would begin one.
enum QuestionPass: ImportPass {
  static let title = "questions and answers"
  static let isStructuring = true

  private static let questions: Set<String> = [
    "q", "question", "f", "frage", "p", "pregunta", "質問", "問",
  ]
  private static let answers: Set<String> = [
    "a", "answer", "antwort", "r", "réponse", "respuesta", "回答", "答",
  ]

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    for (index, heading) in page.headings.enumerated() {
      let words = heading.title[HeadingWords.ornament(of: heading.title).endIndex...]
      guard Reserved.section(String(words), page.vocabulary) == "faq" else { continue }
      var group = EditGroup(page)
      var count = 0
      for block in page.blocks(under: index, isDeep: false) {
        for node in page.tree.children(of: block) where isBoldLineStart(node, page) {
          let range = page.range(node)
          let closing = (range.upperBound - 2)..<range.upperBound
          let word = word(node, page)
          if questions.contains(word), let end = questionEnd(behind: node, page) {
            group.delete(closing)
            group.insert("**", at: end)
            count += 1
          } else if answers.contains(word) {
            group.delete(range.lowerBound..<(range.lowerBound + 2))
            group.delete(closing)
          }
        }
      }
      guard count > 0 else { continue }
      group.say(
        .structured, at: heading.range.lowerBound,
        "\(count == 1 ? "1 question" : "\(count) questions") under \"\(heading.title)\" became bold, and the "
          + "word before an answer plain")
      attempt.add(group)
    }
  }

  private static func isBoldLineStart(_ node: Int, _ page: Page) -> Bool {
    guard case .strong = page.tree.nodes[node].kind else { return false }
    let start = page.range(node).lowerBound
    return page.startsLine(start) && page.bytes[start...].starts(with: "**".utf8)
  }

  /// The word without its colon and a number: "q" for "Q1:".
  private static func word(_ node: Int, _ page: Page) -> String {
    var word = Reserved.bare(page.words(node).replacing("\u{FF1A}", with: ":"))
    while word.last?.isNumber == true { word.removeLast() }
    return word
  }

  /// Where the question mark of the text behind a word ends.
  private static func questionEnd(behind node: Int, _ page: Page) -> Int? {
    let next = page.tree.nodes[node].end
    guard next < page.tree.nodes[page.tree.nodes[node].parent].end,
      case .text(let text) = page.tree.nodes[next].kind, page.tree.nodes[next].isExact,
      let mark = text.firstIndex(where: { $0 == "?" || $0 == "\u{FF1F}" })
    else { return nil }
    return page.range(next).lowerBound + text[...mark].utf8.count
  }
}
