import RubricaImport
import RubricaModel
import RubricaSource
import Testing

/// What real documents contain beside plain Markdown.
struct DialectTests {
  @Test(arguments: [
    "# A\r\n\r\nText.\r\n\r\n## Labels\r\n\r\n- **X**: one\r\n- **Y**: two\r\n",
    "# A\r\rText.\r\r## Rules\r\r- one\r- two\r",
    "Title\n=====\n\nText.\n\nSub\n---\n\n-\ttab\n\n\tmore\n\n\t\tcode\n",
    "- a\n  - b\n    - c\n      - d\n        - e\n",
    "~~~ sdparse\nBill is big\n~~~\n\n    indented code\n",
    "<dl>\n  <dt><code>A</code></dt>\n  <dd>\n    the first\n  </dd>\n</dl>\n",
    "{% include head.html %}\n\n{{ site.title }} {: .note }\n\n{% raw %}x{% endraw %}\n\n{:toc}\n",
    "✅ yes\n\n❌ no\n\n- [x] done\n- [ ] open\n",
    "<!-- a comment -->\n\nText <!-- in line --> goes on.\n\n<!--\n\n# not a heading\n\n-->\n",
    "See [a][1], [2] and [b][].\n\n[1]: http://a.example \"One\"\n[2]: <http://b.example>\n[b]:\n  http://c.example\n",
    "Text[^1].\n\n[^1]: A note that is no footnote.\n",
    "---\n\nA rule at the top.\n\n---\n",
    "---\ntitle: Open\n\n# Never closed\n",
    "---\nJust text: with a colon here\n---\n\n# A\n",
    "",
    "\n\n \n",
    "\u{FEFF}# A\n\nText.\n",
    "> quote\n> > inner\n\n> [!NOTE]\n> An alert.\n",
    "| a | b |\n|---|---|\n| `x \\| y` | <br> |\n| 1 |\n",
    "<p align=\"center\">\n<img src=\"a.png\" alt=\"A\" width=\"10\"><br>\n<img src='b.png'>\n</p>\n",
    "Text <img src=\"a.png\" alt=\"A picture\" title=\"T\"> goes on. <kbd>Esc</kbd>\n",
    "<h2 align=\"center\">Head</h2>\n\n<h3>With <b>bold</b></h3>\n\n<div>\n\n# In a div\n\n</div>\n",
    "<details><summary>More</summary>\n\nInside.\n\n</details>\n",
    "<font color=\"red\">red `X`</font> and <Maynila|LOC> and a < b > c\n",
    "!!! warning\n    Take care.\n\n    Much care.\n\n??? example \"Examples\"\n\n    1. *One*\n\n        two\n\nText.\n",
    "Line one  \nline two\\\nline three&nbsp;&amp;&copy;\n",
    "*a **b** c* ***d*** __e__ ~~f~~ `` ` `` <http://x.example> https://y.example\n",
    "1) one\n2) two\n\n+ plus\n\n* star\n***\n",
    "# A #\n\n## B ##\n\n### C\\#\n\n#\n\n####### seven\n",
    "[link](a.md) [link](a%20b.md#c) [link](<a b.md>) ![x](../x.png \"t\") [y](/root.html)\n",
    "```\nnever closed\n",
    "~~~`\n\\# never closed\n",
    "<!-- never closed\n",
    "<script>\nlet x = 1\n",
    "<pre>\nopen\n",
    "- ```\n  open in an item\n",
    "Ends without a line end",
    "# A\n\n{#not-an-id}\n\n[x]{y} \\[z\\]{w}\n",
    "Term\n: Definition list\n\nApple\n:   A fruit\n",
    "$x_1 < y$ and $$\\int_0^1$$\n",
    "\u{C}Form feed and \u{1B}[1mescape\u{1B}[0m\n",
    "a\u{200B}b\u{A0}c\u{2028}d\u{E000}\n",
  ])
  func nothingIsLost(_ text: String) throws {
    try Imported(text).expectSound()
    try Imported([SourceFile(name: "x/a.md", text: text), SourceFile(name: "y/b.md", text: text)])
      .expectSound()
    try Imported([
      SourceFile(name: "a.md", text: text), SourceFile(name: "b.md", text: "# B\n\nLast words.\n"),
    ])
    .expectSound()
  }

  @Test func lineEndsAreTheDocuments() throws {
    let imported = try Imported("# A\r\n\r\n## Labels\r\n\r\n- **X**: one\r\n- **Y**: two\r\n")
    #expect(!imported.draft.replacing("\r\n", with: "").contains("\n"))
    #expect(imported.labels == ["x", "y"])
  }

  @Test func encodingsAreConverted() throws {
    let latin = try Imported([
      SourceFile(name: "a.md", bytes: Array("# Caf".utf8) + [0xE9, 0x20, 0x93, 0x78, 0x94, 10])
    ])
    latin.expectSound()
    #expect(latin.body == "# Café “x”\n")
    #expect(latin.entries(.changed) == ["0: written in Windows-1252; the draft is UTF-8"])
    let wide = Array("# Caf\u{E9}\n".utf16)
    for isLittle in [true, false] {
      let mark: [UInt8] = isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]
      let bytes =
        mark
        + wide.flatMap { unit -> [UInt8] in
          let parts = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
          return isLittle ? parts : parts.reversed()
        }
      let imported = try Imported([SourceFile(name: "a.md", bytes: bytes)])
      imported.expectSound()
      #expect(imported.body == "# Café\n")
    }
  }

  @Test func siteFrontMatterIsKept() throws {
    let imported = try Imported(
      "---\nlayout: page\ntitle: 'The \"guide\"'\nlang: fr\ntags: [a, '```b']\n---\n\nText.\n")
    imported.expectSound()
    #expect(imported.guideline.title.value == "The \"guide\"")
    #expect(imported.guideline.language.value == "fr")
    #expect(
      imported.draft.hasSuffix(
        "````yaml\nlayout: page\ntitle: 'The \"guide\"'\nlang: fr\ntags: [a, '```b']\n````\n"))
    let hugo = try Imported("+++\ntitle = \"Guide\"\n+++\n\nText.\n")
    hugo.expectSound()
    #expect(hugo.guideline.title.value == "Guide")
  }

  @Test func dangerousMarkupIsShown() throws {
    let imported = try Imported(
      "<script>alert(1)</script>\n\n> - <iframe src=\"x\"></iframe>\n\nA <b onclick=\"x()\">bold</b> <script></script> move.\n\n[x](javascript:alert(1))\n"
    )
    imported.expectSound()
    #expect(imported.body.contains("```html\n<script>alert(1)</script>\n```\n"))
    #expect(imported.body.contains("> - ```html\n>   <iframe src=\"x\"></iframe>\n>   ```\n"))
    #expect(imported.body.contains("A `<b onclick=\"x()\">`bold</b> `<script></script>` move."))
    #expect(imported.entries(.changed).count == 4)
  }

  /// A lone backtick before it must not end where the code begins.
  @Test func markupBehindABacktickIsShown() throws {
    let imported = try Imported("A ` and [a](b.md) <b onclick=1>x</b>\n")
    imported.expectSound()
    #expect(imported.body == "A ` and [a](b.md) ``<b onclick=1>``x</b>\n")
  }

  @Test func picturesInHTMLBecomePictures() throws {
    let imported = try Imported(
      "Text.\n\n<img src=\"img/a b.png\" alt=\"A\">\n\n<img src=\"a.png\" alt=\"A\" width=3/>\n")
    imported.expectSound()
    #expect(imported.body.contains("\n![A](a.png)\n"))
    #expect(imported.body.contains("\n![A](<img/a b.png>)\n"))
  }

  @Test(arguments: [
    ("src='a_b.png' alt='a_b *c* [d] & <e>'", "![a\\_b \\*c\\* \\[d\\] \\& \\<e\\>](a_b.png)"),
    ("SRC=\"a%20b.png\" TITLE='the \"rim\"'", "![](a%20b.png \"the \\\"rim\\\"\")"),
    ("src=\"a(1).png?x=1&y=2\" alt='one'", "![one](<a(1).png?x=1&y=2>)"),
    ("src=\"a.png\" alt=\"this &amp; that\"", "<img src=\"a.png\" alt=\"this &amp; that\">"),
  ])
  func marksInTheWordsOfAPictureAreEscaped(_ attributes: String, _ picture: String) throws {
    let imported = try Imported("See:\n<img \(attributes)>\n")
    imported.expectSound()
    #expect(imported.body == "See:\n\(picture)\n")
  }

  /// What HTML says of a link is compared as what Markdown says of it.
  @Test(arguments: [
    "<a href=\"https://x.example/a%20b.html?c=1&amp;d=%C3%A9#e\">x</a>",
    "<A HREF='../a%20b.md#c' TITLE='50%25 more'>x</A>", "<a href=\"a%2Fb.pdf\">x</a>",
    "<img src=\"img%20one/a%20b.png\" usemap=\"#m\">", "<a href=a%20b.html onclick=\"x()\">x</a>",
    "<div onclick=1><a href=\"a%20b.html\">x</a></div>",
    "<video src=\"a%20b.mp4\" title=\"&lt;b&gt;\"></video>",
  ])
  func linksInMarkupAreKept(_ markup: String) throws {
    for text in [
      "See \(markup) here.\n", "\(markup)\n", "- \(markup)\n", "| a |\n|---|\n| \(markup) |\n",
    ] {
      try Imported("# T\n\n" + text).expectSound()
      try Imported([
        SourceFile(name: "x/a.md", text: text), SourceFile(name: "b.md", text: text),
      ]).expectSound()
    }
  }

  @Test func anEmojiLeavesNothingInAnID() throws {
    let imported = try Imported(
      "# T\n\n## Labels\n\n### \u{26A0}\u{FE0F} Hate\nOne. See [ham](#-ham) and [hate](#hate).\n\n### Ham\nTwo. See [hate](#\u{FE0F}-hate).\n"
    )
    imported.expectSound()
    #expect(imported.labels == ["hate", "ham"])
    #expect(imported.body.contains("[ham](#ham) and [hate](#hate)"))
    #expect(imported.body.contains("Two. See [hate](#hate)"))
  }

  @Test func notesBecomeQuotes() throws {
    let imported = try Imported(
      "!!! example \"Examples\"\n\n    1. *One*, from [here](x.md)\n\n        <b>two</b>\n\nText.\n"
    )
    imported.expectSound()
    #expect(imported.body.hasPrefix("> **example \"Examples\"**\n"))
  }

  @Test func attributesOfSitesBecomeComments() throws {
    let imported = try Imported(
      "![one](a.png){: width=\"300\"}\n\nText ![two](b.png){width=50%} goes {on}.\n{: .note }\n")
    imported.expectSound()
    #expect(
      imported.body
        == "![one](a.png)\n\n<!-- {: width=\"300\"} -->\n\n"
        + "Text ![two](b.png)<!-- {width=50%} --> goes {on}.\n<!-- {: .note } -->\n")
    #expect(imported.entries(.kept).count == 3)
  }

  @Test(arguments: ["lang: es", "title: Guía\nlanguage: es-MX", "title: 'A: \"b\"'"])
  func frontMatterThatTheDraftSaysIsNotSaidTwice(_ data: String) throws {
    let imported = try Imported("---\n\(data)\n---\n\n# Guía\n\nUna.\n")
    imported.expectSound()
    #expect(imported.body == "\n# Guía\n\nUna.\n")
    let other = try Imported("---\n\(data)\nlayout: page\n---\n\n# Guía\n\nUna.\n")
    other.expectSound()
    #expect(other.body.contains("layout: page"))
  }

  @Test(arguments: ["title: Guía # for us", "title: [a]", "lang: es\nlanguage: fr"])
  func frontMatterThatSaysMoreIsKept(_ data: String) throws {
    let imported = try Imported("---\n\(data)\n---\n\n# Guía\n\nUna.\n")
    imported.expectSound()
    #expect(imported.body.contains(data))
  }

  @Test func aTitleThatIsNotTakenIsKept() throws {
    let imported = try Imported(
      [SourceFile(name: "a.md", text: "---\ntitle: One\n---\n\nText.\n")],
      ImportOptions(title: "Two"))
    imported.expectSound()
    #expect(imported.body.contains("title: One"))
  }

  @Test func theTitleMayStandInMarkup() throws {
    let imported = try Imported(
      "<div>\n  <h1>Guide &amp; more</h1>\n  <p>Version 2</p>\n</div>\n\n# Introduction\n\nHello.\n"
    )
    imported.expectSound()
    #expect(imported.guideline.title.value == "Guide & more")
  }

  @Test func namesInMarkupAreFound() throws {
    let imported = try Imported(
      """
      # Guide

      See [the rule](#tight), [this](#here) and [nothing](#nowhere).

      <a name="tight"></a>
      ## Rule 1: boxes are tight

      Words <a id="here"></a> and words.
      """)
    imported.expectSound()
    #expect(imported.body.contains("[the rule](#rule-1-boxes-are-tight)"))
    #expect(imported.body.contains("[this](#rule-1-boxes-are-tight)"))
    #expect(imported.entries(.suggestion).count == 1)
  }
}
