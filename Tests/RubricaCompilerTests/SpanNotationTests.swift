import RubricaCompiler
import RubricaModel
import RubricaSource
import Testing

struct SpanNotationTests {
  private func example(_ body: String) throws -> (ExampleText, Guideline) {
    let guideline = try Fixture.guideline(
      Fixture.task("{id: e, kind: span, labels: [{id: PER}, {id: ORG}]}", "## Good: x\n\n\(body)\n")
    )
    guard case .text(let text)? = guideline.examples.first?.input else {
      throw NoText()
    }
    return (text, guideline)
  }

  private struct NoText: Error {}

  private func marked(_ text: ExampleText) -> [String] {
    let scalars = Array(text.text.unicodeScalars)
    return text.marks.map { mark in
      mark.ranges.map { String(String.UnicodeScalarView(scalars[$0])) }.joined(separator: "…")
        + "/" + mark.label.value
    }
  }

  @Test func marksNestAndCountScalars() throws {
    let (text, guideline) = try example("> 🙂 [[Bänk]{ORG} of England]{ORG #b} and [Ann]{PER}.")
    #expect(text.text == "🙂 Bänk of England and Ann.")
    #expect(marked(text) == ["Bänk of England/ORG", "Bänk/ORG", "Ann/PER"])
    #expect(text.marks[0].id?.value == "b")
    #expect(guideline.text(text.marks[2].span) == "[Ann]{PER}")
  }

  /// A backslash that is escaped itself escapes no bracket.
  @Test(arguments: [
    (#"> \\[Anna]{PER} met."#, #"\Anna met."#, ["Anna/PER"]),
    (#"> \[Anna]{PER} met."#, "[Anna]{PER} met.", []),
    (#"> \\\[Anna]{PER} met."#, #"\[Anna]{PER} met."#, []),
    (#"> a\\ \\\\b [Anna]{PER}\\"#, #"a\ \\b Anna\"#, ["Anna/PER"]),
    ("```text\n" + #"\\\\srv\x \\[Anna]{PER}"# + "\n```", #"\\\\srv\x \Anna"#, ["Anna/PER"]),
  ])
  func escapedBackslashesEscapeNothing(body: String, text: String, marks: [String]) throws {
    let (read, _) = try example(body)
    #expect(read.text == text)
    #expect(marked(read) == marks)
  }

  @Test func theSameIdJoinsParts() throws {
    let (text, _) = try example("> [left]{PER #a} and right [arm]{PER #a}")
    #expect(marked(text) == ["left…arm/PER"])
  }

  @Test func attributesAndFlags() throws {
    let (text, _) = try example("> [no pain]{PER negated when=\"last week\" #p}")
    #expect(text.marks[0].attributes.map(\.id.value) == ["negated", "when"])
    #expect(text.marks[0].attributes.map(\.value.value) == ["true", "last week"])
  }

  /// Braces in a quoted value close nothing, and an escaped quotation mark ends nothing.
  @Test(arguments: [
    (#"> Dear [Ann]{PER as="write {name} here"}, hi."#, "Dear Ann, hi.", "write {name} here"),
    (#"> Dear [Ann]{PER as="5 \"in\" long"}, \"hi\"."#, #"Dear Ann, "hi"."#, #"5 "in" long"#),
    ("```text\n" + #"[Ann]{PER as="a \"b}\" \d"} \"hi\""# + "\n```", #"Ann \"hi\""#, #"a "b}" \d"#),
    (#"> [Ann [B.]{ORG as="]{"}]{PER as="}"} met."#, "Ann B. met.", "}"),
  ])
  func valuesInQuotesAreTakenWhole(body: String, text: String, value: String) throws {
    let (read, guideline) = try example(body)
    #expect(read.text == text)
    #expect(read.marks.first?.attributes.map(\.value.value) == [value])
    #expect(guideline.problemKinds.isEmpty)
  }

  @Test(arguments: [
    #"> Dear [Ann]{PER as="write}, hi."#, #"> Dear [Ann]{PER as=5"}, hi."#,
    #"> Dear [Ann]{PER as="5 "inches" long"}, hi."#,
  ])
  func quotesAroundPartOfAValueAreFound(body: String) throws {
    let (read, guideline) = try example(body)
    #expect(read.text == "Dear Ann, hi.")
    #expect(guideline.problemKinds == ["malformedMark"])
  }

  @Test func relationsEndTheParagraphOfTheText() throws {
    let (text, guideline) = try example(
      "> [Ann]{PER #a} met\n> [Bo]{PER #b} there.\n> #a -knows-> #b\n> #b -knows-> #a")
    #expect(text.text == "Ann met Bo there.")
    #expect(text.relations.map(\.from.value) == ["a", "b"])
    #expect(guideline.problemKinds.isEmpty)
  }

  @Test(arguments: [
    "> [Ann]{PER #a} met Bo.\n> #a - knows -> #b", "> #a -knows-> #b\n> [Ann]{PER #a} met Bo.",
    "> [Ann]{PER #a} met Bo.\n\n#a - knows -> #b", "> [Ann] {PER} met Bo.",
    "> [Ann]{PER #a} met Bo.\n>\n> #a –knows–> #b", "> [Ann]{PER #a} met Bo.\n> #a → #b",
    "```text\n[Ann]{PER #a} met Bo.\n#a -knows→ #b\n```",
    "> [Ann]{PER #a} met [Bo]{PER #b}. (#a -knows-> #b).",
    "```text\n[Ann]{PER #a} met Bo. #a -knows-> #b\nThey left.\n```",
  ])
  func whatIsMeantAsAMarkAndIsNoneIsFound(body: String) throws {
    #expect(try example(body).1.problemKinds == ["malformedMark"])
  }

  /// Words with number signs that are no ids of marks, or no names of relations, are text.
  @Test(arguments: [
    "> [Ann]{PER #a} met Bo.\n> #a and #b", "> [Ann]{PER} met Bo. #one -> #two",
    "```text\n#a → #b\n[Ann]{PER #a} met Bo.\n```",
    "> [Ann]{PER #a} met Bo.\n\nHere `#a -knows-> #b` would be wrong.",
  ])
  func whatIsNoRelationIsText(body: String) throws {
    #expect(try example(body).1.problemKinds.isEmpty)
  }

  @Test func relationsStandOnLinesOfTheirOwn() throws {
    let (text, _) = try example("> [Ann]{PER #a} met [Bob]{PER #b}.\n>\n> #a -knows-> #b")
    #expect(text.text == "Ann met Bob.")
    #expect(text.relations.map(\.relation.value) == ["knows"])
    #expect(text.relations.map(\.from.value) == ["a"])
  }

  @Test func escapedBracketsAreText() throws {
    let (text, guideline) = try example("> a \\[b]{PER} [c]{PER} [d] e")
    #expect(text.text == "a [b]{PER} c [d] e")
    #expect(marked(text) == ["c/PER"])
    #expect(guideline.problems.isEmpty)
  }

  @Test func quotesJoinLinesAndFencesKeepThem() throws {
    let (quote, _) = try example("> one\n> two")
    #expect(quote.text == "one two")
    let (fence, _) = try example("```text\none  \n\n[two]{PER #t}\n#t -is-> #t\n```")
    #expect(fence.text == "one  \n\ntwo")
    #expect(fence.relations.count == 1)
  }

  @Test func brokenMarksAreProblems() throws {
    let (_, guideline) = try example("> [a]{#x} and [b]{PER")
    #expect(guideline.problemKinds.contains("malformedMark"))
  }

  @Test func withoutSpanLayersBracketsAreText() throws {
    let guideline = try Fixture.guideline(
      Fixture.task(
        "{id: c, kind: choice, labels: [{id: a}, {id: b}]}", "## Good: x\n\n> [a]{B} c\n"))
    guard case .text(let text)? = guideline.examples.first?.input else {
      Issue.record("no text")
      return
    }
    #expect(text.text == "[a]{B} c")
  }
}
