package import RubricaSource

/// Everything that one guideline says, each fact with the place it was written.
package struct Guideline: Sendable {
  package var sources: Sources
  /// The whole of `guideline.md`: for findings about the document as such.
  package var document: Span
  /// Names the bundle folder.
  package var id: Located<String>
  package var title: Located<String>
  package var version: Located<String>?
  package var stage: Located<Stage>
  /// Language tag (BCP 47) of the instructions.
  package var language: Located<String>
  /// Language tags of the items to be labelled, where they are others.
  package var objectLanguages: [Located<String>] = []
  package var purpose: Located<String>?
  package var owner: Located<String>?
  package var authors: [Located<String>] = []
  /// Whether labels may have another order than in the version before.
  package var orderDecision: OrderDecision?
  /// Whether the file has front matter at all.
  package var hasFrontMatter = false
  package var modality: Located<Modality>?
  package var layers: [Layer] = []
  package var escapes: [Escape] = []
  package var warnings: [ContentWarning] = []
  /// All labels, in the order of the layers and then of the document.
  package var labels: [Label] = []
  package var groups: [LabelGroup] = []
  package var rules: [Rule] = []
  package var examples: [Example] = []
  /// Terms, questions, steps, checks and changes, in order of the document.
  package var entries: [Entry] = []
  package var precedence: Precedence?
  package var doubt: Doubt?
  /// The document, in the author's order. Structure stands in it by index; prose stands in it whole.
  package var body: [Element] = []
  /// Every id that a link can point to, in order of the document.
  package var anchors: [Anchor] = []
  /// Every link and picture, in order of the document.
  package var references: [Reference] = []
  /// Pictures and recordings that the guideline refers to, by path.
  package var media: [Media] = []
  package var governance: Governance?
  /// The guidelines that this one extends, the nearest first.
  package var bases: [BaseGuideline] = []
  /// The instructions in other languages, in order of their tags.
  package var translations: [Translation] = []
  /// What the readers of the files could not take; the checks put it into words.
  package var problems: [Problem] = []
  /// What stands there and could not be read.
  package var unread = Unread()
  /// Comments that let findings stand, in order of the files.
  package var suppressions: [Suppression] = []

  package init(
    sources: Sources, document: Span, id: Located<String>, title: Located<String>,
    stage: Located<Stage>, language: Located<String>
  ) {
    self.sources = sources
    self.document = document
    self.id = id
    self.title = title
    self.stage = stage
    self.language = language
  }
}

/// What an item is made of.
package enum Modality: String, Sendable, CaseIterable {
  case image, text, audio, video
  case pointCloud = "point-cloud"
}

/// Who may read a part of a guideline.
package enum Audience: String, Sendable, CaseIterable {
  case `public`, annotator, reviewer, legal

  /// Whether it may stand on an annotator's page or in a task template.
  package var isForAnnotators: Bool { self == .public || self == .annotator }
}

/// Content that may distress people who read or label it.
package struct ContentWarning: Sendable {
  package var category: Located<String>
  package var text: Located<String>?

  package init(category: Located<String>, text: Located<String>?) {
    self.category = category
    self.text = text
  }
}

/// A typed answer for "this cannot be labelled".
package struct Escape: Sendable {
  package enum Meaning: String, Sendable, CaseIterable {
    case unsureFlag = "unsure-flag"
    case other
    case notApplicable = "not-applicable"
    case skipItem = "skip-item"
    case ignoreRegion = "ignore-region"
    case outOfScope = "out-of-scope"
    case tie
  }

  package var id: Located<String>
  package var meaning: Located<Meaning>?
  package var name: Located<String>?
  package var definition: Located<String>?
  /// The layers that may be answered with it; empty means every layer, and the item as a whole.
  package var layers: [Located<String>] = []

  package init(
    id: Located<String>, meaning: Located<Meaning>?, name: Located<String>?,
    definition: Located<String>?
  ) {
    self.id = id
    self.meaning = meaning
    self.name = name
    self.definition = definition
  }

  /// Whether it is given as the label of a mark: a part of an item that is not to be used, and that can be
  /// framed or marked as words.
  package func isLabel(in layer: Layer) -> Bool {
    guard meaning?.value == .ignoreRegion, isAllowed(in: layer) else { return false }
    switch layer.kind.value {
    case .box, .polygon, .span: return true
    default: return false
    }
  }

  /// Whether a layer may be answered with it; without a layer, the item as a whole.
  package func isAllowed(in layer: Layer?) -> Bool {
    layers.isEmpty || layers.contains { $0.value == layer?.id.value }
  }
}

/// Which label wins when several fit, the winner first; or which of several criteria.
package struct Precedence: Sendable {
  /// The text as written, and the label it names (nil if it names none).
  package var entries: [(label: String?, text: Prose)]
  /// The labels of entries that are wildcards, by the place of their text; none of them wins against
  /// another.
  package var expansions: [Span: [String]] = [:]
  package var span: Span
  package var audience: Audience

  package init(entries: [(label: String?, text: Prose)], span: Span, audience: Audience) {
    self.entries = entries
    self.span = span
    self.audience = audience
  }
}

/// What to answer when one cannot tell.
package struct Doubt: Sendable {
  package var content: [Block]
  /// The label that is the default, if the text names one.
  package var label: Located<String>?
  package var span: Span

  package init(content: [Block], label: Located<String>?, span: Span) {
    self.content = content
    self.label = label
    self.span = span
  }
}

/// Something a link can point to.
package struct Anchor: Sendable {
  package enum Target: Sendable, Equatable {
    case label, rule, example, section
  }

  package var id: Located<String>
  package var target: Target
  /// Whether the author wrote the id (`{#id}`), rather than the compiler making it from the heading.
  package var isExplicit: Bool

  package init(id: Located<String>, target: Target, isExplicit: Bool) {
    self.id = id
    self.target = target
    self.isExplicit = isExplicit
  }
}

/// A link or a picture.
package struct Reference: Sendable {
  package enum Kind: Sendable { case link, image }

  package var kind: Kind
  /// The destination as written, percent escapes decoded.
  package let destination: String
  package let isRemote: Bool
  /// A picture's alternative text, or a link's words.
  package var text: String
  package var span: Span
  package var audience: Audience

  package init(kind: Kind, destination: String, text: String, span: Span, audience: Audience) {
    self.kind = kind
    self.destination = destination
    isRemote = Self.isRemote(destination)
    self.text = text
    self.span = span
    self.audience = audience
  }

  /// Whether a destination leads out of the workspace: it has a scheme, or starts with `//`.
  private static func isRemote(_ destination: String) -> Bool {
    if destination.hasPrefix("//") { return true }
    let scheme = destination.utf8.prefix { $0.isLetter || $0 == UInt8(ascii: "+") }
    return scheme.count > 1
      && destination.utf8.dropFirst(scheme.count).first == UInt8(ascii: ":")
  }

  /// The destination without `?` and `#` and what follows them.
  package var path: String { Self.path(of: destination) }

  package static func path(of destination: String) -> String {
    guard let end = destination.utf8.firstIndex(where: { $0 == 0x23 || $0 == 0x3F }) else {
      return destination
    }
    return String(destination[..<end])
  }
}

extension Guideline {
  package func label(_ id: String) -> Label? { labels.first { $0.id.value == id } }

  package func layer(_ id: String) -> Layer? { layers.first { $0.id.value == id } }

  /// Whether the record of an example says something of every layer.
  package func isComplete(_ example: Example) -> Bool {
    let text: ExampleText? = if case .text(let text) = example.input { text } else { nil }
    if example.expected?.whole != nil { return true }
    return layers.allSatisfy { layer in
      if example.expected?.answers.contains(where: { $0.layer.value == layer.id.value }) ?? false {
        return true
      }
      return switch layer.kind.value {
      case .span: !(text?.marks.isEmpty ?? true)
      case .relation: !(text?.relations.isEmpty ?? true)
      default: false
      }
    }
  }

  /// The labels of a layer that are declared, in the layer's order.
  package func labels(of layer: Layer) -> [Label] {
    layer.labels.compactMap { label($0.value) }
  }
}
