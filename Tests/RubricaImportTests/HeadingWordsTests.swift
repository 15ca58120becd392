import RubricaImport
import RubricaModel
import RubricaSource
import Testing

/// Headings that only nearly are the words of the language.
struct HeadingWordsTests {
  @Test(arguments: [
    "Error Taxonomy (10 Labels)", "The three labels", "Intent Categories",
    "🏷 Sentiment Labels Definition", "3. Label-Definitionen",
    "🚗 Class Definitions (Operational)",
    "4. Kategorierna", "Label set", "Tagset", "Entity types", "Classes", "Categories", "Etiquetas",
    "Étiquettes", "Kategorien", "标签体系", "2. Categorias de Cláusula", "Named Entity Classes",
    "Label definitions and examples", "Label definitions with examples", "Labels and examples",
    "Entity type definitions and examples", "Label definitions & decision rules",
    "Definition of Labels", "Definitions of the labels", "Entity definitions", "Rating categories",
    "Labels und Beispiele", "Definition der Labels", "Definición de las etiquetas",
    "Définition des étiquettes", "Definições dos rótulos", "라벨 정의",
    "클래스 목록", "개체명 유형", "标签名称", "类别定义", "实体类型", "Определения меток", "Типы сущностей",
    "Определения сущностей (6 категорий)", "Категории ошибок", "Definizioni delle etichette",
    "Elenco delle categorie", "Label names", "Names of labels", "3. Names of the classes",
    "Labelnamen", "Namen der Labels", "Bezeichnungen der Klassen", "Noms des étiquettes",
    "Nombres de las etiquetas", "Nomes dos rótulos", "Nomi delle etichette", "ラベル名", "ラベルの名前",
    "标签名", "라벨 이름",
  ])
  func labelsStandUnderManyWords(_ heading: String) throws {
    let imported = try Imported(
      "# T\n\n## \(heading)\n\n### Spam\nUnwanted.\n\n### Ham\nWanted.\n\n## Contact\n\nAsk us.\n")
    imported.expectSound()
    #expect(imported.labels == ["spam", "ham"])
    // The author's heading stays over the labels, and is not empty.
    #expect(imported.body.contains("\n## \(heading)\n\n### Labels\n\n#### Spam\n"))
  }

  @Test(arguments: [
    "Purpose of labels", "Sources of Labels", "Choosing labels", "Label Distribution",
    "Labeling rules", "What to label", "Handling tags", "Label examples", "How labels work",
    "Labels and edge cases", "Keypoints", "Topics", "Codebook", "Relation definitions",
    "Definition of terms", "Names of persons", "Namen von Personen", "Количество меток",
    "Описание данных", "Сущности", "分类标准",
  ])
  func wordsAboutLabelsHeadNone(_ heading: String) throws {
    let imported = try Imported(
      "# T\n\n## \(heading)\n\n### Spam\nUnwanted.\n\n### Ham\nWanted.\n\n## Contact\n\nAsk us.\n")
    imported.expectSound()
    #expect(imported.labels == [])
  }

  @Test(arguments: [
    "## Entities\n\n- LOC: places\n- PER: people\n",
    "## Label definitions\n\nLabel   When\nGood    Fine.\n",
    "## The classes\n\n- `road`\n- `path`\n",
  ])
  func whatIsNotCertainIsNamed(_ text: String) throws {
    let imported = try Imported("# T\n\n" + text)
    imported.expectSound()
    #expect(imported.labels == [])
    #expect(imported.entries(.suggestion).count == 1)
    #expect(imported.report.text.contains("No labels were found"))
  }

  @Test(arguments: [
    "Labels and edge cases", "Keypoints", "Codebook", "Response options", "Keypoint definitions",
    "Opciones de respuesta", "Response level definitions", "Event definitions", "Risk levels",
  ])
  func headingsThatMayBeLabelsAreSaid(_ heading: String) throws {
    let imported = try Imported(
      "# T\n\n## \(heading)\n\n### Spam\nUnwanted.\n\n### Ham\nWanted.\n")
    #expect(imported.labels == [])
    #expect(imported.entries(.suggestion).count == 1)
    #expect(
      imported.entries(.suggestion).contains {
        $0.contains("may be labels: if they are, call the section `Labels` and import again")
      })
  }

  @Test func aTitleIsNoSection() throws {
    let imported = try Imported(
      "# Issue labels\n\n## Purpose\n\nWhy.\n\n## Review\n\nWho.\n")
    imported.expectSound()
    #expect(imported.labels == [])
  }

  @Test func aGlossaryExplainsAndDeclaresNothing() throws {
    let imported = try Imported(
      "## Vocabulary\n\n### Labels\n- **Label**: a tag.\n- **Mention**: an instance.\n")
    imported.expectSound()
    #expect(imported.labels == [])
  }

  @Test(arguments: [
    ("General Annotation Rules", "Rules"), ("Decision rules", "Rules"),
    ("Hard cases, and how to resolve them", "Edge cases"), ("Final QA Checklist", "Self-check"),
    ("Key terms", "Glossary"), ("Decision procedure", "Steps"),
    ("Attributes (vehicle boxes)", "Attributes"), ("Edge case rulings (open)", "Edge cases"),
    ("Self-check before submission", "Self-check"), ("Attributes of each box", "Attributes"),
    ("Edge cases and how to decide", "Edge cases"),
  ])
  func nearlyReservedHeadingsAreNamed(_ heading: String, _ word: String) throws {
    let imported = try Imported("# T\n\n## \(heading)\n\n- **One.** Words.\n- **Two.** Words.\n")
    imported.expectSound()
    #expect(
      imported.entries(.suggestion).filter { $0.hasPrefix("3: ") && $0.contains("`\(word)`") }.count
        == 1)
  }

  @Test(arguments: [
    ("en", "Core principles", "Rules"), ("en", "Do's and Don'ts", "Rules"),
    ("en", "Common mistakes", "Rules"), ("en", "Gray areas", "Edge cases"),
    ("en", "Decision tree", "Steps"), ("en", "How to annotate", "Steps"),
    ("en", "Handling uncertainty", "When in doubt"), ("de", "Annotationsregeln", "Regeln"),
    ("fr", "Procédure d'annotation", "Étapes"), ("es", "Procedimiento", "Pasos"),
    ("ja", "よくある間違い", "ルール"), ("en", "Hard constraints", "Rules"),
    ("en", "Golden rule", "Rules"), ("en", "Tips for good labels", "Rules"),
    ("en", "Special guidance", "Rules"), ("en", "Common annotation errors to avoid", "Rules"),
    ("en", "Common coding challenges", "Edge cases"), ("en", "Decision sequence", "Steps"),
    ("en", "Step-by-step annotation flow:", "Steps"), ("es", "Errores más comunes", "Reglas"),
    ("es", "Orden de trabajo", "Pasos"), ("de", "Allgemeine Prinzipien", "Regeln"),
    ("fr", "Règles d'or pour le tracé des boîtes", "Règles"),
    ("de", "Unklare Fälle und Richtlinien zur Entscheidung", "Grenzfälle"),
    ("ru", "Правила", "Rules"), ("ru", "Спорные случаи", "Edge cases"),
    ("ru", "Общие принципы", "Rules"), ("ru", "Порядок разметки", "Steps"),
    ("zh", "标注规则", "Rules"), ("zh", "标注步骤", "Steps"), ("zh", "边界情况", "Edge cases"),
    ("zh", "常见问题", "FAQ"), ("ko", "라벨링 규칙", "Rules"), ("ko", "애매한 경우", "Edge cases"),
    ("tr", "Etiketleme kuralları", "Rules"), ("tr", "Özel durumlar", "Edge cases"),
    ("pl", "Zasady anotacji", "Rules"), ("pl", "Przypadki graniczne", "Edge cases"),
    ("ar", "القواعد", "Rules"), ("ar", "الأسئلة الشائعة", "FAQ"),
  ])
  func commonTitlesAreNamed(_ language: String, _ heading: String, _ word: String) throws {
    let imported = try Imported(
      [SourceFile(name: "a.md", text: "# T\n\n## \(heading)\n\n1. One.\n2. Two.\n")],
      ImportOptions(language: language))
    imported.expectSound()
    #expect(imported.entries(.suggestion).count == 1)
    #expect(imported.entries(.suggestion).contains { $0.contains("heading `\(word)` is for") })
  }

  /// Over a text they may say anything.
  @Test(arguments: ["Core principles", "Ambiguities", "Conventions", "Tips"])
  func commonTitlesOverATextAreNotNamed(_ heading: String) throws {
    let imported = try Imported("# T\n\n## \(heading)\n\nWords alone.\n")
    #expect(imported.entries(.suggestion) == [])
  }

  @Test(arguments: ["Stopping rule", "Naming conventions", "Translation process"])
  func titlesOfOtherThingsAreNotNamed(_ heading: String) throws {
    let imported = try Imported("# T\n\n## \(heading)\n\n- One.\n- Two.\n")
    #expect(imported.entries(.suggestion) == [])
  }

  /// Under headings of their own they are of these.
  @Test func titlesThatComeAgainAndAgainAreNotNamed() throws {
    let part = ["Один", "Два", "Три"].map { "## \($0)\n\n### Примеры\n\n- > Слово.\n\n" }
    let imported = try Imported("# T\n\n" + part.joined())
    #expect(!imported.entries(.suggestion).contains { $0.contains("`Examples`") })
  }

  /// What is wrong to do is no rule without the words above it.
  @Test func whatToDoAndNotToDoIsSaid() throws {
    let imported = try Imported(
      "# T\n\n## Names\n\n### **Do** annotate\n\n- Names.\n\n### **Don't** annotate\n\n- Things.\n")
    #expect(imported.entries(.suggestion).count == 1)
    #expect(
      imported.entries(.suggestion).contains {
        $0.hasPrefix("5: ") && $0.contains("put the items of both under one heading `Rules`")
      })
  }

  @Test(arguments: [
    "Precedence rules", "Priority rules", "Tie-breaking rules", "Tie-breakers", "Severity ranking",
    "Rules of precedence",
  ])
  func whatWinsIsNoRule(_ heading: String) throws {
    let imported = try Imported("# T\n\n## \(heading)\n\n1. Boats before trams.\n2. Trams.\n")
    #expect(imported.entries(.suggestion).count == 1)
    #expect(
      imported.entries(.suggestion).contains {
        $0.contains(
          "heading `Precedence` is for: if it is, rename it, begin each item of one numbered list")
      })
  }

  /// The document's own table of contents must not break.
  @Test func aLinkedHeadingKeepsItsID() throws {
    let text = "# T\n\n1. [Check](#response-checklist)\n\n## Response checklist\n\n- Is it kind?\n"
    let imported = try Imported(text)
    #expect(
      imported.entries(.suggestion).contains {
        $0.contains("rename it to `Self-check {#response-checklist}`, so that the links to it")
      })
    let followed = try Imported(
      text.replacing("## Response checklist", with: "## Self-check {#response-checklist}"))
    followed.expectSound()
    #expect(followed.entries(.suggestion) == [])
  }

  @Test func whatATieIsIsNoOrder() throws {
    let imported = try Imported("# T\n\n## Tie handling rules\n\n1. **Same**: both are right.\n")
    #expect(imported.entries(.suggestion).contains { $0.contains("heading `Rules` is for") })
    let words = try Imported("# T\n\n## Tie-breaker\n\nWindows make a van.\n")
    #expect(words.entries(.suggestion) == [])
  }

  @Test(arguments: [
    "Reject if:\n\n- it is broken\n\nElse:\n\n- accept it\n",
    "### Pattern\n\n1. Listen.\n2. Decide.\n\n### Keys\n\n- `1`: yes\n- `0`: no\n",
  ])
  func alternativesAreNoSteps(_ text: String) throws {
    let imported = try Imported("# T\n\n## Decision procedure\n\n" + text)
    #expect(!imported.entries(.suggestion).contains { $0.contains("`Steps`") })
    let steps = try Imported(
      "# T\n\n## Decision procedure\n\nAs follows:\n\n1. Look.\n2. Decide.\n")
    #expect(steps.entries(.suggestion).contains { $0.contains("`Steps`") })
    let headings = try Imported(
      "# T\n\n## Workflow\n\n### Step 1: Look\n\nTwice.\n\n### Step 2: Decide\n\n- Or not.\n")
    #expect(headings.entries(.suggestion).contains { $0.contains("`Steps`") })
  }

  @Test func rulesOfNamesMayBeLabels() throws {
    let imported = try Imported(
      "# T\n\n## Class-specific rules\n\nhelmet:\n- Draw it.\n\nno_helmet:\n- Draw the head.\n")
    #expect(imported.entries(.suggestion).count == 1)
    #expect(
      imported.entries(.suggestion).contains { $0.contains("for \"helmet:\", \"no_helmet:\": if") })
  }

  @Test(arguments: ["> **One:** Words.\n", "Two work alone.\n"])
  func whatHasNoItemsIsToldToGetSome(_ text: String) throws {
    let imported = try Imported("# T\n\n## The cardinal rules\n\n" + text)
    #expect(imported.entries(.suggestion).count == 1)
    #expect(
      imported.entries(.suggestion).contains {
        $0.contains("rename it, make each entry an item of a list, and import again")
      })
  }

  @Test func aSignBeforeAReservedWordBecomesAComment() throws {
    let imported = try Imported("# T\n\n## 🧭 Edge Cases\n\n- Mirrors: no.\n")
    imported.expectSound()
    #expect(imported.body.contains("\n## <!-- 🧭 --> Edge Cases\n"))
    #expect(imported.guideline.rules.count == 1)
  }

  @Test func aNumberStaysWhereNothingIsUnderstood() throws {
    let imported = try Imported("# T\n\n## 5. Edge cases\n\nMirrors are none.\n")
    imported.expectSound()
    #expect(imported.body.contains("\n## 5. Edge cases\n"))
    #expect(imported.entries(.structured) == [])
    #expect(imported.entries(.suggestion).count == 1)
  }

  @Test func rulesAreNoGlossary() throws {
    for heading in ["Labeling Principles", "Hard rules", "Open questions", "Review notes"] {
      let imported = try Imported(
        "# T\n\n## \(heading)\n\n- **One**: a.\n- **Two**: b.\n- **Three**: c.\n")
      imported.expectSound()
      #expect(!imported.entries(.suggestion).contains { $0.contains("glossary") })
    }
  }

  @Test(arguments: [
    (
      "de",
      "Jeder Satz wird mit einem Label versehen. Die Regel ist, dass der Satz nicht ohne die Frage und das Ziel gelesen wird. Das ist auch für die anderen und den Rest so."
    ),
    (
      "ro",
      "Fiecare text este etichetat cu o etichetă, și regula este pentru toate. Dacă nu este sigur, textul nu trebuie marcat, sau este din alt set, în care sunt și altele de acest fel de text de mai sus."
    ),
    (
      "uk",
      "Кожне речення треба позначити однією міткою, якщо воно є прогнозом події або її наслідків."
    ),
    ("zh", "本标注任务用于验证模型对引用语境进行语义评分的可靠性，每一行数据对应一条引用。"),
    ("ja", "それぞれの発話に一つのラベルを付けてください。迷った場合は前後の発話を見て決めます。"),
  ])
  func theTextTellsItsLanguage(_ language: String, _ text: String) throws {
    let imported = try Imported("# T\n\n\(text)\n")
    #expect(imported.entries(.suggestion).contains { $0.contains("`--language \(language)`") })
    let named = try Imported(
      [SourceFile(name: "a.md", text: "# T\n\n\(text)\n")], ImportOptions(language: language))
    #expect(!named.entries(.suggestion).contains { $0.contains("--language") })
  }

  /// Its word in English would stand among words of the other language.
  @Test func aWordOfAnotherLanguageIsSaidWithThatLanguage() throws {
    let imported = try Imported("# Guía\n\n## Casos límite\n\n- Uno.\n")
    #expect(imported.entries(.suggestion).count == 1)
    #expect(imported.entries(.suggestion).contains { $0.contains("`--language es`") })
  }

  @Test func oneWordIsNoLanguage() throws {
    let words = String(repeating: "Cotarea de text la nivel. ", count: 12)
    #expect(try Imported("# T\n\n\(words)\n").entries(.suggestion) == [])
  }

  @Test func englishIsNoOtherLanguage() throws {
    let imported = try Imported(
      "# T\n\nThe text of a document is not to be changed, and die or das in it is no reason for it to be.\n"
    )
    #expect(imported.entries(.suggestion) == [])
  }

  @Test func theReportNamesAllProse() throws {
    let imported = try Imported(
      "Before.\n\n# T\n\n## Rules\n\nNo entry here.\n\n## Labels\n\n### A\nOne.\n")
    #expect(
      imported.report.prose.map(\.heading) == ["what stands before the first heading", "Rules"])
    #expect(imported.report.text.contains("1 label. The task was not guessed"))
  }

  @Test func aVersionIsTakenUp() throws {
    let imported = try Imported("---\ntitle: T\nversion: 1.2.0\n---\n# T\n\nWords.\n")
    imported.expectSound()
    #expect(imported.guideline.version?.value.description == "1.2.0")
    let other = try Imported("---\ntitle: T\nversion: draft 3\n---\n# T\n\nWords.\n")
    other.expectSound()
    #expect(other.guideline.version == nil)
    #expect(other.body.contains("version: draft 3"))
  }

  @Test(arguments: [
    "Annotation scheme", "Tagging scheme", "What to label", "Objects to label", "Relevance grades",
    "Coding scheme", "Was wird annotiert", "Entitätstypen",
    "Qué anotar", "エンティティ", "タグ",
  ])
  func wordsThatMayBeAboutLabelsAreSaid(_ heading: String) throws {
    let imported = try Imported("# T\n\n## \(heading)\n\n- `ship`, afloat\n- `tram`, in towns\n")
    imported.expectSound()
    #expect(imported.labels == [])
    #expect(imported.entries(.suggestion).count { $0.contains("label") } == 1)
  }

  @Test(arguments: ["Cas particuliers", "Casos especiales", "特殊ケース", "Sonderfälle"])
  func wordsForEdgeCasesAreSaid(_ heading: String) throws {
    let imported = try Imported("# T\n\n## \(heading)\n\n- Un.\n")
    #expect(imported.entries(.suggestion).contains { $0.contains("`Edge cases`") })
  }

  @Test(arguments: ["🚗Cars", "⚠️Classes", "✅Rules", "1️⃣Labels", "🚗", "3.Rules", "(1)Cars"])
  func aSignMayTouchTheWords(_ heading: String) throws {
    let imported = try Imported("# T\n\n## \(heading)\n\n- **A**: one\n- **B**: two\n")
    imported.expectSound()
    #expect(imported.body.contains(heading))
  }
}
