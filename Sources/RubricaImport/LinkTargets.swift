internal import RubricaSource
internal import RubricaSyntax

/// Where links of the documents lead in the draft.
struct LinkTargets {
  private(set) var media: [ImportedMedia] = []
  private let page: Page
  private let documents: [SourceDocument]
  /// By document: the id that a heading had there, and the one it has in the draft.
  private var anchors: [[String: String]]
  /// The id of each document's first heading.
  private var firstHeadings: [String?]
  /// By document: the ids that its headings have in the draft.
  private var finalIDs: [Set<String>]
  /// Documents by their path.
  private var places: [String: Int] = [:]
  /// Of the media: where each source goes, and what is taken.
  private var paths: [String: String] = [:]
  private var taken: Set<String> = []
  private var saidMissing: Set<String> = []
  /// All documents stand in one folder, which becomes the guideline's.
  private let isOneFolder: Bool

  init(_ page: Page, _ documents: [SourceDocument]) {
    self.page = page
    self.documents = documents
    isOneFolder = Set(documents.map { Path.join("", Path.folder($0.name)) }).count == 1
    for (index, document) in documents.enumerated() { places[Path.join("", document.name)] = index }
    anchors = Array(repeating: [:], count: documents.count)
    firstHeadings = Array(repeating: nil, count: documents.count)
    finalIDs = Array(repeating: [], count: documents.count)
    collectAnchors()
  }

  private mutating func collectAnchors() {
    let ids = HeadingIDs(page.headings, Outline(page.headings, page.vocabulary)).ids
    // What the importer puts before a heading has the same origin: the last one is the heading.
    var finals: [[Int: String]] = Array(repeating: [:], count: documents.count)
    for (index, heading) in page.headings.enumerated() where !ids[index].isEmpty {
      let origin = page.text.origin(of: heading.range.lowerBound)
      finals[origin.document][origin.offset] = ids[index]
      finalIDs[origin.document].insert(ids[index])
      if firstHeadings[origin.document] == nil { firstHeadings[origin.document] = ids[index] }
    }
    for (index, document) in documents.enumerated() {
      guard let source = try? Page(document.text, documents) else { continue }
      var seen: [String: Int] = [:]
      for heading in source.headings {
        let slug = Slug.make(heading.title)
        let count = seen[slug, default: 0]
        seen[slug] = count + 1
        let offset = document.text.origin(of: heading.range.lowerBound).offset
        guard let id = finals[index][offset] else { continue }
        anchors[index][count == 0 ? slug : "\(slug)-\(count)"] = id
        // pandoc and some sites drop what stands before the first letter.
        let letters = String(slug.drop { !$0.isLetter })
        if !letters.isEmpty, anchors[index][letters] == nil { anchors[index][letters] = id }
        if let written = heading.writtenID { anchors[index][written] = id }
      }
      for (name, heading) in source.markupAnchors where anchors[index][name] == nil {
        let start = source.headings[heading].range.lowerBound
        anchors[index][name] = finals[index][document.text.origin(of: start).offset]
      }
    }
  }

  /// What is copied beside a draft. Other files may be anything that a path leads to.
  private static let mediaEndings: Set<String> = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "tif", "tiff", "avif", "mp3", "wav", "ogg",
    "oga", "flac", "m4a", "mp4", "m4v", "webm", "mov", "pdf",
  ]

  /// What a destination must become; nil if it stays.
  mutating func target(
    of destination: String, at offset: Int, _ group: inout EditGroup
  ) -> String? {
    guard !destination.isEmpty, !Path.isRemote(destination) else { return nil }
    let own = page.document(of: offset)
    let parts = Path.parts(of: destination)
    let fragment = Percent.decoded(parts.fragment ?? "")
    let written = parts.file
    if written.isEmpty {
      guard !fragment.isEmpty else { return nil }
      guard
        let id = anchors[own][fragment] ?? anchors[own][fragment.lowercased()]
          ?? anchors[own][Slug.make(fragment)]
      else {
        if finalIDs[own].contains(fragment) { return nil }
        say("the link to #\(fragment) does not lead to a heading", destination, offset, &group)
        return nil
      }
      return id == fragment ? nil : "#" + id
    }
    if written.hasPrefix("/") {
      say(
        "\(destination) starts at the root of a site: write its full address", destination, offset,
        &group)
      return nil
    }
    let path = Path.join(Path.folder(documents[own].name), Percent.decoded(written))
    if let document = places[path] {
      let id = fragment.isEmpty ? firstHeadings[document] : anchors[document][fragment]
      guard let id else {
        say(
          "the link to \(destination) does not lead to a heading there", destination, offset, &group
        )
        return nil
      }
      return "#" + id
    }
    guard Self.mediaEndings.contains(Path.ending(path)), path.utf8.allSatisfy({ $0 >= 32 }) else {
      say(
        "\(destination) is not part of the draft: import it too, or write its full address",
        destination, offset, &group)
      return nil
    }
    return file(path, written, offset)
  }

  private mutating func say(
    _ message: String, _ destination: String, _ offset: Int, _ group: inout EditGroup
  ) {
    let place = page.place(offset)
    guard saidMissing.insert(place.file + "\n" + destination).inserted else { return }
    group.say(.suggestion, at: offset, message)
  }

  /// A file beside the documents: it keeps its path if the draft can have it there.
  private mutating func file(_ source: String, _ written: String, _ offset: Int) -> String? {
    if let known = paths[source] { return changed(written, known) }
    let decoded = Percent.decoded(written)
    let inside = Path.join("", decoded)
    var path = inside
    if !isOneFolder || inside.hasPrefix("../") || inside == ".." {
      path = "media/" + Path.name(source)
      var folder = Path.folder(source)
      while taken.contains(path) {
        let above = Path.name(folder)
        folder = Path.folder(folder)
        path = "media/" + (above.isEmpty ? "\(media.count)" : above) + path.dropFirst(5)
      }
    }
    paths[source] = path
    taken.insert(path)
    let place = page.place(offset)
    media.append(ImportedMedia(source: source, path: path, file: place.file, line: place.line))
    return changed(written, path)
  }

  /// A new destination only if the old one does not lead there.
  private func changed(_ written: String, _ path: String) -> String? {
    if Path.join("", Percent.decoded(written)) == path { return nil }
    return Percent.encoded(path) { byte in
      !byte.isUnreserved && byte < 0x80 && !"/+@,=".utf8.contains(byte)
    }
  }
}

extension Page {
  /// Places that raw HTML names (`<a name="x">`), each with the heading that it stands for: the one
  /// right behind it, or else the one that it stands under.
  fileprivate var markupAnchors: [(name: String, heading: Int)] {
    var found: [(name: String, heading: Int)] = []
    for (position, block) in blocks.enumerated() {
      let nodes = block..<tree.nodes[block].end
      var names: [String] = []
      var isAlone = true
      for node in nodes {
        switch tree.nodes[node].kind {
        case .htmlBlock(let text), .htmlInline(let text):
          for piece in HTMLScanner.pieces(of: text) {
            switch piece.kind {
            case .tag(let tag) where !tag.isClosing:
              names += tag.attributes.filter {
                $0.name == "id" || $0.name == "name" && tag.name == "a"
              }.map { $0.value }
            case .text: isAlone = false
            default: break
            }
          }
        case .paragraph, .softBreak, .lineBreak: break
        default: isAlone = false
        }
      }
      guard !names.isEmpty else { continue }
      let next = position + 1 < blocks.count ? blocks[position + 1] : nil
      let under = section(of: range(block).lowerBound)
      let behind = under.map { $0 + 1 } ?? 0
      let isBefore = isAlone && behind < headings.count && headings[behind].node == next
      guard let heading = isBefore ? behind : under else { continue }
      found += names.map { ($0, heading) }
    }
    return found
  }
}
