internal import RubricaModel
internal import RubricaSource

extension Page {
  /// How a text is to be written: the tags, the words, and the rest in a line.
  func write(_ grammar: TextGrammar, to html: inout HTMLWriter) {
    html.element("div", class: "grammar") { html in
      let facts = facts(about: grammar)
      if !facts.isEmpty {
        html.element("ul") { html in
          for fact in facts { html.element("li", text: fact) }
        }
      }
      if !grammar.tags.isEmpty {
        writeTable(
          words.entries.text.tagsTitle, [words.entries.text.tag, words.entries.text.meaning],
          to: &html
        ) { html in
          for tag in grammar.tags {
            html.element("tr") { html in
              html.element("td") { html in
                html.element("code", text: grammar.written(tag))
                if tag.isPaired {
                  html.raw(" \u{2026} ")
                  html.element("code", text: grammar.written(tag, isEnd: true))
                }
              }
              html.element("td") { html in
                if let means = tag.means { write(means, to: &html) }
              }
            }
          }
        }
      }
      if !grammar.spellings.isEmpty {
        writeTable(
          words.entries.text.wordsTitle, [words.entries.text.write, words.entries.text.insteadOf],
          to: &html
        ) {
          html in
          for spelling in grammar.spellings { write(spelling, to: &html) }
        }
      }
    }
  }

  private func write(_ spelling: TextGrammar.Spelling, to html: inout HTMLWriter) {
    html.element("tr") { html in
      html.element("td") { html in
        if let right = spelling.right?.value {
          html.element("b", text: right)
        } else {
          html.element("span", class: "soft", text: words.entries.text.never)
        }
        if let because = spelling.because {
          html.raw(" ")
          html.element("span", class: "soft") { write(because, to: &$0) }
        }
      }
      html.element("td") { $0.element("s", text: spelling.wrong.value) }
    }
  }

  private func writeTable(
    _ title: Word, _ heads: [Word], to html: inout HTMLWriter,
    _ rows: (inout HTMLWriter) -> Void
  ) {
    html.element("table") { html in
      html.element("caption", text: title)
      html.element("thead") { html in
        html.element("tr") { html in
          for head in heads { html.element("th", [.init("scope", "col")], text: head) }
        }
      }
      html.element("tbody", [], rows)
    }
  }

  private func facts(about grammar: TextGrammar) -> [Word] {
    let own = words.entries.text
    var facts = [
      grammar.letterCase.flatMap { own.cases[$0.value] },
      grammar.numbers.flatMap { own.numbers[$0.value] },
    ].compactMap { $0 }
    if let characters = grammar.forbiddenCharacters?.value {
      let list = characters.unicodeScalars.filter { $0 != " " }.map(String.init)
      facts.append(Word("\(own.neverWrite) \(list.joined(separator: " "))"))
    }
    return facts
  }
}
