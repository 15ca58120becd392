internal import RubricaDifference
internal import RubricaModel
internal import RubricaSource
internal import RubricaTargets

/// A difference for programs: see docs/formats/difference.md.
struct DifferenceJSON {
  private var report: DifferenceReport

  var bytes: [UInt8] {
    let json: JSON = [
      "schema": "https://rubrica.dev/schemas/difference/v1",
      "workspace": .array(report.shownOfWorkspace.map { Self.json($0, report.workspace.sides) }),
      "guidelines": .array(report.entries.map(Self.json)),
      "removed": .array(report.removed.map { .string($0.id.value) }),
      "added": .array(report.added.map { .string($0.id.value) }),
    ]
    return json.bytes
  }

  init(_ report: DifferenceReport) {
    self.report = report
    for place in report.entries.indices {
      self.report.entries[place].difference.changes = report.shown(report.entries[place])
    }
  }

  private static func json(_ entry: DifferenceReport.Entry) -> JSON {
    let difference = entry.difference
    let version = entry.version
    return [
      "id": .string(difference.new.id.value),
      "old": side(difference.old), "new": side(difference.new),
      "version": [
        "step": .string(version.step.rawValue), "reason": .string(version.reason),
        "suggested": version.version.map(JSON.string) ?? .null,
        "reached": version.isReached.map(JSON.bool) ?? .null,
      ],
      "changes": .array(difference.changes.map { json($0, entry.sides) }),
    ]
  }

  private static func side(_ guideline: Guideline) -> JSON {
    [
      "file": .string(guideline.sources[guideline.document.source].name),
      "version": guideline.version.map { .string($0.value) } ?? .null,
    ]
  }

  private static func json(_ change: Change, _ sides: DifferenceReport.Sides) -> JSON {
    [
      "kind": .string(change.kind.rawValue), "action": .string(change.action.rawValue),
      "breaking": .bool(change.isBreaking), "guess": .bool(change.isGuess),
      "audience": .string(change.audience.rawValue),
      "subject": [
        "part": .string(change.subject.part.rawValue), "id": .string(change.subject.id),
        "name": .string(change.subject.name),
      ],
      "aspect": change.aspect.map(JSON.string) ?? .null,
      "from": change.from.map(JSON.string) ?? .null, "to": change.to.map(JSON.string) ?? .null,
      "effect": change.effect.map(json) ?? .null,
      "oldPlace": change.oldSpan.map { JSONReporter.place($0, sides.old) } ?? .null,
      "newPlace": change.newSpan.map { JSONReporter.place($0, sides.new) } ?? .null,
    ]
  }

  private static func json(_ effect: Effect) -> JSON {
    [
      "review": .string(effect.review.rawValue), "words": .string(effect.words),
      "labels": .array(effect.labels.map(JSON.string)),
      "layers": .array(effect.layers.map(JSON.string)),
    ]
  }
}
