import RubricaDifference
import Testing

/// Texts that were edited, found again.
@Suite struct LikenessTests {
  @Test func theLikestGoTogether() {
    let old = ["one two three four", "five six seven", "eight nine"]
    let new = ["eight nine ten", "one two three", "eleven"]
    let pairs = Likeness.pairs(old, new, atLeast: 0.5)
    #expect(pairs.map { [$0.old, $0.new] } == [[0, 1], [2, 0]])
    #expect(Likeness.pairs(old, [], atLeast: 0).isEmpty)
  }

  /// Among texts of the same words, those at the same place.
  @Test func commonWordsDoNotMakeItSlow() {
    let common = (0..<500).map { "label every thing of the kind \($0)" }
    let pairs = Likeness.pairs(common, common.map { $0 + " now" }, atLeast: 0.5)
    #expect(pairs.count == 500 && pairs.allSatisfy { $0.old == $0.new })
    let clock = ContinuousClock()
    let same = [String](repeating: "the same words", count: 5_000)
    let time = clock.measure { _ = Likeness.pairs(same, same, atLeast: 0.5) }
    #expect(time < .seconds(10))
  }

  @Test func linesAreComparedInOrder() {
    let difference = LineDifference(from: "a\r\nb\nc\n", to: "a\nd\nc\ne")
    #expect(difference.changes == [.init(old: 1..<2, new: 1..<2), .init(old: 3..<3, new: 3..<4)])
    #expect(difference.old.count == 3 && difference.new.count == 4)
    #expect(LineDifference(from: "", to: "").changes.isEmpty)
  }
}
