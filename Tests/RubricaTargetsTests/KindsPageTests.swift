import Foundation
import RubricaCompiler
import RubricaModel
import RubricaSource
import RubricaTargets
import Testing

/// How the page shows answers that are no marks on a picture. The goldens hold every byte of it; here
/// is what must be true of it.
struct KindsPageTests {
  private func page(_ fixture: String, language: String? = nil) throws -> String {
    if let language {
      let folder = Compiling.repository.appending(path: "Tests/Fixtures/\(fixture)")
      let text = try String(contentsOf: folder.appending(path: "guideline.md"), encoding: .utf8)
      let compilation = try Compiling.compile([
        "guideline.md": text.replacing(
          "version: 1.0.0", with: "version: 1.0.0\nlanguage: \(language)"),
        "rubrica.yaml": "rubrica: 1\ntargets:\n  instructions: {}\n",
      ])
      return try #require(compilation.text("instructions/index.html"))
    }
    let compilation = try Compiling.compile(folder: "Tests/Fixtures/\(fixture)")
    return try #require(compilation.text("instructions/index.html"))
  }

  private func part(_ page: String, from start: String, to end: String) throws -> String {
    let first = try #require(page.range(of: start))
    let last = try #require(page.range(of: end, range: first.upperBound..<page.endIndex))
    return String(page[first.lowerBound..<last.upperBound])
  }

  @Test func tracksAreHiddenWhereTheyAreHidden() throws {
    let page = try page("kinds-drive")
    let timeline = try part(page, from: "<div class=\"timeline\"", to: "</p></div>")
    // 0 to 30 of 95 frames, then nothing; the second from 70.
    #expect(timeline.contains("--at:0%;--long:31.6%"))
    #expect(timeline.contains("--at:73.7%;--long:26.3%"))
    #expect(timeline.split(separator: "class=\"lane\"").count == 4)
    #expect(timeline.contains("<span>frame 0</span><span>frame 95</span>"))
    #expect(page.contains("frames 0 to 30, hidden from frame 30"))
  }

  @Test func segmentsHaveALaneForEachLabel() throws {
    let page = try page("kinds-dawn")
    let timeline = try part(page, from: "<div class=\"timeline\"", to: "</p></div>")
    #expect(timeline.split(separator: "class=\"lane\"").count == 3)
    // The recording is longer than what is marked in it.
    #expect(timeline.contains("--at:12.5%;--long:31.3%"))
    #expect(timeline.contains("<span>0 s</span><span>4 s</span>"))
    #expect(page.contains("from 0.5 s to 1.75 s"))
  }

  @Test func cuboidsAreTurnedByTheirYaw() throws {
    let page = try page("kinds-scan")
    let plan = try part(page, from: "<figure class=\"plan\"", to: "</svg>")
    // 4.2 by 1.8 m around (12, 4), turned by 0.4: the front left corner, y downwards.
    #expect(plan.contains("13.58,-5.65 9.72,-4.01 10.42,-2.35 14.28,-3.99"))
    // The person is turned by a quarter: its front is below its middle.
    #expect(plan.contains("points=\"5,3 5,3.3\""))
    #expect(page.contains("4.2 m long, 1.8 m wide, 1.5 m high, turned by 23°"))
  }

  @Test func masksLieOverTheirPictureOnce() throws {
    let page = try page("kinds-road")
    let filters = page.ranges(of: "<filter id=\"mask.")
    #expect(filters.count == 3, "two in the good example, one in the bad")
    #expect(page.contains("<g filter=\"url(#mask.1)\"><image id=\"picture."))
    #expect(page.contains("<g filter=\"url(#mask.3)\"><use href=\"#picture."))
    // Marks in space are numbered behind those on the picture, and named in the list only.
    #expect(page.contains("<code>red</code>"))
    #expect(page.contains("in-front-of"))
  }

  @Test func candidatesStandBesideEachOther() throws {
    let page = try page("kinds-replies")
    let candidates = try part(page, from: "<div class=\"input candidates\">", to: "</div>")
    #expect(candidates.ranges(of: "<figure>").count == 3)
    #expect(candidates.contains("&lt;hot&gt;"))
    let order = "<li>Reply A</li><li>Reply B, Reply C (equally good)</li>"
    #expect(page.contains("<ol class=\"ranking\">\(order)</ol>"))
    #expect(page.contains("The reward model of May has already answered."))
  }

  @Test func theWordsAreOfTheLanguageOfThePage() throws {
    let german = try page("kinds-replies", language: "de")
    #expect(german.contains("Reply B, Reply C (gleich gut)"))
    #expect(german.contains("Es gibt schon Antworten (the reward model of May)."))
    let welsh = try page("kinds-replies", language: "cy")
    #expect(welsh.contains("<li lang=\"en\" dir=\"ltr\">Reply B, Reply C (equally good)</li>"))
  }

  @Test func otherPagesCarryNoStylesForThem() throws {
    let compilation = try Compiling.compile(folder: "Tests/Fixtures/hostile-pictures")
    let page = try #require(compilation.text("instructions/index.html"))
    #expect(!page.contains(".timeline"))
    #expect(try self.page("kinds-dawn").contains(".timeline"))
  }
}
