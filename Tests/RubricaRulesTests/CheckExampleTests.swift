internal import RubricaRules
internal import RubricaSource
internal import Testing

/// Each check is tested by its own documentation.
@Suite struct CheckExampleTests {
  @Test(arguments: AllChecks.all.map { $0.info })
  func examplesShowWhatTheySay(check: CheckInfo) throws {
    for (number, example) in check.bad.enumerated() {
      for variant in Variant.allCases where variant.suits(check) {
        let text = variant.apply(to: example.text)
        let files = example.files.mapValues {
          variant == .carriageReturns ? variant.apply(to: $0) : $0
        }
        let places = try Examined(text, files: files, check: check).places
        #expect(places.expected == places.found, "\(check.id): bad \(number), \(variant)")
        #expect(!places.expected.isEmpty, "\(check.id): bad \(number) marks no place")
      }
    }
    for (number, example) in check.good.enumerated() {
      for variant in Variant.allCases {
        let found = try Examined(
          variant.apply(to: example.text), files: example.files, check: check)
        #expect(found.places.found == [], "\(check.id): good \(number), \(variant)")
      }
    }
  }

  @Test(arguments: AllChecks.all.map { $0.info })
  func fixesMend(check: CheckInfo) throws {
    for (number, example) in check.bad.enumerated() {
      let fixed = try Examined(example.text, files: example.files, check: check).fixedDocument
      #expect(fixed == example.fixed, "\(check.id): bad \(number)")
      guard let fixed else { continue }
      let again = try Examined(fixed, files: example.files, check: check)
      #expect(again.places.found == [], "\(check.id): bad \(number) after its fix")
    }
  }

  @Test(arguments: AllChecks.all.map { $0.info })
  func documentationIsComplete(check: CheckInfo) {
    #expect(check.summary.hasSuffix("."))
    #expect(check.rationale.hasSuffix("."))
    #expect(!check.summary.contains("|"))
    #expect(!check.good.isEmpty)
    #expect(check.id.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
  }

  /// What no document can show: a text that is too long to be read here.
  private static let testedElsewhere = [
    // BinaryCheckTests.
    "text-beyond-limits",
    // PolicyTests: it asks the checklist, which is empty here.
    "unanswered-questions",
  ]

  /// A check that is new has no bad example yet, and would be tested by nothing.
  @Test func everyCheckHasABadExample() {
    let without = AllChecks.all.map { $0.info }.filter { $0.bad.isEmpty }.map(\.id)
    #expect(without.sorted() == Self.testedElsewhere)
  }

  @Test func namesAreUnique() {
    let names = AllChecks.all.map { $0.info.id }
    #expect(Set(names).count == names.count)
  }
}

/// The same guideline, written otherwise.
enum Variant: CaseIterable {
  case plain, carriageReturns, behindManyBytes, inQuote

  /// A quote holds running text; headings in it are no structure.
  func suits(_ check: CheckInfo) -> Bool {
    // It is about what stands before everything else.
    if check.id == "late-front-matter" { return self != .behindManyBytes && self != .inQuote }
    return self != .inQuote
      || [
        "dangling-reference", "missing-alt-text", "missing-media", "remote-media", "leftover-todo",
        "private-host", "credential-in-text",
      ].contains(check.id)
  }

  func apply(to text: String) -> String {
    let words = "Ünïcödé 🙂"
    switch self {
    case .plain: return text
    case .carriageReturns:
      return text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    case .behindManyBytes:
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard Marked(lines[0]).text == "---" else {
        let head = lines[0].hasPrefix("⟪⟫") ? "⟪⟫" : ""
        lines[0] = String(lines[0].dropFirst(head.count))
        return head + ([words, ""] + lines).joined(separator: "\n")
      }
      lines.insert("# \(words)", at: 1)
      if let end = lines[1...].firstIndex(of: "---") {
        lines.insert(contentsOf: ["", words], at: end + 1)
      }
      return lines.joined(separator: "\n")
    case .inQuote:
      return text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.contains("⟪") ? "> " + $0 : String($0) }.joined(separator: "\n")
    }
  }
}

extension CheckInfo: CustomTestStringConvertible {
  package var testDescription: String { id }
}
