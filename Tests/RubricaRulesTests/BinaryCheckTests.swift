internal import RubricaRules
internal import RubricaSource
internal import Testing

/// Checks about bytes that no documentation can show.
@Suite struct BinaryCheckTests {
  @Test func bytesThatAreNoTextAreFound() throws {
    for byte: UInt8 in [0, 0xFF] {
      let bytes = Array("# Signs\n\nDraw a box".utf8) + [byte, 10]
      let found = try Examined(bytes: ["guideline.md": bytes], check: UnreadableText.info)
      #expect(found.diagnostics.map(\.span.range) == [19..<20], "byte \(byte)")
    }
  }

  @Test func textBeyondLimitsIsFound() throws {
    let deep = String(repeating: "> ", count: 200) + "deep\n"
    let found = try Examined(
      bytes: ["guideline.md": Array(deep.utf8)], check: TextBeyondLimits.info)
    #expect(found.diagnostics.count == 1)
  }

  @Test(arguments: [
    ("{label: stop, box: [0, 0, 200, 100]}", ""),
    ("{label: stop, box: [0, 0, 201, 100]}", "[0, 0, 201, 100]"),
    ("{label: stop, box: [-1, 0, 20, 10]}", "[-1, 0, 20, 10]"),
    ("{label: stop, box: [0, 0, 20, 100.5]}", "[0, 0, 20, 100.5]"),
  ])
  func boxesAreHeldAgainstThePicture(mark: String, place: String) throws {
    let text = """
      ---
      rubrica: 1
      task:
        modality: image
        layers: [{id: signs, kind: box, labels: [{id: stop, definition: An octagon.}]}]
      ---

      ## Examples

      ### Good: one
      ![A sign](stop.png)

      ```yaml expected
      signs: [\(mark)]
      ```

      """
    let found = try Examined(
      bytes: ["guideline.md": Array(text.utf8), "stop.png": Self.png(width: 200, height: 100)],
      check: BoxOutsidePicture.info)
    let places = found.diagnostics.map { found.sources.text($0.span) }
    #expect(places == (place.isEmpty ? [] : [place]))
  }

  @Test(arguments: [(200, 100, true), (100, 200, false), (200, 99, false)])
  func masksAreHeldAgainstThePicture(width: Int, height: Int, fits: Bool) throws {
    let text = """
      ---
      rubrica: 1
      task:
        modality: image
        layers: [{id: signs, kind: mask, labels: [{id: stop, definition: An octagon.}]}]
      ---

      ## Examples

      ### Good: one
      ![A sign](stop.png)

      ```yaml expected
      signs: [{label: stop, mask: masks/stop.png}]
      ```

      """
    let found = try Examined(
      bytes: [
        "guideline.md": Array(text.utf8), "stop.png": Self.png(width: 200, height: 100),
        "masks/stop.png": Self.png(width: UInt8(width), height: UInt8(height)),
      ], check: InvalidMask.info)
    let places = found.diagnostics.map { found.sources.text($0.span) }
    #expect(places == (fits ? [] : ["masks/stop.png"]))
  }

  /// As much of a PNG as tells its size.
  private static func png(width: UInt8, height: UInt8) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 0, width, 0, 0, 0, height, 8, 2, 0, 0, 0]
  }
}
