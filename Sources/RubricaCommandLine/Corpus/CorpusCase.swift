internal import RubricaGovernance
internal import RubricaSignature

/// A bundle of which exactly one thing is wrong, and the reason that a gate has to give.
struct CorpusCase: Sendable {
  /// Names its folder.
  var name: String
  /// What was done to the good bundle, in a sentence.
  var what: String
  /// One of the reasons with this code has to be given.
  var code: DenialCode
  var bundle: @Sendable () -> CorpusBundle
  /// When the gate is asked.
  var time = Scene.asked
  /// Properties that the seal has to list.
  var required = [Gate.release]
  /// The counter of a release that was seen before.
  var seen = 0

  init(
    _ name: String, _ what: String, _ code: DenialCode,
    _ bundle: @escaping @Sendable () -> CorpusBundle
  ) {
    self.name = name
    self.what = what
    self.code = code
    self.bundle = bundle
  }

  /// The good bundle with something done to its files; its seal stays as it is.
  static func files(
    _ name: String, _ what: String, _ code: DenialCode,
    _ edit: @escaping @Sendable (inout CorpusBundle) -> Void
  ) -> CorpusCase {
    CorpusCase(name, what, code) {
      var bundle = Scene.good
      edit(&bundle)
      return bundle
    }
  }

  /// The same with a new manifest and a seal by the right key: what only a look at the content finds.
  static func resealed(
    _ name: String, _ what: String, _ code: DenialCode,
    _ edit: @escaping @Sendable (inout CorpusBundle) -> Void
  ) -> CorpusCase {
    files(name, what, code) { bundle in
      edit(&bundle)
      bundle.remakeManifest()
      bundle.seal()
    }
  }

  /// The good bundle with another seal.
  static func seal(
    _ name: String, _ what: String, _ code: DenialCode, keys: [PrivateKey] = [Scene.releaseKey],
    _ edit: @escaping @Sendable (inout Seal) -> Void = { _ in }
  ) -> CorpusCase {
    files(name, what, code) { $0.seal(keys: keys, edit) }
  }

  /// A workspace in which something is wrong before it is built and sealed.
  static func scene(
    _ name: String, _ what: String, _ code: DenialCode, _ make: @escaping @Sendable () -> Scene
  ) -> CorpusCase {
    CorpusCase(name, what, code) { make().sealed }
  }

  /// The signed workspace, changed.
  static func signed(
    _ name: String, _ what: String, _ code: DenialCode,
    _ edit: @escaping @Sendable (inout Scene) -> Void
  ) -> CorpusCase {
    scene(name, what, code) {
      var scene = Scene.signed()
      edit(&scene)
      return scene
    }
  }

  /// A workspace in which everybody has signed but for one approval, made in another way.
  static func approval(
    _ name: String, _ what: String, _ code: DenialCode, role: String = "legal",
    _ make: @escaping @Sendable (inout Scene) -> Void
  ) -> CorpusCase {
    scene(name, what, code) {
      var scene = Scene()
      scene.approvePolicy()
      if role != "legal" { scene.approve("legal", "lena@parcels.example") }
      if role != "security" { scene.approve("security", "sam@parcels.example") }
      scene.approve("owner", "olga@parcels.example")
      if role != "owner" { scene.approve("owner", "otto@parcels.example") }
      make(&scene)
      return scene
    }
  }
}

extension CorpusCase {
  static let all: [CorpusCase] = [
    bundles, seals, logs, statements, signatures, roles, objections, contents, policies, checklists,
  ].flatMap { $0 }
}
