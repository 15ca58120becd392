internal import ArgumentParser
internal import RubricaDifference
internal import RubricaModel

/// The formats of `diff`.
enum DifferenceFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, markdown, html
}

struct DiffCommand: RubricaCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tells what changed between two versions of a guideline, and what that means.",
    discussion: """
      Each side is a Markdown file, the folder of a guideline, a workspace, a built bundle, or \
      `REVISION:PATH` of a git repository. Changes are told by what they do to labels: of meaning (with the answers to look at \
      again), of wording, of looks, of administration.

      Exit codes: 0 compared, 1 with --exit-code if there is a difference, 2 could not compare.
      """)

  @Argument(
    help: "The old side; with --git or --base the only one.", transform: PathArgument.checked)
  var old: String

  @Argument(help: "The new side.", transform: PathArgument.checked)
  var new: String?

  @Option(help: "Compares the files at a path with what they were in this git revision.")
  var git: String?

  @Flag(help: "Compares a guideline with the one that it extends.")
  var base = false

  @Option(
    help: "How the difference is written: text, json, markdown or html, a page for annotators.")
  var format = DifferenceFormat.text

  @Option(
    help: """
      Tells only changes of this kind: semantic, wording, presentation or administrative. Repeatable.
      """)
  var only: [Change.Kind] = []

  @Flag(help: "Ends with 1 if there is a difference of the kinds asked for.")
  var exitCode = false

  func execute(_ console: Console) throws -> Outcome {
    let (from, to) = try sides()
    let kinds = only.isEmpty ? Set(Change.Kind.allCases) : Set(only)
    let report = DifferenceReport(from, to, kinds: kinds)
    if report.entries.isEmpty, report.added.isEmpty, report.removed.isEmpty {
      throw Failure(
        "no guideline is on both sides",
        help: "Guidelines of workspaces are matched by their ids. Name one guideline on each side.")
    }
    switch format {
    case .text:
      if !report.isEmpty {
        console.output(DifferenceText(report: report, style: console.style).text)
      }
    case .json: console.output(DifferenceJSON(report).bytes)
    case .html: console.output(try page(report))
    case .markdown: if !report.isEmpty { console.output(DifferenceMarkdown(report: report).text) }
    }
    if !from.hasMedia || !to.hasMedia {
      console.status("note: pictures and recordings are not in a bundle and were not compared")
    }
    console.status("compared \(from.name) with \(to.name): \(report.summary)")
    return exitCode && !report.isEmpty ? .refused : .fine
  }

  private func page(_ report: DifferenceReport) throws(Failure) -> [UInt8] {
    guard report.entries.count == 1 else {
      throw Failure(
        "a page tells of one guideline, and there are \(report.entries.count)",
        help: "Name one guideline on each side.")
    }
    return DifferencePage(report.entries[0].difference).bytes
  }

  private func sides() throws(Failure) -> (Operand, Operand) {
    if git != nil || base {
      guard new == nil, git == nil || !base else {
        throw Failure(
          new.map { "with --git or --base there is one path, and `\($0)` is a second" }
            ?? "--git and --base name two different old sides",
          help: "Write `REVISION:PATH` to name the revision of each side.")
      }
      if base { return try Operand.baseAndExtension(old) }
      return (try .git(revision: git ?? "", diskPath: old), try .open(old))
    }
    guard let new else {
      throw Failure(
        "a difference has two sides, and only `\(old)` is given",
        help: "Give a second path, or `--git REVISION`.")
    }
    return (try .open(old), try .open(new))
  }
}

extension Change.Kind: ExpressibleByArgument {}
