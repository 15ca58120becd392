internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Trees to a guideline. Never fails: what cannot be taken becomes a problem, and the rest goes on.
struct Lowering {
  var guideline: Guideline
  /// The reserved words of the guideline's language.
  var vocabulary = Vocabulary.english
  let files: any FileReader
  /// Where the guideline's files are, relative to what `files` reads; empty or ending in `/`.
  let folder: String
  /// Stands before the paths in findings.
  let display: String

  // What is known only while lowering.
  var hasTitle = false
  var layersWithoutList: [Int] = []
  var labelPlaces: [String: Int] = [:]
  /// What is known of the labels besides, as long as they are in the order in which they were declared.
  var labelsDeclared: [Declared] = []
  /// What wildcards mean, once one was met.
  var branches: LabelBranches?
  /// How many labels the wildcards stood for that are expanded, each counted as often as it was meant.
  var wildcardLabels = 0
  /// Where the first layer of an id has its id.
  var layersDeclared: [String: Span] = [:]
  var anchorsTaken: Set<String> = []
  /// The last number that an id got because it was taken.
  var anchorNumbers: [String: Int] = [:]
  /// Whether a label stands under the heading of another.
  var hasNestedLabels = false
  var ruleCount = 0
  var edgeCaseCount = 0
  var exampleCount = 0
  var audience = Audience.annotator
  /// Whether brackets in example texts can be marks.
  var hasSpanLayer = false
  /// The labels that marks can have, once they were asked for.
  var labelsOfMarksKnown: LabelsOfMarks?
  var hasTrackLayer = false
  var hasComparisonLayer = false
  /// Masks that records name, in order of writing.
  var masks: [String] = []
  /// The names in folders that a file was looked for in, and that was not there.
  var folderNames: [String: NamesOfFolder] = [:]
  /// For how many files one of nearly the same name was looked for.
  var filesCompared = 0
  /// What the guideline extends.
  var extending: Extending?
  /// The documents that extend this one; empty unless it is lowered as a base.
  var chain: [String] = []
  /// Of a base: what it says of each layer, as data.
  var layerNodes: [String: DataNode] = [:]

  init(guideline: Guideline, files: any FileReader, folder: String, display: String) {
    self.guideline = guideline
    self.files = files
    self.folder = folder
    self.display = display
  }

  /// The whole guideline from its files.
  static func lower(
    _ document: SourceID, sources: Sources, files: any FileReader, folder: String,
    display: String, id: String
  ) -> Guideline {
    let file = sources[document]
    let whole = Span(document, 0, file.bytes.count)
    let head = whole.head
    var lowering = Lowering(
      guideline: Guideline(
        sources: sources, document: whole, id: Located(Slug.bundleName(id), head),
        title: Located(id, head), stage: Located(.draft, head), language: Located("en", head)),
      files: files, folder: folder, display: display)
    lowering.run(document, file)
    if lowering.guideline.unread.isAll { return lowering.unreadGuideline }
    lowering.loadMedia()
    lowering.lowerTranslations()
    return lowering.guideline
  }

  mutating func run(_ source: SourceID, _ file: SourceFile) {
    if let problem = TextCheck.problem(in: file, source, limit: Limits.markdownBytes) {
      guideline.problems.append(problem.asProblem)
      guideline.unread.isAll = true
      return
    }
    let parts: FrontMatter
    switch FrontMatter.split(file, source) {
    case .failure(let problem):
      guideline.problems.append(problem.asProblem)
      guideline.unread.isAll = true
      return
    case .success(let split): parts = split
    }
    if let yaml = parts.yaml {
      guideline.hasFrontMatter = true
      let text = DerivedText(file, source: source, range: yaml)
      if let node = read(text, orElse: \.isAll) { lowerHeader(node) }
    } else if let empty = FrontMatter.emptyLines(before: file, source) {
      guideline.problems.append(
        Problem(
          .lateFrontMatter(empty: empty), at: Span(source, Int(empty.end), Int(empty.end) + 3)))
      guideline.unread.isAll = true
    } else if let fence = FrontMatter.misspeltFence(in: file, source) {
      guideline.problems.append(Problem(.misspeltFence, at: fence))
      guideline.unread.isAll = true
    }
    // In which language it is written, and what its layers are, nobody knows.
    if guideline.unread.isAll { return }
    vocabulary = Vocabulary(language: guideline.language.value)
    hasSpanLayer = guideline.layers.contains { $0.kind.value == .span }
    if extending != nil { takeFromBaseBeforeBody() }
    if let node = data("labels.yaml", orElse: \.isAll) { lowerLabelFile(node) }
    if guideline.unread.isAll { return }
    if chain.isEmpty, let node = data("governance.yaml", orElse: \.governance) {
      lowerGovernance(node)
    }
    var comments = SuppressionReader(file, source)
    if let yaml = parts.yaml { comments.readYAML(yaml) }
    switch MarkdownParser.parse(file, source, body: parts.body) {
    case .failure(let problem):
      guideline.problems.append(problem.asProblem)
      guideline.unread.isAll = true
      return
    case .success(let tree):
      lowerDocument(tree, source)
      comments.readMarkdown(tree, parts.body)
    }
    take(comments)
    if let extending { merge(extending) }
    orderLabels()
  }

  private mutating func take(_ comments: SuppressionReader) {
    guideline.suppressions += comments.suppressions
    guideline.problems += comments.problems
  }

  /// What is left of a guideline whose front matter, labels or body cannot be read: who it is, and why.
  private var unreadGuideline: Guideline {
    var unread = Guideline(
      sources: guideline.sources, document: guideline.document, id: guideline.id,
      title: guideline.title, stage: guideline.stage, language: guideline.language)
    unread.hasFrontMatter = guideline.hasFrontMatter
    unread.bases = guideline.bases
    unread.problems = guideline.problems
    unread.unread = guideline.unread
    return unread
  }

  /// The data of a text; nothing if there is none, and with a mark if it cannot be read.
  private mutating func read(
    _ text: DerivedText, orElse mark: WritableKeyPath<Unread, Bool>
  ) -> DataNode? {
    let known = guideline.problems.count
    let node = DataReader.read(text, problems: &guideline.problems)
    if node == nil, guideline.problems.count > known { guideline.unread[keyPath: mark] = true }
    guideline.problems += QuotedValues.find(in: node, of: text)
    return node
  }

  /// A YAML file beside the guideline, if there is one.
  private mutating func data(
    _ name: String, orElse mark: WritableKeyPath<Unread, Bool>
  ) -> DataNode? {
    let bytes: [UInt8]
    do {
      bytes = try files.read(folder + name, limit: Limits.yamlBytes)
    } catch .missing {
      return nil
    } catch {
      let source = guideline.sources.add(SourceFile(name: display + folder + name, bytes: []))
      guideline.problems.append(
        Problem(
          .unreadableFile("the file cannot be read: \(error.reason)"), at: Span(source, 0, 0)))
      guideline.unread[keyPath: mark] = true
      return nil
    }
    let file = SourceFile(name: display + folder + name, bytes: bytes)
    let source = guideline.sources.add(file)
    if let problem = TextCheck.problem(in: file, source, limit: Limits.yamlBytes) {
      guideline.problems.append(problem.asProblem)
      guideline.unread[keyPath: mark] = true
      return nil
    }
    let start = TextCheck.byteOrderMark(bytes)
    var comments = SuppressionReader(file, source)
    comments.readYAML(start..<bytes.count)
    take(comments)
    return read(
      DerivedText(file, source: source, range: start..<bytes.count), orElse: mark)
  }

  // MARK: Anchors

  /// Takes an id that nothing else has: the wanted one, else with `-1`, `-2`, … as code hosts do.
  mutating func takeAnchor(_ wanted: String) -> String {
    let base = wanted.isEmpty ? "section" : wanted
    if anchorsTaken.insert(base).inserted { return base }
    // All smaller numbers are taken since: a thousand equal headings try two thousand ids, not a million.
    var number = anchorNumbers[base, default: 0]
    var id: String
    repeat {
      number += 1
      id = "\(base)-\(number)"
    } while !anchorsTaken.insert(id).inserted
    anchorNumbers[base] = number
    return id
  }

  /// Registers what a link can point to, and returns its id.
  mutating func addAnchor(
    _ heading: Heading, _ target: Anchor.Target, slug: String? = nil
  ) -> String {
    if let id = heading.id {
      if !anchorsTaken.insert(id.value).inserted {
        if let first = guideline.anchors.first(where: { $0.id.value == id.value }) {
          guideline.problems.append(
            Problem(
              .duplicateDeclaration(what: "id `\(id.value)`", first: first.id.span), at: id.span))
        }
      } else {
        guideline.anchors.append(Anchor(id: id, target: target, isExplicit: true))
      }
      return id.value
    }
    let id = takeAnchor(slug ?? heading.slug)
    guideline.anchors.append(
      Anchor(id: Located(id, heading.span), target: target, isExplicit: false))
    return id
  }
}
