internal import RubricaBundle
internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSource
internal import RubricaTemplates

/// Builds a workspace into a folder: all of it or none of it.
///
/// Bundles are written beside the output first, and moved into place one by one, each in one step,
/// only when every guideline has passed. A build that is refused, fails or is killed before that
/// leaves the output as it was; one that is killed while moving leaves whole bundles, old or new.
struct Builder {
  let session: Session
  let output: String
  let reporter: any Reporter

  /// What came of a build that was not a failure.
  struct Result {
    var findings: Findings
    /// Bundles in the output, by guideline id, in order.
    var bundles: [String]
    var compiled: Int
    /// Folders of guidelines that are gone, which stay.
    var kept: [Kept] = []
    /// Bundles that were sealed, and have been replaced by ones without a seal.
    var unsealed: [String] = []
  }

  /// A folder of a guideline that is gone. It holds more than the bundle of a build, which would be removed.
  struct Kept {
    let place: String
    /// Whether it is the bundle of a release, which pipelines may still need: the guideline may only be missing on
    /// this branch.
    let isRelease: Bool

    var text: String {
      isRelease
        ? "kept: \(place): it was released and has no guideline any more; remove it if pipelines no longer need it"
        : "kept: \(place): its guideline is gone, but the folder contains more than the bundle"
    }
  }

  /// Bundles that have passed and are not in their places yet.
  struct Staged {
    fileprivate let output: String
    fileprivate let staging: String
    /// Those that were compiled. The others are in their places, as an earlier build has made them.
    fileprivate let compiled: Set<String>

    /// Where the files of a bundle are.
    func folder(of bundle: String) -> String {
      compiled.contains(bundle) ? "\(staging)/\(bundle)" : place(of: bundle)
    }

    /// Where a bundle belongs.
    func place(of bundle: String) -> String { "\(output)/\(bundle)" }

    /// Has a bundle come into its place with this seal.
    func seal(_ bundle: String, with seal: [UInt8]) throws(FileProblem) {
      try Folder.make("\(staging)/\(bundle)")
      try FileWriter.write(seal, to: "\(staging)/\(bundle)/\(Seal.file)")
    }
  }

  private struct Outcome: Sendable {
    var document: String
    var part: Findings.Part
    var record: BuildCache.Record?
    var isCompiled: Bool
    var failure: Failure?
  }

  private var own: String { "\(output)/.rubrica" }
  private var staging: String { "\(own)/staging" }
  private var lockFile: String { "\(own)/lock" }

  /// `sealing` sees the bundles before any of them is in its place, and says whether they may come there.
  func run(
    progress: @Sendable (Int, Int) -> Void,
    sealing: (Staged) throws(Failure) -> Bool = { _ in true }
  ) throws(Failure) -> Result {
    let made = [own, output].filter { FileStamp.isAbsent($0) }
    for folder in [output, own] {
      try attempt(folder, "create the folder") { () throws(FileProblem) in try Folder.make(folder) }
    }
    let lock: FolderLock?
    do { lock = try FolderLock(lockFile) } catch {
      throw Failure(error, at: output, doing: "write into")
    }
    guard lock != nil else {
      throw Failure(
        "another build is writing into `\(output)`",
        help: "Wait until it has finished, or choose another folder with `--output`.")
    }
    // Where nothing was built before, and nothing is now, nothing is left behind.
    var isDone = false
    defer {
      if !isDone, made.contains(own) {
        Folder.remove(lockFile)
        for folder in made { Folder.removeIfEmpty(folder) }
      }
    }
    Folder.remove(staging)
    try attempt(staging, "create the folder") { () throws(FileProblem) in try Folder.make(staging) }
    defer { Folder.remove(staging) }

    let cache = readCache()
    let documents = session.location.documents
    let outcomes = Parallel.mapBatches(
      documents, finished: { progress($0, documents.count) }, worker: { Worker(session) }
    ) { self.outcomes(of: $0, cache, $1) }
    if let failure = outcomes.compactMap(\.failure).first { throw failure }
    try refuseSharedNames(outcomes)
    let findings = Findings(
      outcomes.map(\.part), settings: session.settings.file, reporter: reporter)
    let compiled = outcomes.count { $0.isCompiled }
    if findings.hasErrors { return Result(findings: findings, bundles: [], compiled: compiled) }
    let unsealed = outcomes.filter(\.isCompiled).compactMap { $0.record?.bundle }
      .map { BundlePlace(output: output, bundle: $0) }.filter(\.isSealed).map(\.path)
    try prepare(outcomes, cache)
    let staged = Staged(
      output: output, staging: staging,
      compiled: Set(outcomes.filter(\.isCompiled).compactMap { $0.record?.bundle }))
    guard try sealing(staged) else {
      return Result(findings: findings, bundles: [], compiled: compiled)
    }
    let kept = try commit(outcomes, cache)
    isDone = true
    return Result(
      findings: findings, bundles: outcomes.compactMap { $0.record?.bundle }, compiled: compiled,
      kept: kept, unsealed: unsealed)
  }

  /// One of several that compile side by side.
  private final class Worker {
    private var session: Session
    private var compiled = 0
    /// After so many guidelines it has paid to have a session that no other worker touches.
    private static let many = 50

    init(_ session: Session) { self.session = session }

    func session(for count: Int) -> Session {
      let before = compiled
      compiled += count
      if before < Self.many, compiled >= Self.many { session = session.forWorker }
      return session
    }
  }

  private func outcomes(
    of documents: ArraySlice<WorkspaceLocation.Document>, _ cache: BuildCache, _ worker: Worker
  ) -> [Outcome] {
    let known = documents.map { (document: $0, outcome: fresh($0, cache)) }
    let stale = known.filter { $0.outcome == nil }.map(\.document)
    let session = worker.session(for: stale.count)
    let logs = stale.map { _ in ReadLog(session.files) }
    let inputs = zip(stale, logs).map { session.input($0, files: $1) }
    let compiled = Compiler.compile(inputs) { outcome(of: stale[$0], read: logs[$0], $1) }
    var next = compiled.makeIterator()
    return known.compactMap { $0.outcome ?? next.next() }
  }

  /// What the cache holds of a guideline, if nothing has changed since.
  private func fresh(_ document: WorkspaceLocation.Document, _ cache: BuildCache) -> Outcome? {
    guard let record = cache.records[document.path], let entry = record.entry,
      cache.isFresh(entry, root: session.location.root.path, output: output)
    else { return nil }
    return Outcome(
      document: document.path, part: part(of: entry), record: record, isCompiled: false)
  }

  private func outcome(
    of document: WorkspaceLocation.Document, read log: ReadLog,
    _ compiled: Swift.Result<Compilation, FileProblem>
  ) -> Outcome {
    let compilation: Compilation
    do { compilation = try compiled.get() } catch {
      let path = session.location.path(document.path)
      return Outcome(
        document: document.path, part: Findings.Part(), record: nil, isCompiled: true,
        failure: Failure(error, at: path, doing: "read"))
    }
    let part = Findings.part(
      compilation.diagnostics, session.location.shown(compilation.sources), reporter)
    var result = Outcome(document: document.path, part: part, record: nil, isCompiled: true)
    guard !part.hasErrors else { return result }
    let bundle = compilation.guideline.id.value
    do {
      let outputs = try write(compilation.artifacts, to: "\(staging)/\(bundle)")
      result.record = BuildCache.Record(
        BuildCache.Entry(
          bundle: bundle, inputs: log.entries, outputs: outputs,
          sources: compilation.sources.files.map(\.name), diagnostics: compilation.diagnostics))
    } catch {
      result.failure = Failure(
        error, at: "\(output)/\(bundle)", doing: "write",
        help: "Nothing in `\(output)` was changed.")
    }
    return result
  }

  /// The findings of a guideline that was not compiled again, told again.
  private func part(of entry: BuildCache.Entry) -> Findings.Part {
    guard !entry.diagnostics.isEmpty else { return Findings.Part() }
    let files = entry.sources.enumerated().map { index, name -> SourceFile in
      if index == 0 { return session.settings.file }
      return SourceFile(
        name: name, bytes: (try? DiskFiles(root: "").read(name, limit: 1 << 24)) ?? [])
    }
    return Findings.part(entry.diagnostics, session.location.shown(Sources(files)), reporter)
  }

  private func write(
    _ artifacts: [Artifact], to folder: String
  ) throws(FileProblem) -> [(path: String, stamp: FileStamp)] {
    var made: Set<String> = []
    var outputs: [(path: String, stamp: FileStamp)] = []
    try Folder.make(folder)
    for artifact in artifacts {
      if let slash = artifact.path.lastSlash {
        let inner = String(artifact.path[..<slash])
        if made.insert(inner).inserted { try Folder.make("\(folder)/\(inner)") }
      }
      let stamp = try FileWriter.write(artifact.bytes, to: "\(folder)/\(artifact.path)")
      outputs.append((artifact.path, stamp))
    }
    return outputs
  }

  private func refuseSharedNames(_ outcomes: [Outcome]) throws(Failure) {
    try Twins.refuse(
      outcomes.compactMap { outcome in outcome.record.map { ($0.bundle, outcome.document) } })
  }

  /// Refuses places that hold anything but a bundle, all of them before the first bundle is moved, and clears away
  /// what a killed run has left in them.
  private func prepare(_ outcomes: [Outcome], _ old: BuildCache) throws(Failure) {
    for outcome in outcomes where outcome.isCompiled {
      guard let record = outcome.record else { continue }
      let last = old.records[outcome.document]?.entry
      let written = last?.bundle == record.bundle ? last?.outputs.map(\.path) : nil
      try BundlePlace(output: output, bundle: record.bundle, written: written ?? []).refuseOthers()
    }
    for outcome in outcomes {
      guard let record = outcome.record else { continue }
      BundlePlace(output: output, bundle: record.bundle).removeLeftovers()
    }
  }

  /// Moves bundles into place, and removes those of guidelines that are gone. The folders of such that stay.
  private func commit(_ outcomes: [Outcome], _ old: BuildCache) throws(Failure) -> [Kept] {
    var records = session.location.isWhole ? [:] : old.records
    var released: [String] = []
    for outcome in outcomes {
      guard let record = outcome.record else { continue }
      let place = WorkspaceLocation.join(output, record.bundle)
      let new = "\(staging)/\(record.bundle)"
      let isSealed = !FileStamp.isAbsent("\(new)/\(Seal.file)")
      let help = isSealed ? Self.help(released) : nil
      if outcome.isCompiled {
        try attempt(place, "replace", help: help) { () throws(FileProblem) in
          try Folder.replace(place, with: new)
        }
      } else if isSealed {
        // Beside an old one in the bundle, a kill would leave a file that no manifest lists.
        try attempt("\(place)/\(Seal.file)", "replace", help: help) { () throws(FileProblem) in
          try Folder.replace("\(place)/\(Seal.file)", with: "\(new)/\(Seal.file)")
        }
      }
      if isSealed { released.append(place) }
      records[outcome.document] = record
    }
    let current = Set(records.values.map(\.bundle))
    var kept: [Kept] = []
    for bundle in Set(old.records.values.map(\.bundle)).subtracting(current).sorted() {
      let place = BundlePlace(output: output, bundle: bundle)
      guard FileStamp(at: place.path, followsLinks: false) != nil else { continue }
      if !place.holdsBundle {
        kept.append(Kept(place: place.path, isRelease: false))
      } else if place.isSealed {
        kept.append(Kept(place: place.path, isRelease: true))
      } else {
        Folder.remove(place.path)
      }
    }
    if outcomes.contains(where: \.isCompiled) || records.count != old.records.count {
      let cache = BuildCache(key: key, records: records)
      try attempt("\(own)/cache", "write") { () throws(FileProblem) in
        try FileWriter.replace("\(own)/cache", with: cache.bytes)
      }
    }
    return kept
  }

  /// What is out when a release ends before all of its bundles are in their places.
  private static func help(_ released: [String]) -> String {
    let names = released.prefix(mostNamed).map { "`\($0)`" }.joined(separator: ", ")
    let more =
      released.count > mostNamed ? " and \(released.count - mostNamed) more" : ""
    return released.isEmpty
      ? "No bundle of this release is in its place yet: all are as they were. Release again."
      : "These are released: \(names)\(more). The others are as they were before. Release again."
  }

  private static let mostNamed = 20

  private func attempt(
    _ path: String, _ what: String, help: String? = nil,
    _ action: () throws(FileProblem) -> Void
  ) throws(Failure) {
    do { try action() } catch { throw Failure(error, at: path, doing: what, help: help) }
  }

  // MARK: Cache

  private func readCache() -> BuildCache {
    guard let bytes = try? DiskFiles(root: "").read("\(own)/cache", limit: 1 << 30),
      let cache = BuildCache(bytes), cache.key == key
    else { return .empty }
    return cache
  }

  /// Everything but the guideline that a bundle depends on.
  private var key: String {
    var hasher = Digest.Hasher()
    hasher.add(name: "compiler", Array(Release.name.utf8))
    hasher.add(name: "program", Array((FileStamp(at: "/proc/self/exe").map { "\($0)" } ?? "").utf8))
    // What one may read, another may not.
    hasher.add(name: "user", Array("\(Machine.userID)".utf8))
    hasher.add(name: "root", Array(session.location.root.path.utf8))
    hasher.add(name: "stage", Array((session.stage?.rawValue ?? "").utf8))
    hasher.add(name: "settings", session.settings.file.bytes)
    let approval = session.settings.approvalFiles
    hasher.add(name: "signers", approval.signers ?? [])
    hasher.add(name: "revoked", approval.revoked ?? [])
    for (name, bytes) in approval.policySignOffs.sorted(by: { $0.key < $1.key }) {
      hasher.add(name: name, bytes)
    }
    hasher.add(name: "templates", Array(session.templatesKey.utf8))
    return hasher.finish().description
  }
}
