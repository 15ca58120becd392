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
    abstract: "Shows what changed between two versions of a guideline, grouped by effect.",
    discussion: """
      Each side is a Markdown file, a guideline folder, a workspace, a built bundle, or \
      `REVISION:PATH` in a git repository. Changes are grouped by what they mean for labels: changes \
      of meaning (with the answers to review), of wording, of presentation, of administration. Before \
      them stands what changed for the whole workspace: who must approve, and the rest of rubrica.yaml.

      Exit codes: 0 compared; 1 with --exit-code: there is a difference; 2 could not compare.
      """)

  @Argument(
    help: "The old side; with --git or --base, the only side.", completion: .file(),
    transform: PathArgument.checked)
  var old: String

  @Argument(help: "The new side.", completion: .file(), transform: PathArgument.checked)
  var new: String?

  @Option(help: "Compare a path with its content in this git revision.")
  var git: String?

  @Flag(help: "Compare a guideline with the one that it extends.")
  var base = false

  @Option(
    help: "The output format: text, json, markdown or html (a page for annotators).")
  var format = DifferenceFormat.text

  @Option(
    help: """
      Show only changes of this kind: semantic, wording, presentation or administrative. Repeatable.
      """)
  var only: [Change.Kind] = []

  @Flag(help: "Exit with code 1 if there is a difference of the kinds shown.")
  var exitCode = false

  func execute(_ console: Console) throws -> Outcome {
    let (from, to) = try sides()
    let kinds = only.isEmpty ? Set(Change.Kind.allCases) : Set(only)
    let report = DifferenceReport(from, to, kinds: kinds)
    if report.entries.isEmpty, report.added.isEmpty, report.removed.isEmpty {
      throw Failure(
        "no guideline exists on both sides",
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
      console.status("note: a bundle contains no pictures and recordings; they were not compared")
    }
    if from.hasWorkspace != to.hasWorkspace, (from.workspace ?? to.workspace) != nil {
      console.status(
        "note: a bundle contains no rubrica.yaml; who must approve was not compared")
    }
    console.status("compared \(from.name) with \(to.name): \(report.summary)")
    return exitCode && !report.isEmpty ? .refused : .fine
  }

  private func page(_ report: DifferenceReport) throws(Failure) -> [UInt8] {
    guard report.entries.count == 1 else {
      throw Failure(
        "the page shows one guideline, but there are \(report.entries.count)",
        help: "Name one guideline on each side.")
    }
    return DifferencePage(report.entries[0].difference).bytes
  }

  private func sides() throws(Failure) -> (Operand, Operand) {
    if git != nil || base {
      guard new == nil, git == nil || !base else {
        throw Failure(
          new.map { "--git and --base take one path, but `\($0)` is a second one" }
            ?? "--git and --base name two different old sides",
          help: "Write `REVISION:PATH` for each side instead.")
      }
      if base { return try Operand.baseAndExtension(old) }
      return (try .git(revision: git ?? "", diskPath: old), try .open(old))
    }
    guard let new else {
      throw Failure(
        "two sides are needed, but only `\(old)` was given",
        help: "Add a second path, or `--git REVISION`.")
    }
    return (try .open(old), try .open(new))
  }
}

extension Change.Kind: ExpressibleByArgument {}
