/// A YAML value that can be written in many ways.
indirect enum RandomYAML {
  /// A word, number or sentence without signs that YAML knows.
  case text(String)
  /// A number, `true` or `false`: never in quotes.
  case plain(String)
  case list([RandomYAML])
  /// A list whose order says nothing.
  case set([RandomYAML])
  /// A mapping.
  case fields([(String, RandomYAML)])
}

/// How one writing of the same guideline looks.
struct Style {
  var random: SplitMix
  /// Whether nothing is varied: two writings in this style are the same bytes.
  var isPlain = false

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  mutating func chance(_ one: Int, in many: Int) -> Bool {
    !isPlain && random.chance(one, in: many)
  }

  mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
    isPlain ? items : items.shuffled(using: &random)
  }

  // MARK: YAML

  /// A block of lines, each indented by `depth` times two blanks.
  mutating func block(_ fields: [(String, RandomYAML)], _ depth: Int) -> String {
    let indent = String(repeating: "  ", count: depth)
    var text = ""
    for (key, value) in shuffled(fields) {
      if chance(1, in: 8) { text += "\(indent)# a comment: [of no account]\n" }
      if chance(1, in: 12) { text += "\n" }
      let name = chance(1, in: 10) ? "\"\(key)\"" : key
      text += "\(indent)\(name):\(behind(value, depth))"
    }
    return text
  }

  /// What stands behind `key:`, with its line end.
  private mutating func behind(_ value: RandomYAML, _ depth: Int) -> String {
    switch value {
    case .text(let text):
      if chance(1, in: 8), text.contains(" ") {
        let indent = String(repeating: "  ", count: depth + 1)
        let lines = wrapped(text.split(separator: " ").map(String.init))
        return " >-\n" + lines.map { indent + $0 + "\n" }.joined()
      }
      return " " + flow(value) + ending
    case .plain: return " " + flow(value) + ending
    case .list(let items): return list(items, value, depth)
    case .set(let items): return list(shuffled(items), value, depth)
    case .fields(let fields):
      if chance(1, in: 3) { return " " + flow(value) + ending }
      return "\n" + block(fields, depth + 1)
    }
  }

  private mutating func list(_ items: [RandomYAML], _ value: RandomYAML, _ depth: Int) -> String {
    if isFlowOnly(items) && !chance(1, in: 2) { return " " + flow(value) + ending }
    let indent = String(repeating: "  ", count: depth + 1)
    var text = "\n"
    for item in items {
      if case .fields(let fields) = item, !isPlain, !chance(1, in: 2) {
        let inner = block(fields, depth + 2)
        // The first key stands behind the dash, unless comments come first.
        text += "\(indent)-\n\(inner)"
      } else {
        text += "\(indent)- \(flow(item))\(ending)"
      }
    }
    return text
  }

  private func isFlowOnly(_ items: [RandomYAML]) -> Bool {
    items.allSatisfy { if case .fields = $0 { false } else { true } }
  }

  private var ending: String {
    mutating get {
      let blanks = chance(1, in: 10) ? "   " : ""
      return (chance(1, in: 10) ? "  # of no account" : blanks) + "\n"
    }
  }

  mutating func flow(_ value: RandomYAML) -> String {
    switch value {
    case .plain(let text): return text
    case .text(let text):
      if isPlain { return "\"\(text)\"" }
      switch Int.random(in: 0..<3, using: &random) {
      case 0: return "'\(text)'"
      case 1: return "\"\(text)\""
      default: return text
      }
    case .list(let items): return flow(items)
    case .set(let items): return flow(shuffled(items))
    case .fields(let fields):
      let blank = chance(1, in: 3) ? " " : ""
      var parts: [String] = []
      for (key, value) in shuffled(fields) { parts.append("\(key): \(flow(value))") }
      return "{\(blank)\(parts.joined(separator: ", "))\(blank)}"
    }
  }

  private mutating func flow(_ items: [RandomYAML]) -> String {
    var parts: [String] = []
    for item in items { parts.append(flow(item)) }
    return "[" + parts.joined(separator: chance(1, in: 4) ? " ,  " : ", ") + "]"
  }

  // MARK: Words

  /// Words on one or more lines.
  mutating func wrapped(_ words: [String]) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words {
      if !line.isEmpty, chance(1, in: 7) {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + [line]
  }

  /// A paragraph of Markdown in an entry that is indented by some blanks.
  mutating func paragraph(_ words: [String], indent: Int = 0) -> String {
    let blanks = String(repeating: " ", count: indent)
    var marked: [String] = []
    for word in words {
      // `*word*` and `_word_`, `**word**` and `__word__` are the same.
      if word.hasPrefix("**"), chance(1, in: 2) {
        marked.append("__" + word.dropFirst(2).prefix { $0 != "*" } + "__" + word.tail("**"))
      } else if word.hasPrefix("*"), !word.hasPrefix("**"), chance(1, in: 2) {
        marked.append("_" + word.dropFirst().prefix { $0 != "*" } + "_" + word.tail("*"))
      } else {
        marked.append(word)
      }
    }
    let lines = wrapped(marked)
    return lines.enumerated().map { place, line in
      // Two blanks at the end of a line are a line break, and a break is formatting; one is nothing.
      (place == 0 ? "" : blanks) + line + (place + 1 < lines.count && chance(1, in: 4) ? " " : "")
    }.joined(separator: "\n")
  }

  mutating func heading(_ level: Int, _ words: String) -> String {
    var text = blankLines() + String(repeating: "#", count: level) + " " + words
    if chance(1, in: 8) { text += " " + String(repeating: "#", count: level) }
    return text + blankLines()
  }

  /// A list whose items are paragraphs.
  mutating func items(_ entries: [[String]]) -> String {
    let mark = isPlain ? "-" : random.pick(["-", "*", "+"])
    var items: [String] = []
    for entry in entries { items.append("\(mark) " + paragraph(entry, indent: 2)) }
    return items.joined(separator: chance(1, in: 4) ? "\n\n" : "\n") + "\n"
  }

  mutating func blankLines() -> String {
    chance(1, in: 4) ? "\n\n\n" : "\n\n"
  }
}

extension String {
  /// What stands behind the second mark.
  fileprivate func tail(_ mark: String) -> String {
    let rest = dropFirst(mark.count)
    guard let end = rest.firstRange(of: mark) else { return "" }
    return String(rest[end.upperBound...])
  }
}
