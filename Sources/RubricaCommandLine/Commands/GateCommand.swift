internal import ArgumentParser
internal import RubricaBundle
internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSignature
internal import RubricaSource

struct GateCommand: RubricaCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate",
    abstract: "Decides whether a guideline may be used now: pass, or every reason against it.",
    discussion: """
      For a source, it lists what is missing for a release. For a bundle (a folder with \
      manifest.json), it also requires the seal of a release, made with a key that is given with \
      --key. Whatever is missing or cannot be determined is a denial.

      Exit codes: 0 pass, 1 denied, 2 could not be evaluated.
      """)

  @Argument(
    help: "A bundle folder, a Markdown file, a guideline folder, or a workspace.",
    completion: .file(), transform: PathArgument.checked)
  var path = "."

  @Option(
    help:
      "A file, or a pipe, with the public keys whose seals are trusted, one per line. For bundles only.",
    completion: .file(), transform: PathArgument.checked)
  var key: String?

  @Option(
    name: .customLong("require"),
    help: "A property that the seal must list. Repeatable. Default: release.")
  var required: [String] = []

  @Option(
    parsing: .unconditional,
    help: "The counter of the newest release seen so far; older releases are denied. Default: 0.",
    transform: GateCommand.counter)
  var seen = 0

  @OptionGroup var time: TimeOption

  @Option(help: "The output format: text or json.")
  var format = TextOrJSON.text

  /// A number below 0 is taken as a value, and not as another option, to say what is wrong with it.
  @Sendable static func counter(_ text: String) throws -> Int {
    guard let number = Int(text), number >= 0 else {
      throw ValidationError("Expected a whole number of at least 0, the counter of a release.")
    }
    return number
  }

  func execute(_ console: Console) throws -> Outcome {
    let now = time.now()
    let root = WorkspaceLocation.trimmed(path)
    // One of them may have been taken away: that is an answer, and not a folder of another kind.
    if [SealedBundle.manifest, Seal.file].contains(where: { name in
      FileStamp(at: WorkspaceLocation.join(root, name), followsLinks: false) != nil
    }) {
      return try bundle(root, now, console)
    }
    guard key == nil, required.isEmpty, seen == 0 else {
      throw Failure(
        "`\(path)` is not a bundle: it has neither manifest.json nor seal.json",
        help: "--key, --require and --seen are for bundles. Omit them for a source.")
    }
    let session = try Session(path: path, stage: nil, templates: nil)
    Strays.Unseen(by: session.location).tell(console)
    guard session.settings.approval != nil else {
      let result = GateResult(denials: [Session.policyMissing])
      show(
        try session.ungoverned().map { ($0.id.value, $0.version?.value, result) }, now, console)
      return .refused
    }
    let documents = try GovernedDocument.all(in: session)
    let results = Parallel.map(documents) { $0.judge($0.gateInput(at: now)) }
    show(
      zip(documents, results).map { ($0.id, $0.state.subject.version, $1) }, now, console)
    return results.allSatisfy(\.isPass) ? .fine : .refused
  }

  private func bundle(_ root: String, _ now: Timestamp, _ console: Console) throws -> Outcome {
    guard let key else {
      throw Failure(
        "a bundle can only be judged with the key of its seal, and none was given",
        help:
          "Name the public key of the releasing machine with --key; keep it outside the bundle.")
    }
    let keys = try PublicKeyFile.read(key)
    let files = try BundleFolder.read(root)
    let answer = SealedBundle.judge(
      files,
      SealCheck(
        keys: keys, required: required.isEmpty ? [Gate.release] : required, seen: seen, time: now))
    show([(answer.id ?? root, answer.version, answer.result)], now, console)
    return answer.result.isPass ? .fine : .refused
  }

  private func show(
    _ answers: [(id: String, version: String?, result: GateResult)], _ now: Timestamp,
    _ console: Console
  ) {
    switch format {
    case .json: console.output(GateDocument.json(answers, time: now).bytes)
    case .text:
      for (id, version, result) in answers {
        let name = version.map { "\(id) \($0)" } ?? id
        console.output(
          GateText(name: name, result: result, time: now, style: console.style).text)
      }
    }
  }
}
