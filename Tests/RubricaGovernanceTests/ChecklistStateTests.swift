import Testing
@testable import RubricaGovernance

/// What the gate takes from `checklist.json`.
@Suite struct ChecklistStateTests {
  private static let item = """
    {"id": "REL-04", "group": "Release", "level": "block", "role": "owner", "question": "Is it in time?",
     "state": "not-run", "missing": [{"path": "gate.dates", "text": "later"}]}
    """

  private static func read(_ edits: (String, String)...) throws -> [ChecklistState] {
    var text = """
      {"schema": "https://rubrica.dev/schemas/checklist/v2", "guideline": {"id": "notes"},
       "items": [\(item)], "references": []}
      """
    for (old, new) in edits {
      try #require(text.contains(old))
      text = text.replacing(old, with: new)
    }
    return try ChecklistStates.read(Array(text.utf8), "notes")
  }

  @Test func anItemIsRead() throws {
    let state = try #require(try Self.read().first)
    #expect(state.id == "REL-04" && state.role == "owner" && state.state == "not-run")
    #expect(state.isBlocking && state.isForGate && !state.isWaivable)
  }

  @Test func whatIsNotKnownIsTakenForTheWorse() throws {
    #expect(try Self.read(("\"block\"", "\"Warn\""))[0].isBlocking)
    #expect(try !Self.read(("\"block\"", "\"warn\""))[0].isBlocking)
    #expect(try !Self.read(("gate.dates", "gate.roles"))[0].isForGate)
    #expect(
      try !Self.read(
        ("\"missing\": [{\"path\": \"gate.dates\", \"text\": \"later\"}]", "\"missing\": []"))[0]
        .isForGate)
    #expect(try !Self.read(("\"path\": \"gate.dates\", ", ""))[0].isForGate)
    #expect(try !Self.read(("\"group\": \"Release\", ", ""))[0].isWaivable)
    #expect(try Self.read(("\"group\": \"Release\"", "\"group\": \"Data\""))[0].isWaivable)
  }

  @Test(arguments: [
    ("checklist/v2", "checklist/v1"), ("\"notes\"", "\"other\""), ("\"guideline\"", "\"subject\""),
    ("\"schema\"", "\"scheme\""), ("\"items\"", "\"entries\""), ("\"state\": \"not-run\",", ""),
    ("\"level\": \"block\",", ""), ("\"id\": \"REL-04\",", ""),
    ("\"state\": \"not-run\"", "\"state\": \"failed\", \"state\": \"passed\""),
  ])
  func whatIsNoChecklistIsRefused(old: String, new: String) {
    #expect(throws: SignOffProblem.self) { try Self.read((old, new)) }
  }

  @Test func aMissingChecklistIsRefused() {
    #expect(throws: SignOffProblem.self) { try ChecklistStates.read(nil, "notes") }
  }
}
