package import RubricaModel
package import RubricaSource
internal import RubricaSyntax
internal import RubricaTargets
internal import RubricaTemplates

/// A checklist catalogue in YAML to the model. Everything it does not understand is a problem: a
/// misspelt path would otherwise make an item fail, or pass, for ever.
package enum CatalogueReader {
  /// The catalogue that the compiler carries, read once a run.
  package static let builtIn: Catalogue = {
    let file = SourceFile(
      name: "checklist/catalogue.yaml", text: Templates.text("checklist/catalogue.yaml"))
    return read(file, SourceID(0)).catalogue
  }()

  /// Reads a catalogue, or fails with all that is wrong in it. The items of `base` come first; the
  /// catalogue may put its own into their groups, and raise the level of some of them.
  package static func read(
    _ file: SourceFile, extending base: Catalogue = Catalogue(items: [])
  ) throws(CatalogueError) -> Catalogue {
    let (catalogue, problems) = read(file, SourceID(0), extending: base)
    // A comment is none that keeps it from being read.
    let isReadable = problems.allSatisfy { problem in
      if case .commentInValue = problem.kind { true } else { false }
    }
    guard isReadable else { throw CatalogueError(file: file, problems: problems) }
    return catalogue
  }

  package static func read(
    _ file: SourceFile, _ source: SourceID, extending base: Catalogue = Catalogue(items: [])
  ) -> (catalogue: Catalogue, problems: [Problem]) {
    if let problem = TextCheck.problem(in: file, source, limit: Limits.yamlBytes) {
      return (Catalogue(items: []), [problem.asProblem])
    }
    var problems: [Problem] = []
    let start = TextCheck.byteOrderMark(file.bytes)
    let text = DerivedText(file, source: source, range: start..<file.bytes.count)
    guard let root = DataReader.read(text, problems: &problems) else {
      if problems.isEmpty {
        problems.append(
          Problem(.missingKey("catalogue", owner: "a catalogue"), at: text.span(0..<0)))
      }
      return (Catalogue(items: []), problems)
    }
    var fields = FieldReader(root, .catalogue)
    fields.formatVersion("catalogue")
    let groups = fields.texts("groups").map(\.value) + base.items.map(\.group)
    var items = base.items
    for id in fields.texts("raise") {
      if let place = items.firstIndex(where: { $0.id == id.value }) {
        items[place].level = .block
      } else {
        fields.report(unknown(id, "an item of an earlier catalogue", among: items.map(\.id)))
      }
    }
    var ids = Dictionary(
      items.map { ($0.id, root.span.head) }, uniquingKeysWith: { first, _ in first })
    for node in fields.list("items") {
      guard let item = item(node, groups: groups, problems: &problems) else { continue }
      let span = node["id"]?.span ?? node.span
      if let first = ids[item.id] {
        let what = "item `\(item.id)`"
        problems.append(Problem(.duplicateDeclaration(what: what, first: first), at: span))
      } else {
        ids[item.id] = span
        items.append(item)
      }
    }
    fields.finish(&problems)
    return (Catalogue(items: items), problems)
  }

  private static func item(
    _ node: DataNode, groups: [String], problems: inout [Problem]
  ) -> Catalogue.Item? {
    var fields = FieldReader(node, .catalogueItem)
    let id = fields.required("id")
    let group = fields.required("group")
    let question = fields.required("question")
    let why = fields.required("why")
    let how = fields.required("how")
    let kind: Located<Catalogue.Item.Kind>? = fields.choice("kind")
    let level: Located<Catalogue.Item.Level>? = fields.choice("level")
    let role = fields.required("role")
    let condition: Located<ChecklistCondition>? = fields.choice("applies-if")
    let stages = fields.texts("stages").compactMap { stage -> Stage? in
      let known = Stage(rawValue: stage.value)
      if known == nil {
        fields.report(unknown(stage, "a stage", among: Stage.allCases.map(\.rawValue)))
      }
      return known
    }
    let evidence = fields.texts("evidence")
    let clauses = fields.list("refs").map { clause($0, problems: &problems) }
    for (key, isMissing) in [
      ("kind", node["kind"] == nil), ("level", node["level"] == nil),
      ("evidence", evidence.isEmpty),
    ] where isMissing {
      fields.report(Problem(.missingKey(key, owner: "an item"), at: node.span))
    }
    if let id, !isName(id.value) {
      fields.report(
        Problem(
          .wrongValue(
            expected: "letters, digits, `.`, `-` and `_` beginning with a letter",
            found: "`\(id.value)`", suggestion: nil), at: id.span))
    }
    if let group, !groups.contains(group.value) {
      fields.report(unknown(group, "one of the catalogue's `groups`", among: groups))
    }
    for term in evidence { if let problem = problem(of: term) { fields.report(problem) } }
    fields.finish(&problems)
    guard let id, let group, let question, let why, let how, let kind, let level, let role else {
      return nil
    }
    return Catalogue.Item(
      id: id.value, group: group.value, question: question.value, why: why.value, how: how.value,
      kind: kind.value, level: level.value, role: role.value,
      appliesIf: condition?.value.rawValue, evidence: evidence.map(\.value), clauses: clauses,
      stages: stages)
  }

  /// Ids become identifiers of other formats as they are.
  private static func isName(_ id: String) -> Bool {
    guard let first = id.utf8.first, first.isLetter else { return false }
    return id.utf8.allSatisfy {
      $0.isDigit || $0.isLetter || ".-_".utf8.contains($0)
    }
  }

  private static func clause(
    _ node: DataNode, problems: inout [Problem]
  ) -> Catalogue.Item.Clause {
    var fields = FieldReader(node, .clause)
    let framework = fields.required("framework")
    let clause = fields.required("clause")
    let asOf = fields.required("as-of")
    fields.finish(&problems)
    return Catalogue.Item.Clause(
      framework: framework?.value ?? "", clause: clause?.value ?? "", asOf: asOf?.value ?? "")
  }

  private static func unknown(
    _ text: Located<String>, _ expected: String, among words: [String]
  ) -> Problem {
    Problem(
      .wrongValue(
        expected: expected, found: "`\(text.value)`",
        suggestion: Suggestion.nearest(to: text.value, among: words)), at: text.span)
  }

  private static func problem(of term: Located<String>) -> Problem? {
    switch EvidenceTerm(term.value) {
    case .signOff, .gate, .computed: return nil
    case .unknown:
      let alternatives = term.value.split(separator: "|").map { String($0.drop { $0 == " " }) }
      let wrong = alternatives.first { if case .unknown = EvidenceTerm($0) { true } else { false } }
      let computed = ComputedEvidence.allCases.map { "computed.\($0.rawValue)" }
      let keys = FrontMatterKey.allCases.map { "front-matter.\($0.rawValue)" }
      return unknown(
        Located(wrong ?? term.value, term.span),
        "`governance.…`, `front-matter.…`, `computed.…`, `gate.…` or `sign-off`",
        among: computed + keys + GateEvidence.allCases.map(\.rawValue) + ["sign-off"])
    case .paths(let paths):
      let isUnknown = paths.contains { path in
        guard case .governance = path.root else { return false }
        return !Keys.governance.leads(path.steps[...])
      }
      return isUnknown ? unknown(term, "keys that governance.yaml can have", among: []) : nil
    }
  }
}

extension Keys {
  /// Whether a path goes from key to key of the tables, with `[*]` exactly at the lists.
  fileprivate func leads(_ steps: ArraySlice<EvidencePath.Step>) -> Bool {
    guard let step = steps.first else { return true }
    let rest = steps.dropFirst()
    switch row(step.key)?.value {
    case .mapping(let keys): return !step.isEvery && keys.leads(rest)
    case .list(.mapping(let keys)): return step.isEvery ? keys.leads(rest) : rest.isEmpty
    case nil: return false
    default: return rest.isEmpty && !step.isEvery
    }
  }
}
