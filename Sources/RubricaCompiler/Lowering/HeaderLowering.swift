internal import RubricaModel
internal import RubricaSource

/// Front matter to the head of a guideline and its task.
extension Lowering {
  mutating func lowerHeader(_ node: DataNode) {
    var fields = FieldReader(node, .frontMatter)
    fields.formatVersion("rubrica")
    if let node = fields.node("extends") { lowerExtends(node) }
    if let id = fields.text("id") {
      if Slug.isBundleName(id.value) {
        guideline.id = id
      } else {
        let suggestion = Slug.bundleName(id.value)
        fields.report(
          Problem(
            .wrongValue(
              expected: "lower-case letters, digits and hyphens", found: "`\(id.value)`",
              suggestion: suggestion), at: id.span))
      }
    }
    if let title = fields.text("title") {
      guideline.title = title
      hasTitle = true
    }
    guideline.version = fields.text("version")
    if let version = guideline.version, !Version.isValid(version.value) {
      fields.report(
        Problem(
          .wrongValue(
            expected: "a version, `MAJOR.MINOR.PATCH`", found: "`\(version.value)`",
            suggestion: Version.meant(by: version.value)), at: version.span))
    }
    if let stage: Located<Stage> = fields.choice("stage") { guideline.stage = stage }
    if let language = fields.text("language") { guideline.language = language }
    guideline.objectLanguages = fields.texts("object-language")
    guideline.purpose = fields.text("purpose")
    guideline.owner = fields.text("owner")
    guideline.authors = fields.texts("authors")
    if let node = fields.node("order-changed") { lowerOrderDecision(node) }
    for item in fields.list("escape") { lowerEscape(item) }
    for item in fields.list("warnings") { lowerWarning(item) }
    let precedence = fields.texts("precedence")
    if !precedence.isEmpty, let span = fields.node("precedence")?.span {
      guideline.precedence = Precedence(
        entries: precedence.map {
          ($0.value, Prose([Inline(.code($0.value), $0.span)], $0.span))
        }, span: span, audience: .annotator)
    }
    if let task = fields.node("task") { lowerTask(task) }
    takeStrayTask(&fields)
    fields.finish(&guideline.problems)
  }

  /// A task under a key with a slip in it, or keys of the task beside it: where no layer is known,
  /// one key in the front matter is to blame.
  private mutating func takeStrayTask(_ fields: inout FieldReader) {
    var isTold = false
    let inside = Keys.task.names()
    for field in fields.rest {
      let key = field.key.value
      let isMisspelt =
        !fields.has("task") && Suggestion.nearest(to: key, among: ["task"] + inside) == "task"
      guard isMisspelt || inside.contains(key) else { continue }
      fields.take(key)
      guideline.unread.layers = true
      guideline.unread.modality = true
      if isTold { continue }
      isTold = true
      fields.report(
        Problem(.strayTask(isMisspelt ? .misspelt(key) : .outside(key)), at: field.key.span))
    }
  }

  private mutating func lowerOrderDecision(_ node: DataNode) {
    var fields = FieldReader(node, .orderChanged)
    let version = fields.required("in")
    let reason = fields.required("because")
    fields.finish(&guideline.problems)
    guard let version, let reason else { return }
    guideline.orderDecision = OrderDecision(version: version, reason: reason)
  }

  private mutating func lowerEscape(_ node: DataNode) {
    var fields = FieldReader(node, .escape)
    let id = fields.required("id")
    let meaning: Located<Escape.Meaning>? = fields.choice("means")
    if node["means"] == nil, id != nil {
      fields.report(Problem(.missingKey("means", owner: "an escape answer"), at: node.span))
    }
    let name = fields.text("name")
    let definition = fields.text("definition")
    let layers = fields.texts("layers")
    fields.finish(&guideline.problems)
    guard let id else { return }
    if let first = guideline.escapes.first(where: { $0.id.value == id.value }) {
      guideline.problems.append(
        Problem(
          .duplicateDeclaration(what: "escape answer `\(id.value)`", first: first.id.span),
          at: id.span))
    }
    var escape = Escape(id: id, meaning: meaning, name: name, definition: definition)
    escape.layers = layers
    guideline.escapes.append(escape)
  }

  private mutating func lowerWarning(_ node: DataNode) {
    if let text = node.text {
      guideline.warnings.append(ContentWarning(category: text, text: nil))
      return
    }
    var fields = FieldReader(node, .warning)
    let category = fields.required("category")
    let text = fields.text("text")
    fields.finish(&guideline.problems)
    if let category {
      guideline.warnings.append(ContentWarning(category: category, text: text))
    }
  }

  private mutating func lowerTask(_ node: DataNode) {
    var fields = FieldReader(node, .task)
    guideline.modality = fields.choice("modality", names: .modalities)
    let isMapping = if case .mapping = node.kind { true } else { false }
    let layers = node["layers"]
    let hasList = if case .list? = layers?.kind { true } else { false }
    if guideline.modality == nil {
      guideline.unread.modality = !isMapping || !(node["modality"]?.isNothing ?? true)
    }
    guideline.unread.layers = !isMapping || !hasList && !(layers?.isNothing ?? true)
    // A key with a slip in it is told, and what stands under it is not known.
    let names = Keys.task.names()
    for field in node.fields where !names.contains(field.key.value) {
      switch Suggestion.nearest(to: field.key.value, among: names) {
      case "layers"? where layers == nil: guideline.unread.layers = true
      case "modality"? where node["modality"] == nil: guideline.unread.modality = true
      default: break
      }
    }
    for item in fields.list("layers") {
      if !chain.isEmpty { rememberLayer(item) }
      lowerLayer(item)
    }
    let outside = Keys.frontMatter.names()
    for field in fields.rest where outside.contains(field.key.value) {
      fields.take(field.key.value)
      fields.report(Problem(.strayTask(.inside(field.key.value)), at: field.key.span))
      // What is declared in it is not said to be missing as well.
      if field.key.value == "escape" { for item in field.value.items { lowerEscape(item) } }
    }
    fields.finish(&guideline.problems)
  }
}

/// `MAJOR.MINOR.PATCH`, as in semver 2.0 without build data.
enum Version {
  static func isValid(_ text: String) -> Bool {
    let core = text.utf8.prefix { $0 != UInt8(ascii: "-") }
    let parts = core.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3 else { return false }
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0.isDigit }
        && (part.count == 1 || part.first != UInt8(ascii: "0"))
    }
  }

  /// `1.0.0` for `1.0`, `1` and `v1.0.0`.
  static func meant(by text: String) -> String? {
    let bare = text.first == "v" || text.first == "V" ? String(text.dropFirst()) : text
    return [bare, bare + ".0", bare + ".0.0"].first { isValid($0) }
  }
}
