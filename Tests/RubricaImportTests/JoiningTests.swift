import RubricaImport
import RubricaModel
import RubricaSource
import Testing

/// Several documents as one guideline.
struct JoiningTests {
  @Test func linksBetweenDocumentsBecomeAnchors() throws {
    let imported = try Imported([
      SourceFile(
        name: "docs/README.md",
        text:
          "# Guide\n\nSee [labels](labels/list.md), [car](labels/list.md#3-car \"t\"), [me][m], [gone](gone.md) and [lost](labels/list.md#lost).\n\n[m]: ./labels/list.md#intro\n"
      ),
      SourceFile(
        name: "docs/labels/list.md",
        text:
          "Words first.\n\n## Intro\n\nBack to [the guide](../README.md).\n\n## 3. Car\n\n## Intro\n\n[Second](#intro-1)\n"
      ),
    ])
    imported.expectSound()
    #expect(
      imported.body.contains(
        "See [labels](#list), [car](#3-car \"t\"), [me][m], [gone](gone.md) and [lost](labels/list.md#lost)."
      ))
    #expect(imported.body.contains("[m]: #intro\n"))
    #expect(imported.body.contains("# List\n\nWords first."))
    #expect(imported.body.contains("[the guide](#guide)"))
    #expect(imported.entries(.suggestion).count == 2)
  }

  @Test func anchorsOfTheSecondDocumentAreItsOwn() throws {
    let imported = try Imported([
      SourceFile(name: "a.md", text: "# A\n\n## Examples\n\n- one\n\n[x](#examples)\n"),
      SourceFile(name: "b.md", text: "# B\n\n## Examples\n\n- two\n\n[y](#examples)\n"),
    ])
    imported.expectSound()
    #expect(imported.body.contains("[x](#examples)"))
    #expect(imported.body.contains("[y](#examples-1)"))
  }

  @Test func linkDefinitionsStayApart() throws {
    let imported = try Imported([
      SourceFile(
        name: "a.md",
        text: "# A\n\n[one][1] and [two].\n\n[1]: http://a.example\n[two]: http://two.example\n"),
      SourceFile(
        name: "b.md",
        text: "# B\n\n[one][1], [1][], [1] and [two] in brackets.\n\n[1]: http://b.example\n"),
    ])
    imported.expectSound()
    let links = imported.guideline.references.map(\.destination)
    #expect(
      links == [
        "http://a.example", "http://two.example", "http://b.example", "http://b.example",
        "http://b.example",
      ])
    #expect(imported.body.contains("and [two] in brackets."))
  }

  @Test func openBlocksAreClosed() throws {
    let imported = try Imported([
      SourceFile(name: "a.md", text: "# A\n\n~~~~ x\ncode\n"),
      SourceFile(name: "b.md", text: "<!-- open\n"), SourceFile(name: "c.md", text: "Last."),
    ])
    imported.expectSound()
    #expect(imported.body.contains("code\n\n~~~~\n"))
    #expect(imported.body.hasSuffix("# C\n\nLast.\n"))
  }

  @Test func mediaAreListed() throws {
    let imported = try Imported([
      SourceFile(
        name: "docs/a/x.md",
        text:
          "![one](img/p.png)\n\n[sheet](../sheet%20one.pdf)\n\n<img src=\"img/q.png\" onerror=\"x\">\n"
      ),
      SourceFile(
        name: "docs/b/y.md",
        text:
          "![two](img/p.png?raw=true)\n\n![far](https://x.example/p.png)\n\n![again][p]\n\n[p]: img/p.png 'T'\n"
      ),
    ])
    imported.expectSound()
    #expect(
      imported.result.media.map { "\($0.source) \($0.path) \($0.file):\($0.line)" } == [
        "docs/a/img/p.png media/p.png docs/a/x.md:1",
        "docs/sheet one.pdf media/sheet one.pdf docs/a/x.md:3",
        "docs/b/img/p.png media/img/p.png docs/b/y.md:1",
      ])
    #expect(imported.body.contains("[sheet](media/sheet%20one.pdf)"))
    #expect(imported.body.contains("![two](media/img/p.png)"))
    #expect(imported.body.contains("[p]: media/img/p.png 'T'"))
  }

  @Test func oneFolderKeepsItsPaths() throws {
    let imported = try Imported("![one](img/p.png) ![two](./q.png)\n", name: "docs/x.md")
    imported.expectSound()
    #expect(imported.body == "![one](img/p.png) ![two](./q.png)\n")
    #expect(imported.result.media.map(\.path) == ["img/p.png", "q.png"])
  }

  @Test func idsComeFromNames() throws {
    #expect(try Imported("# X\n", name: "docs/My Guide_v2.md").guideline.id.value == "my-guide-v2")
    #expect(
      try Imported("# X\n", name: "street-signs/README.md").guideline.id.value == "street-signs")
    #expect(try Imported("# X\n", name: "日本.md").guideline.id.value == "imported")
  }

  @Test func linksInMarkupLeadToTheDraft() throws {
    let imported = try Imported([
      SourceFile(
        name: "a/x.md",
        text:
          "# X\n\nSee <a href=\"../y.md#2-car\">cars</a>, <a href='#1-part'>here</a> and <a HREF=q.pdf>it</a>.\n\n## 1. Part\n\n<div>\n<video src=\"v%20one.mp4\"></video>\n</div>\n\n> <p>\n> <a href=\"#1-part\">there</a>\n> </p>\n\n## 2. Rules\n\n- See <a href=\"#2-rules\">it</a>.\n"
      ),
      SourceFile(name: "y.md", text: "# Y\n\n## 2. Car\n\nAny.\n"),
    ])
    imported.expectSound()
    #expect(
      imported.body.contains(
        "See <a href=\"#2-car\">cars</a>, <a href='#1-part'>here</a> and <a HREF=media/q.pdf>it</a>."
      ))
    #expect(imported.body.contains("<video src=\"media/v%20one.mp4\"></video>"))
    #expect(imported.body.contains("See <a href=\"#rules\">it</a>."))
    #expect(imported.result.media.map(\.path) == ["media/q.pdf", "media/v one.mp4"])
  }
}
