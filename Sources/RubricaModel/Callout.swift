internal import RubricaSource

/// A quotation that code hosts show as a note: `> [!NOTE]` alone in its first line, and what follows.
package struct Callout: Sendable {
  package enum Kind: String, Sendable, CaseIterable { case note, tip, important, warning, caution }

  package let kind: Kind
  /// What it says, without its first line.
  package let blocks: [Block]

  /// Nil for a quotation of any other form.
  package init?(_ quote: [Block]) {
    guard case .paragraph(let inlines)? = quote.first?.kind, let first = inlines.first,
      let word = Self.word(in: first),
      let kind = Kind.allCases.first(where: { $0.rawValue == word.lowercased() }),
      inlines.count == 1 || inlines[1].isBreak
    else { return nil }
    self.kind = kind
    let rest = Array(inlines.dropFirst(2))
    blocks =
      (rest.isEmpty ? [] : [Block(.paragraph(rest), rest[0].span.union(rest[rest.count - 1].span))])
      + quote.dropFirst()
  }

  /// The word of a first line that is nothing but `[!word]`.
  private static func word(in inline: Inline) -> Substring? {
    guard case .text(let text) = inline.kind, text.utf8.starts(with: "[!".utf8) else { return nil }
    let rest = text.utf8.dropFirst(2)
    guard let close = rest.firstIndex(of: UInt8(ascii: "]")),
      rest[rest.index(after: close)...].allSatisfy({ $0 == 32 })
    else { return nil }
    return text[rest.startIndex..<close]
  }
}

extension [Block] {
  /// Why a quotation of these is no item; nil if it is one.
  package var whyNoItem: String? {
    obstacleToItem.map {
      "only paragraphs of a quotation are read as an item, and this one has \($0) in it"
    }
  }

  /// What is not a paragraph, in words; nil without any.
  private var obstacleToItem: String? {
    for block in self {
      switch block.kind {
      case .paragraph: continue
      case .heading: return "a heading"
      case .list: return "a list"
      case .quote: return "another quotation"
      case .code: return "a block of code"
      case .table: return "a table"
      case .html: return "HTML"
      case .thematicBreak: return "a line"
      }
    }
    return nil
  }
}
