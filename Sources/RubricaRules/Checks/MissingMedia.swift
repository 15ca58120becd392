package import RubricaModel
package import RubricaSource

/// A file that is shown or linked is there.
package enum MissingMedia: Check {
  package static let info = CheckInfo(
    id: "missing-media",
    levels: .stumble,
    summary: "Every picture, recording and file that the guideline refers to can be read.",
    rationale: "Annotators see a broken picture where the example should be, and continue reading.",
    bad: [
      CheckExample(Sample.signs("⟪![A stop sign](media/stop.png)⟫")),
      CheckExample(
        Sample.names("> ⟪[Ada](PER)⟫ met [Grace]{PER}.\n"),
        fixed: Sample.names("> [Ada]{PER} met [Grace]{PER}.\n")),
      CheckExample(
        Sample.signs("⟪![A stop sign](media/Stop.png)⟫"), files: ["media/stop.png": "PNG"],
        fixed: Sample.signs("![A stop sign](media/stop.png)")),
      CheckExample(
        Sample.signs("⟪![A stop sign](stop.jpg)⟫"), files: ["media/stop.png": "PNG"],
        fixed: Sample.signs("![A stop sign](media/stop.png)")),
    ],
    good: [
      CheckExample(
        Sample.signs("See [the notes](notes.txt)."), files: ["notes.txt": "Notes.\n"])
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard index.guideline.media.contains(where: { $0.bytes == nil }) else { return }
    // Made for the first link that may be a mark.
    var texts: DocumentParts?
    for reference in index.guideline.references where !reference.isRemote {
      let path = reference.path
      guard let media = index.media(path), case .absent(let problem) = media.content else {
        continue
      }
      if case .missing = problem, let mark = mark(meantBy: reference, path, index, &texts) {
        report.add(
          info, at: reference.span, missing(path, problem),
          help: "a mark on words has its label in braces: `\(Wording.excerpt(mark))`",
          fixes: [
            Fix("replace with `\(mark)`", edits: [.init(reference.span, mark)], isSafe: false)
          ])
        continue
      }
      let near = index.guideline.unread.nearFiles[path]
      report.add(
        info, at: reference.span, missing(path, problem),
        help: near.map { "did you mean `\(written($0))`?" } ?? help(problem, path),
        fixes: near.map { fixes(reference, path, $0, index.guideline.sources) } ?? [])
    }
  }

  /// `[Ada]{PER}` for the link `[Ada](PER)` in the text of an example, if `PER` is a label of marks.
  private static func mark(
    meantBy reference: Reference, _ path: String, _ index: GuidelineIndex,
    _ texts: inout DocumentParts?
  ) -> String? {
    guard index.spanLayerPlace(ofMark: path) != nil,
      index.guideline.sources.text(reference.span) == "[\(reference.text)](\(path))"
    else { return nil }
    let all = texts ?? exampleTexts(index.guideline)
    texts = all
    guard all.hasStart(of: reference.span) else { return nil }
    return "[\(reference.text)]{\(path)}"
  }

  private static func missing(_ path: String, _ problem: FileProblem) -> String {
    let file = "`\(Wording.excerpt(path, limit: 80))`"
    return switch problem {
    case .missing: "there is no file \(file) in the guideline's folder"
    case .notAFile: "\(file) is not a regular file"
    case .tooLarge(let bytes, let limit): "\(file) has \(bytes) bytes; the limit is \(limit)"
    case .outside: "\(file) is outside the workspace"
    case .denied: "\(file) may not be read"
    case .failed(_, let reason), .within(_, let reason): "\(file) cannot be read: \(reason)"
    }
  }

  /// Markdown takes an address with a blank only in angle brackets.
  private static func written(_ path: String) -> String { path.contains(" ") ? "<\(path)>" : path }

  private static func fixes(
    _ reference: Reference, _ path: String, _ near: String, _ sources: Sources
  ) -> [Fix] {
    guard !near.contains(where: { " ()<>%".contains($0) }) else { return [] }
    return Fix.replacing(
      Located(path, reference.span), with: near, in: sources,
      isSafe: near.lowercased() == path.lowercased())
  }

  private static func help(_ problem: FileProblem, _ path: String) -> String {
    switch problem {
    case .missing where path.contains("\\"):
      """
      copy the file into the folder `media` beside the guideline, and write `media/` and its name, with a slash: \
      others do not have the folders of your computer
      """
    case .missing: "put the file there, or correct the path; upper and lower case matter"
    case .notAFile: "link to a file, not to a folder"
    case .tooLarge: "make the file smaller"
    case .outside:
      "copy the file into the guideline's folder; no link may lead out of the workspace either"
    case .denied, .failed, .within: "check the file and its permissions"
    }
  }

  /// The texts of examples in the document.
  private static func exampleTexts(_ guideline: Guideline) -> DocumentParts {
    let spans = guideline.examples.compactMap { example -> Span? in
      if case .text(let text) = example.input { text.span } else { nil }
    }
    return DocumentParts(spans, of: guideline.document.source)
  }
}
