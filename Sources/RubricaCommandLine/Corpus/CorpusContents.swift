internal import RubricaBundle
internal import RubricaCompiler
internal import RubricaGovernance
internal import RubricaSignature
internal import RubricaSource

/// Approvals of something else than is there now.
extension CorpusCase {
  static let contents: [CorpusCase] = [
    .signed("definition-changed", "the definition of a label was changed", .roleStale) {
      $0.replace("is broken.", "is broken or dirty.", in: "\(Scene.folder)/guideline.md")
    },
    .signed("licence-changed", "a value that legal approved was changed", .roleStale) {
      $0.replace(
        "retention: Notes 12", "retention: Notes 24", in: "\(Scene.folder)/governance.yaml")
    },
    .signed("example-turned", "an example was changed to say the opposite", .roleStale) {
      $0.replace(
        "topic: address\n```\n\n#### Bad: a broken", "topic: damage\n```\n\n#### Bad: a broken",
        in: "\(Scene.folder)/guideline.md")
    },
    .signed("precedence-swapped", "two labels in the precedence list were swapped", .roleStale) {
      $0.replace(
        "1. [Damage](#damage)\n2. [Address](#address)",
        "1. [Address](#address)\n2. [Damage](#damage)", in: "\(Scene.folder)/guideline.md")
    },
    .signed("check-turned-off", "a check was turned off after everybody signed", .roleStale) {
      $0.replace("targets: {", "checks: {sentence-too-long: off}\ntargets: {", in: "rubrica.yaml")
    },
    .approval(
      "scopes-swapped", "the digests of two scopes were swapped", .roleScopes, role: "owner"
    ) {
      var signOff = $0.statement("owner", "otto@parcels.example")
      let names = signOff.subjects.map(\.name)
      signOff.subjects = zip(names, signOff.subjects.reversed()).map {
        .init(name: $0, digest: $1.digest)
      }
      $0.sign(signOff)
    },
    .approval(
      "scope-missing", "an approval does not name a scope of its role", .roleScopes, role: "owner"
    ) {
      var signOff = $0.statement("owner", "otto@parcels.example")
      signOff.subjects.removeLast()
      $0.sign(signOff)
    },
  ]
}
