package import RubricaModel
package import RubricaSource

/// A file that is shown or linked is there.
package enum MissingMedia: Check {
  package static let info = CheckInfo(
    id: "missing-media",
    levels: .stumble,
    summary: "Every picture, recording and file that the guideline refers to can be read.",
    rationale: "Annotators see a broken picture where the example should be, and continue reading.",
    bad: [CheckExample(Sample.signs("⟪![A stop sign](media/stop.png)⟫"))],
    good: [
      CheckExample(
        Sample.signs("See [the notes](notes.txt)."), files: ["notes.txt": "Notes.\n"])
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard index.guideline.media.contains(where: { $0.bytes == nil }) else { return }
    for reference in index.guideline.references where !reference.isRemote {
      let path = reference.path
      guard let media = index.media(path), case .absent(let problem) = media.content else {
        continue
      }
      report.add(
        info, at: reference.span, missing(path, problem), help: help(problem))
    }
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

  private static func help(_ problem: FileProblem) -> String {
    switch problem {
    case .missing: "put the file there, or correct the path; upper and lower case matter"
    case .notAFile: "link to a file, not to a folder"
    case .tooLarge: "make the file smaller"
    case .outside: "copy the file into the guideline's folder"
    case .denied, .failed, .within: "check the file and its permissions"
    }
  }
}
