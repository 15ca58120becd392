internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaSource

/// Why a command did not do its work: it could not, and nothing was judged, or what was asked for is refused.
struct Failure: Error, CustomStringConvertible {
  var message: String
  var help: String?
  /// How the command ends: `.failed`, or `.refused` where it has judged and the answer is no.
  var outcome = Outcome.failed

  /// What was asked for can be told and is refused.
  static func refusal(_ message: String, help: String? = nil) -> Failure {
    var failure = Failure(message, help: help)
    failure.outcome = .refused
    return failure
  }

  init(_ message: String, help: String? = nil) {
    // Names of files can hold anything.
    self.message = TextStyle.visible(message)
    self.help = help.map { TextStyle.visible($0) }
  }

  init(_ problem: FileProblem, at path: String, doing what: String, help: String? = nil) {
    guard case .within(let name, let reason) = problem else {
      self.init(
        "cannot \(what) `\(path)`: \(problem.reason)",
        help: help ?? (problem == .outside ? Self.copyHelp : nil))
      return
    }
    let folder = path.lastSlash.map { String(path[..<$0]) } ?? ""
    self.init(
      "cannot read `\(WorkspaceLocation.join(folder, name))`: \(reason)",
      help: help
        ?? (reason == FileProblem.outside.reason
          ? Self.copyHelp : "Move it away if it does not belong there."))
  }

  /// For a link that leads out of the workspace.
  private static let copyHelp = "Put a copy of it into the workspace."

  /// A folder that no path leads into; `name` is as `Folder.entries` tells it.
  init(closed name: String, in folder: String) {
    self.init(
      "cannot read the folder `\(WorkspaceLocation.join(folder, name))`: its name is not UTF-8",
      help: "It would be left out. Give it another name, or move it away.")
  }

  /// A catalogue that cannot be used: a line for each reason.
  init(_ error: CatalogueError) {
    let lines = error.description.split(separator: "\n").map { TextStyle.visible(String($0)) }
    message = lines.joined(separator: "\n")
  }

  /// What stands before the rest of a help if something has a name like the one that was given.
  static func didYouMean(_ near: String?) -> String {
    near.map { "Did you mean `\($0)`? " } ?? ""
  }

  var description: String { message }
}

/// How a command ended, as its exit code.
package enum Outcome: Int32, Sendable {
  case fine = 0
  /// The answer is no: an error among the findings, a denied gate, something left to do, a difference that was
  /// asked for.
  case refused = 1
  /// Usage or input/output: nothing was judged.
  case failed = 2
}
