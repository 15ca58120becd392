internal import RubricaModel
internal import RubricaSource

/// `grammar` of a text layer.
extension Lowering {
  mutating func lowerGrammar(_ node: DataNode) -> TextGrammar {
    var fields = FieldReader(node, .grammar)
    var grammar = TextGrammar(span: node.span)
    grammar.tags = fields.list("tags").compactMap { lowerTag($0) }
    let brackets: Located<TextGrammar.Brackets>? = fields.choice("brackets")
    grammar.brackets = brackets?.value ?? .square
    grammar.forbiddenCharacters = fields.text("forbidden-characters")
    for key in ["forbidden-words", "spelling"] {
      for entry in fields.list(key) {
        if let spelling = lowerSpelling(entry, isForbidden: key == "forbidden-words") {
          grammar.spellings.append(spelling)
        }
      }
    }
    grammar.letterCase = fields.choice("case")
    grammar.numbers = fields.choice("numbers")
    fields.finish(&guideline.problems)
    return grammar
  }

  private mutating func lowerTag(_ node: DataNode) -> TextGrammar.Tag? {
    if let id = node.text { return TextGrammar.Tag(id: id, means: nil, isPaired: false) }
    var fields = FieldReader(node, .textTag)
    let id = fields.required("id")
    let means = fields.text("means")
    let isPaired = fields.boolean("paired")?.value ?? false
    fields.finish(&guideline.problems)
    return id.map { TextGrammar.Tag(id: $0, means: means, isPaired: isPaired) }
  }

  /// `{wrong, right}`, or a forbidden word alone.
  private mutating func lowerSpelling(
    _ node: DataNode, isForbidden: Bool
  ) -> TextGrammar.Spelling? {
    if isForbidden, let wrong = node.text {
      return TextGrammar.Spelling(wrong: wrong, right: nil, because: nil)
    }
    var fields = FieldReader(node, isForbidden ? .forbiddenWord : .spelling)
    let wrong = fields.required(isForbidden ? "word" : "wrong")
    let right = isForbidden ? fields.text("write") : fields.required("right")
    let because = fields.text("because")
    fields.finish(&guideline.problems)
    return wrong.map { TextGrammar.Spelling(wrong: $0, right: right, because: because) }
  }
}
