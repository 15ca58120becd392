internal import ArgumentParser
internal import RubricaFiles
internal import RubricaLint
internal import RubricaSource
internal import RubricaSyntax

struct LintCommand: RubricaCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Reports what the validators of OSCAL, CycloneDX and Croissant let pass.",
    discussion: """
      References that lead nowhere, ids that stand twice, digests and words that are none, properties \
      that no reader knows. Files that belong together are given together: a verdict is then held \
      against the catalogue beside it. It takes the place of no validator.
      """)

  @Argument(
    help: "JSON files in one of the formats, from whatever program.",
    transform: PathArgument.checked)
  var files: [String]

  @Option(help: "How findings are written: text, json, sarif or github.")
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
        "`\(name)` is in none of the formats that can be linted",
        help: "They are OSCAL, CycloneDX and Croissant, as JSON.")
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
