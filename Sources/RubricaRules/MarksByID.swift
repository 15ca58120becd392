internal import RubricaModel
internal import RubricaSource

/// The marks of one example that have an id.
struct MarksByID {
  private(set) var ids: [String] = []
  private var labels: [String: String] = [:]

  init(_ example: Example) {
    if case .text(let text) = example.input {
      for mark in text.marks { add(mark.id, mark.label) }
    }
    for answer in example.expected?.answers ?? [] {
      switch answer.value {
      case .marks(let marks): for mark in marks { add(mark.id, mark.label) }
      case .regions(let regions): for region in regions { add(region.id, region.label) }
      default: break
      }
    }
  }

  private mutating func add(_ id: Located<String>?, _ label: Located<String>) {
    guard let id = id?.value, labels[id] == nil else { return }
    ids.append(id)
    labels[id] = label.value
  }

  /// The label of a mark.
  subscript(id: String) -> String? { labels[id] }
}

extension Example {
  /// The relations in the text and in the record.
  func forEachRelation(_ body: (RelationMark) -> Void) {
    if case .text(let text) = self.input { for relation in text.relations { body(relation) } }
    for answer in self.expected?.answers ?? [] {
      if case .relations(let relations) = answer.value {
        for relation in relations { body(relation) }
      }
    }
  }
}
