internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// `**Q:** How tight?` and `Q: How tight?` under the heading for questions: bold up to the question mark
/// makes an entry of it; where one has no such mark, each becomes a heading. The bold of an answer
/// (`**A:** To the pixel.`) goes away, since it would begin an entry.
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
    let outline = Outline(page.headings, page.vocabulary)
    for (index, heading) in page.headings.enumerated() {
      let words = heading.title[HeadingWords.ornament(of: heading.title).endIndex...]
      let blocks = page.blocks(under: index, isDeep: false)
      let questions = blocks.flatMap { self.questions(in: $0, page) }
      let answers = blocks.flatMap { self.answers(in: $0, page) }
      guard Reserved.section(String(words), page.vocabulary) == "faq" else {
        if outline.roles[index] == .prose, outline.labels[index] == nil, questions.count > 1,
          answers.count > 1, !page.isStructured(outline, around: index)
        {
          attempt.say(
            .suggestion, at: heading.range.lowerBound,
            "\"\(heading.title)\" holds questions and their answers: call it "
              + "`\(page.vocabulary.word(SectionRole.questions))` and import again")
        }
        continue
      }
      var group = EditGroup(page)
      let areAsked = questions.allSatisfy { $0.mark != nil }
      // Without a question mark, only the answer behind it says that it is one.
      guard areAsked || answers.count >= questions.count && answers[0].start > questions[0].start
      else { continue }
      // A heading ends with its line.
      guard areAsked || !questions.contains(where: { isWrapped($0, answers.map(\.start), page) })
      else { continue }
      for question in questions {
        question.edit(areAsked ? nil : heading.level + 1, page, &group)
      }
      guard !group.edits.isEmpty, areAsked || heading.level < 6 else { continue }
      for answer in answers {
        guard let bold = answer.bold else { continue }
        group.delete(bold.lowerBound..<(bold.lowerBound + 2))
        group.delete((bold.upperBound - 2)..<bold.upperBound)
      }
      let count = questions.count
      group.say(
        .structured, at: heading.range.lowerBound,
        "\(count == 1 ? "1 question" : "\(count) questions") under \"\(heading.title)\" became "
          + (areAsked ? "bold" : count == 1 ? "a heading" : "headings")
          + ", and the word before an answer plain")
      attempt.add(group)
    }
  }

  /// A question behind its word, at the head of a line.
  private struct Question {
    let start: Int
    /// What is bold: the word, or the whole question.
    let bold: Range<Int>?
    /// Where its question mark ends.
    let mark: Int?

    /// Makes it bold, or a heading.
    func edit(_ level: Int?, _ page: Page, _ group: inout EditGroup) {
      guard let level else {
        guard let mark, mark + 2 != bold?.upperBound else { return }
        if let bold {
          group.delete((bold.upperBound - 2)..<bold.upperBound)
        } else {
          group.insert("**", at: start)
        }
        return group.insert("**", at: mark)
      }
      let line = page.lines.content(ofLine: page.lines.line(at: start), in: page.bytes)
      let hashes = String(repeating: "#", count: level) + " "
      group.replace(start..<(start + (bold == nil ? 0 : 2)), with: hashes)
      if let bold { group.delete((bold.upperBound - 2)..<bold.upperBound) }
      group.insert(page.newline, at: line.upperBound)
    }
  }

  private static func questions(in block: Int, _ page: Page) -> [Question] {
    heads(of: block, page).compactMap { node in
      let range = page.range(node)
      guard case .strong = page.tree.nodes[node].kind else {
        guard questions.contains(word(node, page)) else { return nil }
        return Question(start: range.lowerBound, bold: nil, mark: questionEnd(from: node, page))
      }
      let words = page.words(node).replacing("\u{FF1A}", with: ":")
      if questions.contains(word(node, page)) {
        // `**Q:** How tight?`, not `**Question**`.
        guard words.hasSuffix(":") || page.bytes[range.upperBound...].first == UInt8(ascii: ":")
        else { return nil }
        return Question(
          start: range.lowerBound, bold: range,
          mark: questionEnd(from: page.tree.nodes[node].end, page))
      }
      guard let colon = words.firstIndex(of: ":"), isWord(words[..<colon], in: questions),
        page.lines.line(at: range.lowerBound) == page.lines.line(at: range.upperBound - 1)
      else { return nil }
      let isAsked = words.last == "?" || words.last == "\u{FF1F}"
      return Question(
        start: range.lowerBound, bold: range, mark: isAsked ? range.upperBound - 2 : nil)
    }
  }

  /// Whether a question goes on in the line behind its first.
  private static func isWrapped(_ question: Question, _ answers: [Int], _ page: Page) -> Bool {
    let next = page.lines.line(at: question.start) + 1
    guard next < page.lines.starts.count else { return false }
    let line = page.lines.content(ofLine: next, in: page.bytes)
    return page.bytes[line].contains { $0 > 32 } && !answers.contains(line.lowerBound)
  }

  /// Where answers begin, and what is bold of the words before them.
  private static func answers(in block: Int, _ page: Page) -> [(start: Int, bold: Range<Int>?)] {
    heads(of: block, page).compactMap { node in
      guard answers.contains(word(node, page)) else { return nil }
      let range = page.range(node)
      guard case .strong = page.tree.nodes[node].kind else { return (range.lowerBound, nil) }
      return (range.lowerBound, range)
    }
  }

  /// What begins the lines of a paragraph: bold text, or a plain one with a colon.
  private static func heads(of block: Int, _ page: Page) -> [Int] {
    guard case .paragraph = page.tree.nodes[block].kind else { return [] }
    return page.tree.children(of: block).filter { node in
      let start = page.range(node).lowerBound
      switch page.tree.nodes[node].kind {
      case .strong: return page.startsLine(start) && page.bytes[start...].starts(with: "**".utf8)
      case .text(let text):
        return page.tree.nodes[node].isExact && page.startsLine(start)
          && text.contains { $0 == ":" || $0 == "\u{FF1A}" }
      default: return false
      }
    }
  }

  /// The word before a colon, without a number: "q" for "Q1:".
  private static func word(_ node: Int, _ page: Page) -> String {
    var words = page.words(node).replacing("\u{FF1A}", with: ":")[...]
    if case .text = page.tree.nodes[node].kind { words = words.prefix { $0 != ":" } }
    return bare(words)
  }

  private static func isWord(_ words: Substring, in table: Set<String>) -> Bool {
    table.contains(bare(words))
  }

  private static func bare(_ words: Substring) -> String {
    var word = Reserved.bare(String(words))
    while word.last?.isNumber == true { word.removeLast() }
    return word
  }

  /// Where the question mark of a text ends.
  private static func questionEnd(from next: Int, _ page: Page) -> Int? {
    guard next < page.tree.nodes.count, case .text(let text) = page.tree.nodes[next].kind,
      page.tree.nodes[next].isExact,
      let mark = text.firstIndex(where: { $0 == "?" || $0 == "\u{FF1F}" })
    else { return nil }
    return page.range(next).lowerBound + text[...mark].utf8.count
  }
}
