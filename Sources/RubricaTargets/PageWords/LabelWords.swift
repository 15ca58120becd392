internal import RubricaModel
internal import RubricaSource

/// The words of the page about trees and forms of labels, conditions and relations.
struct LabelWords: Sendable {
  var kinds: Word
  var rulesAbout: Word
  var form: Word
  var slots: Word
  var cannotTell: Word
  var sameAs: Word
  var and: Word
  var or: Word
  var not: Word
  /// Between the name of an attribute and what it has to be; nil for a colon.
  var `is`: String?
  var idOf: Word
  var markOf: Word
  var leftOut: Word
  var onlyFor: Word
  var anyOf: Word
  var scopes: [Relation.Scope: Word]
}

extension Words {
  /// What a reference names; nil if that is not said.
  func target(of attribute: Attribute) -> String? {
    if let target = attribute.target?.value {
      return "\(self.labels.markOf) \(IDWords.title(of: target))"
    }
    return attribute.scheme.map { "\(self.labels.idOf) \($0.value)" }
  }

  /// What a text looks like: by a text, or where there is none by the pattern itself.
  func look(of pattern: String, sample: String?) -> String {
    let look = sample.map { "\(self.forExample) \($0)" } ?? pattern
    return "\(self.form)\(self.colon)\(look)"
  }

  /// What it says that an attribute is left out, where the guideline tells.
  func leftOut(_ attribute: Attribute) -> String? {
    attribute.blankMeans.map { "\(self.labels.leftOut)\(self.colon)\($0.value)" }
  }
}

extension LabelWords {
  static let english = LabelWords(
    kinds: "Kinds", rulesAbout: "Related rules", form: "Looks like", slots: "Written as",
    cannotTell: "cannot tell", sameAs: "The same as", and: "and", or: "or", not: "not", is: " is ",
    idOf: "an id of", markOf: "the id of a mark of", leftOut: "Left out", onlyFor: "Only for",
    anyOf: "any of",
    scopes: [
      .sentence: "within a sentence", .document: "within a document",
      .crossItem: "also between items",
    ])

  static let french = LabelWords(
    kinds: "Sortes", rulesAbout: "Règles à ce sujet", form: "Forme", slots: "Composé de",
    cannotTell: "impossible à dire", sameAs: "Identique à", and: "et", or: "ou", not: "pas",
    idOf: "un identifiant de", markOf: "l’identifiant d’une marque de", leftOut: "Laissé vide",
    onlyFor: "Seulement pour", anyOf: "l’un de",
    scopes: [
      .sentence: "dans une phrase", .document: "dans un document",
      .crossItem: "aussi entre plusieurs objets",
    ])

  static let german = LabelWords(
    kinds: "Arten", rulesAbout: "Regeln dazu", form: "Form", slots: "Zusammengesetzt aus",
    cannotTell: "nicht zu erkennen", sameAs: "Dasselbe wie", and: "und", or: "oder",
    not: "nicht", idOf: "eine Kennung aus", markOf: "die Kennung einer Markierung von",
    leftOut: "Leer gelassen", onlyFor: "Nur für", anyOf: "eines von",
    scopes: [
      .sentence: "innerhalb eines Satzes", .document: "innerhalb eines Dokuments",
      .crossItem: "auch zwischen Objekten",
    ])

  static let spanish = LabelWords(
    kinds: "Clases", rulesAbout: "Reglas al respecto", form: "Forma", slots: "Compuesto de",
    cannotTell: "no se puede saber", sameAs: "Lo mismo que", and: "y", or: "o", not: "no",
    idOf: "un identificador de", markOf: "el identificador de una marca de",
    leftOut: "En blanco", onlyFor: "Solo para", anyOf: "uno de",
    scopes: [
      .sentence: "dentro de una frase", .document: "dentro de un documento",
      .crossItem: "también entre objetos",
    ])

  static let japanese = LabelWords(
    kinds: "種類", rulesAbout: "関連するルール", form: "形式", slots: "構成",
    cannotTell: "判断できない", sameAs: "同じもの", and: "かつ", or: "または", not: "以外",
    idOf: "次のリストのID：", markOf: "次のマークのID：", leftOut: "空欄の意味", onlyFor: "次の質問のみ",
    anyOf: "いずれか",
    scopes: [.sentence: "一文の中", .document: "一つの文書の中", .crossItem: "対象の間でも可"])
}
