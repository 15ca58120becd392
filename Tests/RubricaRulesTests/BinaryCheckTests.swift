internal import Foundation
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

  @Test(arguments: [
    ("road.png", "road-mask.png", ""), ("road.png", "sky-mask.png", ""),
    ("grey.png", "road-mask.png", "pixels"), ("road.png", "header.png", "cannot be read"),
  ])
  func masksAreHeldAgainstThePicture(picture: String, mask: String, message: String) throws {
    let text = """
      ---
      rubrica: 1
      task:
        modality: image
        layers: [{id: signs, kind: mask, labels: [{id: stop, definition: An octagon.}]}]
      ---

      ## Examples

      ### Good: one
      ![A sign](\(picture))

      ```yaml expected
      signs: [{label: stop, mask: masks/\(mask)}]
      ```

      """
    let bytes = mask == "header.png" ? Self.png(width: 240, height: 150) : try Self.fixture(mask)
    let found = try Examined(
      bytes: [
        "guideline.md": Array(text.utf8), "road.png": Self.fixture("road.png"),
        "grey.png": Self.png(width: 200, height: 100), "masks/\(mask)": bytes,
      ], check: InvalidMask.info)
    let places = found.diagnostics.map { found.sources.text($0.span) }
    #expect(places == (message.isEmpty ? [] : ["masks/\(mask)"]))
    #expect(found.diagnostics.allSatisfy { $0.message.contains(message) })
  }

  private static func fixture(_ name: String) throws -> [UInt8] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return [UInt8](
      try Data(contentsOf: tests.appending(path: "Fixtures/kinds-road/media/\(name)")))
  }

  /// As much of a PNG as tells its size.
  private static func png(width: UInt8, height: UInt8) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 0, width, 0, 0, 0, height, 8, 2, 0, 0, 0]
  }
}
