internal import RubricaModel
internal import RubricaSyntax

/// Headings whose words are nearly a reserved one: nobody can say for certain, so they are named in
/// the report and stay.
enum NearHeading {
  static func role(_ title: String, _ page: Page) -> SectionRole? {
    // "Labels and edge cases" holds labels.
    guard LabelHeading.kind(title) == nil else { return nil }
    // The word of another language is said with that language, whose words the others will be.
    if let word = page.vocabulary.section(Reserved.bare(title)), !word.isUnderstood,
      word.foreign != nil, !page.documents.contains(where: { $0.hasLanguage })
    {
      return nil
    }
    let core = HeadingWords.core(title)
    if let role = Vocabulary.synonyms[Reserved.bare(title)] ?? Vocabulary.synonyms[core] {
      return role
    }
    let all = HeadingWords.tokens(core)
    if let known = loose(all) ?? eastern(core) { return known }
    // "Golden rule"
    if all.count > 1, areQualified(all, oneRule) { return .rules }
    if core.contains(" ") || all.count < 2 || all[0] == "tie", isPrecedence(all) {
      return .precedence
    }
    // "Attributes (vehicle boxes)": the word, and more.
    let words = title[HeadingWords.ornament(of: title).endIndex...]
    if page.vocabulary.section(String(words)) == nil, let found = page.vocabulary.section(core),
      found.isUnderstood, found.meaning != .labels
    {
      return found.meaning
    }
    // "Edge cases and how to decide".
    let opened = page.vocabulary.own.sections.first { section in
      opening.contains(section.0) && section.1.contains { core.hasPrefix($0.lowercased() + " ") }
    }
    if let opened { return opened.0 }
    // "Hard cases, and how to resolve them".
    let tokens = HeadingWords.tokens(String(core.prefix { $0 != "," }))
    let phrase = tokens.prefix { !prepositions.contains($0) }
    guard let last = tokens.last, tokens.count <= 9, tokens.count <= 5 || phrase.count <= 4,
      !tokens.contains(where: others.contains)
    else { return nil }
    if tokens.contains(where: checks.contains) { return .selfCheck }
    if phrase.contains(where: cases.contains), tokens.contains(where: hard.contains) {
      return .edgeCases
    }
    if phrase.contains(where: edges.contains) { return .edgeCases }
    if phrase.last.map({ rules.contains($0) }) == true
      || tokens.first.map({ rules.contains($0) }) == true
    {
      return .rules
    }
    if last == "terms", tokens.count <= 3 { return .glossary }
    if steps.contains(last), tokens.count <= 3 { return .steps }
    if last == "examples", tokens.count <= 3,
      ["worked", "canonical", "annotated", "labeled", "labelled", "sample"].contains(tokens[0])
    {
      return .examples
    }
    return nil
  }

  /// Whether what stands under a heading has the form that its words promise.
  static func fits(_ role: SectionRole, _ index: Int, _ page: Page) -> Bool {
    let heading = page.headings[index]
    let hasHeadings = heading.next > index + 1
    let blocks = page.blocks(under: index, isDeep: false)
    if role == .steps {
      let lists = blocks.filter {
        if case .list = page.tree.nodes[$0].kind { true } else { false }
      }
      let isNumbered = lists.contains {
        if case .list(.some, _) = page.tree.nodes[$0].kind { true } else { false }
      }
      // "Step 1", "1. Read the text".
      let below = (index + 1..<max(heading.next, index + 1)).map { page.headings[$0] }
      let titles = below.filter { $0.parent == index }.map(\.title)
      let areSteps =
        HeadingWords.areNumbers(titles.map { HeadingWords.ornament(of: $0) })
        || titles.allSatisfy { title in
          HeadingWords.tokens(HeadingWords.core(title)).first.map(step.contains) == true
        }
      return hasHeadings ? isNumbered || areSteps : isNumbered || lists.count < 2
    }
    // What wins in words alone is no order of labels.
    if role == .precedence { return hasHeadings || blocks.contains(where: page.isListOrTable) }
    let core = HeadingWords.core(heading.title)
    let isLoose =
      role != .doubt && (loose(HeadingWords.tokens(core)) != nil || eastern(core) != nil)
    return !isLoose || hasHeadings || blocks.contains(where: page.isListOrTable)
  }

  private static let step: Set<String> = [
    "step", "schritt", "étape", "paso", "passo", "phase", "stage",
  ]

  /// What words may stand over that stand over other things, too: a title of `more`, or a noun with
  /// words that say how general it is, "Common annotation challenges".
  private static func loose(_ words: [String]) -> SectionRole? {
    let whole = words.joined(separator: " ")
    if let known = more.first(where: { $0.titles.contains(whole) })?.section { return known }
    guard words.count <= 7 else { return nil }
    if byStep.contains(where: { words.starts(with: $0) }) { return .steps }
    let phrase = Array(words.prefix { !prepositions.contains($0) })
    if areQualified(phrase, principles) || areQualified(words, principles) { return .rules }
    if words.count > 1, areQualified(words, onePrinciple) { return .rules }
    // "Keypoint placement principles"
    if phrase.count <= 4, let last = phrase.last, last == "principles" || last == "tips" {
      return .rules
    }
    if words.contains(where: frequent.contains), areQualified(words, mistakes) { return .rules }
    guard words.count > 1 else { return nil }
    if areQualified(words, challenges) { return .edgeCases }
    return areQualified(words, flows) && words.contains(where: works.contains) ? .steps : nil
  }

  /// Whether words are nouns of a kind, and else only say how general or important these are.
  private static func areQualified(_ words: [String], _ nouns: Set<String>) -> Bool {
    words.contains(where: nouns.contains)
      && words.allSatisfy {
        nouns.contains($0) || general.contains($0) || frequent.contains($0) || works.contains($0)
      }
  }

  /// What the end of a title says in languages without blanks, and in Korean: "标注规则", "라벨링 규칙".
  private static func eastern(_ core: String) -> SectionRole? {
    guard core.utf8.last.map({ $0 >= 0x80 }) == true, core.count <= 20 else { return nil }
    return ends.first { $0.ends.contains(where: core.hasSuffix) }?.section
  }

  /// The longer ones before those that they end in.
  private static let ends: [(section: SectionRole, ends: [String])] = [
    (
      .edgeCases,
      [
        "边界情况", "边界案例", "邊界情況", "邊界案例", "特殊情况", "特殊情況", "疑难案例", "疑难情况", "疑難案例",
        "难例", "경계 사례", "예외", "예외 사항", "예외 사례", "애매한 경우", "모호한 경우", "특수한 경우",
        "어려운 사례", "까다로운 사례", "특이 케이스", "엣지 케이스",
      ]
    ),
    (.questions, ["常见问题", "常見問題", "자주 묻는 질문", "자주 하는 질문"]),
    (.selfCheck, ["检查清单", "檢查清單", "自查清单", "自查表", "체크리스트", "점검표"]),
    (.glossary, ["术语表", "術語表", "名词解释", "名詞解釋", "용어집", "용어 정의"]),
    (.changelog, ["更新日志", "修订记录", "修訂記錄", "变更记录", "版本历史", "변경 이력", "수정 이력"]),
    (
      .rules,
      [
        "规则", "規則", "原则", "原則", "注意事项", "注意事項", "常见错误", "常見錯誤", "규칙", "원칙",
        "유의사항", "주의사항", "유의 사항", "주의 사항", "흔한 실수", "자주 하는 실수",
      ]
    ),
    (
      .steps,
      [
        "步骤", "步驟", "标注流程", "標註流程", "操作流程", "工作流程", "判断流程", "整体流程", "标注顺序",
        "標註順序", "절차", "작업 순서", "작업 방법", "작업 단계",
      ]
    ),
    (.examples, ["示例", "样例", "範例", "예시", "예제"]),
  ]

  private static let byStep: [[String]] = [
    ["step", "by", "step"], ["schritt", "für", "schritt"], ["étape", "par", "étape"],
    ["paso", "a", "paso"], ["passo", "a", "passo"], ["krok", "po", "kroku"], ["adım", "adım"],
  ]
  private static let prepositions: Set<String> = [
    "for", "of", "in", "de", "du", "da", "pour", "para", "per", "zur", "zum", "für", "voor", "для",
  ]
  private static let oneRule: Set<String> = ["rule", "regel", "règle", "regla", "regra", "правило"]
  private static let onePrinciple: Set<String> = [
    "principle", "guidance", "constraint", "prinzip", "grundsatz", "principe", "principio",
    "princípio", "принцип",
  ]
  private static let principles: Set<String> = [
    "principles", "constraints", "conventions", "tips", "prinzipien", "grundprinzipien", "tipps",
    "konventionen", "principes", "contraintes", "conseils", "astuces", "principios",
    "restricciones", "convenciones", "consejos", "princípios", "restrições", "dicas", "принципы",
    "principi", "convenzioni", "consigli", "ilkeler", "ilkeleri", "المبادئ", "مبادئ",
  ]
  private static let mistakes: Set<String> = [
    "mistakes", "errors", "pitfalls", "fehler", "erreurs", "errores", "erros", "ошибки", "błędy",
    "hatalar", "errori", "fouten", "الأخطاء", "أخطاء",
  ]
  private static let challenges: Set<String> = [
    "challenges", "difficulties", "confusions", "ambiguities", "schwierigkeiten", "difficultés",
    "dificultades", "confusiones", "dificuldades", "трудности", "zorluklar", "trudności",
  ]
  private static let flows: Set<String> = [
    "process", "flow", "flowchart", "sequence", "workflow", "procedure", "prozess", "processus",
    "proceso", "flujo", "processo", "fluxo", "процесс", "proces", "süreci", "akışı",
  ]
  /// Words for what annotators do.
  private static let works: Set<String> = [
    "annotation", "annotating", "labeling", "labelling", "tagging", "coding", "transcription",
    "decision", "review", "anotación", "etiquetado", "anotação", "разметки", "аннотации",
    "annotazione", "anotacji", "etiketleme",
  ]
  private static let frequent: Set<String> = [
    "common", "frequent", "typical", "known", "häufige", "häufigste", "häufigsten", "typische",
    "fréquentes", "courantes", "fréquents", "communes", "comunes", "frecuentes", "habituales",
    "típicos", "comuns", "frequentes", "comuni", "frequenti", "частые", "типичные", "częste",
    "typowe", "sık", "yaygın", "veelgemaakte", "الشائعة", "شائعة",
  ]
  private static let general: Set<String> = [
    "general", "core", "key", "main", "primary", "basic", "guiding", "overall", "important",
    "fundamental", "golden", "hard", "special", "additional", "quality", "universal", "global",
    "critical", "strict", "pro", "handling", "most", "the", "to", "avoid", "and", "&",
    "allgemeine", "grundlegende", "wichtige", "wichtigste", "zentrale", "goldene", "besondere",
    "die", "généraux", "générales", "importants", "importantes", "principaux", "principales",
    "fondamentaux", "les", "plus", "d", "l", "or", "de", "generales", "básicos", "básicas",
    "fundamentales", "oro", "más", "los", "las", "la", "gerais", "mais", "os", "ouro", "общие",
    "общий", "основные", "главные", "главное", "базовые", "важные", "самые", "ogólne", "podstawowe",
    "główne", "najważniejsze", "najczęstsze", "genel", "temel", "önemli", "altın", "yapılan",
    "en", "generali", "principali", "importanti", "algemene", "belangrijke", "العامة", "عامة",
  ]

  /// Whether a title is "Do annotate" or the like, or that it is to be left.
  static func allows(_ title: String) -> Bool { dos.contains(HeadingWords.core(title)) }

  static func forbids(_ title: String) -> Bool {
    donts.contains(HeadingWords.core(title).replacing("\u{2019}", with: "'"))
  }

  private static let dos: Set<String> = [
    "do", "do annotate", "do label", "do tag", "do mark", "annotate", "label", "tag", "mark",
  ]
  private static let donts: Set<String> = [
    "don't", "do not", "don't annotate", "don't label", "don't tag", "don't mark",
    "do not annotate", "do not label", "do not tag", "do not mark",
  ]

  /// "Priority rules", "Tie-breaking".
  private static func isPrecedence(_ words: [String]) -> Bool {
    guard let last = words.last, words.count <= 5 else { return false }
    if words.contains(where: ties.contains) { return true }
    // "Tie handling rules" are of an answer "tie".
    if words.contains("tie") { return words.contains(where: breaks.contains) }
    return words.dropLast().contains(where: priorities.contains)
      && (orders.contains(last) || rules.contains(last))
      || words.count > 1 && words[1...].contains(where: priorities.contains)
        && (orders.contains(words[0]) || rules.contains(words[0]))
  }

  private static let ties: Set<String> = [
    "precedence", "tiebreak", "tiebreaker", "tiebreakers", "tiebreaking", "vorrangregeln",
    "prioritätsregeln", "vorrangregel", "préséance", "précédence", "precedencia",
  ]
  private static let priorities: Set<String> = [
    "priority", "priorities", "vorrang", "priorität", "priorité", "priorités", "prioridad",
    "prioridade", "severity",
  ]
  private static let orders: Set<String> = [
    "order", "ranking", "hierarchy", "ordre", "orden", "ordem", "reihenfolge",
  ]
  private static let breaks: Set<String> = ["breaking", "break", "breaker", "breakers"]

  /// Titles of sections, cut at signs, that no table of the language has. Other things stand under them,
  /// too, without lists and headings below.
  private static let more: [(section: SectionRole, titles: Set<String>)] = [
    (
      .rules,
      [
        "general principles", "core principles", "annotation principles", "labeling principles",
        "labelling principles", "guiding principles", "key principles", "general guidelines",
        "conventions", "annotation conventions", "labeling conventions", "general conventions",
        "do s and don ts", "dos and don ts", "dos and donts", "do and don t", "common mistakes",
        "common errors", "frequent mistakes", "pitfalls", "common pitfalls",
        "grundsätze", "allgemeine grundsätze", "annotationsprinzipien", "konventionen",
        "annotationsregeln", "häufige fehler", "typische fehler", "principes généraux",
        "principes d annotation", "conventions d annotation", "erreurs fréquentes",
        "erreurs courantes", "pièges", "pièges fréquents", "principios generales",
        "principios de anotación", "convenciones", "convenciones de anotación", "errores comunes",
        "errores frecuentes", "princípios gerais", "convenções", "erros comuns", "一般原則", "基本原則",
        "アノテーションの原則", "よくある間違い", "よくある誤り", "quality bar", "القواعد", "قواعد",
      ]
    ),
    (
      .edgeCases,
      [
        "ambiguities", "gray areas", "grey areas", "gray zones", "grey zones", "common confusions",
        "frequent confusions", "confusions", "ambiguous words", "ambiguous examples",
        "mehrdeutigkeiten", "graubereiche", "häufige verwechslungen", "verwechslungen",
        "ambiguïtés", "zones grises", "confusions fréquentes", "confusions courantes",
        "ambigüedades", "zonas grises", "confusiones frecuentes", "confusiones comunes",
        "ambiguidades", "الاستثناءات", "حالات خاصة", "الحالات الخاصة", "الحالات الحدية", "迷いやすいケース",
        "迷いやすい例", "曖昧な例", "曖昧なケース",
      ]
    ),
    (
      .steps,
      [
        "steps for annotation", "steps for annotating", "steps for labeling", "annotation process",
        "labeling process", "labelling process", "annotation steps", "how to annotate",
        "how to label", "decision tree", "decision flow", "decision process", "decision flowchart",
        "step by step", "step by step guide", "annotationsprozess", "annotationsablauf", "ablauf",
        "schritt für schritt", "entscheidungsbaum", "procédure", "procédure d annotation",
        "démarche", "démarche d annotation", "processus d annotation", "arbre de décision",
        "étape par étape", "procedimiento", "procedimiento de anotación", "proceso de anotación",
        "paso a paso", "árbol de decisión", "procedimento", "processo de anotação",
        "árvore de decisão", "orden de trabajo", "ordem de trabalho", "порядок разметки",
        "порядок работы", "шаги", "алгоритм", "алгоритм разметки", "процедура", "этапы разметки",
        "kroki", "procedura", "adımlar", "iş akışı", "passaggi", "fasi", "stappen", "stappenplan",
        "werkwijze", "الخطوات", "خطوات العمل", "作業の流れ", "判断フロー", "アノテーション手順", "アノテーションの手順",
      ]
    ),
    (
      .doubt,
      [
        "handling uncertainty", "dealing with uncertainty", "when to skip", "uncertainty",
        "umgang mit unsicherheit", "unsicherheit", "gestion de l incertitude", "en cas de doutes",
        "manejo de la incertidumbre", "cómo tratar la duda", "判断に迷うとき", "判断に迷った場合",
      ]
    ),
    (
      .examples,
      [
        "kommentierte beispiele", "exemples commentés", "exemples annotés", "ejemplos comentados",
        "ejemplos anotados", "exemplos comentados", "注釈付きの例", "примеры", "примеры разметки",
        "приклади", "przykłady", "örnekler", "esempi", "voorbeelden", "exemplos",
        "أمثلة", "الأمثلة", "امثلة",
      ]
    ),
    (
      .questions,
      [
        "часто задаваемые вопросы", "частые вопросы", "вопросы и ответы", "поширені запитання",
        "sık sorulan sorular", "najczęściej zadawane pytania", "pytania i odpowiedzi",
        "domande frequenti", "veelgestelde vragen", "perguntas frequentes", "الأسئلة الشائعة",
      ]
    ),
    (
      .selfCheck,
      [
        "контрольный список", "чек лист", "чеклист", "lista kontrolna", "kontrol listesi",
        "lista di controllo", "قائمة التحقق",
      ]
    ),
    (
      .glossary,
      [
        "глоссарий", "термины", "словарь терминов", "słownik", "słowniczek", "sözlük", "terimler",
        "glossario", "glossário", "begrippenlijst", "المصطلحات",
      ]
    ),
    (
      .changelog,
      [
        "история изменений", "журнал изменений", "historia zmian", "değişiklik geçmişi",
        "registro delle modifiche", "histórico de alterações", "histórico de mudanças",
        "سجل التغييرات",
      ]
    ),
  ]

  /// Sections whose words open no other heading.
  private static let opening: Set<SectionRole> = [.edgeCases, .selfCheck, .attributes]

  private static let others: Set<String> = ["how", "what", "why", "when", "whether", "label"]
  private static let checks: Set<String> = ["checklist", "checkliste"]
  private static let rules: Set<String> = [
    "rules", "regeln", "règles", "reglas", "regras", "regole", "regels", "regler", "reguły",
    "zasady", "правила", "kurallar", "kuralları", "pravidla", "pravila", "reguli",
  ]
  private static let cases: Set<String> = [
    "case", "cases", "fälle", "cas", "casos", "casi", "gevallen", "случаи", "ситуации", "випадки",
    "przypadki", "durumlar", "durumları",
  ]
  private static let hard: Set<String> = [
    "hard", "difficult", "tricky", "ambiguous", "special", "corner", "borderline", "edge",
    "unclear", "boundary", "limit", "unklare", "schwierige", "ambigus", "difficiles", "limites",
    "difíciles", "ambiguos", "límite", "limite", "difíceis", "ambíguos", "particuliers", "spéciaux",
    "délicats", "especiales", "particulares", "dudosos", "difficili", "ambigui", "particolari",
    "dubbi", "speciali", "moeilijke", "bijzondere", "спорные", "сложные", "трудные", "особые",
    "пограничные", "граничные", "неоднозначные", "складні", "trudne", "graniczne", "brzegowe",
    "szczególne", "sporne", "niejednoznaczne", "özel", "zor", "sınır", "uç", "belirsiz",
  ]
  private static let edges: Set<String> = [
    "grenzfälle", "sonderfälle", "zweifelsfälle", "исключения", "wyjątki", "istisnalar",
    "eccezioni", "uitzonderingen", "grensgevallen", "randgevallen", "twijfelgevallen", "exceções",
    "特殊ケース", "特殊な例", "難しいケース", "例外",
    "判断に迷う例",
  ]
  private static let steps: Set<String> = [
    "procedure", "steps", "workflow", "walkthrough", "vorgehen", "arbeitsablauf",
  ]
}
