internal import RubricaSource

/// Ids that would collide get a number; braces behind a heading that mean nothing here are kept out
/// of its words.
enum HeadingIDPass: ImportPass {
  static let title = "ids of headings"
  static let isStructuring = false

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    let ids = HeadingIDs(page.headings, outline)
    for (index, heading) in page.headings.enumerated() {
      var group = EditGroup(page)
      let offset = heading.range.lowerBound
      let written = heading.writtenID
      let wanted = written != nil || outline.roles[index].isDeclared ? ids.wanted(index) : nil
      let braces = heading.blockRange(in: page.bytes)
      let kept = braces == nil ? nil : heading.keptBraces
      if let braces, wanted != nil || kept != nil {
        let id = (wanted ?? written).map { "{#\($0)}" }
        let words = [kept?.markdown, id].compactMap(\.self).joined(separator: " ")
        group.replace(braces, with: words)
      } else if let wanted {
        group.insert(" {#\(wanted)}", at: heading.contentEnd)
      }
      if let wanted {
        group.say(
          .changed, at: offset,
          "\"\(heading.title)\" got the id `\(wanted)`: another heading already has its first id")
      }
      if let kept { group.say(kept.outcome, at: offset, kept.report) }
      attempt.add(group)
    }
  }
}

extension Heading {
  /// The id in `{#id}`.
  var writtenID: String? {
    guard let block = attributeBlock else { return nil }
    let part = block.dropFirst().dropLast().split(separator: " ").first {
      $0.hasPrefix("#") && $0.count > 1
    }
    guard let part, block.dropFirst().first == "#" || block.contains("=") || block.hasPrefix("{:")
    else {
      return nil
    }
    return String(part.dropFirst())
  }

  /// What becomes of braces that say something else than an id; nil where they do not, and where a
  /// comment or code cannot hold them.
  fileprivate var keptBraces: (markdown: String, outcome: ImportReport.Kind, report: String)? {
    guard let text = attributeBlock else { return nil }
    let parts = text.dropFirst().dropLast().split(separator: " ")
    guard let first = parts.first, writtenID == nil || parts.count > 1 else { return nil }
    if ".#:".contains(first.first ?? " ") {
      guard !text.contains("--") else { return nil }
      return (
        "<!-- \(text) -->", .kept, "attributes of a site generator became a comment: \(text)"
      )
    }
    guard first.contains("="), !text.contains("`") else { return nil }
    return ("`\(text)`", .changed, "braces after a heading are shown as code: \(text)")
  }

  /// Where the `{…}` stands, if it is written as it reads.
  func blockRange(in bytes: [UInt8]) -> Range<Int>? {
    guard let block = attributeBlock else { return nil }
    let start = contentEnd - block.utf8.count
    guard start >= range.lowerBound, bytes[start..<contentEnd].elementsEqual(block.utf8) else {
      return nil
    }
    return start..<contentEnd
  }
}

/// Ids as the compiler gives them: labels first, then each heading in order.
struct HeadingIDs {
  /// The id of each heading in the draft.
  private(set) var ids: [String] = []
  /// Where it cannot be the one that the heading would have.
  private var changed: Set<Int> = []

  init(_ headings: [Heading], _ outline: Outline) {
    ids = Array(repeating: "", count: headings.count)
    var taken: Set<String> = []
    // Many headings may have the same words: each search goes on where the last one ended.
    var counts: [String: Int] = [:]
    func free(_ base: String, from first: Int) -> String {
      var count = max(first, counts[base] ?? 0)
      while taken.contains("\(base)-\(count)") { count += 1 }
      counts[base] = count + 1
      return "\(base)-\(count)"
    }
    for (index, heading) in headings.enumerated() where outline.roles[index].isDeclared {
      // The id of a group is that of its name, behind the colon.
      let isGroup = outline.roles[index] == .group
      let name = isGroup ? heading.title.drop { $0 != ":" && $0 != "\u{FF1A}" } : heading.title[...]
      let own = heading.writtenID ?? Slug.make(String(name))
      if own.isEmpty || taken.contains(own) {
        ids[index] = free(
          own.isEmpty ? isGroup ? "group" : "label" : own, from: own.isEmpty ? 1 : 2)
        changed.insert(index)
      } else {
        ids[index] = own
      }
      taken.insert(ids[index])
    }
    for (index, heading) in headings.enumerated() {
      guard !outline.roles[index].isDeclared, outline.roles[index] != .insideEntry else { continue }
      if let own = heading.writtenID {
        ids[index] = taken.contains(own) ? free(own, from: 2) : own
        if ids[index] != own { changed.insert(index) }
      } else {
        let own = Slug.make(heading.title)
        let base = own.isEmpty ? "section" : own
        ids[index] = taken.contains(base) ? free(base, from: 1) : base
      }
      taken.insert(ids[index])
    }
  }

  /// The id that must be written, if the heading's own cannot be used.
  func wanted(_ heading: Int) -> String? { changed.contains(heading) ? ids[heading] : nil }
}
