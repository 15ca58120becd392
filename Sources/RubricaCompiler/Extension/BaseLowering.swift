internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Reading the guideline that is extended. It is lowered whole, by itself, into the same table of
/// sources, so that every place in it stays a place in its own file.
extension Lowering {
  /// Guidelines that extend each other, at most.
  private static let longestChain = 16

  mutating func lowerExtends(_ node: DataNode) {
    guard let header = ExtensionHeader(node, problems: &guideline.problems) else { return }
    let reference = header.guideline
    let path =
      DocumentName.isMarkdown(reference.value)
      ? reference.value : reference.value + "/guideline.md"
    guard let place = Self.resolve(path, in: folder) else {
      return report(.missingBase(path, .outside), at: reference.span)
    }
    let own = guideline.sources[guideline.document.source].path(behind: display)
    let documents = chain + [own]
    if let first = documents.firstIndex(of: place) {
      return report(.circularBase(documents[first...] + [place]), at: reference.span)
    }
    guard documents.count <= Self.longestChain else {
      let words = "guidelines extend each other over more than \(Self.longestChain) levels"
      guideline.problems.append(Problem(.hostile(words), at: reference.span))
      return
    }
    let bytes: [UInt8]
    do { bytes = try files.read(place, limit: Limits.markdownBytes) } catch {
      return report(.missingBase(path, error), at: reference.span)
    }
    lowerBase(header, place, bytes, documents)
  }

  private mutating func lowerBase(
    _ header: ExtensionHeader, _ place: String, _ bytes: [UInt8], _ documents: [String]
  ) {
    let count = guideline.sources.files.count
    let file = SourceFile(name: display + place, bytes: bytes)
    let document = guideline.sources.add(file)
    let whole = Span(document, 0, bytes.count)
    let baseFolder = place.folderPath
    let name = baseFolder.fileName ?? "guideline"
    var lowering = Lowering(
      guideline: Guideline(
        sources: guideline.sources, document: whole, id: Located(Slug.bundleName(name), whole.head),
        title: Located(name, whole.head), stage: Located(.draft, whole.head),
        language: Located("en", whole.head)),
      files: files, folder: baseFolder, display: display)
    lowering.chain = documents
    lowering.run(document, file)
    var base = lowering.guideline
    guideline.unread.add(base.unread)
    guideline.sources = base.sources
    guideline.problems += base.problems
    base.problems = []
    let deeper = Set(base.bases.flatMap(\.sources))
    guideline.bases =
      [
        BaseGuideline(
          id: base.id.value, title: base.title.value, version: base.version?.value,
          reference: header.guideline.span, document: place,
          sources: (count..<base.sources.files.count).map { SourceID($0) }
            .filter { !deeper.contains($0) })
      ] + base.bases
    if let expected = header.version, expected.value != base.version?.value {
      report(
        .otherBaseVersion(expected: expected.value, found: base.version?.value), at: expected.span)
    }
    let path = Self.path(from: folder, to: baseFolder)
    extending = Extending(
      header: header, base: path.isEmpty ? base : Relocation(path).apply(to: base),
      openLayers: Set(lowering.layersWithoutList.map { base.layers[$0].id.value }),
      layerNodes: lowering.layerNodes)
  }

  /// From one folder to another, with `..`; both are empty or end in `/`.
  static func path(from: String, to: String) -> String {
    let (a, b) = (from.split(separator: "/"), to.split(separator: "/"))
    let common = zip(a, b).prefix { $0 == $1 }.count
    let parts = a.dropFirst(common).map { _ in "..".dropFirst(0) } + b.dropFirst(common)
    return parts.map { $0 + "/" }.joined()
  }

  mutating func report(_ problem: ExtensionProblem, at span: Span) {
    guideline.problems.append(Problem(.extending(problem), at: span))
  }

  /// What the extension's own text is read with: kinds of items and marks are the base's.
  mutating func takeFromBaseBeforeBody() {
    guard let extending else { return }
    let base = extending.base
    hasSpanLayer = hasSpanLayer || base.layers.contains { $0.kind.value == .span }
    if let own = guideline.modality, let theirs = base.modality, own.value != theirs.value {
      report(
        .unmarkedOverride(what: "the modality", base: theirs.span, list: ""), at: own.span)
    }
    guideline.modality = guideline.modality ?? base.modality
    hasTrackLayer = hasTrackLayer || base.layers.contains { $0.kind.value == .track }
    hasComparisonLayer = hasComparisonLayer || base.layers.contains { $0.candidates != nil }
  }

  /// Keeps what a base says of a layer, for the guideline that extends it.
  mutating func rememberLayer(_ node: DataNode) {
    if let id = node["id"]?.text?.value, layerNodes[id] == nil { layerNodes[id] = node }
  }
}
