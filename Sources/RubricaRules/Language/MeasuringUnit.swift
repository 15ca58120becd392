internal import RubricaModel
internal import RubricaSource

/// The unit of a number, so that numbers in other units of the same dimension can be compared with it.
struct MeasuringUnit {
  /// What all units of a dimension have in common; of a unit that is not in the table, the unit.
  let dimension: String
  /// How many of the smallest unit it is, or of the usual one.
  let size: Double

  init(of threshold: Threshold) {
    let name = threshold.unit?.value.lowercased() ?? ""
    let known = Self.known[name]
    // One word, 3 words.
    let isPlural = name.utf8.count > 2 && name.hasSuffix("s")
    dimension = known?.dimension ?? (isPlural ? String(name.dropLast()) : name)
    size = known?.size ?? 1
  }

  private static let known: [String: (dimension: String, size: Double)] = {
    var known: [String: (dimension: String, size: Double)] = [:]
    for row in rows {
      for name in row.names { known[name] = (row.dimension, row.size) }
    }
    return known
  }()

  private struct Row {
    let dimension: String
    let size: Double
    let names: [String]

    init(_ dimension: String, _ size: Double, _ names: [String]) {
      self.dimension = dimension
      self.size = size
      self.names = names
    }
  }

  private static let rows: [Row] = [
    Row("px", 1, ["px", "pixel", "pixels", "píxeles", "ピクセル", "画素"]),
    Row("px²", 1, ["px²", "px2", "px^2", "square pixels"]),
    Row("%", 1, ["%", "percent", "per cent", "prozent", "pour cent", "por ciento", "パーセント"]),
    Row("%", 0.1, ["‰"]),
    Row("mm", 0.001, ["µm", "μm", "um"]),
    Row("mm", 1, ["mm", "millimetres", "millimeters", "millimeter", "ミリメートル"]),
    Row("mm", 10, ["cm", "centimetres", "centimeters", "zentimeter", "センチメートル"]),
    Row("mm", 1_000, ["m", "metre", "metres", "meter", "meters", "mètres", "metros", "メートル"]),
    Row("mm", 1_000_000, ["km", "kilometres", "kilometers", "kilometer", "キロメートル"]),
    Row("mm²", 1, ["mm²", "mm2", "mm^2"]),
    Row("mm²", 100, ["cm²", "cm2", "cm^2"]),
    Row("mm²", 1_000_000, ["m²", "m2", "m^2", "square metres", "square meters", "quadratmeter"]),
    Row("mm²", 10_000_000_000, ["ha", "hectares", "hektar"]),
    Row("mm²", 1_000_000_000_000, ["km²", "km2", "km^2"]),
    Row("ml", 1, ["ml", "cm³", "cm3", "cm^3", "millilitres", "milliliters", "milliliter"]),
    Row("ml", 10, ["cl"]),
    Row("ml", 1_000, ["l", "litre", "litres", "liter", "liters", "litros", "リットル"]),
    Row("ml", 1_000_000, ["m³", "m3", "m^3"]),
    Row("ms", 1, ["ms", "milliseconds", "millisekunden", "millisecondes", "ミリ秒"]),
    Row(
      "ms", 1_000,
      [
        "s", "sec", "second", "seconds", "sek", "sekunde", "sekunden", "seconde", "secondes",
        "segundo", "segundos", "秒",
      ]),
    Row("ms", 60_000, ["min", "minute", "minutes", "minuten", "minuto", "minutos", "分"]),
    Row(
      "ms", 3_600_000,
      ["h", "hour", "hours", "stunde", "stunden", "heure", "heures", "hora", "horas", "時間"]),
    Row("mg", 1, ["mg"]),
    Row("mg", 1_000, ["g", "grams", "gramm", "grammes", "gramos", "グラム"]),
    Row("mg", 1_000_000, ["kg", "kilograms", "kilogramm", "キログラム"]),
  ]
}

extension Threshold {
  /// The number as it would be in another unit of the same dimension.
  func number(in unit: MeasuringUnit) -> Double {
    let own = MeasuringUnit(of: self)
    return own.size == unit.size ? value : (value * own.size / unit.size).rounded(toDigits: 12)
  }

  /// What is measured, and in which dimension: only such thresholds can be compared.
  var measure: String {
    quantity.value.lowercased() + "\u{0}" + MeasuringUnit(of: self).dimension
  }

  /// "`10 px`", as a person writes it.
  var written: String {
    "\(quantity.value) \(comparator.rawValue) \(value.written)"
      + (unit.map { " " + $0.value } ?? "")
  }
}
