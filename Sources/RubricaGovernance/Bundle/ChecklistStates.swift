internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax
internal import RubricaTargets

/// The items of `checklist.json`, as far as the gate asks.
enum ChecklistStates {
  static func read(_ bytes: [UInt8]?, _ id: String) throws(SignOffProblem) -> [ChecklistState] {
    guard let bytes else {
      throw SignOffProblem(
        "it does not exist: `checklist` is not among the targets", code: "missing")
    }
    do throws(JSONProblem) {
      let document = try JSONParser.parse(bytes)
      let members = try document.object()
      for key in ["schema", "guideline", "items"] where !members.contains(where: { $0.key == key })
      {
        throw JSONProblem(.missingField(key), at: document.span)
      }
      var states: [ChecklistState] = []
      for member in members {
        switch member.key {
        case "schema":
          guard try member.value.string() == "https://rubrica.dev/schemas/checklist/v2" else {
            throw JSONProblem(
              .wrongKind(expected: "a checklist of version 2", found: "another schema"),
              at: member.value.span)
          }
        case "guideline":
          let own = try member.value.object().first { $0.key == "id" }?.value
          guard try own?.string() == id else {
            throw JSONProblem(
              .wrongKind(expected: "the checklist of `\(id)`", found: "that of another guideline"),
              at: member.value.span)
          }
        case "items":
          for value in try member.value.array() { states.append(try state(value)) }
        default: break
        }
      }
      return states
    } catch {
      throw SignOffProblem(error.message, code: error.code)
    }
  }

  private static func state(_ value: JSONValue) throws(JSONProblem) -> ChecklistState {
    var texts: [String: String] = [:]
    var missing: [String] = []
    for member in try value.object() {
      switch member.key {
      case "id", "role", "level", "question", "state", "group":
        texts[member.key] = try member.value.string()
      case "missing":
        for gap in try member.value.array() {
          let path = try gap.object().first { $0.key == "path" }?.value.string()
          missing.append(path ?? "")
        }
      default: break
      }
    }
    guard let id = texts["id"], let state = texts["state"], let level = texts["level"] else {
      throw JSONProblem(.missingField("state"), at: value.span)
    }
    // A level that is not known blocks.
    return ChecklistState(
      id: id, question: texts["question"] ?? "", role: texts["role"] ?? "",
      isBlocking: level != "warn", state: state,
      isForGate: !missing.isEmpty && missing.allSatisfy { $0 == GateEvidence.dates.path },
      isWaivable: texts["group"].map { $0 != Catalogue.groupOfRelease } ?? false, place: nil,
      isOfConditions: missing.contains(GateEvidence.conditions.path))
  }
}
