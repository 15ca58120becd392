import RubricaSource
import Testing

struct PercentTests {
  @Test(arguments: [
    ("a%20b", "a b"), ("a%2Fb%2fc", "a/b/c"), ("a%+1b", "a%+1b"), ("a%-0b", "a%-0b"),
    ("50%_of%20it", "50%_of it"), ("a%2", "a%2"), ("%", "%"), ("%C3%A9", "\u{E9}"),
    ("%C3%20", "%C3%20"), ("%25", "%"),
  ])
  func percentEscapesAreTwoDigits(_ text: String, _ decoded: String) {
    #expect(Percent.decoded(text) == decoded)
  }

  @Test(arguments: ["a b/c", "50%", "%20", "\u{E9}", "", "a\n\u{7F}"])
  func whatIsEscapedIsReadBack(_ text: String) {
    let uri = Percent.uri(text)
    #expect(uri.utf8.allSatisfy { $0.isUnreserved || "%/".utf8.contains($0) })
    #expect(Percent.decoded(uri) == text)
  }
}
