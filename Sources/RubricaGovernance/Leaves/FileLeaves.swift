internal import RubricaBundle
internal import RubricaModel
internal import RubricaSource

/// Pictures and recordings, translations, and comments that let findings stand.
extension LeafBuilder {
  mutating func addMedia() {
    var places: [String: Span] = [:]
    for reference in guideline.references.reversed() { places[reference.path] = reference.span }
    for media in guideline.media {
      let text: String
      switch media.content {
      case .present(let bytes): text = Digest(bytes).description
      case .absent: text = "absent"
      }
      let path = free(Self.path(ofMedia: media))
      let place = places[media.path] ?? guideline.document.head
      add(path, text: Array(text.utf8), at: place, .annotator)
      add(media, at: path, .annotator, in: place)
    }
  }

  static func path(ofMedia media: Media) -> String { "media/" + LeafPath.segments(media.path) }

  mutating func addTranslations() {
    for translation in guideline.translations {
      let path = "translations/" + LeafSegment.of(translation.language.value)
      add(
        translation, at: path, .annotator,
        in: translation.language.span)
      // Elsewhere the page shows the original.
      let untranslated = Set(translation.units.lazy.filter { $0.state != .current }.map(\.id))
      var units = TranslatedUnits(names: names)
      var translated = translation.guideline
      translated.visitUnits(&units)
      for unit in units.found where !untranslated.contains(unit.id) {
        add(
          free(path + "/" + LeafPath.segments(unit.id)), unit.text, at: unit.span, .annotator,
          references: [Self.original(of: unit.id)])
      }
    }
  }

  /// The leaves that a unit of translation says again.
  private static func original(of unit: String) -> String {
    let parts = unit.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let second = parts.count > 1 ? LeafSegment.of(parts[1]) : ""
    switch parts[0] {
    case "label", "layer", "escape", "group", "rule", "example":
      return "\(parts[0])s/\(second)"
    case "text", "heading":
      return "prose/\(parts.count > 2 || parts[0] == "heading" ? second : "~")"
    case "entry": return "entries"
    case "precedence", "doubt": return parts[0]
    default: return "guideline/" + (parts[0] == "warning" ? "warnings" : parts[0])
    }
  }

  mutating func addSuppressions() {
    for suppression in guideline.suppressions {
      let target = suppression.target.flatMap { target in
        leaves.lazy.filter { target.contains($0.span) && !$0.span.isEmpty }
          .min { ($0.span, $0.path) < ($1.span, $1.path) }
      }
      var text = "allow "
      text += suppression.ids.map { LeafValue.line($0.value) }.sorted().joined(separator: ", ")
      text += " because " + LeafValue.quoted(suppression.reason)
      if let target { text += " at " + target.path }
      if suppression.coversHead { text += " at the head" }
      let id = LeafSegment.of(suppression.ids.first?.value ?? "")
      let path = free("suppressions/\(id)/" + LeafPath.segment(saying: Array(text.utf8)))
      add(
        path, text: Array(text.utf8), at: suppression.span, .reviewer,
        references: target.map { [$0.path] } ?? [])
      add(
        suppression, at: path, .reviewer, in: suppression.span)
    }
  }
}

/// The units of a translation as the page shows them.
private struct TranslatedUnits: UnitVisitor {
  let names: LeafNames
  private(set) var found: [(id: String, text: LeafText, span: Span)] = []

  init(names: LeafNames) { self.names = names }

  mutating func line(_ id: String, level: Int?, _ text: inout Located<String>) {
    var words = LeafText(names)
    words.words(text.value)
    found.append((id, words, text.span))
  }

  mutating func prose(_ id: String, level: Int?, _ prose: inout Prose) {
    var text = LeafText(names)
    text.write(prose.inlines)
    found.append((id, text, prose.span))
  }

  mutating func items(_ id: String, _ items: inout [Prose]) {
    guard let first = items.first else { return }
    var whole = LeafText(names)
    for item in items {
      var text = LeafText(names)
      text.write(item.inlines)
      whole.both("- ")
      whole.add(text)
      whole.both("\n")
    }
    found.append((id, whole, first.span))
  }

  mutating func blocks(_ id: String, _ blocks: inout [Block]) {
    guard let first = blocks.first else { return }
    var text = LeafText(names)
    text.write(blocks)
    found.append((id, text, first.span))
  }

  mutating func finish(_ rule: inout RuleFields) {}

  mutating func reserved(_ role: SectionRole, _ heading: inout Prose) -> Bool { true }
}
