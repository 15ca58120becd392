internal import RubricaCompiler
internal import RubricaModel
internal import RubricaRules
internal import RubricaSource
internal import Testing

/// The checks of wording, in the languages beside English. `⟪…⟫` marks where the finding must be.
@Suite struct WordingLanguageTests {
  /// A guideline in a language, with these rules and nothing for the case of doubt.
  private static func guideline(_ language: String, _ rules: [String]) -> String {
    """
    ---
    rubrica: 1
    language: \(language)
    task:
      modality: image
      layers: [{id: signs, kind: box, labels: [stop, yield, other]}]
    ---

    # Signs

    ## Labels

    ### Stop {#stop}
    x

    ### Yield {#yield}
    x

    ### Other {#other}
    x

    ## Rules

    \(rules.map { "- \($0)" }.joined(separator: "\n"))
    """
  }

  private func expect(
    _ check: CheckInfo, _ language: String, _ rules: [String],
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    let places = try Examined(Self.guideline(language, rules), files: [:], check: check).places
    #expect(places.expected == places.found, "\(language)", sourceLocation: place)
  }

  @Test func amountsThatAreLeftOpen() throws {
    let check = VagueQuantifier.info
    try expect(
      check, "fr",
      ["Les petits panneaux sont ⟪généralement⟫ omis.", "⟪Si nécessaire⟫, tournez la boîte."])
    try expect(check, "fr-CA", ["⟪À PEU PRÈS⟫ carré."])
    try expect(
      check, "de", ["Kleine Schilder entfallen ⟪in der Regel⟫.", "⟪Üblicherweise⟫ entfallen sie."])
    try expect(
      check, "es", ["Los pequeños se omiten ⟪a menudo⟫.", "Gire la caja ⟪en lo posible⟫."])
    try expect(check, "ja", ["小さい標識は⟪通常⟫ラベルしない。", "箱は⟪できるだけ⟫小さくする。"])
    // A number says how much.
    try expect(check, "de", ["Etwa 10 Pixel bleiben frei."])
  }

  @Test func whatIsSaidInDoubtIsHeard() throws {
    let check = VagueQuantifier.info
    try expect(check, "fr", ["Souvent omis.", "En cas de doute, choisissez `other`."])
    try expect(check, "de", ["Oft weggelassen.", "Im Zweifel `other` wählen."])
    try expect(check, "es", ["A menudo se omite.", "En caso de duda, elija `other`."])
    try expect(check, "ja", ["通常は省く。", "迷った場合は`other`を選ぶ。"])
    try expect(check, "en", ["Often left out.", "When unsure, choose `other`."])
    try expect(check, "en", ["⟪Often⟫ left out.", "Nobody is ever in doubt."])
  }

  @Test func denialsThatAreDenied() throws {
    let check = DoubleNegative.info
    try expect(
      check, "fr",
      [
        "Ne laissez ⟪pas de panneau sans étiquette⟫.", "N'étiquetez jamais rien d'autre.",
        "Il n'y a pas d'exception.", "Ce n'est ⟪pas impossible⟫.",
      ])
    try expect(
      check, "de",
      [
        "Schilder ⟪nicht unmarkiert⟫ lassen.", "Markieren Sie keine Schilder ohne Pfosten.",
        "Das ist ⟪nicht unmöglich⟫.", "Nicht rot oder nicht rund.",
      ])
    try expect(
      check, "es",
      ["⟪No deje ninguna señal sin etiquetar⟫.", "No marque nada.", "⟪No es imposible⟫."])
    try expect(check, "ja", ["標識が赤くないこともある。", "遠い標識も見え⟪ないわけではない⟫。", "必ずラベルを付けなければならない。"])
  }

  @Test func longSentences() throws {
    let check = SentenceTooLong.info
    let words = Array(repeating: "mot", count: 35)
    for language in ["fr", "de", "es"] {
      try expect(check, language, ["⟪" + (words + ["fin"]).joined(separator: " ") + "⟫."])
      try expect(check, language, [words.joined(separator: " ") + "."])
    }
    let short = String(repeating: "標識", count: 52) + "。"
    try expect(check, "ja", [short + short])
    try expect(check, "ja", ["⟪" + String(repeating: "標識", count: 53) + "⟫。" + short])
    let found = try Examined(
      Self.guideline("ja", [String(repeating: "標", count: 106)]), files: [:], check: check)
    #expect(found.diagnostics.map(\.message) == ["this sentence has 106 characters"])
  }

  @Test func claimsAboutTheOrder() throws {
    let check = ContradictoryOrder.info
    try expect(
      check, "fr", ["[A](#stop) l'emporte sur [B](#yield).", "⟪[B](#yield) prime sur [A](#stop)⟫."])
    try expect(
      check, "de", ["[A](#stop) hat Vorrang vor [B](#yield).", "⟪[B](#yield) schlägt [A](#stop)⟫."])
    try expect(
      check, "es",
      [
        "[A](#stop) prevalece sobre [B](#yield).",
        "⟪[B](#yield) tiene prioridad sobre [A](#stop)⟫.",
      ])
    try expect(
      check, "ja", ["[A](#stop)は[B](#yield)に優先する。", "⟪[B](#yield)は[A](#stop)⟫より優先される。"])
    try expect(check, "ja", ["[A](#stop)は[B](#yield)に優先する。", "[B](#yield)は[A](#stop)と並ぶ。"])
    try expect(
      check, "de",
      [
        "[A](#stop) > [B](#yield).", "[B](#yield) sticht [C](#other).",
        "⟪[C](#other) geht vor [A](#stop)⟫.",
      ])
  }

  @Test func termsThatTheGlossaryLacks() throws {
    let check = TermNotInGlossary.info
    func expect(_ language: String, _ rules: [String], _ place: SourceLocation = #_sourceLocation)
      throws
    {
      let text = Self.guideline(language, rules).replacing(
        "rubrica: 1", with: "rubrica: 1\nstage: pilot")
      let all = text + "\n\n## Glossary\n\n- **Gantry**: a bridge.\n"
      let places = try Examined(all, files: [:], check: check).places
      #expect(places.expected == places.found, "\(language)", sourceLocation: place)
    }
    try expect(
      "fr",
      ["Ignorez l'envers d'un « ⟪portique⟫ ».", "Un portique est en acier. Le **gantry** aussi."])
    try expect(
      "de", ["Eine »⟪Kragplatte⟫« ist kein Schild, eine Kragplatte bleibt frei.", "Das **nicht**."])
    try expect(
      "de",
      [
        "Eine „⟪Kragplatte⟫“ ist kein Schild, Kragplatten bleiben frei.".replacing(
          "Kragplatten", with: "die Kragplatte")
      ])
    try expect(
      "es", ["Un **⟪panel trasero⟫** es negro.", "Los paneles traseros, el panel trasero."])
    try expect("ja", ["標識は「⟪門型柱⟫」にも付く。", "門型柱を囲まない。"])
    // Used once; plain before it is marked; a label.
    try expect(
      "en",
      [
        "A **pole** is none.", "A plate is none. Each **plate** is black.",
        "A **stop** is red. Stop.",
      ])
  }

  private func coverage(_ language: String, _ rules: [String]) throws -> Coverage {
    let text = Self.guideline(language, rules).replacing("## Rules", with: "## Notes")
    return Coverage(GuidelineIndex(try checked(text).guideline))
  }

  @Test func whatAsksForSomething() throws {
    // An order, a duty, a condition, a threshold, doubt, an order of labels, a confusion; and a
    // sentence that asks for nothing.
    let forms: [Coverage.Form] = [
      .rule, .rule, .edgeCase, .threshold, .doubt, .precedence, .contrast,
    ]
    let french = try coverage(
      "fr",
      [
        "Étiquetez chaque panneau.", "Chaque panneau doit avoir une boîte.",
        "S'il est couché, passez-le.", "Une boîte doit avoir au moins 10 px.",
        "En cas de doute, demandez.", "Stop doit l'emporte sur tout.",
        "Ne pas confondre avec un jouet.", "Les panneaux sont en tôle.",
      ])
    #expect(french.open.map(\.form) == forms)
    let german = try coverage(
      "de",
      [
        "Jedes Schild markieren.", "Jedes Schild muss eine Box haben.",
        "Wenn es liegt, überspringen.", "Eine Box muss mindestens 10 px hoch sein.",
        "Im Zweifel fragen Sie bitte.", "Stop sollte immer bevorzugt werden, es hat Vorrang.",
        "Bitte nicht verwechseln mit Spielzeug.", "Schilder sind aus Blech.",
      ])
    #expect(german.open.map(\.form) == forms)
    let spanish = try coverage(
      "es",
      [
        "Etiquete cada señal.", "Cada señal debe tener una caja.",
        "Si está caída, omítala.", "Una caja debe tener al menos 10 px.",
        "En caso de duda, siempre pregunte.", "Stop siempre tiene prioridad.",
        "No debe confundirse con un juguete.", "Las señales son de chapa.",
      ])
    #expect(spanish.open.map(\.form) == forms)
    let japanese = try coverage(
      "ja",
      [
        "すべての標識にラベルを付ける。", "箱が必要です、必ず描いてください。", "倒れている場合は無視する。",
        "箱は10 px以上でなければならない。", "迷ったときは質問してください。", "停止を優先してください。",
        "おもちゃと混同しないでください。", "標識はブリキでできている。",
      ])
    #expect(japanese.open.map(\.form) == forms)
    for coverage in [french, german, spanish, japanese] { #expect(coverage.isMeasured) }
  }
}
