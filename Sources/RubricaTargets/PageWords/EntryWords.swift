/// The words of the page about examples, parts for one tool, and how texts are written.
struct EntryWords: Sendable {
  var contentWarning: Word
  var onlyIn: Word
  var illustrates: Word
  var completeRecord: Word
  /// Before the name of the guideline that this one extends.
  var buildsOn: Word
  var text: TextWords
}

extension EntryWords {
  static let english = EntryWords(
    contentWarning: "Content warning", onlyIn: "Only for people who work in",
    illustrates: "See rule",
    completeRecord: "Every question is answered",
    buildsOn: "Builds on", text: .english)

  static let french = EntryWords(
    contentWarning: "Avertissement", onlyIn: "Seulement pour ceux qui travaillent dans",
    illustrates: "Voir la règle",
    completeRecord: "Toutes les questions ont une réponse",
    buildsOn: "Prolonge", text: .french)

  static let german = EntryWords(
    contentWarning: "Inhaltswarnung", onlyIn: "Nur für die Arbeit in",
    illustrates: "Siehe Regel",
    completeRecord: "Alle Fragen sind beantwortet",
    buildsOn: "Baut auf", text: .german)

  static let spanish = EntryWords(
    contentWarning: "Advertencia", onlyIn: "Solo para quienes trabajan en",
    illustrates: "Véase la regla",
    completeRecord: "Todas las preguntas tienen respuesta",
    buildsOn: "Amplía", text: .spanish)

  static let japanese = EntryWords(
    contentWarning: "内容についての警告", onlyIn: "次のツールの方のみ：",
    illustrates: "参照するルール：",
    completeRecord: "すべての質問に回答済み",
    buildsOn: "基になるガイドライン", text: .japanese)
}
