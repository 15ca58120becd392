import RubricaCompiler
import RubricaModel
import RubricaSource
import Testing

@testable import RubricaGovernance

/// The tables name fields that there are, and whatever they do not name is a leaf.
@Suite struct FieldTests {
  private static let span = Span(SourceID(0), 0, 1)
  private static func located<Value>(_ value: Value) -> Located<Value> { Located(value, span) }

  /// One of each part of the model that has a table.
  private static func parts() -> [(part: Any, table: LeafFields.Table)] {
    let text = located("a")
    let guideline = Guideline(
      sources: Sources(), document: span, id: text, title: text, stage: located(.draft),
      language: text)
    return [
      (guideline, LeafFields.guideline),
      (
        LayerFields(id: text, kind: located(.box), unit: .object, isRequired: true, span: span),
        LeafFields.layer
      ),
      (Attribute(id: text, kind: located(.text), span: span), LeafFields.attribute),
      (Attribute.Value(id: text, definition: nil), LeafFields.value),
      (ScalePoint(value: located(1), means: nil), LeafFields.point),
      (
        Relation(id: text, name: nil, definition: nil, from: [], to: [], isSymmetric: false),
        LeafFields.relation
      ), (Escape(id: text, meaning: nil, name: nil, definition: nil), LeafFields.escape),
      (ContentWarning(category: text, text: nil), LeafFields.warning),
      (
        LabelGroup(id: text, name: text, definition: nil, group: nil, span: span), LeafFields.group
      ), (LabelFields(id: text, name: text, span: span, audience: .annotator), LeafFields.label),
      (
        RuleFields(
          kind: .rule, number: "R1", anchor: nil, title: nil, content: [], label: nil,
          audience: .annotator, span: span), LeafFields.rule
      ),
      (
        ExampleFields(
          id: "a", role: .good, title: nil, content: [], label: nil, audience: .annotator,
          span: span), LeafFields.example
      ),
      (
        EntryFields(
          kind: .term, title: nil, anchor: nil, content: [], audience: .annotator, span: span),
        LeafFields.entry
      ),
      (
        SectionFields(
          role: .prose, level: 1, heading: Prose([], span), anchor: "a", audience: .annotator,
          elements: [], span: span), LeafFields.section
      ), (Precedence(entries: [], span: span, audience: .annotator), LeafFields.precedence),
      (Doubt(content: [], label: nil, span: span), LeafFields.doubt),
      (
        Suppression(ids: [], reason: "", span: span, target: nil), LeafFields.suppression
      ),
      (
        BaseGuideline(
          id: "a", title: "a", version: nil, reference: span, document: "a", sources: []),
        LeafFields.base
      ),
      (
        Media(path: "a", content: .present([]), size: nil, type: .png), LeafFields.media
      ),
      (
        Translation(language: text, source: SourceID(0), guideline: guideline),
        LeafFields.translation
      ),
    ]
  }

  @Test func tablesNameFieldsThatThereAre() {
    for (part, table) in Self.parts() {
      let fields = Set(Mirror(reflecting: part).children.compactMap(\.label))
      let stale = Set(table.keys).subtracting(fields)
      #expect(stale == [], "\(type(of: part))")
    }
  }

  /// Of each part that is read without reflection: readers name fields that there are, and with the
  /// table all of them; and they read what reflection reads.
  @Test func readersReadWhatReflectionReads() throws {
    let guideline = try Governed(texts: SampleFiles.all).compilation.guideline
    var said: Set<ObjectIdentifier> = []
    func compare<Part: ReadPart>(_ part: Part) {
      #expect(part.otherFields() == [], "\(Part.self)")
      let names = Mirror(reflecting: part).children.compactMap(\.label)
      #expect(Set(Part.readers.map(\.name)).subtracting(names) == [], "\(Part.self)")
      var read = LeafBuilder(GuidelineIndex(guideline), orderIsIdentity: false)
      var reflected = read
      read.add(part, at: "x", .annotator, in: Self.span)
      reflected.add(fieldsOf: part, at: "x", Part.table, .annotator, in: Self.span)
      #expect(Self.lines(read.leaves) == Self.lines(reflected.leaves))
      if !read.leaves.isEmpty { said.insert(ObjectIdentifier(Part.self)) }
    }
    compare(guideline)
    guideline.layers.forEach { compare($0.fields) }
    guideline.layers.flatMap(\.attributes).forEach(compare)
    guideline.escapes.forEach(compare)
    guideline.groups.forEach(compare)
    guideline.labels.forEach { compare($0.fields) }
    guideline.rules.forEach { compare($0.fields) }
    guideline.examples.forEach { compare($0.fields) }
    guideline.entries.forEach { compare($0.fields) }
    for case .section(let section) in guideline.body { compare(section.fields) }
    // Of these, most have all they say in leaves of their own.
    guideline.warnings.forEach(compare)
    guideline.layers.flatMap(\.points).forEach(compare)
    guideline.layers.flatMap(\.relations).forEach(compare)
    guideline.layers.flatMap(\.attributes).flatMap(\.values).forEach(compare)
    guideline.precedence.map(compare)
    guideline.doubt.map(compare)
    guideline.media.forEach(compare)
    guideline.translations.forEach(compare)
    guideline.suppressions.forEach(compare)
    #expect(said.count >= 13, "the sample has lost parts that were compared")
  }

  private static func lines(_ leaves: [Leaf]) -> [String] {
    leaves.map { "\($0.path) = \($0.form) \($0.span) \($0.references)" }.sorted()
  }

  /// A part with readers to which somebody adds a field.
  private struct Grown: ReadPart {
    var id = located("part")
    var added: [Located<String>] = [located("new")]
    var span = FieldTests.span

    static let table: LeafFields.Table = [:]
    static let readers: [PartReader<Grown>] = [.field("id") { $0.id }]
  }

  @Test func whatHasNoReaderIsReflected() {
    let guideline = Guideline(
      sources: Sources(), document: Self.span, id: Self.located("a"), title: Self.located("a"),
      stage: Self.located(.draft), language: Self.located("en"))
    var builder = LeafBuilder(GuidelineIndex(guideline), orderIsIdentity: false)
    builder.add(Grown(), at: "layers/part", .annotator, in: Self.span)
    #expect(builder.leaves.map(\.path) == ["layers/part/id", "layers/part/added"])
  }

  private struct Later: ReadPart {
    var id = located("part")
    var brandNew = located("said  so")
    var isStrict = true
    var phrases = [Prose([Inline(.text("one"), span)], span)]
    var limits = [Limit(count: 3)]
    var nothing: Located<String>?
    var known = located("elsewhere")

    struct Limit { var count: Int }

    static let table: LeafFields.Table = ["known": .elsewhere]
    static let readers: [PartReader<Later>] = []
  }

  /// Every field of the parts of an answer has a reader.
  @Test func answersAreReadWhole() {
    let text = Self.located("a")
    let region = Region(
      label: text, id: text, geometry: .mask(text), geometrySpan: Self.span,
      attributes: [AttributeValue(id: text, value: text)], span: Self.span)
    let mark = SpanMark(
      label: text, id: text, ranges: [0..<1], statedText: text, attributes: [], span: Self.span)
    let relation = RelationMark(relation: text, from: text, to: text, span: Self.span)
    let answer = LayerAnswer(layer: text, value: .regions([region]), span: Self.span)
    let parts: [any ReadPart] = [
      region, mark, relation, answer, LabelChoice(label: text, attributes: []),
      region.attributes[0], ExpectedRecord(answers: [answer], whole: text, span: Self.span),
    ]
    for part in parts {
      #expect(part.otherFields() == [], "\(type(of: part))")
      let reflected = Mirror(reflecting: part).children.filter { !LeafValue.isNothing($0.value) }
      #expect(part.said().map(\.name) == reflected.compactMap(\.label), "\(type(of: part))")
    }
  }

  @Test func anEmptyListIsWrittenAsOne() {
    let text = Self.located("a")
    let guideline = Guideline(
      sources: Sources(), document: Self.span, id: text, title: text, stage: Self.located(.draft),
      language: text)
    var writer = LeafValue(LeafNames(GuidelineIndex(guideline)))
    func written(_ value: LayerAnswer.Value) -> String {
      writer.text(of: LayerAnswer(layer: text, value: value, span: Self.span))
    }
    #expect(written(.labels([])) == #"{layer: "a", value: labels([])}"#)
    #expect(written(.groups([[], [text]])) == #"{layer: "a", value: groups([[], ["a"]])}"#)
    #expect(written(.nothing) == #"{layer: "a", value: nothing}"#)
  }

  /// A field that somebody adds to the model is a leaf, and its change one of meaning.
  @Test func aNewFieldIsALeaf() {
    let guideline = Guideline(
      sources: Sources(), document: Self.span, id: Self.located("a"), title: Self.located("a"),
      stage: Self.located(.draft), language: Self.located("en"))
    var builder = LeafBuilder(GuidelineIndex(guideline), orderIsIdentity: false)
    builder.add(Later(), at: "layers/part", .annotator, in: Self.span)
    let lines = builder.leaves.map { "\($0.path) = \($0.text) (\(LeafKinds.kind(of: $0.path)))" }
    #expect(
      lines == [
        "layers/part/id = part (semantic)", "layers/part/brand-new = said  so (semantic)",
        "layers/part/strict = true (semantic)", "layers/part/phrases = one (semantic)",
        "layers/part/limits = [{count: 3}] (semantic)",
      ])
  }

  /// Every field of the guideline itself that has something in it comes into some leaf or has a row.
  @Test func everyFieldOfTheHeadIsALeaf() throws {
    let compiled = try Governed(texts: SampleFiles.all)
    let guideline = compiled.compilation.guideline
    for child in Mirror(reflecting: guideline).children {
      guard let name = child.label, !LeafValue.isNothing(child.value),
        LeafFields.guideline[name] == nil
      else { continue }
      let path = "guideline/" + LeafPath.segment(ofField: name)
      #expect(compiled.governed.leaf(path) != nil, "\(path)")
    }
  }
}

extension LeafBuilder {
  /// Every field of a part that says something, by reflection alone: what its readers are held against.
  fileprivate mutating func add(
    fieldsOf part: Any, at path: String, _ table: LeafFields.Table, _ audience: Audience,
    in place: Span
  ) {
    for child in Mirror(reflecting: part).children {
      guard let name = child.label, !LeafValue.isNothing(child.value) else { continue }
      let rule = table[name]
      switch rule {
      case .elsewhere?, .skipped?: continue
      default: break
      }
      add(
        child.value, of: name, at: path + "/" + LeafPath.segment(ofField: name), rule, audience,
        in: place)
    }
  }
}
