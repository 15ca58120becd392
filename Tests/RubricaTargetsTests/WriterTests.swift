import RubricaSource
import RubricaTargets
import Testing

/// Escaping and number printing, which happen in the writers and nowhere else.
struct WriterTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func htmlIsEscapedInContentAndAttributes() {
    var writer = HTMLWriter()
    writer.element("p", [.class("\"a\" & <b>" as String)], text: "1 < 2 & \"3\"")
    #expect(
      text(writer.bytes)
        == "<p class=\"&quot;a&quot; &amp; &lt;b&gt;\">1 &lt; 2 &amp; &quot;3&quot;</p>")
  }

  @Test func liquidNeverSeesAuthorsBraces() {
    var writer = HTMLWriter(.liquid)
    writer.element("p", text: "{{ secret }} {% raw %}")
    #expect(
      text(writer.bytes)
        == "<p>&#123;&#123; secret &#125;&#125; &#123;&#37; raw &#37;&#125;</p>")
  }

  @Test func jsonKeepsOrderAndEscapes() {
    let value: JSON = ["b": 1, "a": ["x\n\"\u{1}é/", .number(0.1), .number(3), true, .null]]
    #expect(
      text(value.compactBytes) == #"{"b":1,"a":["x\n\"\u0001é/",0.1,3,true,null]}"#)
    #expect(text(JSON.array([]).bytes) == "[]\n")
  }

  @Test func xmlKeepsWhiteSpaceInAttributes() {
    let element = XMLElement("A", [("v", "a\nb\t<\u{1}\"")], [XMLElement("B")])
    #expect(
      text(element.bytes) == "<A v=\"a&#10;b&#9;&lt;\u{FFFD}&quot;\">\n  <B/>\n</A>\n")
  }

  @Test func base64HasPadding() {
    #expect(Base64.dataURI(Array("a".utf8), type: "x") == "data:x;base64,YQ==")
    #expect(Base64.dataURI(Array("ab".utf8), type: "x") == "data:x;base64,YWI=")
    #expect(Base64.dataURI(Array("abc".utf8), type: "x") == "data:x;base64,YWJj")
  }
}
