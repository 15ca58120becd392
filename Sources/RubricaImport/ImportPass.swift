internal import RubricaSource

/// One kind of edit. A pass sees the text as the passes before it left it.
protocol ImportPass: Sendable {
  /// What it edits, for the report: "lists of labels".
  static var title: String { get }
  /// Whether it adds structure; the others only make the text fit to stand in a draft.
  static var isStructuring: Bool { get }

  static func run(_ page: Page, _ attempt: inout PassAttempt)
}

/// What passes know of each other.
struct PassContext {
  let documents: [SourceDocument]
  let structure: Bool
  var media: [ImportedMedia] = []
  /// Where passes before have suggested something.
  var said: Set<Place> = []
}

/// Edits that make sense only together, and what is to be said about them.
struct EditGroup {
  let page: Page
  private(set) var edits: [WorkingText.Edit] = []
  fileprivate(set) var entries: [ImportReport.Entry] = []
  /// Headings that become something else on purpose.
  fileprivate var headings = 0

  init(_ page: Page) { self.page = page }

  /// Replaces a heading with something that is not one.
  mutating func replaceHeading(_ range: Range<Int>, with text: String) {
    headings += 1
    replace(range, with: text)
  }

  mutating func replace(_ range: Range<Int>, with text: String) {
    edits.append(WorkingText.Edit(range, text))
  }

  mutating func delete(_ range: Range<Int>) {
    if !range.isEmpty { edits.append(WorkingText.Edit(range, "")) }
  }

  mutating func insert(_ text: String, at offset: Int) {
    edits.append(WorkingText.Edit(offset..<offset, text))
  }

  mutating func say(_ kind: ImportReport.Kind, at offset: Int, _ message: String) {
    let place = page.place(offset)
    entries.append(
      ImportReport.Entry(kind: kind, file: place.file, line: place.line, message: message))
  }
}

/// What one pass would do to a page.
struct PassAttempt {
  let page: Page
  let documents: [SourceDocument]
  private var groups: [EditGroup] = []
  /// Where passes before have suggested something.
  let said: Set<Place>
  var media: [ImportedMedia]

  init(page: Page, context: PassContext) {
    self.page = page
    documents = context.documents
    media = context.media
    said = context.said
  }

  mutating func add(_ group: EditGroup) {
    if !group.edits.isEmpty || !group.entries.isEmpty { groups.append(group) }
  }

  /// Says something that no edit goes with.
  mutating func say(_ kind: ImportReport.Kind, at offset: Int, _ message: String) {
    var group = EditGroup(page)
    group.say(kind, at: offset, message)
    groups.append(group)
  }

  /// The text after the edits that lose nothing, and what is to be said.
  func result(_ title: String) -> (text: WorkingText, entries: [ImportReport.Entry]) {
    if let text = Self.safeText(groups, page, documents) {
      return (text, groups.flatMap(\.entries))
    }
    // Something goes wrong somewhere: keep what is safe by itself, if it is safe together too.
    let isSafe = groups.map { group in
      groups.count <= Self.mostTries && Self.safeText([group], page, documents) != nil
    }
    let safe = zip(groups, isSafe).filter(\.1).map(\.0)
    let text = Self.safeText(safe, page, documents)
    var entries: [ImportReport.Entry] = []
    for (group, isSafe) in zip(groups, isSafe) {
      if group.edits.isEmpty || (isSafe && text != nil) {
        entries += group.entries
      } else {
        let place = page.place(group.edits[0].range.lowerBound)
        entries.append(
          ImportReport.Entry(
            kind: .suggestion, file: place.file, line: place.line,
            message: "\(title): not changed, because the change would have lost words"))
      }
    }
    return (text ?? page.text, entries)
  }

  /// Keeps the time for a page with very many edits bounded.
  private static let mostTries = 50

  private static func safeText(
    _ groups: [EditGroup], _ page: Page, _ documents: [SourceDocument]
  ) -> WorkingText? {
    let edits = groups.flatMap(\.edits)
    guard !edits.isEmpty else { return page.text }
    let edited = page.text.applying(edits)
    guard let after = try? Page(edited, documents) else { return nil }
    // A fence at the wrong place would keep all words, but not what they are.
    let replaced = groups.reduce(0) { $0 + $1.headings }
    guard after.headings.count >= page.headings.count - replaced else { return nil }
    return Sentences.isKept(from: page, in: after) ? edited : nil
  }
}
