import RubricaModel
import RubricaSource
import RubricaTargets
import Testing

/// What becomes of authors' prose, above all of their raw HTML.
struct ProseWriterTests {
  private static let span = Span(SourceID(0), 0, 0)

  private static func block(_ kind: Block.Kind) -> Block { Block(kind, span) }
  private static func inline(_ kind: Inline.Kind) -> Inline { Inline(kind, span) }

  private static func write(
    _ blocks: [Block], _ options: ProseWriter.Options = .init(), liquid: Bool = false
  ) -> String {
    var html = HTMLWriter(liquid ? .liquid : .html)
    var prose = ProseWriter(options)
    prose.write(blocks, to: &html)
    prose.finish(&html)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  /// A block of raw HTML.
  private static func raw(_ markup: String) -> String {
    write([block(.html(markup))]).replacing("\n", with: "")
  }

  /// A paragraph in which every piece that starts with `<` is a tag.
  private static func words(_ pieces: String...) -> String {
    let inlines = pieces.map { inline($0.hasPrefix("<") ? .html($0) : .text($0)) }
    return write([block(.paragraph(inlines))]).trimmingLineEnd
  }

  @Test func notesStandUnderTheirWord() {
    let note = Self.block(
      .quote([
        Self.block(
          .paragraph([
            Self.inline(.text("[!WARNING]")), Self.inline(.softBreak), Self.inline(.text("Look.")),
          ])),
        Self.block(.paragraph([Self.inline(.text("Twice."))])),
      ]))
    #expect(
      Self.write([note]).replacing("\n", with: "")
        == "<div class=\"callout warning\" role=\"note\"><p class=\"kind\">"
        + "<svg class=\"icon\" aria-hidden=\"true\"><use href=\"#icon.warning\"/></svg>Warning</p>"
        + "<p>Look.</p><p>Twice.</p></div>")
    #expect(
      Self.write([note], .init(hasClasses: false)).replacing("\n", with: "")
        == "<blockquote><p><strong>Warning</strong></p><p>Look.</p><p>Twice.</p></blockquote>")
    let other = Self.block(
      .quote([Self.block(.paragraph([Self.inline(.text("[!WARNING] Look."))]))]))
    #expect(Self.write([other]).hasPrefix("<blockquote><p>[!WARNING] Look."))
  }

  @Test(arguments: [
    // Known tags stay, with the attributes that mean something.
    ("<DIV class=x>a<br/>b</DIV>", "<div>a<br>b</div>"),
    ("<td colspan=2 rowspan='x' style=\"color:red\">1</td>", "<td colspan=\"2\">1</td>"),
    ("<center>a</center>", "<div>a</div>"),
    // What opens is closed, what was not opened is not closed.
    ("<b><i>a</b>c</i>", "<b><i>a</i></b>c"),
    ("</div></main></body>", "&lt;/main&gt;&lt;/body&gt;"),
    ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
    ("<p>a<p>b", "<p>a</p><p>b</p>"),
    // Unknown tags are the text they are.
    ("Dear <your name>, <x-y z=1>", "Dear &lt;your name&gt;, &lt;x-y z=1&gt;"),
    ("<iframe src=x></iframe>", "&lt;iframe src=x&gt;&lt;/iframe&gt;"),
    ("<svg onload=alert(1)>", "&lt;svg onload=alert(1)&gt;"),
    ("1 < 2 <3 a<", "1 &lt; 2 &lt;3 a&lt;"),
    // Scripts, styles and comments are left out, also when they do not end.
    ("a<script>if (x < 1) y()</script>b", "ab"),
    ("a<STYLE>p{}</style >b", "ab"),
    ("a<!-- <b>c</b> -->b", "ab"),
    ("a<script>alert(1)", "a"),
    ("a<!-- b", "a"),
    // Handlers and hostile addresses do not pass.
    ("<b onclick=\"alert(1)\" title='t'>a</b>", "<b title=\"t\">a</b>"),
    ("<a href='javascript:alert(1)'>a</a>", "a"),
    ("<a href='java&#115;cript:alert(1)'>a</a>", "a"),
    ("<a href=' JaVaScript:alert(1)'>a</a>", "a"),
    ("<a href='data:text/html,x'>a</a>", "a"),
    (
      "<a href='https://e.com/?a=1&amp;b=2' target=_top>a</a>",
      "<a href=\"https://e.com/?a=1&amp;b=2\" rel=\"noopener noreferrer\">a</a>"
    ),
    // A picture without a page to carry it is its words.
    ("<img src=x onerror=alert(1) alt='A cat'>", "A cat"),
    // References stay references, and other ampersands are text.
    ("&nbsp;&amp;&#8212; & &x y; &;", "&nbsp;&amp;&#8212; &amp; &amp;x y; &amp;;"),
    ("<b title='a\" onclick=\"x'>a</b>", "<b title=\"a&quot; onclick=&quot;x\">a</b>"),
  ]) func rawBlock(markup: String, expected: String) { #expect(Self.raw(markup) == expected) }

  @Test func rawTagsInRunningTextEndWithTheirParagraph() {
    #expect(
      Self.words("a ", "<b>", "c ", "<kbd>", "d") == "<p>a <b>c <kbd>d</kbd></b></p>")
    #expect(Self.words("a", "</p>", "</b>", "<div>", "b") == "<p>ab</p>")
    #expect(Self.words("a", "<script>", "alert(1)", "</script>", "b") == "<p>ab</p>")
    #expect(Self.words("a", "<script>", "b") == "<p>ab</p>")
  }

  @Test func rawTagsReachAcrossBlocksUntilTheyEnd() {
    let inner = Self.block(.paragraph([Self.inline(.text("a"))]))
    let blocks = [
      Self.block(.html("<details open><summary>S</summary>")), inner,
      Self.block(.html("</details></details>")), inner,
    ]
    #expect(
      Self.write(blocks)
        == "<details open><summary>S</summary>\n<p>a</p>\n</details>\n<p>a</p>\n")
    #expect(Self.write([blocks[0], inner]).hasSuffix("<p>a</p>\n</details>"))
  }

  @Test func rawTagsDoNotCloseWhatMarkdownOpened() {
    let item = Block.Item(
      isChecked: nil, blocks: [Self.block(.html("</li></ul><b>a"))], span: Self.span)
    #expect(
      Self.write([Self.block(.list(start: nil, isTight: true, [item]))])
        == "<ul><li><b>a\n</b></li></ul>\n")
  }

  @Test func linksDoNotNest() {
    let link = Self.inline(
      .link(
        destination: "https://e.com", title: "",
        [Self.inline(.html("<a href='https://f.com'>")), Self.inline(.text("a"))]))
    #expect(
      Self.write([Self.block(.paragraph([link]))])
        == "<p><a href=\"https://e.com\" rel=\"noopener noreferrer\">a</a></p>\n")
  }

  @Test func cellsMayHoldRawLists() {
    let cell = [Self.inline(.html("<ul>")), Self.inline(.html("<li>")), Self.inline(.text("a"))]
    let table = Table(alignments: [.right], header: [[Self.inline(.text("h"))]], rows: [[cell]])
    #expect(
      Self.write([Self.block(.table(table))], .init(hasClasses: false))
        == """
        <table><thead><tr><th style="text-align:right">h</th></tr></thead><tbody>\
        <tr><td style="text-align:right"><ul><li>a</li></ul></td></tr></tbody></table>

        """)
  }

  @Test func liquidNeverSeesBracesInRawHTML() {
    let html = Self.write(
      [Self.block(.html("<b title='{{ a }}'>{% raw %}</b>{{ b }}"))], liquid: true)
    #expect(!html.contains("{") && !html.contains("}") && !html.contains("%"))
  }

  @Test func headingsKeepToTheirRange() {
    let heading = Self.block(.heading(level: 1, [Self.inline(.text("a"))]))
    #expect(Self.write([heading], .init(headingOffset: 1, topHeading: 4)) == "<h4>a</h4>\n")
    #expect(Self.write([heading], .init(headingOffset: 9)) == "<h6>a</h6>\n")
    #expect(
      Self.write([Self.block(.html("<h1>a</h1>"))], .init(topHeading: 3)) == "<h3>a</h3>\n")
  }

  /// Whatever tags come, in whatever order: known ones only, each closed, none closed twice.
  @Test func tagSoupIsAlwaysBalanced() {
    let pieces = [
      "<b>", "</b>", "<p>", "</p>", "<div>", "</div>", "<ul>", "<li>", "</ul>", "<script>",
      "</script>", "<!--", "-->", "<a href='https://e.com'>", "</a>", "<x>", "<td", ">", "<br>",
      "text", "\"", "'", "<b title=\"", "</table>", "<details>", "<", "&", "<style>",
    ]
    var state: UInt64 = 7
    for _ in 0..<3000 {
      var markup = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        markup += pieces[Int(state >> 33) % pieces.count]
      }
      #expect(Self.isBalanced(Self.raw(markup)), "\(markup)")
    }
  }

  private static func isBalanced(_ html: String) -> Bool {
    var open: [Substring] = []
    for part in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      guard let end = part.firstIndex(of: ">") else { return false }
      let tag = part[..<end]
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter }
      if tag.hasPrefix("/") {
        guard open.popLast() == name else { return false }
      } else if name != "br" {
        open.append(name)
      }
      if ["script", "style", "x"].contains(String(name)) { return false }
    }
    return open.isEmpty
  }

  @Test(arguments: [
    ("https://e.com/a:b", LinkAddress.web("https://e.com/a:b")),
    ("HTTP://e.com", .web("HTTP://e.com")), ("mailto:a@e.com", .web("mailto:a@e.com")),
    ("//e.com/a", .web("//e.com/a")), ("#a", .place("a")), (" #a ", .place("a")),
    ("media/a:b.png", .file("media/a:b.png")), ("a.png", .file("a.png")),
    ("?a:b", .file("?a:b")), ("javascript:alert(1)", .refused),
    ("java\tscript:alert(1)", .refused), ("\u{1}javascript:alert(1)", .refused),
    ("data:image/png;base64,AA", .refused), ("file:///etc/passwd", .refused),
    ("vbscript:x", .refused), ("blob:x", .refused), ("", .refused), (":", .refused),
  ]) func address(text: String, expected: LinkAddress) { #expect(LinkAddress(text) == expected) }
}

extension String {
  fileprivate var trimmingLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
