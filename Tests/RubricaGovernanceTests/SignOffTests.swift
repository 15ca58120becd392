import RubricaBundle
import RubricaGovernance
import RubricaModel
import RubricaSignature
import RubricaSource
import Testing

/// Statements as bytes: written, read, refused.
@Suite struct SignOffTests {
  private static func full() throws -> SignOff {
    var signOff = try Saying().statement(.approveWithConditions, "otto", for: "lena", at: 5)
    signOff.expiresAt = Saying.after(50)
    signOff.reviewed = .init(mediaType: "text/html", digest: Digest([3]))
    signOff.conditions = [
      .init(
        id: "c1", text: "Sign \"it\".", until: try CalendarDate("2027-01-31"), items: ["SRC-01"])
    ]
    signOff.comment = "Überall gelesen."
    signOff.supersedes = Digest([4])
    signOff.after = (7, Digest([5]))
    return signOff
  }

  @Test func whatIsReadIsWhatWasWritten() throws {
    let written = try Self.full()
    let read = try SignOff(written.bytes)
    #expect(read.bytes == written.bytes)
    #expect(read.person == "lena" && read.signer == "otto")
    #expect(read.conditions == written.conditions)
    #expect(read.reviewed == written.reviewed)
    #expect(read.leaves == written.leaves)
    #expect(read.supersedes == written.supersedes && read.expiresAt == written.expiresAt)
    #expect(read.after.size == 7 && read.after.root == Digest([5]))
  }

  /// What a decision asks of other fields.
  @Test func everyDecisionHasItsFields() throws {
    func code(_ decision: SignOff.Decision, _ edit: (inout SignOff) -> Void) throws -> String? {
      var signOff = try Saying().statement(decision, "lena", at: 0)
      if decision == .delegate {
        signOff.delegate = "otto"
        signOff.expiresAt = Saying.after(10)
      }
      if decision == .withdraw { signOff.supersedes = Digest([1]) }
      edit(&signOff)
      do throws(SignOffProblem) {
        _ = try SignOff(signOff.bytes)
        return nil
      } catch { return error.code }
    }
    for decision in SignOff.Decision.allCases where decision != .approveWithConditions {
      #expect(try code(decision) { _ in } == nil, "\(decision)")
    }
    #expect(try code(.requestChanges) { $0.comment = nil } == "lacks-comment")
    #expect(try code(.withdraw) { $0.comment = nil } == "lacks-comment")
    #expect(try code(.withdraw) { $0.supersedes = nil } == "lacks-supersedes")
    #expect(try code(.approveWithConditions) { _ in } == "lacks-conditions")
    #expect(try code(.delegate) { $0.delegate = nil } == "lacks-delegate")
    #expect(try code(.delegate) { $0.expiresAt = nil } == "lacks-expiresAt")
    #expect(try code(.delegate) { $0.onBehalfOf = "lars" } == "delegation-of-delegate")
    #expect(try code(.approve) { $0.delegate = "otto" } == "has-delegate")
    #expect(try code(.approve) { $0.meaning = "" } == "lacks-meaning")
    #expect(try code(.approve) { $0.leaves = [] } == "lacks-leaves")
    #expect(try code(.approve) { $0.expiresAt = $0.signedAt } == "expires-before-signed")
    #expect(try code(.approve) { $0.onBehalfOf = "lena" } == "own-behalf")
    #expect(
      try code(.requestChanges) { signOff in
        signOff.conditions = (try? Self.full().conditions) ?? []
      } == "has-conditions")
  }

  /// A text of the file, and what it becomes.
  @Test(arguments: [
    ("\"decision\": \"approve-with-conditions\"", "\"decision\": \"agree\""),
    ("\"role\": \"legal\",", ""), ("\"role\":", "\"rôle\":"),
    ("\"role\": \"legal\"", "\"role\": \"\""), ("\"role\": \"legal\"", "\"role\": \"a\\u202eb\""),
    ("\"role\": \"legal\"", "\"role\": null"),
    ("\"role\": \"legal\"", "\"role\": \"legal\", \"x\": 1"),
    ("\"role\": \"legal\"", "\"role\": \"owner\", \"role\": \"legal\""),
    ("\"name\": \"otto\"", "\"name\": \"a\\nb\""), ("2027-01-31", "2027-02-30"),
    ("\"logSize\": 7", "\"logSize\": -1"), ("\"logSize\": 7", "\"logSize\": 7.5"),
    ("sign-off/v1", "sign-off/v2"), ("Statement/v1", "Statement/v2"), ("\"sha256\"", "\"sha512\""),
    ("governance/data/access", "z"),
  ])
  func whatIsNotExactlyAStatementIsRefused(old: String, new: String) throws {
    let text = String(decoding: try Self.full().bytes, as: UTF8.self)
    try #require(text.contains(old))
    let edited = text.replacing(old, with: new, maxReplacements: 1)
    #expect(throws: SignOffProblem.self) { try SignOff(Array(edited.utf8)) }
  }

  @Test func nothingStandsBeforeOrBehindAStatement() throws {
    let bytes = try Self.full().bytes
    for other in [[], bytes.dropLast(2) + [], bytes + bytes, [0xFF] + bytes, bytes + [0]] {
      #expect(throws: SignOffProblem.self) { try SignOff(Array(other)) }
    }
  }
}
