internal import RubricaBundle
internal import RubricaSource
internal import RubricaSyntax

/// `….leaves.json`: what the leaves said when they were signed.
package enum SignedTexts {
  package static func bytes(_ texts: [(path: String, text: String)]) -> [UInt8] {
    JSON.object(texts.map { ($0.path, .string($0.text)) }).bytes
  }

  /// Only texts whose digests were signed. The file explains and decides nothing, so what is wrong with
  /// it is not a reason for a denial.
  static func read(_ bytes: [UInt8]?, _ leaves: [SignedLeaf]) -> [String: String] {
    guard let bytes, let members = try? JSONParser.parse(bytes).object() else { return [:] }
    var digests: [String: Digest] = [:]
    for leaf in leaves { digests[leaf.path] = leaf.digest }
    var texts: [String: String] = [:]
    for member in members {
      guard let text = try? member.value.string(),
        Leaf.digest(path: member.key, text: text) == digests[member.key]
      else { continue }
      texts[member.key] = text
    }
    return texts
  }
}
