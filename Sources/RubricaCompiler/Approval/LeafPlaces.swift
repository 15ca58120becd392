internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSignature
internal import RubricaSource

/// Where leaves are written, for people: `guideline.md:12:3`.
struct LeafPlaces {
  private let files: [(name: String, file: SourceFile)]

  /// `folder` is the guideline's, and `display` stands before the names of all files.
  init(_ sources: Sources, _ folder: String, _ display: String) {
    files = sources.files.map { file in
      (BundleSource.path(of: file, folder, display), file)
    }
  }

  func place(of span: Span) -> Denial.Place {
    let (name, file) = files[Int(span.source.index)]
    let position = file.lines.position(at: Int(span.start), in: file.bytes)
    return Denial.Place(file: name, line: position.line, column: position.column)
  }
}

extension GovernedSubject {
  init(_ governed: GovernedGuideline, _ guideline: Guideline, _ places: LeafPlaces) {
    let root = guideline.governance?.root
    let day = { (node: DataNode?) -> CalendarDate? in
      (node?.text?.value).flatMap { try? CalendarDate($0) }
    }
    self.init(
      id: governed.id, version: governed.version, authors: governed.authors,
      policy: governed.policy, policyDigest: governed.policyDigest,
      leaves: zip(governed.leaves, governed.signedLeaves).map { leaf, signed in
        Leaf(signed, at: places.place(of: leaf.span))
      },
      scopes: governed.scopes.map { Scope(name: $0.name, digest: $0.digest, paths: $0.paths) },
      // One that lacks something is an error of the guideline.
      waivers: (root?["waivers"]?.items ?? []).compactMap { node in
        guard let item = node["item"]?.text?.value, let by = node["by"]?.text?.value,
          let since = day(node["since"]), let until = day(node["until"])
        else { return nil }
        return Waiver(
          item: item, by: by, since: since, until: until, place: places.place(of: node.span))
      }, contractUntil: day(root?["vendor"]?["valid-until"]))
  }
}
