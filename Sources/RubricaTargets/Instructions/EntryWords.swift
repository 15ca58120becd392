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
    illustrates: "Shows", completeRecord: "A complete record",
    buildsOn: "Builds on", text: .english)

  static let french = EntryWords(
    contentWarning: "Avertissement", onlyIn: "Seulement pour ceux qui travaillent dans",
    illustrates: "Illustre", completeRecord: "Réponse complète",
    buildsOn: "Prolonge", text: .french)

  static let german = EntryWords(
    contentWarning: "Inhaltswarnung", onlyIn: "Nur für die Arbeit in",
    illustrates: "Zeigt", completeRecord: "Vollständige Antwort",
    buildsOn: "Baut auf", text: .german)

  static let spanish = EntryWords(
    contentWarning: "Advertencia", onlyIn: "Solo para quienes trabajan en",
    illustrates: "Muestra", completeRecord: "Respuesta completa",
    buildsOn: "Amplía", text: .spanish)

  static let japanese = EntryWords(
    contentWarning: "内容についての警告", onlyIn: "次のツールの方のみ：",
    illustrates: "示すルール", completeRecord: "すべての項目の回答",
    buildsOn: "基になるガイドライン", text: .japanese)
}
