internal import RubricaModel
internal import RubricaSource

/// A catalogue as the files of a checklist say it, the same for every guideline: written once a run.
///
/// All pieces lie in one array, and an item only knows where: a guideline uses hundreds of them, and
/// each array of its own would have to be found in memory and counted.
struct WrittenCatalogue: Sendable {
  /// Where a piece lies.
  struct Piece: Sendable {
    fileprivate let start: Int32
    fileprivate let end: Int32

    fileprivate var range: Range<Int> { Int(start)..<Int(end) }
  }

  private let bytes: [UInt8]
  /// In the order of the catalogue.
  let items: [WrittenItem]
  let references: ChecklistReferences

  init(_ catalogue: Catalogue) {
    var pieces = Pieces()
    items = catalogue.items.map { WrittenItem($0, &pieces) }
    bytes = pieces.bytes
    references = ChecklistReferences(catalogue)
  }

  /// Pieces, put one behind the other.
  struct Pieces {
    fileprivate private(set) var bytes: [UInt8] = []

    mutating func add(_ piece: [UInt8]) -> Piece {
      let start = bytes.count
      bytes += piece
      return Piece(start: Int32(start), end: Int32(bytes.count))
    }

    /// Something in each state.
    mutating func addEach(_ content: (ChecklistResult.State) -> [UInt8]) -> InEachState {
      InEachState(
        pieces: InlineArray { rank in add(content(ChecklistResult.State.allCases[rank])) })
    }
  }

  struct InEachState: Sendable {
    fileprivate let pieces: InlineArray<6, Piece>

    subscript(state: ChecklistResult.State) -> Piece { pieces[state.rank] }
  }

  func write(_ piece: Piece, to line: inout JSONWriter) {
    line.members(bytes.span.extracting(piece.range))
  }

  func write(_ piece: Piece, to writer: inout HTMLWriter) {
    writer.trusted(bytes.span.extracting(piece.range))
  }

  func write(_ piece: Piece, to writer: inout MarkdownWriter) {
    writer.written(bytes.span.extracting(piece.range))
  }
}

/// Where the words of one item lie, in each format.
struct WrittenItem: Sendable {
  let line: Line
  /// Parts of `checklist.html`.
  let page: Words
  /// Parts of lines and whole lines of `checklist.md`.
  let text: Words

  init(_ item: Catalogue.Item, _ pieces: inout WrittenCatalogue.Pieces) {
    line = Line(item, &pieces)
    page = Words(page: item, &pieces)
    text = Words(text: item, &pieces)
  }

  /// Members of a line of `checklist.json`.
  struct Line: Sendable {
    /// What the catalogue says.
    let item: WrittenCatalogue.Piece
    /// All up to the evidence, where there is no more to say.
    let plain: WrittenCatalogue.InEachState

    init(_ item: Catalogue.Item, _ pieces: inout WrittenCatalogue.Pieces) {
      var head = JSONWriter()
      head.member("id", item.id)
      head.member("group", item.group)
      head.member("role", item.role)
      head.member("level", item.level.rawValue)
      head.member("question", item.question)
      let written = head.bytes
      self.item = pieces.add(written)
      plain = pieces.addEach { state in
        var line = JSONWriter()
        line.members(written)
        ChecklistDocument.write(
          state, reason: nil, action: ChecklistWords.action(for: item, state), because: nil,
          to: &line)
        return line.bytes
      }
    }
  }

  /// What is said of the item on paper.
  struct Words: Sendable {
    /// The item up to its question.
    let heads: WrittenCatalogue.InEachState
    /// What to do.
    let actions: WrittenCatalogue.InEachState
    let why: WrittenCatalogue.Piece
    /// What is asked of an open item behind all that.
    let references: WrittenCatalogue.Piece
    /// Its id, among others.
    let link: WrittenCatalogue.Piece

    fileprivate init(page item: Catalogue.Item, _ pieces: inout WrittenCatalogue.Pieces) {
      heads = pieces.addEach { state in
        HTMLWriter.bytes { ChecklistEntry.head(&$0, item, state) }
      }
      actions = pieces.addEach { state in
        HTMLWriter.bytes { ChecklistEntry.action(&$0, item, state) }
      }
      why = pieces.add(HTMLWriter.bytes { ChecklistEntry.fact(&$0, "Why it matters", item.why) })
      references = pieces.add(HTMLWriter.bytes { ChecklistEntry.references(&$0, item) })
      link = pieces.add(HTMLWriter.bytes { ChecklistPage.link(&$0, to: item) })
    }

    fileprivate init(text item: Catalogue.Item, _ pieces: inout WrittenCatalogue.Pieces) {
      heads = pieces.addEach { state in
        MarkdownWriter.bytes { ChecklistText.head(&$0, item, state) }
      }
      actions = pieces.addEach { state in
        MarkdownWriter.bytes { ChecklistText.action(&$0, item, state) }
      }
      why = pieces.add(MarkdownWriter.bytes { ChecklistText.fact(&$0, "Why it matters", item.why) })
      references = pieces.add(MarkdownWriter.bytes { ChecklistText.references(&$0, item) })
      link = pieces.add(MarkdownWriter.bytes { $0.words([.plain(" \(item.id)")]) })
    }
  }
}
