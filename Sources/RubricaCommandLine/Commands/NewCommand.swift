internal import ArgumentParser
internal import RubricaFiles
internal import RubricaSource
internal import RubricaTemplates

struct NewCommand: RubricaCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Starts a guideline from the starter of a task family.",
    discussion: "Families: \(StarterGuide.list(TemplateSet.starters)).")

  @Argument(help: "The task family.", completion: .list(TemplateSet.starters))
  var family: String

  @Argument(
    help: "The new folder. Its name becomes the id of the guideline.",
    completion: .directory, transform: PathArgument.checked)
  var path: String

  @Option(help: "The title. Default: made from the id.")
  var title: String?

  @Option(help: "The language of the guideline, such as `fr`: sets the reserved headings.")
  var language: String?

  @OptionGroup var overrides: TemplatesOption

  func execute(_ console: Console) throws -> Outcome {
    let families = TemplateSet.starters
    guard families.contains(family) else {
      throw Failure(
        "there is no starter `\(family)`",
        help: StarterGuide.advice(on: family, families: families))
    }
    let folder = WorkspaceLocation.trimmed(path)
    let id = folder.fileName ?? folder
    guard Slug.isBundleName(id) else {
      throw Failure(
        "`\(id)` cannot be the id of a guideline",
        help: "Use lower-case letters, digits and hyphens, such as `street-signs`.")
    }
    guard FileStamp.isAbsent(folder) else {
      throw Failure("`\(folder)` already exists", help: "Name a folder that does not exist yet.")
    }
    let words = id.split(separator: "-").joined(separator: " ")
    let language = try LanguageOption.checked(language)
    let name = title ?? words.prefix(1).uppercased() + words.dropFirst()
    do { try write(to: folder, id: id, title: name, language: language) } catch let problem
      as FileProblem
    {
      throw Failure(problem, at: folder, doing: "write")
    }
    console.output("wrote \(folder)/guideline.md and \(folder)/governance.yaml")
    let word = ShellWord.path(folder)
    console.output("next: edit it, then `rubrica check \(word)` and `rubrica build \(word)`")
    return .fine
  }

  /// Writes everything beside its place first, so that a failure leaves nothing behind.
  private func write(
    to folder: String, id: String, title: String, language: String?
  ) throws {
    let set = try TemplateSet(folder: overrides.templates)
    let quoted = title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let staging = try Folder.makeNew(folder)
    defer { Folder.remove(staging) }
    let sources = [
      ("starters/\(family)/guideline.md", "guideline.md"),
      ("starters/governance.yaml", "governance.yaml"),
    ]
    for (source, name) in sources {
      guard let text = try set.text(source) else { continue }
      var filled = Self.fill(text, id: id, title: title, quotedTitle: quoted)
      if let language, name == WorkspaceLocation.documentName {
        filled = StarterLanguage(language).document(filled)
      }
      try FileWriter.write(Array(filled.utf8), to: "\(staging)/\(name)")
    }
    try Folder.replace(folder, with: staging)
  }

  /// `{{title}}` stands in a quoted YAML text in the front matter, and in Markdown below it.
  private static func fill(_ text: String, id: String, title: String, quotedTitle: String) -> String
  {
    text.replacing("{{id}}", with: id).replacing("\"{{title}}\"", with: "\"\(quotedTitle)\"")
      .replacing("{{title}}", with: title)
  }
}
