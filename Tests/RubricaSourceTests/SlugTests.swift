import RubricaSource
import Testing

struct SlugTests {
  @Test(arguments: [
    ("Bug\u{A0}report", "bug-report"), ("Bug\u{202F}(report)", "bug-report"),
    ("10\u{2007}cm", "10-cm"), ("Exemples\u{A0}: bons", "exemples-bons"),
    ("Le «\u{A0}bug\u{A0}» rouge", "le-bug-rouge"), ("\u{A0}Bug\u{A0}", "bug"),
  ])
  func blanksThatBreakNoLineAreBlanksOfIDs(heading: String, id: String) {
    #expect(Slug.make(heading) == id)
  }

  @Test(arguments: [
    "a", "2", "street-signs-2", "a--b", String(repeating: "a", count: 100),
  ])
  func lettersDigitsAndHyphensNameABundle(name: String) {
    #expect(Slug.isBundleName(name))
    #expect(Slug.bundleName(name) == name.replacing("--", with: "-"))
  }

  /// What names none, and the nearest name.
  @Test(arguments: [
    ("", "guideline"), ("-", "guideline"), ("-a", "a"), ("a-", "a"), ("A", "a"),
    ("Street Signs!", "street-signs"), ("a_b", "a-b"), ("a/b", "a-b"), ("a  b", "a-b"),
    ("Überholen 2", "berholen-2"), ("標識", "guideline"),
    (String(repeating: "a", count: 101), String(repeating: "a", count: 100)),
  ])
  func otherTextsNameNone(text: String, nearest: String) {
    #expect(!Slug.isBundleName(text))
    #expect(Slug.bundleName(text) == nearest)
    #expect(Slug.isBundleName(nearest))
  }
}
