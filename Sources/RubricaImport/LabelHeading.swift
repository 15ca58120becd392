internal import RubricaModel

/// Whether the words of a heading say that labels stand under it.
enum LabelHeading {
  enum Kind {
    /// The head word is one for labels and for nothing else: "Intent categories".
    case certain
    /// It may be one: "The 11 types", "Entities".
    case possible
  }

  static func kind(_ title: String) -> Kind? {
    let core = HeadingWords.core(title)
    if Vocabulary.labelSynonyms.contains(core) || core == "labels" { return .certain }
    if eastern.contains(where: { core == $0 || core.hasSuffix($0) }) {
      return core.count <= 12 ? .certain : nil
    }
    if possible.contains(core) { return .possible }
    let words = HeadingWords.tokens(core)
    guard let first = words.first, words.count <= 8,
      !first.hasSuffix("ing") || activities.contains(first) || first == "rating",
      !openings.contains(first)
    else { return nil }
    let phrase = words.prefix { !prepositions.contains($0) }
    let tail = words[phrase.count...]
    if isDefinition(phrase, of: tail) { return .certain }
    let parts = phrase.split { conjunctions.contains($0) || $0 == "&" || $0 == "+" }
    guard let head = parts.first, !head.contains(where: others.contains) else { return nil }
    let own = kind(ofPhrase: Array(head))
    // "Labels and examples", "Category definitions with decision rules".
    let isMore = tail.first.map { companions.contains($0) } ?? true
    if own == .certain, isMore, words.count > head.count {
      let more = Set(words[head.count...]).intersection(others)
      let isDefined = head.last.map { lists.contains($0) } == true
      let onlyExamples = more.isSubset(of: examples)
      if !more.isEmpty { return onlyExamples || isDefined ? .certain : .possible }
      if tail.isEmpty, words.last.map({ lists.contains($0) }) == true { return .certain }
    }
    guard !words.contains(where: others.contains) else { return nil }
    if parts.count == 1 { return own }
    return parts.contains { kind(ofPhrase: Array($0)) != nil } ? .possible : nil
  }

  /// Whether words say that labels are defined: "Definition" of "of the labels".
  private static func isDefinition(_ phrase: ArraySlice<String>, of tail: ArraySlice<String>)
    -> Bool
  {
    guard phrase.count == 1, let word = phrase.first, definitions.contains(word) else {
      return false
    }
    let rest = tail.drop { prepositions.contains($0) || articles.contains($0) }
    return rest.count == 1 && rest.first.map(isNoun) == true
  }

  private static func kind(ofPhrase words: [String]) -> Kind? {
    guard let last = words.last else { return nil }
    if isNoun(last) || compounds.contains(where: { last.hasSuffix($0) }) { return .certain }
    let before = words.dropLast().last
    if lists.contains(last), let before {
      if isNoun(before) || singular.contains(before) { return .certain }
      if last.hasPrefix("definition") {
        if defined.contains(before) { return .certain }
        if marks.contains(before) { return .possible }
      }
      if activities.contains(before) || before == "annotation" { return .possible }
      let more = words.dropLast(2).last
      if weak.contains(before) || before == "type" {
        return more.map { qualifiers.contains($0) } == true ? .certain : .possible
      }
    }
    if last == "levels", before.map({ leveled.contains($0) }) == true { return .possible }
    if weak.contains(last) {
      return last == "types" && before.map { qualifiers.contains($0) } == true
        ? .certain : .possible
    }
    guard let first = words.first, words.count <= 3 else { return nil }
    // "Определения меток", "типы сущностей".
    if words.count == 2, slavicLists.contains(first), slavicGenitives.contains(last) {
      return .certain
    }
    // In Romance and Slavic languages the head word comes first: "categorias clínicas".
    return isRomance(first) || slavic.contains(first) ? .certain : nil
  }

  /// Whether a heading above says that its words are explained and not labelled with.
  static func isGlossary(_ title: String) -> Bool {
    let core = HeadingWords.core(title)
    return glossaries.contains(core)
  }

  /// Whether a word of a text is one for labels, or for the kinds that they may be: "taxonomy", "species".
  static func isWordForLabels(_ word: String, withKinds: Bool) -> Bool {
    if isNoun(word) || species.contains(word) { return true }
    if compounds.contains(where: word.hasSuffix) { return true }
    if easternNouns.contains(where: { word.contains($0) }) { return true }
    return withKinds && (singular.contains(word) || weak.contains(word) || kinds.contains(word))
  }

  /// Whether a word says that something else than labels stands below it.
  static func isWordForOthers(_ word: String) -> Bool { others.contains(word) }

  private static let species: Set<String> = ["species", "arten", "espèces", "especies", "espécies"]
  private static let kinds: Set<String> = [
    "state", "states", "status", "statuses", "type", "kinds", "zustand", "zustände", "klasse",
    "kategorie", "typ", "état", "états", "classe", "catégorie", "étiquette", "estado", "estados",
    "tipo", "clase", "categoría", "etiqueta", "categoria", "rótulo",
  ]
  private static let easternNouns: [String] = [
    "ラベル", "クラス", "カテゴリ", "标签", "类别", "標籤", "類別", "라벨", "레이블", "클래스", "카테고리",
  ]

  private static func isNoun(_ word: String) -> Bool {
    nouns.contains(word) || isRomance(word)
  }

  private static func isRomance(_ word: String) -> Bool { romance.contains(word) }

  private static let nouns: Set<String> = [
    "labels", "classes", "categories", "tags", "tagset", "labelset", "taxonomy",
    // German, Dutch, the Scandinavian languages.
    "kategorien", "klassen", "etiketten", "labeldefinitionen", "taxonomie",
    "categorieën", "labelen", "kategorier", "kategorierna", "etiketter", "etiketterna", "klasser",
    "klasserna", "kategorierne", "kategoriene",
    // Slavic languages, Turkish, and others.
    "etykiety", "kategorie", "klasy", "oznake", "labele", "kategorije", "klase", "značky", "třídy",
    "метки", "категории", "классы", "теги", "мітки", "категорії", "класи", "ознаке", "етикети",
    "etiketler", "kategoriler", "sınıflar", "nhãn", "التسميات", "الفئات", "التصنيفات", "الوسوم",
  ]
  /// Whole headings that may stand over labels.
  private static let possible: Set<String> = [
    "what to label", "what to annotate", "what to tag", "objects to label", "objects to annotate",
    "coding scheme", "verdict levels", "decision levels", "relevance grades", "severity levels",
    "kinds", "states", "kodierschema", "grille de codage", "esquema de codificación",
    "was wird annotiert",
    "was annotiert wird", "was zu annotieren ist", "que faut-il annoter", "ce qu'il faut annoter",
    "éléments à annoter", "qué anotar", "qué etiquetar", "qué se anota", "エンティティ",
    "keypoints", "landmarks", "topics", "codebook", "ontology", "verdicts", "answer options",
    "response options", "label details", "themen", "schlüsselpunkte", "antwortoptionen", "codebuch",
    "ontologie", "thèmes", "points clés", "options de réponse", "temas", "puntos clave",
    "opciones de respuesta", "ontología", "tópicos", "pontos chave", "opções de resposta",
    "ontologia",
    "エンティティの種類", "エンティティタイプ", "固有表現", "固有表現の種類", "アノテーション対象",
  ]
  private static let romance: Set<String> = [
    "étiquettes", "libellés", "catégories", "etiquetas", "categorías", "categorias", "clases",
    "rótulos", "etichette", "categorie", "classi", "etichete", "categorii",
  ]
  private static let slavic: Set<String> = [
    "метки", "категории", "классы", "теги", "мітки", "категорії", "класи",
  ]
  private static let slavicLists: Set<String> = [
    "определения", "определение", "описание", "описания", "список", "перечень", "набор", "типы",
    "виды", "система", "визначення", "опис", "перелік", "типи", "види",
  ]
  private static let slavicGenitives: Set<String> = [
    "меток", "категорий", "классов", "тегов", "сущностей", "міток", "категорій", "класів", "тегів",
    "сутностей",
  ]
  private static let compounds: [String] = [
    "kategorien", "klassen", "labels", "labeldefinitionen", "kategorierna", "entitätstypen",
    "entitätsarten", "labelnamen", "klassennamen", "kategorienamen", "kategoriennamen",
  ]
  /// Words for one of what "definitions" behind them define: surely labels, and perhaps labels.
  private static let defined: Set<String> = ["entity", "intent", "emotion"]
  private static let marks: Set<String> = leveled.union([
    "relation", "keypoint", "landmark", "topic", "code", "level", "event", "state", "action",
    "behavior", "behaviour", "grade", "tier", "role", "sense",
  ])
  /// What has levels that may be labels.
  private static let leveled: Set<String> = [
    "severity", "risk", "response", "urgency", "priority", "impact", "stress", "threat", "toxicity",
    "harm", "danger", "escalation",
  ]
  /// Words before the labels that they define or list.
  private static let definitions: Set<String> = [
    "definition", "definitions", "description", "descriptions", "list", "overview", "liste",
    "definitionen", "beschreibung", "übersicht", "définition", "définitions", "definición",
    "definiciones", "descripción", "lista", "definição", "definições", "descrição", "definizione",
    "definizioni", "descrizione", "descrizioni", "elenco", "names", "namen", "bezeichnungen",
    "noms", "nombres", "nomes", "nomi",
  ]
  private static let articles: Set<String> = ["the", "all", "la", "las", "los", "les", "as", "os"]
  private static let companions: Set<String> = ["with", "mit", "avec", "con", "com"]
  private static let examples: Set<String> = [
    "example", "examples", "beispiele", "exemples", "ejemplos", "exemplos",
  ]
  private static let singular: Set<String> = ["label", "class", "category", "tag"]
  private static let weak: Set<String> = [
    "types", "entities", "intents", "emotions", "concepts", "typen", "entitäten", "entités",
    "entidades", "tipos", "entità", "tipi", "entiteter", "typer", "codes", "сущности", "сутності",
  ]
  /// Words for several of what the word before them says.
  private static let lists: Set<String> = [
    "set", "sets", "list", "definition", "definitions", "description", "descriptions", "taxonomy",
    "scheme", "schema", "inventory", "types", "overview", "catalogue", "catalog", "reference",
    "definitionen", "liste", "übersicht", "beschreibungen", "definisjoner", "definitioner",
    "hierarchy", "ontology", "vocabulary", "names",
  ]
  private static let qualifiers: Set<String> = [
    "entity", "label", "annotation", "class", "category", "tag", "error", "intent",
  ]
  private static let activities: Set<String> = ["labeling", "labelling", "tagging"]
  private static let prepositions: Set<String> = [
    "of", "for", "in", "to", "with", "mit", "avec", "con", "com", "on", "from", "by", "at", "per",
    "used", "von", "für", "zu",
    "zum", "zur", "im", "der", "des", "de", "du", "do", "da", "das", "dos", "del", "des", "pour",
    "para", "por", "av", "för", "di", "delle", "dei", "degli", "per", "voor", "van", "для", "в",
  ]
  private static let conjunctions: Set<String> = ["and", "or", "und", "et", "y", "e", "och", "en"]
  private static let openings: Set<String> = [
    "how", "what", "when", "where", "why", "which", "who", "assign", "assigns", "choose", "use",
    "add", "apply", "select", "create", "pick", "define", "understand", "no", "not", "other",
    "wie", "was", "wann", "comment", "quand", "cómo", "qué", "notes", "about", "see", "avoid",
  ]
  /// Words of headings that stand over something else than a list of labels.
  private static let others: Set<String> = [
    "rule", "rules", "guideline", "guidelines", "principle", "principles", "instruction",
    "instructions", "example", "examples", "case", "cases", "question", "questions",
    "distribution", "usage", "workflow", "process", "quality", "tool", "tools", "studio",
    "statistics", "balance", "imbalance", "counts", "count", "independence", "consistency",
    "studies", "practices", "changes", "attributes", "vs", "versus", "files", "format",
    "regeln", "regel", "regras", "reglas", "règles", "beispiele", "exemples", "ejemplos",
    "exemplos", "fragen",
  ]
  private static let eastern: [String] = [
    "ラベル", "ラベル定義", "ラベル一覧", "ラベル名", "ラベルの名前", "クラス名", "クラスの名前", "カテゴリ名", "カテゴリー名", "タグ名",
    "标签名", "类别名", "標籤名稱", "類別名稱", "라벨 이름", "레이블 이름", "라벨명", "클래스 이름", "클래스명",
    "カテゴリ", "カテゴリー", "タグ", "タグ一覧", "タグの種類", "标签", "标签体系", "标签集", "标签定义",
    "标签说明", "标签名称", "标签列表", "标签类型", "标签含义", "类别定义", "类别说明", "类别列表", "类别名称", "实体类型", "实体类别",
    "实体定义", "标签分类", "分类体系", "標籤定義", "標籤說明", "類別定義", "實體類型",
    "라벨 정의", "레이블 정의", "라벨 목록", "레이블 목록", "라벨 설명", "레이블 설명", "라벨 체계", "라벨 종류", "클래스", "클래스 정의",
    "클래스 목록", "카테고리 정의", "태그 목록", "개체 유형", "개체명 유형", "엔티티 유형", "분류 체계",
    "类别",
    "類別", "標籤", "라벨", "레이블", "카테고리",
  ]
  private static let glossaries: Set<String> = [
    "vocabulary", "glossary", "terms", "key terms", "terminology", "definitions", "key concepts",
    "glossar", "begriffe", "glossaire", "vocabulaire", "glosario", "vocabulario", "glossário",
    "vocabulário", "用語集", "术语",
  ]
}
