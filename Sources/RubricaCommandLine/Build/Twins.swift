internal import RubricaCompiler
internal import RubricaModel
internal import RubricaSource

/// Guidelines of one workspace that have the same id: their bundles would be one folder, and what is signed for
/// one could not be told from what is signed for the other.
enum Twins {
  static func refuse(_ guidelines: [(id: String, document: String)]) throws(Failure) {
    var owners: [String: String] = [:]
    for (id, document) in guidelines {
      guard let other = owners.updateValue(document, forKey: id) else { continue }
      throw Failure(
        "two guidelines have the id `\(id)`: `\(other)` and `\(document)`",
        help:
          "Ids name the folders of the output. Give one of them another `id` in its front matter.")
    }
  }

  /// Refuses if another guideline of the workspace has the id of one that was asked for.
  static func refuseElsewhere(_ session: Session) throws(Failure) {
    guard !session.location.isWhole, session.location.settings != nil else { return }
    let root = session.location.root.path
    let whole = try WorkspaceLocation.find(root.isEmpty ? "." : root)
    var documents = whole.documents
    for document in session.location.documents
    where !documents.contains(where: { $0.path == document.path }) {
      documents.append(document)
    }
    let ids = Parallel.map(documents) { document in
      Result { () throws(FileProblem) in
        try Compiler.read(session.input(document, files: session.files)).id.value
      }
    }
    var named: [(id: String, document: String)] = []
    for (document, id) in zip(documents, ids) {
      do { named.append((try id.get(), document.path)) } catch {
        throw Failure(error, at: session.location.path(document.path), doing: "read")
      }
    }
    let asked = Set(
      named.filter { name in session.location.documents.contains { $0.path == name.document } }.map(
        \.id))
    try refuse(named.filter { asked.contains($0.id) })
  }
}
