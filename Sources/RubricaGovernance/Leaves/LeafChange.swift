package import RubricaBundle
package import RubricaModel

/// What became of one leaf since somebody signed it.
package struct LeafChange: Sendable, Equatable {
  package enum Action: String, Sendable { case changed, added, removed }

  package let path: String
  package let action: Action
  /// Whether a sign-off stands depends on it: `semantic`, `wording` or `presentation`.
  package let kind: ApprovalPolicy.ChangeKind
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
  /// The changes from the leaves as signed to those of now, in order of their paths. Another text is a
  /// change of the kind of its path; another form alone is one of presentation.
  package static func changes(from signed: [SignedLeaf], to now: [SignedLeaf]) -> [LeafChange] {
    var before: [String: SignedLeaf] = [:]
    for leaf in signed { before[leaf.path] = leaf }
    var changes: [LeafChange] = []
    for leaf in now {
      let kind = LeafKinds.kind(of: leaf.path)
      guard let old = before.removeValue(forKey: leaf.path) else {
        changes.append(LeafChange(path: leaf.path, action: .added, kind: kind))
        continue
      }
      if old.digest != leaf.digest {
        changes.append(LeafChange(path: leaf.path, action: .changed, kind: kind))
      } else if old.formDigest != leaf.formDigest {
        changes.append(LeafChange(path: leaf.path, action: .changed, kind: .presentation))
      }
    }
    for path in before.keys {
      changes.append(LeafChange(path: path, action: .removed, kind: LeafKinds.kind(of: path)))
    }
    return changes.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The greatest of them: a sign-off stands if the role's `keeps` has it.
  package static func greatest(_ changes: [LeafChange]) -> ApprovalPolicy.ChangeKind {
    changes.map(\.kind).max() ?? .none
  }
}
