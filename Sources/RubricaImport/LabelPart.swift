internal import RubricaModel

/// Words over a part of what is said about one label: a column of a table, a heading below the label.
enum LabelPart {
  /// The bold word of the language for what such words head, where they only nearly are one:
  /// `Includes` for "Include". Nil if they head something else, or are that word already.
  static func word(for words: String, _ vocabulary: Vocabulary) -> String? {
    let words = Reserved.normalised(words)
    if vocabulary.leadIn(words[...]) != nil { return nil }
    if exclusions.contains(words) { return vocabulary.word(Vocabulary.LeadIn.excludes) }
    if inclusions.contains(words) || isCondition(words) {
      return vocabulary.word(Vocabulary.LeadIn.includes)
    }
    let (core, _) = withoutCondition(words)
    guard core != words else { return nil }
    let known = vocabulary.leadIn(core[...])?.meaning
    if known == .includes || inclusions.contains(core) {
      return vocabulary.word(Vocabulary.LeadIn.includes)
    }
    return known == .excludes || exclusions.contains(core)
      ? vocabulary.word(Vocabulary.LeadIn.excludes) : nil
  }

  /// Whether words say that what follows is when a label is given: "Label if …". Where nothing else says
  /// what the label is, that does.
  static func isCondition(_ words: String) -> Bool {
    let (core, hasCondition) = withoutCondition(Reserved.normalised(words))
    return hasCondition && (inclusions.contains(core) || verbs.contains(core))
  }

  /// Whether words have a condition or a remark behind them that may say what a label includes or
  /// excludes: "Include when", "Exclude (label otherwise)".
  static func isQualified(_ words: String, _ vocabulary: Vocabulary) -> Bool {
    withoutCondition(Reserved.normalised(words)).words != Reserved.normalised(words)
      && word(for: words, vocabulary) != nil
  }

  /// The words without a condition, a remark in parentheses and dots behind them, and whether there is
  /// a condition.
  private static func withoutCondition(_ words: String) -> (words: String, hasCondition: Bool) {
    var rest = words[...]
    func trim() { while let last = rest.last, " .:,\u{2026}".contains(last) { rest.removeLast() } }
    trim()
    if rest.last == ")", let open = rest.lastIndex(of: "(") {
      rest = rest[..<open]
      trim()
    }
    guard let condition = conditions.first(where: { rest.hasSuffix(" " + $0) }) else {
      return (String(rest), false)
    }
    rest.removeLast(condition.count)
    trim()
    return (String(rest), true)
  }

  /// The longer ones first.
  private static let conditions = [
    "only if", "only when", "if", "when", "nur wenn", "wenn", "falls", "seulement si", "si",
    "quand", "lorsque", "solo si", "cuando", "somente se", "quando", "se",
  ]
  /// What a label is given with, which says so only with a condition.
  private static let verbs: Set<String> = ["label", "tag", "mark", "assign", "apply"]

  /// The same, or the words as they are where they are the bold word already.
  static func leadIn(for words: String, _ vocabulary: Vocabulary) -> String? {
    let found = vocabulary.leadIn(Reserved.normalised(words)[...])?.meaning
    return found == .includes || found == .excludes ? words : word(for: words, vocabulary)
  }

  /// The section that words below a label head: the one they name, or nearly name. Nil if it is none
  /// of examples and edge cases.
  static func section(for words: String, _ vocabulary: Vocabulary) -> SectionRole? {
    var words = Reserved.normalised(words)[...]
    // "Example 2"
    while let last = words.last, last.isNumber || last == " " { words.removeLast() }
    let core = String(words.replacing("-", with: " "))
    let own = vocabulary.section(String(words)).flatMap { $0.isUnderstood ? $0.meaning : nil }
    let found =
      own ?? Vocabulary.synonyms[core] ?? sections.first { $0.words.contains(core) }?.section
      ?? (areExamples(core) ? .examples : nil)
    return found.flatMap { entries.contains($0) ? $0 : nil }
  }

  /// Whether words say "example" and else only of what, or that there are more: "Example review",
  /// "Other examples". What is right or wrong, clear or not, they leave open.
  private static func areExamples(_ words: String) -> Bool {
    let words = HeadingWords.tokens(words)
    return words.count <= 4 && words.contains(where: exampleNouns.contains)
      && words.allSatisfy {
        exampleNouns.contains($0) || exampleItems.contains($0) || exampleQualities.contains($0)
      }
  }

  private static let exampleNouns: Set<String> = [
    "example", "examples", "beispiel", "beispiele", "beispielsatz", "beispielsätze",
    "beispieltext", "beispieltexte", "exemple", "exemples", "ejemplo", "ejemplos", "exemplo",
    "exemplos", "例文", "用例", "追加の例", "その他の例",
  ]
  private static let exampleItems: Set<String> = [
    "review", "reviews", "sentence", "sentences", "text", "texts", "tweet", "tweets", "post",
    "posts", "comment", "comments", "annotation", "annotations", "prompt", "prompts", "phrase",
    "phrases", "message", "messages", "query", "queries", "utterance", "utterances",
    "clarification", "snippet", "snippets", "image", "images", "passage", "passages", "quote",
    "quotes", "de", "of",
    "texte", "textes", "frase", "frases", "texto", "textos", "mensaje",
    "mensajes", "comentario", "comentarios", "anotación",
  ]
  private static let exampleQualities: Set<String> = [
    "standard", "other", "additional", "further", "more", "some", "typical", "annotated",
    "labeled", "labelled", "common", "simple", "real", "concrete", "illustrative",
    "representative", "weitere", "andere", "zusätzliche", "typische", "annotierte", "konkrete",
    "einige", "autres", "typiques", "supplémentaires", "annotés", "concrets", "otros", "más",
    "típicos", "adicionales", "anotados", "concretos", "outros", "mais", "adicionais",
  ]

  private static let entries: Set<SectionRole> = [
    .examples, .goodExamples, .badExamples, .edgeCases,
  ]
  /// Words for sections that no table of the language has, without hyphens.
  private static let sections: [(section: SectionRole, words: Set<String>)] = [
    (
      .examples,
      [
        "example", "typical examples", "more examples", "beispiel", "exemple", "ejemplo", "exemplo",
        "exemplos",
      ]
    ),
    (
      .goodExamples,
      [
        "good example", "positive example", "correct examples", "valid examples",
        "positive beispiele", "positivbeispiele", "richtige beispiele", "exemples positifs",
        "exemples corrects", "ejemplos positivos", "ejemplos correctos", "exemplos positivos",
        "bons exemplos",
      ]
    ),
    (
      .badExamples,
      [
        "bad example", "negative example", "non examples", "non example", "nonexamples",
        "counter examples", "counterexample", "counter example", "incorrect examples",
        "wrong examples", "invalid examples", "negative beispiele", "negativbeispiele",
        "gegenbeispiele", "falsche beispiele", "contre exemples", "exemples négatifs",
        "exemples incorrects", "contraejemplos", "ejemplos negativos", "ejemplos incorrectos",
        "contraexemplos", "exemplos negativos", "maus exemplos",
      ]
    ),
    (.edgeCases, ["edge case", "hard cases", "ambiguous cases", "casos límite", "casos limite"]),
  ]

  /// Whether words head a part of what is said about a label.
  static func isPart(_ words: String, _ vocabulary: Vocabulary) -> Bool {
    word(for: words, vocabulary) != nil || isDefinition(words) || isTechnical(words)
      || vocabulary.leadIn(Reserved.normalised(words)[...]) != nil
  }

  /// Whether a list or table behind words is about the labels before it and names none: "Excludes",
  /// "Examples". What "What to annotate" stands over may be the labels.
  static func isBesideLabels(_ words: String, _ vocabulary: Vocabulary) -> Bool {
    let leadIn = vocabulary.leadIn(Reserved.normalised(words)[...])?.meaning
    return leadIn?.isForLabels == true
      || word(for: words, vocabulary) == vocabulary.word(Vocabulary.LeadIn.excludes)
      || isContrast(words) || section(for: words, vocabulary) != nil
  }

  /// Whether words, in bold before a text, would say something else to the compiler: what a label is
  /// not, the condition of a rule, who may read on.
  static func isReserved(_ words: String, _ vocabulary: Vocabulary) -> Bool {
    let words = Reserved.normalised(words)
    if vocabulary.audience(words[...]) != nil { return true }
    guard let found = vocabulary.leadIn(words[...]) else { return false }
    return found.meaning != .includes && found.meaning != .excludes
  }

  /// Whether words head the definition of a label.
  static func isDefinition(_ words: String) -> Bool {
    definitions.contains(Reserved.normalised(words))
  }

  /// Whether words over a column say that it tells what a label means: "Description / Examples".
  static func headsDefinition(_ words: String) -> Bool {
    let words = Reserved.normalised(words)
    return definitions.contains(words) || columns.contains(words)
      || definitions.contains {
        words.hasPrefix($0) && "/(,".contains(words.dropFirst($0.count).first { $0 != " " } ?? " ")
      }
  }

  /// Whether a column only helps a program, or a person to find the label: a colour, a number.
  static func isTechnical(_ words: String) -> Bool {
    technical.contains(Reserved.normalised(words))
  }

  /// Whether words over a column say that it tells why an example is what it is.
  static func isReason(_ words: String) -> Bool { reasons.contains(Reserved.normalised(words)) }

  private static let reasons: Set<String> = [
    "why", "reason", "reasons", "reasoning", "rationale", "justification", "warum", "grund",
    "begründung", "pourquoi", "raison", "por qué", "razón", "motivo", "justificación", "理由", "根拠",
  ]

  /// Whether words perhaps say what a label includes or excludes.
  static func mayBeLeadIn(_ words: String) -> Bool {
    ["do", "don't", "don\u{2019}t", "do not"].contains(Reserved.normalised(words))
  }

  /// Whether words say that a label is not another one.
  static func isContrast(_ words: String) -> Bool {
    let words = Reserved.normalised(words)
    return contrasts.contains { words == $0 || words == $0 + " with" }
  }

  private static let contrasts: Set<String> = [
    "not to be confused", "do not confuse", "don't confuse", "not to confuse",
    "nicht verwechseln mit",
    "à ne pas confondre avec", "no confundir con", "não confundir com",
  ]

  private static let columns: Set<String> = [
    "what it means", "when to use", "use it for", "use for", "use when", "explanation",
    "erläuterung", "explication", "explicación", "explicação", "signification", "wann",
    "definizione", "descrizione", "beskrivning", "omschrijving", "betekenis", "opis",
    "kada koristiti", "说明", "定义", "含义", "描述", "解释", "释义", "說明", "含義", "описание", "опис",
    "значение",
    "определение", "пояснение", "что означает", "визначення", "значення", "정의", "설명", "의미",
    "significato",
    "spiegazione", "định nghĩa", "tiêu chí", "mô tả", "ý nghĩa", "giải thích", "tanım", "açıklama",
    "anlam", "anlamı", "التعريف", "الوصف", "الشرح", "المعنى",
  ]
  private static let technical: Set<String> = [
    "color", "colour", "colors", "colours", "farbe", "couleur", "cor", "hex", "hex color",
    "hex colour", "rgb", "shortcut", "hotkey", "key", "id", "#", "no", "no.", "nr", "nr.", "icon",
    "emoji", "index", "class id", "label id", "supercategory",
  ]

  private static let inclusions: Set<String> = [
    "include", "included", "including", "inclusion", "inclusions", "inclure", "incluir",
    "annotate", "do annotate", "label this", "what counts", "what to label", "what to annotate",
    "what to include", "in scope",
    "annotieren", "wird annotiert", "zu annotieren", "annoter", "à annoter", "anotar", "se anota",
    "se anotan", "etiquetar", "se etiqueta", "アノテーションする", "アノテーションする場合",
    "アノテーションするもの", "含める", "含めるもの", "含める場合",
  ]
  private static let exclusions: Set<String> = [
    "exclude", "excluded", "excluding", "exclusion", "exclusions", "do not include",
    "does not include", "not included", "exclure", "excluir", "do not annotate",
    "don't annotate", "do not label", "don't label", "do not tag", "not annotated", "not labeled",
    "what does not count", "what not to label", "what not to annotate", "what not to include",
    "out of scope", "not when", "when not to use", "do not use", "don't use", "don\u{2019}t use",
    "do not use when", "don't use when", "don\u{2019}t use when", "do not use for", "do not use if",
    "don\u{2019}t annotate", "don\u{2019}t label", "never annotate", "never label",
    "nicht verwenden", "wann nicht", "ne pas utiliser", "no usar", "cuándo no usar", "não usar",
    "nicht annotieren", "wird nicht annotiert", "nicht zu annotieren", "nicht labeln",
    "ne pas annoter", "à ne pas annoter", "ne pas étiqueter", "no anotar", "no se anota",
    "no se anotan", "no etiquetar", "no se etiqueta", "não anotar", "não se anota",
    "アノテーションしない", "アノテーションしない場合", "アノテーションしないもの", "含めない", "含めないもの",
    "含めない場合", "除外する", "除外するもの", "除外する場合", "対象外",
  ]
  private static let definitions: Set<String> = [
    "definition", "description", "meaning", "définition", "beschreibung", "bedeutung",
    "definición", "descripción", "significado", "descrição", "definição", "定義", "説明", "意味",
  ]
}
