internal import RubricaBundle
internal import RubricaModel
internal import RubricaSource

/// What of governance.yaml may stand where the public reads. What is in no row here stays inside:
/// contacts, contracts, stores, access, legal reasons, approvals.
enum PublicKey: String, CaseIterable {
  case intended = "use.intended"
  case prohibited = "use.prohibited"
  case measures = "use.measures"
  case manualBecause = "use.manual-because"
  case personal = "data.personal"
  case deidentification = "data.deidentification"
  case suitability = "data.suitability"
  case gaps = "data.gaps"
  case variability = "data.variability"
  case biases = "data.biases"
  case workforceKind = "workforce.kind"
  case skills = "workforce.skills"
  case pay = "workforce.pay"
  case training = "workforce.training"
  case wellbeing = "workforce.wellbeing"
  case demographics = "workforce.demographics"
  case ageLimit = "workforce.age-limit"
  case annotatorsPerItem = "quality.annotators-per-item"
  case aggregation = "quality.aggregation"
  case groundTruth = "quality.ground-truth"
  case deviation = "quality.deviation"
  case goldShare = "quality.gold-share"
  case auditShare = "quality.audit-share"
  case preLabeling = "quality.pre-labeling"
  case metrics = "quality.metrics"
  case plan = "maintenance.plan"
  case nextReview = "maintenance.next-review"
}

/// A source of the data, as the public may see it.
struct PublicSource {
  let id: String?
  let kind: String?
  let issuer: String?
  let licence: String?
  let collected: String?
  let method: String?
  let geography: String?
  /// Only of public sources: where others are kept is nobody's business.
  let location: String?
  /// Nil unless the source gives a SHA-256.
  let digest: Digest?
}

/// What the source says that may be published, with people taken out.
struct PublicFacts {
  private let root: DataNode?
  private let withheld: WithheldNames

  init(
    _ guideline: Guideline, organisation: String?, attestations: Attestations? = nil
  ) {
    root = guideline.governance?.root
    var names = [guideline.owner].compactMap { $0?.value } + guideline.authors.map(\.value)
    for contact in root?["contacts"]?.fields ?? [] {
      names += contact.value.fields.flatMap { Self.words($0.value) }
    }
    for role in attestations?.roles ?? [] { names += role.people + role.objectors }
    for path in ["review.adjudicator", "approvals[*].person", "waivers[*].by"] {
      names += (root?.nodes(at: path) ?? []).flatMap(Self.words)
    }
    withheld = WithheldNames(names.filter { $0 != organisation })
  }

  /// The values under a key, each in one line; empty if nobody answered.
  subscript(key: PublicKey) -> [String] {
    (root?.nodes(at: key.rawValue) ?? []).flatMap { node -> [DataNode] in
      if case .list(let items) = node.kind { items } else { [node] }
    }.compactMap(text)
  }

  /// Whether somebody answered `none`.
  func isNone(_ key: PublicKey) -> Bool { self[key].map { $0.lowercased() } == ["none"] }

  var sources: [PublicSource] {
    (root?.nodes(at: "data.sources[*]") ?? []).map { node in
      func value(_ key: String) -> String? { node[key].flatMap(text) }
      let kind = value("kind")
      return PublicSource(
        id: value("id"), kind: kind, issuer: value("issuer"), licence: value("licence"),
        collected: value("collected"), method: value("method"), geography: value("geography"),
        location: kind == "public" ? value("location") : nil,
        digest: Self.digest(node))
    }
  }

  /// The SHA-256 that an entry of `sources` gives as its `digest`.
  static func digest(_ source: DataNode) -> Digest? {
    guard let text = source["digest"]?.text?.value, text.hasPrefix("sha256:") else { return nil }
    return Digest(hex: text.dropFirst(7).lowercased())
  }

  /// An author's words without addresses and names of people.
  func cleaned(_ text: String) -> String {
    MailAddress.masked(withheld.removed(from: DataText.oneLine(text)))
  }

  private func text(_ node: DataNode) -> String? {
    node.isFilled ? cleaned(DataText.text(node)) : nil
  }

  private static func words(_ node: DataNode) -> [String] {
    if case .list(let items) = node.kind { return items.flatMap(words) }
    return [node.text?.value].compactMap { $0 }
  }
}
