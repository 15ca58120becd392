import RubricaSource
import Testing

struct BytesTests {
  @Test func bytesAreWhatTheirScalarsAre() {
    for byte in UInt8.min...UInt8.max {
      let scalar = Unicode.Scalar(byte)
      let isCapital = ("A"..."Z").contains(scalar)
      #expect(byte.isDigit == ("0"..."9").contains(scalar))
      #expect(byte.isLetter == (isCapital || ("a"..."z").contains(scalar)))
      #expect(byte.isBlank == [" ", "\t"].contains(scalar))
      #expect(byte.isWhiteSpace == [" ", "\t", "\n", "\r"].contains(scalar))
      #expect(byte.lowered == (isCapital ? byte + 32 : byte))
    }
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func linesEndWithEachLineEnd(_ end: String) {
    let bytes = Array("ab\(end)\(end)cd".utf8)
    let width = end.utf8.count
    #expect(bytes.lineEnd(from: 0).end == 2)
    #expect(bytes.lineEnd(from: 0).next == 2 + width)
    #expect(bytes.lineEnd(from: 2 + width).end == 2 + width)
    #expect(bytes.lineEnd(from: 2 + width).next == 2 + 2 * width)
    #expect(bytes.lineEnd(from: 2 + 2 * width).end == bytes.count)
    #expect(bytes.lineEnd(from: 2 + 2 * width).next == bytes.count)
    for place in 0..<(2 + width) { #expect(bytes.lineStart(before: place) == 0) }
    for place in (2 + width)..<(2 + 2 * width) {
      #expect(bytes.lineStart(before: place) == 2 + width)
    }
    for place in (2 + 2 * width)...bytes.count {
      #expect(bytes.lineStart(before: place) == 2 + 2 * width)
    }
  }

  /// An accent makes one character of itself and the slash before it.
  @Test func prefixesAreCutWhereTheyAreFound() {
    #expect("signoffs/\u{301}x".rest(behind: "signoffs/") == "\u{301}x")
    #expect("signoffs/x".rest(behind: "signoffs/") == "x")
    #expect("e\u{301}/x"[...].rest(behind: "e\u{301}/") == "x")
    #expect("\u{E9}/x".rest(behind: "e\u{301}/") == nil)
    #expect("x".rest(behind: "") == "x")
    #expect("x".rest(behind: "x") == "")
    #expect("x".rest(behind: "xy") == nil)
  }

  @Test(arguments: [
    ("a/\u{301}x.md", "a/", "\u{301}x.md"), ("\u{600}/x.md", "\u{600}/", "x.md"),
    ("a/b/x.md", "a/b/", "x.md"), ("x.md", "", "x.md"), ("/x", "/", "x"), ("a/b/", "a/b/", "b"),
    ("/", "/", ""), ("", "", ""),
  ])
  func pathsAreCutByBytes(_ path: String, _ folder: String, _ name: String) {
    #expect(path.folderPath == folder)
    #expect(path.fileName ?? "" == name)
    #expect(path.lastSlash.map { String(path[..<$0]) + "/" } ?? "" == folder)
  }
}
