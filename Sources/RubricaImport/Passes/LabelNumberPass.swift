internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Numbers before the names of labels ("3.1 NEUTRAL", "1. Billing") go into comments where all labels
/// of a section have one: an id would have it, too, and change with each label that is added. A colon
/// behind a name is dropped.
enum LabelNumberPass: ImportPass {
  static let title = "numbers before labels"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    for section in LabelSection.all(in: page) where section.isReserved {
      let labels = section.names.filter { outline.roles[$0] == .label }.map { page.headings[$0] }
      guard let first = labels.first else { continue }
      let numbers = numbers(before: labels, page)
      if !numbers.isEmpty {
        attempt.say(
          .structured, at: first.range.lowerBound,
          "the numbers before \(labels.count) labels became comments")
      }
      for number in numbers {
        var group = EditGroup(page)
        group.insert("<!-- ", at: number.lowerBound)
        group.insert(" -->", at: number.upperBound)
        attempt.add(group)
      }
      dropColons(labels, page, &attempt)
    }
  }

  private static func numbers(before labels: [Heading], _ page: Page) -> [Range<Int>] {
    let ornaments = labels.map { HeadingWords.ornament(of: $0.title) }
    guard labels.count > 1, HeadingWords.areNumbers(ornaments) else { return [] }
    let ranges = zip(labels, ornaments).compactMap { $0.range(of: $1, in: page.bytes) }
    return ranges.count == labels.count ? ranges : []
  }

  private static func dropColons(
    _ labels: [Heading], _ page: Page, _ attempt: inout PassAttempt
  ) {
    var group = EditGroup(page)
    for label in labels where label.attributeBlock == nil {
      let start = label.contentEnd - 1
      guard start > label.range.lowerBound, page.bytes[start] == UInt8(ascii: ":") else { continue }
      let blanks = page.bytes[label.range.lowerBound..<start].reversed().prefix { $0 == 32 }.count
      group.delete((start - blanks)..<(start + 1))
    }
    guard let first = labels.first, !group.edits.isEmpty else { return }
    group.say(
      .changed, at: first.range.lowerBound,
      "the colons behind the names of \(group.edits.count) labels were dropped")
    attempt.add(group)
  }
}
