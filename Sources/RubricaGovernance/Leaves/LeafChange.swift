package import RubricaBundle
package import RubricaModel

/// What became of one leaf since somebody signed it.
package struct LeafChange: Sendable, Equatable {
  package enum Action: String, Sendable { case changed, added, removed }

  package let path: String
  package let action: Action
  /// Whether a sign-off stands depends on it: `semantic`, `wording` or `presentation`.
  package let kind: ApprovalPolicy.ChangeKind
  /// Whether the words are the same and only their formatting or their written order is another.
  package let isOfForm: Bool
}

/// A leaf as it was signed.
package struct SignedLeaf: Sendable, Equatable {
  package let path: String
  package let digest: Digest
  package let formDigest: Digest

  package init(path: String, digest: Digest, formDigest: Digest) {
    self.path = path
    self.digest = digest
    self.formDigest = formDigest
  }

  package init(_ leaf: Leaf) {
    self.init(path: leaf.path, digest: leaf.digest, formDigest: leaf.formDigest)
  }
}

package enum LeafChanges {
  /// The changes from the leaves as signed to those of now, all in order of their paths. Another text is a
  /// change of the kind that `LeafKinds` says; another form alone is one of presentation.
  package static func changes(from signed: [SignedLeaf], to now: [SignedLeaf]) -> [LeafChange] {
    // Most often nothing has changed. A digest is of the path, too.
    let isSame = zip(signed, now).allSatisfy {
      $0.digest == $1.digest && $0.formDigest == $1.formDigest
    }
    if isSame, signed.count == now.count { return [] }
    var changes: [LeafChange] = []
    func add(_ path: String, _ action: LeafChange.Action) {
      changes.append(
        LeafChange(
          path: path, action: action, kind: LeafKinds.kind(of: path, action), isOfForm: false))
    }
    var next = 0
    for leaf in now {
      var order = 1
      while next < signed.count {
        order = LeafPath.order(signed[next].path, leaf.path)
        guard order < 0 else { break }
        add(signed[next].path, .removed)
        next += 1
      }
      guard next < signed.count, order == 0 else {
        add(leaf.path, .added)
        continue
      }
      let old = signed[next]
      next += 1
      if old.digest != leaf.digest {
        add(leaf.path, .changed)
      } else if old.formDigest != leaf.formDigest {
        changes.append(
          LeafChange(path: leaf.path, action: .changed, kind: .presentation, isOfForm: true))
      }
    }
    for leaf in signed[next...] { add(leaf.path, .removed) }
    return changes
  }

  /// The greatest of them: a sign-off stands if the role's `keeps` has it.
  package static func greatest(_ changes: [LeafChange]) -> ApprovalPolicy.ChangeKind {
    changes.map(\.kind).max() ?? .none
  }
}
