internal import RubricaBundle
package import RubricaModel
package import RubricaSignature
internal import RubricaSource
internal import RubricaTargets

/// What a packet says of itself for programs, in its head: the role, and the digests of all that is signed.
extension ReviewPacket {
  private static let roleName = "rubrica-role"
  private static let subjectName = "rubrica-subject"

  /// The elements, one a line of the page.
  static func marks(
    _ role: ApprovalPolicy.Role, _ subjects: [Statement.Subject]
  ) -> [[UInt8]] {
    [mark(roleName, role.name.value)]
      + subjects.map { mark(subjectName, "\($0.name) \($0.digest.hex)") }
  }

  private static func mark(_ name: String, _ content: String) -> [UInt8] {
    HTMLWriter.bytes { $0.void("meta", [.init("name", name), .init("content", content)]) }
  }

  /// Why a file is not the packet of what is about to be signed; nil if it is.
  package static func difference(
    of page: [UInt8], from subjects: [Statement.Subject], _ role: ApprovalPolicy.Role
  ) -> String? {
    // They stand above the style sheet, and everything that anybody has written stands behind it.
    let style = Array("<style>".utf8)
    let lines = page.split(separator: 10, omittingEmptySubsequences: false)
      .prefix { !$0.elementsEqual(style) }.map(Array.init)
    func marked(_ name: String) -> [[UInt8]] {
      let start = Array("<meta name=\"\(name)\" ".utf8)
      return lines.filter { $0.starts(with: start) }
    }
    let roles = marked(roleName)
    guard roles.count == 1 else { return "it is not a review packet of this version of Rubrica" }
    guard roles[0] == mark(roleName, role.name.value) else {
      return "it is the packet of another role than `\(role.name.value)`"
    }
    let found = marked(subjectName)
    for subject in subjects
    where !found.contains(mark(subjectName, "\(subject.name) \(subject.digest.hex)")) {
      let start = Array(mark(subjectName, "\(subject.name) ").dropLast(2))
      return found.contains { $0.starts(with: start) }
        ? "it shows another content of `\(subject.name)` than is there now"
        : "it does not show `\(subject.name)`"
    }
    return found.count == subjects.count ? nil : "it shows more than is signed"
  }
}
