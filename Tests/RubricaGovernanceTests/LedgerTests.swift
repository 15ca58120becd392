import RubricaBundle
import RubricaGovernance
import RubricaModel
import RubricaSignature
import Testing

/// The folder of a log: each file in it is accounted for.
@Suite struct LedgerTests {
  private let saying: Saying
  private var log = SignedLog("notes")

  init() throws {
    saying = try Saying()
    log.add(saying.statement(.approve, "lena", at: 0))
    log.add(saying.statement(.approve, "otto", as: "owner", at: 1))
  }

  @Test func aWholeLogIsRead() {
    let ledger = log.ledger()
    #expect(ledger.denials.isEmpty)
    #expect(ledger.entries.map(\.signOff.signer) == ["lena", "otto"])
    #expect(ledger.size == 2)
    #expect(SignedLog("notes").ledger().denials.isEmpty)
  }

  @Test func filesAndLinesBelongTogether() throws {
    let text = String(decoding: try #require(log.files["log.txt"]), as: UTF8.self)
    let lines = text.split(separator: "\n").map(String.init)
    func code(_ edit: (inout [String: [UInt8]]) -> Void) -> [DenialCode] {
      var changed = log
      edit(&changed.files)
      return changed.codes
    }
    func file(_ lines: String...) -> [UInt8] { Array(lines.joined().utf8) }
    #expect(code { $0["log.txt"] = nil } == [.logUnreadable])
    #expect(code { $0["log.txt"]?.removeLast() } == [.logUnreadable])
    #expect(code { $0["log.txt"]?.append(10) } == [.logUnreadable])
    #expect(code { $0["log.txt"] = file(lines[0].uppercased(), "\n") }.first == .logUnreadable)
    #expect(
      code { $0["log.txt"] = file(lines[0].replacing("0-statement", with: "../0-statement"), "\n") }
        == [.logUnreadable])
    #expect(code { $0["0-statement.json"] = nil } == [.logEntryMissing])
    #expect(code { $0["0-statement.json"]?.append(10) } == [.logEntryChanged])
    #expect(code { $0["0-statement.json.sig"] = nil } == [.signatureMissing])
    #expect(code { $0["2-statement.json"] = [] } == [.logEntryUnlisted])
    #expect(code { $0["log.txt"] = file(lines[0], "\n", lines[0], "\n") } == [.logEntryTwice])
    // The same statement under another name.
    #expect(
      code {
        $0["9-statement.json"] = $0["0-statement.json"]
        $0["log.txt"] = file(
          text, lines[0].replacing("0-statement", with: "9-statement"), "\n")
      } == [.logEntryTwice])
    #expect(code { $0["log.txt"] = file(lines[0], "\n") }.contains(.logEntryUnlisted))
  }

  @Test func timesDoNotGoBackAndAreNotOfTomorrow() {
    var changed = log
    changed.add(saying.statement(.approve, "lars", at: 0))
    #expect(changed.codes == [.logTime])
    changed = log
    changed.add(saying.statement(.approve, "lars", at: 2))
    #expect(changed.ledger(at: Saying.after(2)).denials.isEmpty)
    #expect(changed.ledger(at: Saying.after(1)).denials.map(\.code) == [.statementFuture])
    #expect(changed.ledger(at: nil).denials.isEmpty)
  }

  @Test func whatWasKnownIsATruePrefix() {
    var changed = log
    changed.add(saying.statement(.approve, "lars", at: 2), after: 1)
    #expect(changed.codes == [])
    var foreign = saying.statement(.approve, "lars", at: 3)
    foreign.after = (1, Digest([]))
    changed.add(foreign.bytes, SignedLog.key("lars"))
    #expect(changed.codes == [.logPrefix])
    changed = log
    foreign.after = (3, Digest([]))
    changed.add(foreign.bytes, SignedLog.key("lars"))
    #expect(changed.codes == [.logPrefix])
  }

  @Test func aStatementIsAboutItsGuideline() {
    for name in ["notes", "notes2#data", "Notes#data", "policy"] {
      var changed = log
      var signOff = saying.statement(.approve, "lars", at: 2)
      signOff.subjects = [.init(name: name, digest: Digest([]))]
      changed.add(signOff)
      #expect(changed.codes == [.statementForeign], "\(name)")
    }
  }

  @Test func aStatementTakesThePlaceOfWhatItMay() throws {
    let first = try #require(log.ledger().entries.first).digest
    func codes(_ signer: String, _ target: Digest, as role: String = "legal") -> [DenialCode] {
      var changed = log
      var signOff = saying.statement(.withdraw, signer, as: role, at: 2)
      signOff.supersedes = target
      changed.add(signOff)
      return changed.codes
    }
    #expect(codes("lena", first) == [])
    #expect(codes("lena", Digest([])) == [.statementReference])
    #expect(codes("lars", first) == [.statementReference])
    #expect(codes("lena", first, as: "owner") == [.statementReference])
    var changed = log
    var signOff = saying.statement(.withdraw, "lena", at: 2)
    signOff.supersedes = first
    let withdrawal = changed.add(signOff)
    signOff.supersedes = withdrawal
    changed.add(signOff)
    #expect(changed.codes == [.statementReference])
  }

  @Test func theKeyIsThatOfTheSigner() {
    var changed = log
    changed.add(saying.statement(.approve, "lars", at: 2), key: SignedLog.key("lena"))
    #expect(changed.codes == [.signatureRefused])
    changed = log
    changed.add(saying.statement(.approve, "mallory", at: 2))
    #expect(changed.codes == [.signatureRefused])
  }

  @Test func aCheckpointHoldsTheLog() throws {
    let key = SignedLog.key("machine")
    let ledger = log.ledger()
    func codes(_ size: Int, _ keys: [String], of origin: String = "rubrica.dev/log/notes") throws
      -> [DenialCode]
    {
      var changed = log
      let point = try Checkpoint(origin: origin, size: size, root: ledger.root)
      changed.files["checkpoint.txt"] = try point.note(signedBy: LedgerReader.witness, key)
      return changed.ledger(releaseKeys: keys).denials.map(\.code)
    }
    let line = key.publicKey.line
    #expect(try codes(2, [line]) == [])
    #expect(try codes(1, [line]) == [.logCheckpoint])
    #expect(try codes(3, [line]) == [.logCheckpoint])
    #expect(try codes(2, []) == [.logCheckpoint])
    #expect(try codes(2, [SignedLog.key("other").publicKey.line]) == [.logCheckpoint])
    #expect(try codes(2, [line], of: "rubrica.dev/log/other") == [.logCheckpoint])
  }

  /// Texts explain, and decide nothing.
  @Test func onlyTextsThatWereSignedAreShown() throws {
    var changed = log
    changed.files["0-statement.leaves.json"] = SignedTexts.bytes([
      ("governance/data/access", "internal"), ("labels/damage/name", "another text"),
    ])
    let ledger = changed.ledger()
    #expect(ledger.denials.isEmpty)
    #expect(ledger.entries[0].texts == ["governance/data/access": "internal"])
    changed.files["0-statement.leaves.json"] = Array("no object".utf8)
    #expect(changed.ledger().denials.isEmpty)
  }
}
