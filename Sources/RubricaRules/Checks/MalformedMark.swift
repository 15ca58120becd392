package import RubricaModel
package import RubricaSource

/// Marks in a text can be read.
package enum MalformedMark: Check {
  package static let info = CheckInfo(
    id: "malformed-mark",
    levels: .stumble,
    summary: "Every mark in an example's text is `[words]{LABEL}`, every relation `#a -name-> #b`.",
    rationale: """
      A mark that is not closed is read as plain text: annotators see brackets, and the example \
      teaches that there is nothing to mark.
      """,
    bad: [
      CheckExample(Sample.names("> ⟪[Ada]{#a}⟫ slept.\n")),
      CheckExample(Sample.titled("> [Ada]{PER title=⟪\"Dr⟫} slept.\n")),
      CheckExample(Sample.titled("> [Ada]{PER title=\"the ⟪\"⟫first\" one\"} slept.\n")),
      CheckExample(Sample.titled("> [Ada]{PER title=⟪{Dr}⟫} slept.\n")),
      CheckExample(
        Sample.names("> ⟪[Ada{PER}⟫ met [Grace]{PER}.\n"),
        fixed: Sample.names("> [Ada]{PER} met [Grace]{PER}.\n")),
      CheckExample(
        Sample.names("> He and ⟪[Ada][per]⟫ slept, ⟪{Grace}[PER]⟫, ⟪[Bo]｛PER｝⟫ not.\n"),
        fixed: Sample.names(
          "> He and [Ada]{PER} slept, [Grace]{PER}, [Bo]{PER} not.\n")),
      CheckExample(
        Sample.names(#"> ⟪\[Ada\]{PER}⟫ slept, ⟪[Grace]\{PER #g\}⟫ did not."# + "\n"),
        fixed: Sample.names("> [Ada]{PER} slept, [Grace]{PER #g} did not.\n")),
      CheckExample(Sample.names("> Ada]⟪{PER}⟫ met [Grace]{PER} and Bo⟪{ORG}⟫.\n")),
      CheckExample(Sample.names("> [Ada]{PER}⟪{ORG}⟫ slept, [Grace]{PER}⟪[ORG]⟫ did not.\n")),
      CheckExample(Sample.names("> rows[i]⟪[PER]⟫ and [2]⟪[ORG]⟫, says [Ada]{PER}.\n")),
      CheckExample(
        Sample.names(
          layers: Sample.relationLayers,
          "> [Ada]{⟪PER#a⟫} joined [Acme]{ORG #b}.\n>\n> #a -works-for-> #b\n"),
        fixed: Sample.names(
          layers: Sample.relationLayers,
          "> [Ada]{PER #a} joined [Acme]{ORG #b}.\n>\n> #a -works-for-> #b\n")),
      CheckExample(
        Sample.titled("> [Ada]{PER ⟪title: Dr⟫} slept, [Grace]{PER ⟪title:Dr⟫} woke.\n"),
        fixed: Sample.titled("> [Ada]{PER title=Dr} slept, [Grace]{PER title=Dr} woke.\n")),
      CheckExample(
        Sample.joined("⟪#a –works-for–> #b⟫"), fixed: Sample.joined("#a -works-for-> #b")),
      CheckExample(
        Sample.joined("⟪#a -works-for→ #b⟫"), fixed: Sample.joined("#a -works-for-> #b")),
      CheckExample(Sample.joined("⟪#a → #b⟫")),
      CheckExample(Sample.names("> - ⟪[Ada]{PER}⟫ slept.\n> - [Grace]{PER} woke.\n")),
      CheckExample(
        Sample.joined("⟪#a works-for #b⟫"), fixed: Sample.joined("#a -works-for-> #b")),
      CheckExample(
        Sample.names(
          layers: Sample.relationLayers,
          "> [Ada]{PER #a} joined [Acme]{ORG #b}. ⟪#a -works-for-> #b⟫\n")),
    ],
    good: [
      CheckExample(Sample.names("> [Ada]{PER} met [Grace]{PER}.\n")),
      CheckExample(Sample.names("```text\n- [Ada]{PER} slept.\n- [Grace]{PER} woke.\n```\n")),
      CheckExample(
        Sample.names(
          #"> Dear {PER}, [Ada]{PER} wrote f{x}, [NAME][x], {a}[b] and T\{PER\}."# + "\n")),
      CheckExample(
        Sample.names(
          #"> /api/{PER}/e, \textbf{PER}, ${PER}, {{PER}} and x_{PER}, says [Ada]{PER}."# + "\n")),
      CheckExample(Sample.names("> [Ada]{PER} slept.\n> #late – #again\n")),
      CheckExample(Sample.titled(#"> [Ada]{PER title=\{Dr\}} slept."# + "\n")),
      CheckExample(Sample.titled(#"> [Ada]{PER title="the {\"first\"} one"} slept."# + "\n")),
      CheckExample(
        Sample.joined("#a -works-for-> #b\n\nThe text `#a -works-for-> #b` joins the two.")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .malformedMark(let what, let meant, let advice) = problem.kind else { continue }
      let isWritten = meant == index.guideline.sources.text(problem.span)
      report.add(
        info, at: problem.span, malformed(what),
        help: advice ?? help(what, meant, isWritten: isWritten),
        fixes: isWritten ? [] : meant.map { [replacing(problem.span, with: $0)] } ?? [])
    }
  }

  private static func help(_ what: String, _ meant: String?, isWritten: Bool) -> String {
    if isWritten {
      return "give it a line of its own at the end of the text, or a paragraph of its own behind it"
    }
    if let meant { return "write `\(Wording.excerpt(meant))`" }
    return what.contains("relation")
      ? "write the name of the relation into the arrow, as in `#a -name-> #b`"
      : "write `[words]{LABEL}`, or `\\[` for a plain bracket"
  }

  private static func replacing(_ place: Span, with line: String) -> Fix {
    Fix("replace with `\(line)`", edits: [.init(place, line)], isSafe: false)
  }

  private static func malformed(_ what: String) -> String { "this mark cannot be read: \(what)" }
}

extension Sample {
  /// Names with an attribute.
  fileprivate static func titled(_ text: String) -> String {
    names(layers: nameLayers + "\n  attributes: [{id: title, type: text}]", text)
  }

  /// Two names, and this line behind them.
  fileprivate static func joined(_ line: String) -> String {
    names(layers: relationLayers, "> [Ada]{PER #a} joined [Acme]{ORG #b}.\n>\n> \(line)\n")
  }
}
