import RubricaModel
import Testing

struct PatternTests {
  @Test(arguments: [
    ("[0-9]+[a-z]", ["1a", "12b"], ["", "a", "1", "1ab", "1A"]),
    ("(cat|dog)s?", ["cat", "dogs"], ["cats ", "do", "catdog"]),
    ("a{2,3}b{0}c{1,}", ["aac", "aaaccc"], ["ac", "aabc", "aaaac", "aa"]),
    ("^\\d{3}$", ["123"], ["12", "1234", "12x"]),
    ("[^a-c\\-]+", ["xyz"], ["xa", "x-", ""]),
    (".*", ["", "ä🙂"], ["a\nb"]),
    ("\\S+ \\w\\W", ["ähm a!"], ["ähm ä!", " a!"]),
    ("(?:a|b|)x", ["ax", "bx", "x"], ["abx"]),
    ("(a*)*", ["", "aaaa"], ["b"]),
    ("[a\\]]\\[", ["a[", "]["], ["a]"]),
    ("ü{2}", ["üü"], ["ü", "uu"]),
  ])
  func wholeTextsAreCompared(pattern: String, good: [String], bad: [String]) throws {
    let pattern = try Pattern(pattern)
    for text in good { #expect(pattern.matches(text), "\(text)") }
    for text in bad { #expect(!pattern.matches(text), "\(text)") }
  }

  @Test(arguments: ["uh-huh", "^$\\.*+?()[]{}|/", "a-z", "ä/🙂 -", "a,b&&c~#"])
  func aTextAsAPatternMatchesItself(text: String) throws {
    let pattern = try Pattern(PatternLiteral.escaped(text))
    #expect(pattern.matches(text))
    #expect(!pattern.matches(text + "-") && !pattern.matches("b" + text))
    let set = try Pattern("[\(PatternLiteral.escapedInSet(text))]")
    for character in text.unicodeScalars { #expect(set.matches(String(character))) }
    #expect(!set.matches("m"))
  }

  @Test func aBackslashStandsOnlyWhereUnicodeModeTakesIt() {
    #expect(PatternLiteral.escaped("a-b/c") == "a-b\\/c")
    #expect(PatternLiteral.escapedInSet("+-") == "\\+\\-")
  }

  @Test func theFirstByteThatCannotMatchIsTold() throws {
    let pattern = try Pattern("ä[0-9]+-[a-z]")
    #expect(pattern.firstMismatch(in: "ä12-a") == nil)
    #expect(pattern.firstMismatch(in: "ä12/a") == 4)
    #expect(pattern.firstMismatch(in: "x") == 0)
    #expect(pattern.firstMismatch(in: "ä1") == 3)
  }

  @Test(arguments: [
    ("a(b", 1..<2), ("a)b", 1..<2), ("a|*", 2..<3), ("[ab", 0..<1), ("[]", 0..<2), ("[z-a]", 1..<4),
    ("a(?=b)", 1..<4), ("(a)\\1", 3..<5), ("ä\\p{L}", 2..<4), ("a+?", 2..<3), ("a{3,2}", 1..<6),
    ("a{x}", 1..<2), ("a{9999}", 1..<7), ("b^a", 1..<2), ("a$b", 1..<2), ("a\\", 1..<2),
    ("a}", 1..<2),
  ])
  func whatIsNotEvaluatedIsRefusedAtItsPlace(pattern: String, place: Range<Int>) {
    do throws(PatternProblem) {
      _ = try Pattern(pattern)
      Issue.record("\(pattern) was taken")
    } catch {
      #expect(error.range == place, "\(pattern): \(error.message)")
    }
  }

  @Test(arguments: ["(a{100}){100}", "(((((){900}){900}){900}){900}){900}", "((a?){30}){30}{30}"])
  func hugePatternsAreRefusedQuickly(pattern: String) {
    #expect(throws: PatternProblem.self) { try Pattern(pattern) }
  }

  /// What makes a matcher that goes back take exponential time.
  @Test func hostilePatternsTakeLinearTime() throws {
    let text = String(repeating: "a", count: 50_000) + "!"
    for pattern in ["(a+)+", "(a|aa)+", "(a?){200}a*"] {
      #expect(try Pattern(pattern).firstMismatch(in: text) == 50_000)
    }
  }
}
