import RubricaSource
import Testing

struct ReportTests {
  @Test func reportsSortBySourceAndAreSilentBelowTheirStage() {
    let check = CheckInfo(
      id: "a", levels: Levels(draft: nil, pilot: .warning, release: .error), summary: "",
      rationale: "", bad: [], good: [])
    var draft = Report(stage: .draft)
    draft.add(check, at: Span(SourceID(0), 0, 1), "x")
    #expect(draft.diagnostics.isEmpty)
    var release = Report(stage: .release)
    release.add(check, at: Span(SourceID(0), 5, 6), "second")
    release.add(check, at: Span(SourceID(0), 1, 2), "first")
    #expect(release.sorted().map(\.message) == ["first", "second"])
    #expect(release.sorted().allSatisfy { $0.severity == .error })
  }

  @Test func placesLieInTheirFile() {
    let places = Places(of: [Span(SourceID(1), 5, 6), Span(SourceID(0), 9, 12)])
    #expect(places.areWithin(Span(SourceID(1), 5, 6)))
    #expect(places.areWithin(Span(SourceID(0), 4, 10)))
    #expect(!places.areWithin(Span(SourceID(0), 4, 9)))
    #expect(!places.areWithin(Span(SourceID(0), 10, 20)))
    #expect(!places.areWithin(Span(SourceID(2), 0, 20)))
  }
}
