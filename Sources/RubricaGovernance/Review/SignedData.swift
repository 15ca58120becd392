internal import RubricaBundle
package import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

extension SignedTexts {
  /// Segments that begin so are the compiler's: no leaf has such a path.
  private static let contents = "~content/"

  /// What a signing keeps of data files beside the texts of leaves: by the paths of their leaves.
  package static func contents(
    of media: [Media], in paths: Set<String>
  ) -> [(path: String, text: String)] {
    var left = Media.dataLimit * 4
    return media.compactMap { medium in
      let path = LeafBuilder.path(ofMedia: medium)
      guard paths.contains(path), let text = medium.dataText, text.utf8.count <= left
      else { return nil }
      left -= text.utf8.count
      return (contents + path, text)
    }
  }

  /// The content of the data file whose digest a leaf is, if the digest that was signed is its own.
  static func content(of leaf: SignedLeaf, _ bytes: [UInt8]?) -> String? {
    guard let bytes, let members = try? JSONParser.parse(bytes).object(),
      let member = members.first(where: { $0.key == contents + leaf.path }),
      let text = try? member.value.string(),
      Leaf.digest(path: leaf.path, text: Digest(Array(text.utf8)).description) == leaf.digest
    else { return nil }
    return text
  }
}
