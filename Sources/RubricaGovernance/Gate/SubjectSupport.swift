internal import RubricaBundle
internal import RubricaModel
internal import RubricaSignature
internal import RubricaSource

/// What the gate reads of a guideline, held against the digests that people sign.
extension GovernedSubject {
  /// The first field that is not what its leaves say; nil if all are.
  var unsupported: String? {
    let names = authors.map { Array(LeafValue.line($0).utf8) }
      .sorted { $0.lexicographicallyPrecedes($1) }.joined(separator: [10])
    let authorsLeaf = leaf("guideline/authors")
    guard authors.isEmpty ? authorsLeaf == nil : says("guideline/authors", Array(names)) else {
      return "authors"
    }
    if let day = contractUntil, !says(Self.contractPath, Array(day.description.utf8)) {
      return "contractUntil"
    }
    return waivers.allSatisfy(isSigned) ? nil : "waivers"
  }

  private func says(_ path: String, _ text: [UInt8]) -> Bool {
    leaf(path)?.digest == RubricaGovernance.Leaf.digest(path: path, text)
  }

  private func isSigned(_ waiver: Waiver) -> Bool {
    let values = [
      ("by", waiver.by), ("item", waiver.item), ("since", waiver.since.description),
      ("until", waiver.until.description),
    ]
    return leaves.contains { leaf in
      guard leaf.path.hasPrefix("governance/waivers/"), leaf.path.hasSuffix("/by") else {
        return false
      }
      let entry = leaf.path.dropLast(2)
      return values.allSatisfy { key, value in says(entry + key, LeafBuilder.oneLine(value)) }
    }
  }
}
