internal import ArgumentParser
internal import RubricaFiles
internal import RubricaLint
internal import RubricaSource
internal import RubricaSyntax

struct LintCommand: RubricaCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Reports problems that the validators of OSCAL, CycloneDX and Croissant miss.",
    discussion: """
      References that lead nowhere, duplicate ids, malformed digests, unknown words, properties that \
      no reader knows. Lint files that belong together in one run: a verdict is then compared with \
      the catalogue beside it. It does not replace a validator.
      """)

  @Argument(
    help: "JSON files in one of the formats, written by any program.",
    completion: .file(), transform: PathArgument.checked)
  var files: [String]

  @Option(help: "The output format of the findings: text, json, sarif or github.")
  var format = ReportFormat.text

  func execute(_ console: Console) throws -> Outcome {
    var sources = Sources()
    for path in files {
      do throws(FileProblem) {
        let bytes = try DiskFiles(root: "").read(path, limit: Limits.jsonBytes)
        _ = sources.add(SourceFile(name: path, bytes: bytes))
      } catch {
        throw Failure(error, at: path, doing: "read")
      }
    }
    let outcome = Linter.lint(sources)
    if let name = outcome.unknown.first {
      throw Failure(
        "`\(name)` is not in a format that can be linted",
        help: name.hasSuffix(".md")
          ? "It is for OSCAL, CycloneDX and Croissant, as JSON; `rubrica check` is for guidelines."
          : "The formats are OSCAL, CycloneDX and Croissant, as JSON.")
    }
    let reporter = format.reporter(console.style)
    var fragments: [[UInt8]] = []
    for place in sources.files.indices {
      let own = outcome.findings.filter { $0.span.source == SourceID(place) }
      if !own.isEmpty { fragments.append(reporter.fragment(own, Places(sources, for: own))) }
    }
    console.output(reporter.document(fragments))
    let (count, found) = (files.count, outcome.findings.count)
    console.status(
      "linted \(count) file\(count == 1 ? "" : "s"): "
        + (found == 0 ? "nothing to report" : "\(found) finding\(found == 1 ? "" : "s")"))
    return found == 0 ? .fine : .refused
  }
}
