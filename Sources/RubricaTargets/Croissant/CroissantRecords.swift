internal import RubricaModel
internal import RubricaSource

/// What a record of the annotation holds, as record sets whose data stands in the file itself: the
/// questions, and the labels that may answer them. The records are made later and stand elsewhere.
struct CroissantRecords {
  private let guideline: Guideline
  private let facts: PublicFacts

  init(_ guideline: Guideline, _ facts: PublicFacts) {
    self.guideline = guideline
    self.facts = facts
  }

  var recordSets: [JSON] { [layers, labels].compactMap { $0 } }

  private var layers: JSON? {
    recordSet(
      "layers", "The questions for each item: a record has one key for each.",
      fields: [
        ("id", "The key in the record."), ("kind", "What an answer is."), ("question", nil),
      ],
      guideline.layers.map { layer in
        [
          layer.id.value, layer.kind.value.rawValue,
          layer.question.map { facts.cleaned($0.value) } ?? "",
        ]
      })
  }

  private var labels: JSON? {
    let rows = guideline.layers.flatMap { layer in
      guideline.labels(of: layer).filter { $0.audience.isForAnnotators }.map { label in
        [layer.id.value, label.id.value, label.name.value]
      }
    }
    return recordSet(
      "labels", "The labels that may be given in each layer.",
      fields: [("layer", nil), ("id", "The label in the record."), ("name", nil)], rows)
  }

  /// Nil if there are no rows: the format refuses an empty list.
  private func recordSet(
    _ name: String, _ description: String, fields: [(name: String, description: String?)],
    _ rows: [[String]]
  ) -> JSON? {
    guard !rows.isEmpty else { return nil }
    let ids = fields.map { "\(name)/\($0.name)" }
    return [
      "@type": "cr:RecordSet", "@id": .string(name), "name": .string(name),
      "description": .string(description),
      "field": .array(
        zip(fields, ids).map { field, id in
          var members: [(String, JSON)] = [
            ("@type", "cr:Field"), ("@id", .string(id)), ("name", .string(id)),
          ]
          if let text = field.description { members.append(("description", .string(text))) }
          return JSON.object(members + [("dataType", "sc:Text")]).onOneLine
        }),
      "data": .array(
        rows.map { row in
          JSON.object(zip(ids, row).map { ($0, .string($1)) }).onOneLine
        }),
    ]
  }
}
