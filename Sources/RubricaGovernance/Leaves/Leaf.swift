package import RubricaBundle
package import RubricaModel
package import RubricaSource

/// One fact of a guideline, or of the settings that decide what its bundle says: what people agree to,
/// part by part. It is made from the model, never from the bytes of a file.
package struct Leaf: Sendable {
  /// Segments joined by `/`: `labels/stop/definition`. Ids of the author stand in it, and no places.
  package let path: String
  /// What it says, as a text for people in which formatting, wrapping, comments, quotes and any order
  /// that says nothing are gone. Case and punctuation stay. UTF-8, compared by bytes: a letter that is
  /// composed in another way is another text, and look-alikes are not folded.
  package let text: String
  /// The form, where it is not the text.
  private let otherForm: String?
  /// Where it is written.
  package let span: Span
  package let audience: Audience
  /// Paths of leaves that it refers to; each stands for everything below it. Sorted.
  package let references: [String]
  init(
    path: String, text: [UInt8], form: [UInt8]?, span: Span, audience: Audience,
    references: [String] = []
  ) {
    self.path = path
    self.text = String(decoding: text, as: UTF8.self)
    otherForm = form.map { String(decoding: $0, as: UTF8.self) }
    self.span = span
    self.audience = audience
    self.references = references
  }

  /// The same as the text with formatting and written order.
  package var form: String { otherForm ?? text }

  /// Of the path and the text. Made again each time.
  package var digest: Digest { Self.digest(path: path, text: text) }

  /// Of the path and the form. Made again each time.
  package var formDigest: Digest { Self.digest("rubrica form 1\n", path, Array(form.utf8)) }

  /// The digest of a leaf that says something.
  package static func digest(path: String, text: String) -> Digest {
    digest(path: path, Array(text.utf8))
  }

  static func digest(path: String, _ text: [UInt8]) -> Digest {
    digest("rubrica leaf 1\n", path, text)
  }

  /// A path has no line ends in it, so that the parts cannot be told apart in another way.
  private static func digest(_ magic: String, _ path: String, _ content: [UInt8]) -> Digest {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(magic.utf8.count + path.utf8.count + content.count + 1)
    bytes += magic.utf8
    bytes += path.utf8
    bytes.append(10)
    bytes += content
    return Digest(bytes)
  }
}
