internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Examples that a sign says are right or wrong, under a heading that means good ones only: each run of
/// them gets the heading for what its signs say. Where not every item has one, `GuardPass` keeps the
/// section prose.
enum ExampleMarkPass: ImportPass {
  static let title = "examples with signs"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    for (index, heading) in page.headings.enumerated()
    where outline.roles[index] == .section("examples") && heading.attributeBlock == nil {
      let section = EntrySection(index, page, outline)
      let known = section.verdicts.compactMap(\.self)
      let lists = page.blocks(under: index, isDeep: true).filter {
        page.tree.nodes[$0].kind != .thematicBreak
      }
      // All wrong ones may be right ones of a label for what is wrong.
      guard known.contains(.wrong), known.contains(.right), known.count == section.count,
        !section.isUncertainWithoutMarks, lists.count == 1,
        let words = heading.titleRange(in: page.bytes)
      else { continue }
      let hashes = String(repeating: "#", count: heading.level)
      var group = EditGroup(page)
      for (position, (item, verdict)) in zip(section.items, known).enumerated() {
        let word = page.vocabulary.word(verdict == .right ? SectionRole.goodExamples : .badExamples)
        if position == 0 {
          group.insert("<!-- ", at: words.lowerBound)
          group.insert(" --> \(word)", at: words.upperBound)
        } else if verdict != known[position - 1] {
          let line = page.lines.line(at: page.range(item).lowerBound)
          group.insert(
            "\(page.newline)\(hashes) \(word)\(page.newline)", at: page.lines.starts[line])
        }
      }
      group.say(
        .structured, at: heading.range.lowerBound,
        "the examples under \"\(heading.title)\" went under "
          + "`\(page.vocabulary.word(.goodExamples))` and `\(page.vocabulary.word(.badExamples))`, as the "
          + "signs before them say")
      attempt.add(group)
    }
  }
}

/// A sign before an example that says whether it is right.
enum ExampleMark {
  case right, wrong

  /// Nil for words without such a sign before them.
  init?(_ words: String) {
    guard let first = words.first(where: { $0 != " " })?.unicodeScalars.first else { return nil }
    if Self.rights.contains(first) {
      self = .right
    } else if Self.wrongs.contains(first) {
      self = .wrong
    } else {
      return nil
    }
  }

  private static let rights: Set<Unicode.Scalar> = [
    "\u{2705}", "\u{2713}", "\u{2714}", "\u{2611}", "\u{1F44D}",
  ]
  private static let wrongs: Set<Unicode.Scalar> = [
    "\u{274C}", "\u{2717}", "\u{2718}", "\u{2716}", "\u{2715}", "\u{1F6AB}", "\u{26D4}",
    "\u{1F44E}",
  ]
}
