internal import ArgumentParser
internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaImport
internal import RubricaSource

struct ImportCommand: RubricaCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Makes a draft from existing guideline documents.",
    discussion: """
      Words and order stay the same; headings, lists and tables become structure only where this is certain. \
      Several files become one guideline, in the order given. The report says what became structure \
      and what stayed prose.
      """)

  @Argument(
    help: "Markdown files, or folders of Markdown files, which are read in order of their names.",
    completion: .file(), transform: PathArgument.checked)
  var files: [String]

  @Option(
    name: [.short, .long], help: "The new folder. Default: named after the first file.",
    completion: .directory, transform: PathArgument.checked)
  var output: String?

  @Option(help: "The id of the guideline. Default: the folder's name.")
  var id: String?

  @Option(help: "The title. Default: the first heading.")
  var title: String?

  @Option(help: "The language of the documents, such as `fr`. Default: from their front matter.")
  var language: String?

  @Flag(help: "Keep everything as prose: turn no list or table into structure.")
  var proseOnly = false

  func execute(_ console: Console) throws -> Outcome {
    if let id, !Slug.isBundleName(id) {
      // An id is for ever, so nobody gets another one than they have asked for.
      let near = Slug.folderName(id)
      throw Failure(
        "`\(id)` cannot be the id of a guideline",
        help: Failure.didYouMean(near.isEmpty ? nil : near)
          + "Use lower-case letters, digits and hyphens, such as `street-signs`.")
    }
    let paths = try files.flatMap { try Self.documents(at: $0) }
    let first = WorkspaceLocation.trimmed(files.first ?? "")
    let stem = first.fileName.map { WorkspaceLocation.stem(ofFile: $0) }
    let folder = WorkspaceLocation.trimmed(output ?? Slug.bundleName(stem ?? "guideline"))
    guard FileStamp.isAbsent(folder) else {
      throw Failure("`\(folder)` already exists", help: "Name a new folder with `--output`.")
    }
    let name = folder.fileName ?? folder
    let options = ImportOptions(
      id: id ?? Slug.bundleName(name), title: title, folder: nil,
      language: try LanguageOption.checked(language),
      structure: !proseOnly)
    let result: ImportResult
    do { result = try Importer.convert(try paths.map { try Self.read($0) }, options) } catch {
      guard let problem = error as? ImportProblem else { throw error }
      throw Failure(problem.message, help: problem.help)
    }
    let missing = try write(result, to: folder)
    console.output(result.report.text)
    for media in missing {
      console.output(
        "missing  \(media.file):\(media.line): `\(media.source)` does not exist and was not copied")
    }
    console.output("wrote \(folder)/guideline.md; next: `rubrica check \(ShellWord.path(folder))`")
    return .fine
  }

  /// Writes everything beside its place first, so that a failure leaves nothing behind.
  private func write(_ result: ImportResult, to folder: String) throws(Failure) -> [ImportedMedia] {
    var missing: [ImportedMedia] = []
    do throws(FileProblem) {
      let staging = try Folder.makeNew(folder)
      defer { Folder.remove(staging) }
      for file in result.files {
        try FileWriter.writeMakingFolders(file.bytes, to: "\(staging)/\(file.path)")
      }
      for media in result.media {
        let bytes: [UInt8]
        do { bytes = try DiskFiles(root: "").read(media.source, limit: 40_000_000) } catch {
          missing.append(media)
          continue
        }
        try FileWriter.writeMakingFolders(bytes, to: "\(staging)/\(media.path)")
      }
      try Folder.replace(folder, with: staging)
    } catch {
      throw Failure(error, at: folder, doing: "write")
    }
    return missing
  }

  private static func read(_ path: String) throws(Failure) -> SourceFile {
    do {
      return SourceFile(name: path, bytes: try DiskFiles(root: "").read(path, limit: 8 << 20))
    } catch { throw Failure(error, at: path, doing: "read") }
  }

  private static func documents(at path: String) throws(Failure) -> [String] {
    guard FileStamp(at: path)?.kind == .folder else { return [path] }
    var seen: Set<String> = []
    let found = try documents(below: WorkspaceLocation.trimmed(path), &seen)
    guard !found.isEmpty else {
      throw Failure("there is no Markdown file in `\(path)`", help: "Name the documents to import.")
    }
    return found
  }

  /// The documents of a folder and of those in it. A folder to which several links lead is read once.
  private static func documents(
    below folder: String, _ seen: inout Set<String>
  ) throws(Failure) -> [String] {
    guard seen.insert(Folder.realPath(folder) ?? folder).inserted else { return [] }
    let entries: (names: [String], closed: [String])
    do { entries = try Folder.entries(in: folder) } catch {
      throw Failure(error, at: folder, doing: "read the folder")
    }
    if let name = entries.closed.first(where: { !$0.hasPrefix(".") }) {
      throw Failure(closed: name, in: folder)
    }
    var found: [String] = []
    for name in entries.names where !name.hasPrefix(".") {
      let inner = "\(folder)/\(name)"
      if FileStamp(at: inner)?.kind == .folder {
        found += try documents(below: inner, &seen)
      } else if DocumentName.isMarkdown(name) {
        found.append(inner)
      }
    }
    return found
  }
}
