import RubricaSource
import Testing

struct SlipTests {
  @Test(arguments: [
    ("Lables", "Labels"), ("exmaples", "Examples"), ("Exampls", "Examples"),
    ("Exomples", "Examples"),
    ("Roles", nil), ("Example", nil), ("Labels", nil), ("Samples", nil), ("Rle", nil),
    ("Rulse", "Rules"),
  ])
  func oneSlipIsOneEdit(word: String, meant: String?) {
    #expect(Slip.of(word, among: ["Labels", "Examples", "Rules"]) == meant)
  }

  @Test func formsOfAWordAreSlipsOnlyIfCounted() {
    #expect(Slip.of("Include", among: ["Includes"]) == nil)
    #expect(Slip.of("Include", among: ["Includes"], countingForms: true) == "Includes")
  }
}
