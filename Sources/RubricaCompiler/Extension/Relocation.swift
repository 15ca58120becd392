internal import RubricaModel
internal import RubricaSource

/// A guideline whose relative paths are to be read from another folder.
struct Relocation {
  /// Stands before every relative path: `../street-signs/`.
  private let path: String
  /// The same with percent escapes, for destinations as they stand in Markdown.
  private let escaped: String

  init(_ path: String) {
    self.path = path
    // What ends a destination, and the percent sign itself.
    escaped = Percent.encoded(path) { $0 <= 32 || "%()<>\"\\?#".utf8.contains($0) }
  }

  func apply(to guideline: Guideline) -> Guideline {
    var moved = guideline
    moved.labels = guideline.labels.map(label)
    moved.rules = guideline.rules.map(rule)
    moved.examples = guideline.examples.map(example)
    moved.entries = guideline.entries.map(entry)
    moved.body = guideline.body.map(element)
    moved.doubt?.content = blocks(guideline.doubt?.content ?? [])
    if let entries = guideline.precedence?.entries {
      moved.precedence?.entries = entries.map { ($0.label, prose($0.text)) }
    }
    return moved
  }

  private func element(_ element: Element) -> Element {
    switch element {
    case .prose(let block): return .prose(self.block(block))
    case .section(var section):
      section.heading = prose(section.heading)
      section.elements = section.elements.map(self.element)
      return .section(section)
    default: return element
    }
  }

  private func label(_ label: Label) -> Label {
    var moved = label
    moved.definition = blocks(label.definition)
    moved.includes = label.includes.map(prose)
    moved.excludes = label.excludes.map(prose)
    moved.contrasts = label.contrasts.map { Contrast(label: $0.label, text: prose($0.text)) }
    moved.elements = label.elements.map(element)
    return moved
  }

  private func entry(_ entry: Entry) -> Entry {
    var moved = entry
    moved.title = entry.title.map(prose)
    moved.content = blocks(entry.content)
    return moved
  }

  private func rule(_ rule: Rule) -> Rule {
    var moved = rule
    moved.title = rule.title.map(prose)
    moved.content = blocks(rule.content)
    moved.condition = rule.condition.map(prose)
    moved.action = rule.action.map(prose)
    moved.exceptions = rule.exceptions.map(prose)
    moved.alternatives = rule.alternatives.map(prose)
    moved.reasons = rule.reasons.map(prose)
    return moved
  }

  private func example(_ example: Example) -> Example {
    var moved = example
    moved.title = example.title.map(prose)
    moved.reason = example.reason.map(prose)
    moved.content = blocks(example.content)
    if case .media(let place, let alternative)? = example.input, Self.isRelative(place.value) {
      moved.input = .media(path: place.map { path + $0 }, alternative: alternative)
    }
    for index in example.expected?.answers.indices ?? 0..<0 {
      guard case .regions(let regions)? = example.expected?.answers[index].value else { continue }
      moved.expected?.answers[index].value = .regions(
        regions.map { region in
          var region = region
          region.geometry = geometry(region.geometry)
          return region
        })
    }
    return moved
  }

  private func geometry(_ geometry: Region.Geometry) -> Region.Geometry {
    switch geometry {
    case .mask(let place) where Self.isRelative(place.value):
      return .mask(place.map { path + $0 })
    case .track(let frames):
      return .track(
        frames.map { frame in
          var frame = frame
          frame.geometry = frame.geometry.map(self.geometry)
          return frame
        })
    default: return geometry
    }
  }

  private func prose(_ prose: Prose) -> Prose { Prose(inlines(prose.inlines), prose.span) }

  private func blocks(_ blocks: [Block]) -> [Block] { blocks.map(block) }

  private func block(_ block: Block) -> Block {
    var moved = block
    switch block.kind {
    case .paragraph(let inlines): moved.kind = .paragraph(self.inlines(inlines))
    case .heading(let level, let inlines):
      moved.kind = .heading(level: level, self.inlines(inlines))
    case .list(let start, let isTight, let items):
      moved.kind = .list(
        start: start, isTight: isTight,
        items.map { item in
          var item = item
          item.blocks = blocks(item.blocks)
          return item
        })
    case .quote(let inner): moved.kind = .quote(blocks(inner))
    case .table(var table):
      table.header = table.header.map(inlines)
      table.rows = table.rows.map { $0.map(inlines) }
      moved.kind = .table(table)
    case .code, .html, .thematicBreak: break
    }
    return moved
  }

  private func inlines(_ inlines: [Inline]) -> [Inline] { inlines.map(inline) }

  private func inline(_ inline: Inline) -> Inline {
    var moved = inline
    switch inline.kind {
    case .emphasis(let inner): moved.kind = .emphasis(inlines(inner))
    case .strong(let inner): moved.kind = .strong(inlines(inner))
    case .strikethrough(let inner): moved.kind = .strikethrough(inlines(inner))
    case .link(let destination, let title, let inner):
      moved.kind = .link(destination: relocated(destination), title: title, inlines(inner))
    case .image(let source, let title, let inner):
      moved.kind = .image(source: relocated(source), title: title, inlines(inner))
    case .text, .code, .html, .softBreak, .lineBreak: break
    }
    return moved
  }

  private func relocated(_ destination: String) -> String {
    Self.isRelative(destination) ? escaped + destination : destination
  }

  private static func isRelative(_ destination: String) -> Bool {
    guard let first = destination.utf8.first, first != UInt8(ascii: "#"),
      first != UInt8(ascii: "/")
    else { return false }
    return !Reference(
      kind: .link, destination: destination, text: "", span: Span(SourceID(0), 0, 0),
      audience: .annotator
    ).isRemote
  }
}
