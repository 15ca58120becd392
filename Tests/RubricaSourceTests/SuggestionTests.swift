import RubricaSource
import Testing

struct SuggestionTests {
  @Test func suggestionsAreSlipsOnly() {
    let labels = ["stop", "yield", "speed-limit"]
    #expect(Suggestion.nearest(to: "stpo", among: labels) == "stop")
    #expect(Suggestion.nearest(to: "Speed Limit", among: labels) == "speed-limit")
    #expect(Suggestion.nearest(to: "banana", among: labels) == nil)
    #expect(Suggestion.nearest(to: "boxes", among: ["box"]) == "box")
    // One letter of one or two is all of an id, and another number is another thing.
    #expect(Suggestion.nearest(to: "r", among: ["t"]) == nil)
    #expect(Suggestion.nearest(to: "p-3", among: ["p-1"]) == nil)
    #expect(Suggestion.nearest(to: "track-13", among: ["track-12"]) == nil)
    #expect(Suggestion.nearest(to: "track13", among: ["track-13"]) == "track-13")
  }

  /// The word, what there is, and what is near.
  @Test(
    arguments: [
      ["abcd", "abxy abdc", "abdc"], ["abcd", "xabcd abcd", "abcd"], ["abcd", "abce abcf", "abce"],
      ["abc", "ab", "ab"], ["abc", "bca", ""], ["aaaa-bbbb", "aabbbb bbbbaaaa", "aabbbb"],
      ["Überholen", "uberholen überhole", "überhole"], ["no entry", "noentry no-entry", "noentry"],
      ["abcdefghi", "badcfeghi", "badcfeghi"], ["abcdefghi", "badcfehgi", ""],
      ["ab", "ba cd", ""], ["boxes", "boxer box", "boxer"], ["boxes", "bo box", "box"],
      ["a", "abcdef", ""],
    ] as [[String]])
  func suggestionsAreTheNearestWords(_ row: [String]) {
    let words = row[1].split(separator: " ").map { String($0) }
    #expect(Suggestion.nearest(to: row[0], among: words) ?? "" == row[2])
  }

  @Test func theSameWordIsFoundWhateverItsCase() {
    #expect(Suggestion.same(as: "No_Entry", among: ["entry", "no-entry"]) == "no-entry")
    #expect(Suggestion.same(as: "ÜBER", among: ["uber", "über"]) == "über")
    #expect(Suggestion.same(as: "no entry", among: ["no-entry", "noentry"]) == nil)
    #expect(Suggestion.same(as: "on-entry", among: ["no-entry"]) == nil)
  }
}
