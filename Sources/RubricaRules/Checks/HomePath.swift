package import RubricaModel
package import RubricaSource

/// A path is one that every reader has.
package enum HomePath: Check {
  package static let info = CheckInfo(
    id: "home-path",
    levels: .warning,
    summary: "Text for annotators names no folder in a person's home folder.",
    rationale: """
      The file does not exist on the reader's machine, and the name of a person's account is in a text \
      that goes to vendors.
      """,
    bad: [
      CheckExample(Sample.signs("The list lies in `⟪/home/ada⟫/list.csv`.")),
      CheckExample(Sample.signs("The list lies in `⟪C:\\Users\\Ada⟫\\list.csv`.")),
    ],
    good: [
      CheckExample(Sample.signs("The list is [beside this file](#stop), home/away is not a path.")),
      CheckExample(Sample.signs("Write to `/home/<name>/list.csv`, or to `$HOME/list.csv`.")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for sign in index.annotatorText.signs
    where sign.byte == UInt8(ascii: "/") || sign.byte == UInt8(ascii: "\\") {
      let bytes = index.guideline.sources.bytes(of: sign.source)
      guard let range = home(at: sign.place, in: bytes) else { continue }
      report.add(
        info, at: Span(sign.source, range.lowerBound, range.upperBound),
        "this folder is on one person's machine",
        help: "name a place that every reader can reach, or remove it")
    }
  }

  private static let roots = ["/home/", "/Users/", "\\Users\\", "/Documents and Settings/"]
  /// Accounts that are nobody's.
  private static let shared = ["shared", "public", "user", "username", "you", "name", "me"]

  private static func home(at place: Int, in bytes: [UInt8]) -> Range<Int>? {
    guard let root = roots.first(where: { bytes[place...].starts(with: $0.utf8) }) else {
      return nil
    }
    var start = place
    if start >= 2, bytes[start - 1] == UInt8(ascii: ":"), bytes[start - 2].isLetter {
      start -= 2
    }
    guard start == 0 || !ByteScan.isWordByte(bytes[start - 1]) && bytes[start - 1] != 46 else {
      return nil
    }
    let nameStart = place + root.utf8.count
    guard nameStart <= bytes.count else { return nil }
    let name = bytes[nameStart...].prefix { ByteScan.isWordByte($0) || $0 == 46 }
    guard !name.isEmpty, !shared.contains(String(decoding: name, as: UTF8.self).lowercased()) else {
      return nil
    }
    return start..<name.endIndex
  }
}
