internal import RubricaModel

/// The words that titles are told by.
extension NearHeading {
  static let step: Set<String> = [
    "step", "schritt", "étape", "paso", "passo", "phase", "stage",
  ]

  /// The longer ones before those that they end in.
  static let ends: [(section: SectionRole, ends: [String])] = [
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
  static let byStep: [[String]] = [
    ["step", "by", "step"], ["schritt", "für", "schritt"], ["étape", "par", "étape"],
    ["paso", "a", "paso"], ["passo", "a", "passo"], ["krok", "po", "kroku"], ["adım", "adım"],
  ]
  static let prepositions: Set<String> = [
    "for", "of", "in", "de", "du", "da", "pour", "para", "per", "zur", "zum", "für", "voor", "для",
  ]
  static let oneRule: Set<String> = ["rule", "regel", "règle", "regla", "regra", "правило"]
  static let onePrinciple: Set<String> = [
    "principle", "guidance", "constraint", "prinzip", "grundsatz", "principe", "principio",
    "princípio", "принцип",
  ]
  static let principles: Set<String> = [
    "principles", "constraints", "conventions", "tips", "prinzipien", "grundprinzipien", "tipps",
    "konventionen", "principes", "contraintes", "conseils", "astuces", "principios",
    "restricciones", "convenciones", "consejos", "princípios", "restrições", "dicas", "принципы",
    "principi", "convenzioni", "consigli", "ilkeler", "ilkeleri", "المبادئ", "مبادئ",
  ]
  static let mistakes: Set<String> = [
    "mistakes", "errors", "pitfalls", "fehler", "erreurs", "errores", "erros", "ошибки", "błędy",
    "hatalar", "errori", "fouten", "الأخطاء", "أخطاء",
  ]
  static let challenges: Set<String> = [
    "challenges", "difficulties", "confusions", "ambiguities", "schwierigkeiten", "difficultés",
    "dificultades", "confusiones", "dificuldades", "трудности", "zorluklar", "trudności",
  ]
  static let flows: Set<String> = [
    "process", "flow", "flowchart", "sequence", "workflow", "procedure", "prozess", "processus",
    "proceso", "flujo", "processo", "fluxo", "процесс", "proces", "süreci", "akışı",
  ]

  /// Words for what annotators do.
  static let works: Set<String> = [
    "annotation", "annotating", "labeling", "labelling", "tagging", "coding", "transcription",
    "decision", "review", "anotación", "etiquetado", "anotação", "разметки", "аннотации",
    "annotazione", "anotacji", "etiketleme",
  ]
  static let frequent: Set<String> = [
    "common", "frequent", "typical", "known", "häufige", "häufigste", "häufigsten", "typische",
    "fréquentes", "courantes", "fréquents", "communes", "comunes", "frecuentes", "habituales",
    "típicos", "comuns", "frequentes", "comuni", "frequenti", "частые", "типичные", "częste",
    "typowe", "sık", "yaygın", "veelgemaakte", "الشائعة", "شائعة",
  ]
  static let general: Set<String> = [
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
  static let dos: Set<String> = [
    "do", "do annotate", "do label", "do tag", "do mark", "annotate", "label", "tag", "mark",
  ]
  static let donts: Set<String> = [
    "don't", "do not", "don't annotate", "don't label", "don't tag", "don't mark",
    "do not annotate", "do not label", "do not tag", "do not mark",
  ]
  static let ties: Set<String> = [
    "precedence", "tiebreak", "tiebreaker", "tiebreakers", "tiebreaking", "vorrangregeln",
    "prioritätsregeln", "vorrangregel", "préséance", "précédence", "precedencia",
  ]
  static let priorities: Set<String> = [
    "priority", "priorities", "vorrang", "priorität", "priorité", "priorités", "prioridad",
    "prioridade", "severity",
  ]
  static let orders: Set<String> = [
    "order", "ranking", "hierarchy", "ordre", "orden", "ordem", "reihenfolge",
  ]
  static let breaks: Set<String> = ["breaking", "break", "breaker", "breakers"]

  /// Titles of sections, cut at signs, that no table of the language has. Other things stand under them,
  /// too, without lists and headings below.
  static let more: [(section: SectionRole, titles: Set<String>)] = [
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
  static let opening: Set<SectionRole> = [.edgeCases, .selfCheck, .attributes]
  static let others: Set<String> = ["how", "what", "why", "when", "whether", "label"]
  static let checks: Set<String> = ["checklist", "checkliste"]
  static let rules: Set<String> = [
    "rules", "regeln", "règles", "reglas", "regras", "regole", "regels", "regler", "reguły",
    "zasady", "правила", "kurallar", "kuralları", "pravidla", "pravila", "reguli",
  ]
  static let cases: Set<String> = [
    "case", "cases", "fälle", "cas", "casos", "casi", "gevallen", "случаи", "ситуации", "випадки",
    "przypadki", "durumlar", "durumları",
  ]
  static let hard: Set<String> = [
    "hard", "difficult", "tricky", "ambiguous", "special", "corner", "borderline", "edge",
    "unclear", "boundary", "limit", "unklare", "schwierige", "ambigus", "difficiles", "limites",
    "difíciles", "ambiguos", "límite", "limite", "difíceis", "ambíguos", "particuliers", "spéciaux",
    "délicats", "especiales", "particulares", "dudosos", "difficili", "ambigui", "particolari",
    "dubbi", "speciali", "moeilijke", "bijzondere", "спорные", "сложные", "трудные", "особые",
    "пограничные", "граничные", "неоднозначные", "складні", "trudne", "graniczne", "brzegowe",
    "szczególne", "sporne", "niejednoznaczne", "özel", "zor", "sınır", "uç", "belirsiz",
  ]
  static let edges: Set<String> = [
    "grenzfälle", "sonderfälle", "zweifelsfälle", "исключения", "wyjątki", "istisnalar",
    "eccezioni", "uitzonderingen", "grensgevallen", "randgevallen", "twijfelgevallen", "exceções",
    "特殊ケース", "特殊な例", "難しいケース", "例外",
    "判断に迷う例",
  ]
  static let steps: Set<String> = [
    "procedure", "steps", "workflow", "walkthrough", "vorgehen", "arbeitsablauf",
  ]
}
