/// Which way a language is written.
enum TextDirection: String {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"

  init(language tag: String) {
    let parts = tag.lowercased().split(separator: "-")
    let scripts = ["arab", "hebr", "thaa", "nkoo", "syrc", "adlm", "rohg"]
    if let script = parts.dropFirst().first(where: { $0.utf8.count == 4 }) {
      self = scripts.contains(String(script)) ? .rightToLeft : .leftToRight
    } else {
      let languages = ["ar", "he", "iw", "fa", "ur", "ps", "sd", "ug", "yi", "ji", "dv", "ckb"]
      self = languages.contains(String(parts.first ?? "")) ? .rightToLeft : .leftToRight
    }
  }
}
