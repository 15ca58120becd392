internal import RubricaModel

/// Words for numbers, as far as they are that and nothing else: "one" is an article too, and "second"
/// a part of a minute.
enum NumberWords {
  /// The words of a language tag; nil if there are none.
  static func named(_ tag: String) -> (@Sendable (String) -> Bool)? {
    switch tag.prefix(while: { $0 != "-" && $0 != "_" }).lowercased() {
    case "en": { english.contains($0) }
    case "fr": { french.contains($0) }
    case "de": { isGerman($0) }
    case "es": { spanish.contains($0) }
    default: nil
    }
  }

  private static let english: Set = [
    "zero", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
    "thousand", "million", "billion",
  ]

  private static let french: Set = [
    "zéro", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "dix", "onze", "douze",
    "treize", "quatorze", "quinze", "seize", "vingt", "vingts", "trente", "quarante", "cinquante",
    "soixante", "septante", "huitante", "nonante", "cent", "cents", "mille", "million", "millions",
    "milliard", "milliards",
  ]

  private static let spanish: Set = [
    "cero", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once",
    "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve",
    "veinte", "veintiún", "veintiuno", "veintiuna", "veintidós", "veintitrés", "veinticuatro",
    "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve", "treinta", "cuarenta",
    "cincuenta", "sesenta", "setenta", "ochenta", "noventa", "cien", "ciento", "doscientos",
    "doscientas", "trescientos", "trescientas", "cuatrocientos", "cuatrocientas", "quinientos",
    "quinientas", "seiscientos", "seiscientas", "setecientos", "setecientas", "ochocientos",
    "ochocientas", "novecientos", "novecientas", "mil", "millón", "millones",
  ]

  /// The longest first, so that "vierzehn" is not "vier" and a rest. "Ein" counts only within a word.
  private static let germanParts = [
    "siebzehn", "sechzehn", "dreizehn", "vierzehn", "fünfzehn", "achtzehn", "neunzehn", "zwanzig",
    "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig", "hundert",
    "tausend", "sieben", "sechs", "zwölf", "zehn", "drei", "vier", "fünf", "acht", "neun", "zwei",
    "null", "elf", "eins", "ein", "und", "zwo",
  ]
  private static let germanArticles: Set = ["ein", "eins", "und"]

  private static func isGerman(_ word: String) -> Bool {
    guard !germanArticles.contains(word) else { return false }
    if ["million", "millionen", "milliarde", "milliarden"].contains(word) { return true }
    var rest = word[...]
    while let part = germanParts.first(where: { rest.hasPrefix($0) }) {
      rest = rest.dropFirst(part.count)
    }
    return rest.isEmpty && !word.isEmpty
  }
}
