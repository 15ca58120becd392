package import RubricaBundle
package import RubricaModel
package import RubricaSource

/// What the gate judges: what a guideline says now, without its texts. It is made of the source, or read
/// from `scopes.json` of a bundle.
package struct GovernedSubject: Sendable {
  package struct Leaf: Sendable {
    package let signed: SignedLeaf
    package let place: Denial.Place?

    package init(_ signed: SignedLeaf, at place: Denial.Place?) {
      self.signed = signed
      self.place = place
    }

    package var path: String { signed.path }
    package var digest: Digest { signed.digest }
    package var form: Digest { signed.formDigest }
  }

  package struct Scope: Sendable {
    package var name: String
    package var digest: Digest
    /// Of the leaves that it selects and of all that they refer to; sorted by bytes.
    package var paths: [String]

    package init(name: String, digest: Digest, paths: [String]) {
      self.name = name
      self.digest = digest
      self.paths = paths
    }
  }

  /// An entry of `waivers`, as far as the gate asks.
  package struct Waiver: Sendable {
    /// Days that one lasts at most.
    package static let longest = 365

    package var item: String
    package var by: String
    package var since: CalendarDate
    package var until: CalendarDate
    package var place: Denial.Place?

    package init(
      item: String, by: String, since: CalendarDate, until: CalendarDate, place: Denial.Place?
    ) {
      self.item = item
      self.by = by
      self.since = since
      self.until = until
      self.place = place
    }
  }

  /// The leaf that says until when there is a contract.
  static let contractPath = "governance/vendor/valid-until"

  package var id: String
  package var version: String?
  package var authors: [String]
  package var policy: ApprovalPolicy
  package var policyDigest: Digest
  /// Sorted by the bytes of their paths.
  package let leaves: [Leaf]
  package var scopes: [Scope] {
    didSet { places = scopes.map { Self.places(of: $0.paths, in: leaves) } }
  }
  package var waivers: [Waiver]
  /// The last day of the contract with a vendor.
  package var contractUntil: CalendarDate?
  /// Of each scope, where its paths stand among the leaves.
  private var places: [[Int]]

  package init(
    id: String, version: String?, authors: [String], policy: ApprovalPolicy, policyDigest: Digest,
    leaves: [Leaf], scopes: [Scope], waivers: [Waiver], contractUntil: CalendarDate?
  ) {
    self.id = id
    self.version = version
    self.authors = authors
    self.policy = policy
    self.policyDigest = policyDigest
    self.leaves = leaves
    self.scopes = scopes
    self.waivers = waivers
    self.contractUntil = contractUntil
    places = scopes.map { Self.places(of: $0.paths, in: leaves) }
  }

  package func leaf(_ path: String) -> Leaf? { Self.place(of: path, in: leaves).map { leaves[$0] } }

  private static func place(of path: String, in leaves: [Leaf]) -> Int? {
    let place = LeafPath.firstPlace(from: path, in: leaves) { $0.path }
    return place < leaves.count && LeafPath.order(leaves[place].path, path) == 0 ? place : nil
  }

  /// Most stand one behind the other.
  private static func places(of paths: [String], in leaves: [Leaf]) -> [Int] {
    var next = 0
    return paths.compactMap { path in
      if next >= leaves.count || LeafPath.order(leaves[next].path, path) != 0 {
        guard let place = place(of: path, in: leaves) else { return nil }
        next = place
      }
      defer { next += 1 }
      return next
    }
  }

  package func scope(_ name: String) -> Scope? { scopes.first { $0.name == name } }

  /// The subject of a statement about a scope.
  package func name(ofScope scope: String) -> String { Self.name(ofScope: scope, in: id) }

  static func name(ofScope scope: String, in guideline: String) -> String {
    "\(guideline)#\(scope)"
  }

  /// All that the scopes of a role cover, sorted by bytes of the paths.
  package func leaves(of scopes: [String]) -> [SignedLeaf] {
    var isIn = [Bool](repeating: false, count: leaves.count)
    for (scope, places) in zip(self.scopes, places) where scopes.contains(scope.name) {
      for place in places { isIn[place] = true }
    }
    return isIn.indices.lazy.filter { isIn[$0] }.map { leaves[$0].signed }
  }

  /// What became of the leaves of some scopes since they were signed.
  func changes(of scopes: [String], since signed: [SignedLeaf]) -> [LeafChange] {
    LeafChanges.changes(from: signed, to: leaves(of: scopes))
  }
}
