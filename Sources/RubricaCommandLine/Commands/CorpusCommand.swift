internal import ArgumentParser
internal import RubricaFiles
internal import RubricaGovernance
internal import RubricaSignature
internal import RubricaSource

struct CorpusCommand: RubricaCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract:
      "Writes bundles with one fault each, to test other verifiers.",
    discussion: """
      FOLDER receives `release.pub`, a good bundle in `good/`, the signed workspace that the bundles \
      are made from in `source/`, and one folder per case: `bundle/` and `case.json`, which says what \
      was changed, which time to verify for, and the reason that Rubrica gives. A verifier must accept \
      the good bundle and refuse all others. With --run, COMMAND is called for each bundle, with \
      `{bundle}`, `{key}`, `{time}`, `{seen}` and `{require}` (the properties that the seal must list, \
      separated by commas) filled in; exit code 0 counts as accepted, 1 as refused.

      Exit codes: 0 written, and every answer was right; 1 an answer was wrong; 2 could not be written.
      """)

  @Argument(
    help: "The folder for the bundles. It must not exist yet.", completion: .directory,
    transform: PathArgument.checked
  )
  var folder: String

  @Option(
    help: "A command that verifies a bundle; words are split at spaces. Default: this program.")
  var run: String?

  @Option(help: "Write only this case, or `good` for no faulty bundle. Repeatable.")
  var only: [String] = []

  @Flag(help: "Write the bundles, but do not verify them.")
  var writeOnly = false

  func execute(_ console: Console) throws -> Outcome {
    let root = WorkspaceLocation.trimmed(folder)
    guard FileStamp(at: root, followsLinks: false) == nil else {
      throw Failure("`\(folder)` already exists", help: "Name a folder that does not exist yet.")
    }
    let known = Set(CorpusCase.all.map(\.name)).union(["good"])
    if let other = only.first(where: { !known.contains($0) }) {
      throw Failure("there is no case `\(other)`", help: "A case has the name of its folder.")
    }
    let cases = CorpusCase.all.filter { only.isEmpty || only.contains($0.name) }
    let writer = CorpusWriter(root: root)
    try writer.write(Array("\(Scene.releaseKey.publicKey.line)\n".utf8), to: "release.pub")
    var good = CorpusCase("good", "Nothing is wrong with it.", .sealMissing) { Scene.good }
    good.time = Scene.asked
    try writer.write(Scene.good, to: "good/bundle")
    try writer.write(CorpusBundle(files: Scene.signed().files), to: "source")
    var wrong = try writeOnly ? 0 : judge(good, expects: nil, root, console)
    for entry in cases {
      try writer.write(entry.bundle(), to: "\(entry.name)/bundle")
      try writer.write(entry.description, to: "\(entry.name)/case.json")
      if !writeOnly { wrong += try judge(entry, expects: entry.code, root, console) }
    }
    let count = cases.count
    guard wrong == 0 else {
      console.status(
        count == 0
          ? "the only answer is wrong"
          : "\(wrong) of \(count + 1) answers \(wrong == 1 ? "is" : "are") wrong")
      return .refused
    }
    console.output(writeOnly ? Self.written(count, into: root) : Self.judged(count))
    return .fine
  }

  private static func written(_ others: Int, into root: String) -> String {
    switch others {
    case 0: "wrote a good bundle into \(root)"
    case 1: "wrote a good bundle and another one into \(root)"
    default: "wrote a good bundle and \(others) others into \(root)"
    }
  }

  private static func judged(_ others: Int) -> String {
    switch others {
    case 0: "the good bundle passes"
    case 1: "the good bundle passes, and the other one is refused for the expected reason"
    default:
      "the good bundle passes, and \(others) others are refused, each for the expected reason"
    }
  }

  /// How many answers were wrong: 0 or 1.
  private func judge(
    _ entry: CorpusCase, expects code: DenialCode?, _ root: String, _ console: Console
  ) throws -> Int {
    let bundle = "\(root)/\(entry.name)/bundle"
    if let run {
      let words = run.split(separator: " ").map { word in
        word.replacing("{bundle}", with: bundle).replacing("{key}", with: "\(root)/release.pub")
          .replacing("{time}", with: entry.time.description)
          .replacing("{seen}", with: String(entry.seen))
          .replacing("{require}", with: entry.required.joined(separator: ","))
      }
      guard let answer = Subprocess.output(of: words.map { String($0) }) else {
        throw Failure("`\(words.first ?? "")` cannot be started")
      }
      if answer.code == (code == nil ? 0 : 1) { return 0 }
      console.output("\(entry.name): exited with code \(answer.code); \(entry.what)")
      return 1
    }
    let answer = SealedBundle.judge(
      try BundleFolder.read(bundle),
      SealCheck(
        keys: [Scene.releaseKey.publicKey], required: entry.required, seen: entry.seen,
        time: entry.time))
    let codes = Set(answer.result.denials.map(\.code))
    if let code, !answer.result.isPass, codes.contains(code) { return 0 }
    if code == nil, answer.result.isPass { return 0 }
    let found = codes.map(\.rawValue).sorted().joined(separator: ", ")
    console.output(
      "\(entry.name): expected \(code?.rawValue ?? "a pass"), found \(found.isEmpty ? "a pass" : found)"
    )
    return 1
  }
}

extension CorpusCase {
  /// `case.json`
  fileprivate var description: [UInt8] {
    JSON.object([
      ("schema", .string("https://rubrica.dev/schemas/corpus-case/v1")), ("name", .string(name)),
      ("what", .string(what)), ("code", .string(code.rawValue)),
      ("time", .string(time.description)), ("seen", .integer(seen)),
      ("require", .array(required.map(JSON.string))),
    ]).bytes
  }
}

/// Writes bundles below a folder.
private struct CorpusWriter {
  let root: String

  func write(_ bundle: CorpusBundle, to folder: String) throws(Failure) {
    for (path, bytes) in bundle.files.sorted(by: { $0.key < $1.key }) {
      try write(bytes, to: "\(folder)/\(path)")
    }
    for (path, target) in bundle.links {
      do {
        try Folder.make(above: "\(root)/\(folder)/\(path)")
        try Folder.link("\(root)/\(folder)/\(path)", to: target)
      } catch { throw Failure(error, at: path, doing: "write") }
    }
  }

  func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    do { try FileWriter.writeMakingFolders(bytes, to: "\(root)/\(path)") } catch {
      throw Failure(error, at: path, doing: "write")
    }
  }
}
