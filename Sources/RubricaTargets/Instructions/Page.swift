internal import RubricaModel
internal import RubricaSource

/// What every part of the page needs to know about the guideline. Shared, not copied.
final class Page {
  let guideline: Guideline
  let index: GuidelineIndex
  let context: TargetContext
  let words: Words
  /// The language of `words`, if there are none in the language of the page.
  let wordLanguage: String?
  let places: PagePlaces
  /// How each label looks, in the order of the labels.
  let looks: [LabelLook]
  /// The keys that pick labels in the tool; nil if none of ours can ask what is asked.
  private let keys: LabelStudioKeys?
  /// Ids of the labels directly below each label, and places of the rules about each label that
  /// stand elsewhere.
  let children: [String: [String]]
  let rulesAbout: [String: [Int]]
  /// Whether some records answer every layer and others do not.
  let marksComplete: Bool
  /// Added to the level of an author's heading, so that the title is the only one of the first.
  let headingOffset: Int
  /// Stands before the ids of examples where two versions of a guideline share a page.
  let idPrefix: String

  /// What the page is a translation of, if it is one.
  let original: Original?
  /// The languages that there is a page in; empty if there is only this one.
  var languages: [PageLanguage] = []
  /// Whether nothing on the page is still in the language of the original.
  var isWhole = true
  /// Names of attributes as annotators read them, by id.
  private let attributeNames: [String: String]

  /// The guideline that a translated page was made from.
  struct Original {
    let language: String
    /// The file of the translation: what stands elsewhere is not translated.
    let source: SourceID
  }

  init(
    _ index: GuidelineIndex, _ context: TargetContext, original: Original? = nil,
    idPrefix: String = ""
  ) {
    self.original = original
    let guideline = index.guideline
    self.guideline = guideline
    self.index = index
    self.context = context
    self.idPrefix = idPrefix
    (words, wordLanguage) = Words.named(guideline.language.value)
    places = PagePlaces(index, words)
    places.idPrefix = idPrefix
    looks = LabelLook.all(of: index)
    keys = LabelStudioKeys(index)
    var names: [String: String] = [:]
    for layer in guideline.layers {
      for attribute in layer.attributes where names[attribute.id.value] == nil {
        names[attribute.id.value] = attribute.name?.value
      }
    }
    attributeNames = names
    let complete = guideline.examples.lazy.filter { $0.expected != nil }
      .map(guideline.isComplete)
    marksComplete =
      guideline.layers.count > 1 && complete.contains(true) && complete.contains(false)
    let neighbours = LabelNeighbours(guideline)
    children = neighbours.children
    rulesAbout = neighbours.rules
    headingOffset = PageOutline(guideline).title == nil ? 1 : 0
  }

  /// A writer of prose whose headings stand below a heading of `level`.
  func prose(below level: Int) -> ProseWriter {
    var options = ProseWriter.Options(headingOffset: headingOffset, topHeading: level + 1)
    options.callouts = words.callouts
    return ProseWriter(options, surroundings: places)
  }

  func write(_ prose: Prose, to html: inout HTMLWriter) {
    var writer = self.prose(below: 1)
    let marks = language(at: prose.span)
    if !marks.isEmpty { html.start("span", marks) }
    writer.write(prose, to: &html)
    if !marks.isEmpty { html.end("span") }
  }

  func write(_ blocks: [Block], below level: Int, to html: inout HTMLWriter) {
    var writer = prose(below: level)
    for block in blocks { write(block, with: &writer, to: &html) }
    writer.finish(&html)
  }

  /// A block, with its language where it is not translated.
  func write(_ block: Block, with writer: inout ProseWriter, to html: inout HTMLWriter) {
    let marks = language(at: block.span)
    guard !marks.isEmpty else { return writer.write(block, to: &html) }
    html.start("div", marks)
    writer.scoped(&html) { $0.write(block, to: &$1) }
    html.end("div")
  }

  /// What annotators read for a layer.
  func title(ofLayer id: String) -> String {
    index.layer(id)?.name?.value ?? Self.title(of: id)
  }

  /// What annotators read for an attribute, within a line.
  func words(ofAttribute id: String) -> String { attributeNames[id] ?? Self.words(of: id) }

  func isShown(_ label: Label) -> Bool { label.audience.isForAnnotators }
}

/// The document without its own title, which the page shows as its heading.
struct PageOutline {
  /// The section of the document's only level-1 heading, if everything stands in it; or the first section,
  /// if its heading says the guideline's title once more.
  let title: Section?
  /// What stands before the first heading below the title.
  let introduction: ArraySlice<Element>
  let rest: ArraySlice<Element>

  init(_ guideline: Guideline) {
    var elements = guideline.body[...]
    let section = Self.whole(guideline) ?? Self.first(guideline)
    if let section { elements = (section.elements + guideline.body.dropFirst())[...] }
    title = section
    let end =
      elements.firstIndex { if case .prose = $0 { false } else { true } } ?? elements.endIndex
    introduction = elements[..<end]
    rest = elements[end...]
  }

  /// The section that the whole document stands in.
  static func whole(_ guideline: Guideline) -> Section? {
    guard guideline.body.count == 1, case .section(let section)? = guideline.body.first,
      section.level == 1, section.role == .prose, section.audience.isForAnnotators
    else { return nil }
    return section
  }

  /// A section at the head of the document that is called like the guideline.
  private static func first(_ guideline: Guideline) -> Section? {
    guard case .section(let section)? = guideline.body.first, section.level <= 2,
      section.role == .prose, section.audience.isForAnnotators, section.tool == nil,
      isSame(section.heading.plainText, guideline.title.value)
    else { return nil }
    return section
  }

  /// Whether two titles are the same to a reader, who cannot tell blanks apart.
  static func isSame(_ one: String, _ other: String) -> Bool {
    func scalars(_ text: String) -> [Unicode.Scalar] {
      text.unicodeScalars.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 }
    }
    return one == other || scalars(one) == scalars(other)
  }
}

/// How a label is told apart from the others: by its colour.
struct LabelLook {
  /// The class that sets its colours.
  let className: String
  let colour: Colour

  /// A label that is declared a second time looks like the first.
  static func all(of index: GuidelineIndex) -> [LabelLook] {
    let labels = index.guideline.labels
    var looks: [LabelLook] = []
    looks.reserveCapacity(labels.count)
    var count = 0
    for place in labels.indices {
      let id = labels[place].id.value
      if let first = index.declaredPlace(id), first < place {
        looks.append(looks[first])
        continue
      }
      looks.append(
        LabelLook(
          className: "l" + String(count), colour: index.colour(ofLabel: id) ?? Colour.palette[0]))
      count += 1
    }
    return looks
  }
}

extension Page {
  /// The key that picks a label in a layer. No other key is promised than one that the tool has; where
  /// there is no tool of ours, the author knows.
  func key(of label: String, in layer: Layer) -> String? {
    keys.map { $0[label, in: layer.id.value] } ?? index.label(label)?.shortcut?.value
  }

  /// The key that picks a label in the first layer in which one does.
  func key(of label: String) -> String? {
    index.layers(taking: label).lazy.compactMap { self.key(of: label, in: $0) }.first
  }

  /// The class with the colours of a label, or of the one that stands for a text like this; empty for
  /// a label that is not declared.
  func look(of label: String) -> String {
    index.labelPlace(label).map { looks[$0].className } ?? ""
  }
}

extension Colour {
  /// White or black, whichever can be read on the colour.
  var textColour: StaticString {
    // A polynomial that follows the curve of sRGB closely.
    func linear(_ part: UInt8) -> Double {
      let value = Double(part) / 255
      return value * (value * (value * 0.305306011 + 0.682171111) + 0.012522878)
    }
    let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    // Up to here white has a contrast of 4.5, and beyond it black has more.
    return luminance <= 0.183 ? "#fff" : "#000"
  }
}
