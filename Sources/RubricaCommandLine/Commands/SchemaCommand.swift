internal import ArgumentParser
internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaSource

struct SchemaCommand: RubricaCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema for a kind of YAML file, for use in editors.",
    discussion: "Kinds: \(FileSchema.all.map(\.name).joined(separator: ", ")).")

  @Argument(help: "The kind of file. Default: list all kinds.")
  var kind: String?

  @Option(
    help: "A folder to write all schemas into.", completion: .directory,
    transform: PathArgument.checked)
  var output: String?

  func validate() throws {
    if kind != nil, output != nil {
      throw ValidationError(
        "`--output` writes all schemas: omit the kind, or omit `--output` to print one.")
    }
  }

  func execute(_ console: Console) throws -> Outcome {
    if let output {
      try write(to: WorkspaceLocation.trimmed(output), console)
    } else if let kind {
      console.output(try schema(of: kind).bytes)
    } else {
      let width = FileSchema.all.map(\.name.count).max() ?? 0
      for schema in FileSchema.all {
        let padding = String(repeating: " ", count: width - schema.name.count)
        console.output("\(console.style.paint(schema.name, .strong))\(padding)  \(schema.title)")
      }
    }
    return .fine
  }

  private func schema(of kind: String) throws -> FileSchema {
    if let schema = FileSchema.all.first(where: { $0.name == kind }) { return schema }
    let names = FileSchema.all.map(\.name)
    let near = Failure.didYouMean(Suggestion.nearest(to: kind, among: names))
    throw Failure(
      "there is no schema for `\(kind)`", help: "\(near)Kinds: \(names.joined(separator: ", ")).")
  }

  private func write(to folder: String, _ console: Console) throws {
    do {
      try Folder.make(folder)
      for schema in FileSchema.all {
        try FileWriter.replace("\(folder)/\(schema.fileName)", with: schema.bytes)
      }
    } catch {
      throw Failure(error, at: folder, doing: "write")
    }
    console.output("wrote \(FileSchema.all.count) schemas to \(folder)")
  }
}
