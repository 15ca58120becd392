internal import RubricaModel

/// The words of the page about how a text is to be written.
struct TextWords: Sendable {
  var tagsTitle: Word
  var tag: Word
  var meaning: Word
  var wordsTitle: Word
  var write: Word
  var insteadOf: Word
  var never: Word
  var neverWrite: Word
  var cases: [TextGrammar.Case: Word]
  var numbers: [TextGrammar.Numbers: Word]
}

extension TextWords {
  static let english = TextWords(
    tagsTitle: "Tags in the text", tag: "Tag", meaning: "Meaning",
    wordsTitle: "Spelling", write: "Write", insteadOf: "Not", never: "nothing of the kind",
    neverWrite: "Never write the characters",
    cases: [
      .lower: "Lower-case letters only.", .upper: "Capital letters only.",
      .sentence: "Start with a capital letter.",
    ],
    numbers: [.words: "Write numbers in words.", .digits: "Write numbers in digits."])

  static let french = TextWords(
    tagsTitle: "Balises dans le texte", tag: "Balise", meaning: "Sens",
    wordsTitle: "Orthographe", write: "Écrire", insteadOf: "Et non", never: "rien de tel",
    neverWrite: "Ne jamais écrire les caractères",
    cases: [
      .lower: "Minuscules seulement.", .upper: "Majuscules seulement.",
      .sentence: "Commencer par une majuscule.",
    ],
    numbers: [
      .words: "Écrire les nombres en lettres.", .digits: "Écrire les nombres en chiffres.",
    ])

  static let german = TextWords(
    tagsTitle: "Zeichen für Besonderes im Text", tag: "Zeichen", meaning: "Bedeutung",
    wordsTitle: "Schreibweise", write: "Schreiben", insteadOf: "Nicht",
    never: "nichts dergleichen", neverWrite: "Diese Zeichen nie schreiben",
    cases: [
      .lower: "Nur Kleinbuchstaben.", .upper: "Nur Großbuchstaben.",
      .sentence: "Mit einem Großbuchstaben beginnen.",
    ],
    numbers: [
      .words: "Zahlen in Worten schreiben.", .digits: "Zahlen in Ziffern schreiben.",
    ])

  static let spanish = TextWords(
    tagsTitle: "Etiquetas en el texto", tag: "Etiqueta", meaning: "Significado",
    wordsTitle: "Ortografía", write: "Escribir", insteadOf: "No", never: "nada parecido",
    neverWrite: "No escribir nunca los caracteres",
    cases: [
      .lower: "Solo minúsculas.", .upper: "Solo mayúsculas.",
      .sentence: "Empezar con mayúscula.",
    ],
    numbers: [
      .words: "Escribir los números con letras.", .digits: "Escribir los números con cifras.",
    ])

  static let japanese = TextWords(
    tagsTitle: "テキスト中のタグ", tag: "タグ", meaning: "意味",
    wordsTitle: "表記", write: "正しい表記", insteadOf: "誤った表記", never: "書かない",
    neverWrite: "使わない文字：",
    cases: [
      .lower: "小文字のみ。", .upper: "大文字のみ。", .sentence: "大文字で始める。",
    ],
    numbers: [.words: "数は言葉で書く。", .digits: "数は数字で書く。"])
}
