internal import RubricaRules
internal import RubricaSource
internal import Testing

/// Checks that search the bytes of the document: they find what they look for wherever it stands.
@Suite struct ByteScanTests {
  @Test(arguments: [
    "TODO", "TBD", "TBC", "FIXME", "XXX", "???", "????????", "Lorem ipsum", "lorem ipsum",
  ])
  func leftoversAreFoundAtAnyPlace(filler: String) throws {
    try expect(filler, LeftoverTODO.info, within: (" ", " dolor."))
  }

  @Test(arguments: ["AKIAIOSFODNN7EXAMPLE", "-----BEGIN RSA PRIVATE KEY-----"])
  func keysAreFoundAtAnyPlace(key: String) throws {
    try expect(key, CredentialInText.info, within: (" ", "\n"))
  }

  @Test(arguments: ["\u{200B}", "\u{202E}", "\u{2060}", "\u{FEFF}"])
  func hiddenCharactersAreFoundAtAnyPlace(character: String) throws {
    try expect(character, HiddenCharacter.info, within: ("é", "“"))
    try expect(character, HiddenCharacter.info, within: ("a", "b"))
  }

  @Test func noBreakSpacesAreFoundAtAnyPlace() throws {
    try expect("\u{A0}", NoBreakSpace.info, within: ("`é", "a`"))
  }

  /// Puts a text behind zero to sixteen letters, so that it stands at any distance from the start.
  private func expect(
    _ text: String, _ check: CheckInfo, within around: (before: String, after: String)
  ) throws {
    for count in 0...16 {
      let before = "# Signs\n\n" + String(repeating: "e", count: count) + around.before
      let document = before + text + around.after
      let start = before.utf8.count
      let found = try Examined(bytes: ["guideline.md": Array(document.utf8)], check: check)
      #expect(
        found.diagnostics.map(\.span.range) == [start..<start + text.utf8.count],
        "behind \(count) letters")
    }
  }
}
