/// What the words over the columns of a table say of labels.
enum LabelColumns {
  /// The column whose cells name labels, by the head of the table: the first, or the one behind
  /// numbers. Nil if neither does.
  static func names(_ heads: [String], firstIsNumbers: Bool = false) -> Int? {
    let heads = heads.prefix(2).map(Reserved.normalised)
    guard let first = heads.first else { return nil }
    // A number is a code, and no name, beside one.
    if firstIsNumbers, codes.contains(first), heads.count > 1, isNamed(heads[1]) { return 1 }
    if isName(first) { return 0 }
    if plain.contains(first), heads.count > 1, LabelPart.headsDefinition(heads[1]) { return 0 }
    let isNumbered = firstIsNumbers || numbers.contains(first)
    return heads.count > 1 && isNumbered && isName(heads[1]) ? 1 : nil
  }

  /// Whether the first column has codes for what the second one names: "Code" or "ID" before "Label",
  /// "Label" before "Name" where only its cells are codes.
  static func areCodes(_ heads: [String], _ cells: [String], of names: [String]) -> Bool {
    let heads = heads.prefix(2).map(Reserved.normalised)
    guard heads.count > 1, !names.contains(where: { $0.hasSuffix(".") }) else { return false }
    if codes.contains(heads[0]) { return isNamed(heads[1]) }
    return isLabel(heads[0]) && named.contains(heads[1])
      && areIDs(cells) && cells.allSatisfy(LabelName.isCode)
      && !names.allSatisfy(LabelName.isCode)
  }

  /// Whether the second column names labels behind one of other words: "Person" before "Label". In a table
  /// of texts it says which label each has, and numbers are codes.
  static func areBeside(_ heads: [String], _ cells: [String], _ names: [String]) -> Bool {
    guard heads.count > 1, !heads[0].isEmpty, isLabel(heads[1]),
      names.contains(where: { $0.contains(where: \.isLetter) })
    else { return false }
    return !isText(heads[0])
      && !cells.contains {
        $0.isEmpty || "\"\u{201C}\u{201E}\u{AB}\u{300C}'".contains($0.prefix(1))
      }
  }

  /// Whether a column behind names has a code for each of them: under "Code", or under "Tag" and "Label" what
  /// can be nothing else.
  static func isCode(_ head: String, _ cells: [String], of names: [String]) -> Bool {
    guard areIDs(cells), !names.allSatisfy(LabelName.isCode) else { return false }
    let words = Reserved.normalised(head)
    return sure.contains(words)
      || (codes.contains(words) || isLabel(head)) && cells.allSatisfy(LabelName.isCode)
  }

  /// Whether a column beside codes says what they stand for.
  private static func isNamed(_ head: String) -> Bool {
    isLabel(head) && !codes.contains(head) || named.contains(head)
  }

  /// Whether cells can be ids, each another one: `PER`, `1a`.
  static func areIDs(_ cells: [String]) -> Bool {
    cells.allSatisfy { cell in
      LabelName.isID(String(cell.drop { $0.isASCII && $0.isNumber }))
    } && Set(cells.map { $0.lowercased() }).count == cells.count
  }

  /// Whether the first column says the group of each name in the second.
  static func areGroups(_ heads: [String]) -> Bool {
    let heads = heads.prefix(2).map(Reserved.normalised)
    guard heads.count > 1 else { return false }
    return groups.contains(heads[0]) ? isName(heads[1]) : isName(heads[0]) && isLabel(heads[1])
  }

  /// Whether a head names labels and nothing else, as "Name" and "Code" do not: "Label", "ASC tag".
  static func isLabel(_ head: String) -> Bool {
    let words = HeadingWords.tokens(Reserved.normalised(head))
    guard let first = words.first, let last = words.last, words.count <= 3,
      !words.contains(where: judgements.contains)
    else { return false }
    return labels.contains(last) || compounds.contains(where: last.hasSuffix)
      || words.count > 1 && labels.contains(first) && !english.contains(first)
  }

  /// Whether a head stands over texts that have labels.
  static func isText(_ head: String) -> Bool {
    HeadingWords.tokens(Reserved.normalised(head)).contains(where: texts.contains)
  }

  /// Whether a head says that the labels below it are not the right ones.
  static func isWrong(_ head: String) -> Bool {
    HeadingWords.tokens(Reserved.normalised(head)).contains(where: wrongJudgements.contains)
  }

  /// Whether a head stands over the points of a scale, or says how long one is.
  static func isScale(_ head: String) -> Bool { scales.contains(Reserved.normalised(head)) }

  /// What a table is about, by the word over its first column, where that is no word for labels.
  enum Subject { case levels, fields, dimensions, steps }

  static func subject(_ head: String) -> Subject? {
    let words = Reserved.normalised(head)
    return subjects.first { $0.words.contains(words) }?.subject
  }

  /// Whether heads are the points of a scale, which each row has: "Axis", "1", "2", "3".
  static func arePoints(_ heads: [String]) -> Bool {
    let points = heads.dropFirst().map { Int(Reserved.normalised($0)) }
    let numbers = points.compactMap(\.self)
    guard numbers.count > 2, numbers.count == points.count else { return false }
    let steps = zip(numbers, numbers.dropFirst()).map { $1 - $0 }
    return abs(steps[0]) == 1 && steps.allSatisfy { $0 == steps[0] }
      && (-10...10).contains(numbers[0])
  }

  private static let subjects: [(subject: Subject, words: Set<String>)] = [
    (
      .levels,
      [
        "level", "levels", "severity", "tier", "stufe", "schweregrad", "niveau", "gravité", "nivel",
        "gravedad", "nível", "gravidade", "livello", "gravità", "等级", "等級", "级别", "級別", "レベル",
        "등급", "уровень", "poziom", "seviye",
      ]
    ),
    (
      .fields,
      ["field", "fields", "feld", "champ", "campo", "字段", "欄位", "필드", "поле", "pole", "alan"]
    ),
    (
      .dimensions,
      [
        "dimension", "axis", "achse", "axe", "dimensión", "eje", "dimensão", "eixo", "dimensione",
        "asse", "维度", "維度", "評価軸", "차원", "измерение", "критерий оценки", "boyut",
      ]
    ),
    (
      .steps,
      [
        "step", "schritt", "étape", "paso", "passo", "步骤", "步驟", "ステップ", "단계", "шаг", "krok",
        "adım",
      ]
    ),
  ]

  /// Whether a heading says that a scale stands under it: "Rating scale", "Escala de dolor".
  static func headsScale(_ title: String) -> Bool {
    let words = HeadingWords.tokens(HeadingWords.core(title))
    guard let first = words.first, let last = words.last else { return false }
    return scaleNouns.contains(last) || scaleEnds.contains(where: last.hasSuffix)
      || romanceScales.contains(first)
  }

  private static let scaleNouns: Set<String> = [
    "scale", "scales", "rating", "ratings", "score", "scores", "grades", "bewertung", "bewertungen",
    "punktzahl", "punktzahlen", "wertung",
  ]
  private static let romanceScales: Set<String> = [
    "échelle", "échelles", "barème", "escala", "escalas", "puntuación", "puntuaciones",
  ]
  private static let scaleEnds = ["skala", "スケール", "尺度", "スコア", "評価", "段階"]

  private static let scales: Set<String> = [
    "scale", "score", "scores", "rating", "grade", "stars", "points", "skala", "punkte",
    "punktzahl", "wertung", "échelle", "notation", "escala", "puntuación", "puntaje", "スコア",
    "評価", "尺度", "点数",
  ]

  private static func isName(_ head: String) -> Bool { others.contains(head) || isLabel(head) }

  private static let english: Set<String> = [
    "label", "labels", "class", "classes", "category", "tag", "entity", "intent", "emotion",
  ]
  /// Words for a label. In Romance languages they come first: "clase de entidad".
  private static let labels: Set<String> = english.union([
    "kategorie", "klasse", "etikett", "étiquette", "libellé", "catégorie", "classe", "etiqueta",
    "categoría", "categoria", "clase", "rótulo", "labela", "oznaka", "kategori", "etykieta", "标签",
    "类别", "标签名称", "标签名", "类别名称", "实体类型", "实体类别", "標籤", "類別", "ラベル", "カテゴリ", "タグ", "метка",
    "категория", "класс", "тег", "сущность", "мітка", "категорія", "клас", "сутність", "라벨", "레이블",
    "클래스", "카테고리", "태그", "etichetta", "nhãn", "etiket", "etiketi", "sınıf", "sınıfı", "التسمية",
    "الفئة", "التصنيف", "الوسم",
  ])
  /// What they end in where languages write words as one.
  private static let compounds = ["klasse", "kategorie", "kategori", "etikett", "ラベル", "カテゴリ"]
  /// Heads that name labels under a heading that says so.
  private static let others: Set<String> = [
    "name", "type", "label name", "class name", "tag name", "category name", "entity type", "code",
    "código", "тип сущности", "тип", "название", "название метки", "код", "名称", "类型", "实体", "代码",
    "유형",
    "개체 유형", "엔티티 유형", "이름", "코드", "nome", "tipo di entità", "codice",
  ]
  /// Heads that do it only beside definitions; an empty one does, too.
  private static let plain: Set<String> = ["", "value", "values", "wert", "valor", "valeur"]
  /// Heads of a column that numbers what the next column names.
  private static let numbers: Set<String> = [
    "id", "#", "no", "no.", "nr", "nr.", "number", "index", "idx", "n", "n.", "class id",
    "label id", "category id", "\u{2116}",
  ]
  /// Words for what has a label, over a column of examples.
  private static let texts: Set<String> = [
    "text", "texts", "example", "examples", "sentence", "input", "case", "situation", "scenario",
    "utterance", "comment", "post", "tweet", "question", "if", "when", "image", "picture", "item",
    "snippet", "phrase", "word", "words", "token", "query", "message", "quote", "context",
    "pattern",
    "beispiel", "satz", "fall", "wenn", "eingabe", "wort", "frage", "bild", "texte", "exemple",
    "phrase", "cas", "mot", "si", "texto", "ejemplo", "frase", "caso", "palabra", "exemplo",
    "palavra", "testo", "esempio", "parola", "例", "例文", "文", "テキスト", "文本", "例子", "示例", "句子",
    "пример", "текст", "случай", "예시", "문장", "텍스트",
  ]
  /// Heads of a column of codes, wherever it stands.
  private static let sure: Set<String> = [
    "code", "id", "identifier", "abbreviation", "abbr", "abbr.", "acronym", "short form",
    "short name", "label id", "class id", "category id", "tag id", "kürzel", "abkürzung",
    "abréviation", "sigle", "código", "abreviatura", "sigla", "codice", "コード", "代码", "编码",
    "代號", "код", "코드",
  ]
  /// The same, and those that head codes only before names.
  private static let codes: Set<String> = sure.union([
    "tag", "tags", "value", "symbol", "key", "wert", "valeur", "valor", "タグ",
  ])
  /// Heads of a column that names what has a code.
  private static let named: Set<String> = [
    "name", "full name", "label name", "class name", "tag name", "category name", "entity type",
    "display name", "bezeichnung", "nom", "nom complet", "nombre", "nome", "nombre completo",
    "nazwa", "название", "имя", "назва", "名前", "名称", "이름",
  ]
  private static let groups: Set<String> = [
    "group", "gruppe", "groupe", "grupo", "グループ", "supercategory", "oberkategorie",
  ]
  /// Words that say which of several labels of one item stands below.
  private static let judgements: Set<String> = wrongJudgements.union([
    "right", "correct", "gold", "expected", "final", "new", "richtige", "correcte", "correcta",
  ])
  private static let wrongJudgements: Set<String> = [
    "wrong", "incorrect", "predicted", "old", "not", "falsche", "falsch", "faux", "incorrecte",
    "incorrecta", "incorrecto",
  ]
}
