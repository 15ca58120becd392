internal import RubricaModel
internal import RubricaSource

/// Running text in two forms: exactly as it is shown, and as the words alone. Texts that differ in the
/// first and not in the second differ in case, punctuation, spacing or formatting.
struct Wording {
  /// Everything that a reader sees, formatting included.
  private(set) var exact = ""
  private var plain = ""
  /// Places whose text does not count: reasons, titles, thresholds.
  private let dropped: [Span]
  private let thresholds: [Threshold]
  /// Ids of labels that have another name now.
  private let renames: [String: String]

  init(renames: [String: String] = [:], dropping: [Span] = [], thresholds: [Threshold] = []) {
    self.renames = renames
    dropped = dropping
    self.thresholds = thresholds
  }

  /// The words, in lower case, with one blank between.
  var words: String { Self.normal(plain) }

  mutating func add(_ blocks: [Block]) {
    for block in blocks where !block.isComment { add(block) }
  }

  mutating func add(_ block: Block) {
    switch block.kind {
    case .paragraph(let inlines):
      add(inlines)
    case .heading(let level, let inlines):
      exact += "#\(level) "
      add(inlines)
    case .list(let start, let isTight, let items):
      exact += "list \(start ?? -1) \(isTight) "
      for item in items {
        if let isChecked = item.isChecked { both(isChecked ? "[x] " : "[ ] ") }
        add(item.blocks)
      }
    case .quote(let blocks):
      exact += "> "
      add(blocks)
    case .code(let info, let text):
      exact += "```\(info)\n\(text)"
      plain += text
    case .html(let text): both(HTMLComments.removed(from: text))
    case .table(let table):
      exact += "table \(table.alignments) "
      for row in [table.header] + table.rows {
        for cell in row {
          add(cell)
          both(" | ")
        }
      }
    case .thematicBreak: exact += "---"
    }
    both("\n")
  }

  mutating func add(_ inlines: [Inline]) {
    for inline in inlines { add(inline) }
  }

  private mutating func add(_ inline: Inline) {
    if dropped.contains(where: { $0.contains(inline.span) && !inline.span.isEmpty }) { return }
    switch inline.kind {
    case .text(let text): both(remainder(of: text, at: inline.span))
    case .code(let text):
      if thresholds.contains(where: { $0.quantity.span == inline.span }) { return both(" ‡ ") }
      exact += "`"
      both(renames[text] ?? text)
      exact += "`"
    case .emphasis(let inner): wrap("*", inner)
    case .strong(let inner): wrap("**", inner)
    case .strikethrough(let inner):
      // Words that are struck out say the opposite: this is not formatting.
      both(" ⟨ ")
      add(inner)
      both(" ⟩ ")
    case .link(let destination, let title, let inner):
      exact += "[\(title)"
      add(inner)
      let target = destination.hasPrefix("#") ? "#" + renamed(destination.dropFirst()) : destination
      // Who follows a link reads what it leads to.
      both(" \(target) ")
    case .image(let source, let title, let inner):
      exact += "![\(inner.plainText)](\(title))"
      both(" \(source) ")
    case .html(let tag): exact += HTMLComments.removed(from: tag)
    case .softBreak: both(" ")
    case .lineBreak:
      exact += "\n"
      plain += " "
    }
  }

  private func renamed(_ id: Substring) -> String { renames[String(id)] ?? String(id) }

  private mutating func wrap(_ mark: String, _ inner: [Inline]) {
    exact += mark
    add(inner)
    exact += mark
  }

  private mutating func both(_ text: String) {
    exact += text
    plain += text
  }

  /// The text without the arrow and the consequence of a threshold that stands before it.
  private func remainder(of text: String, at span: Span) -> String {
    for threshold in thresholds where threshold.consequenceText?.span == span {
      guard let words = threshold.consequenceText?.value,
        let range = text.firstRange(of: words)
      else { continue }
      return String(text[range.upperBound...])
    }
    return text
  }

  /// Lower case, no punctuation, one blank between words. Signs that carry a value stay.
  static func normal(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var pending = false
    let scalars = Array(text.lowercased().unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      let next = place + 1 < scalars.count ? scalars[place + 1] : " "
      let isInNumber = place > 0 && scalars[place - 1].isDigit && next.isDigit
      let isSign = scalar == "-" && next.isDigit
      if apostrophes.contains(scalar) { continue }
      if separators.contains(scalar) && !isInNumber && !isSign || scalar.properties.isWhitespace {
        pending = true
        continue
      }
      if pending, !result.isEmpty { result.append(" ") }
      pending = false
      result.append(scalar)
    }
    return String(result)
  }

  private static let apostrophes = Set("'’`".unicodeScalars)
  private static let separators = Set(".,;:!?\"“”‘„«»()[]{}…–—-·*_\\/|".unicodeScalars)
}

extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) }
}

extension [Block] {
  func wording(renames: [String: String] = [:]) -> Wording {
    var wording = Wording(renames: renames)
    wording.add(self)
    return wording
  }
}
