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
    ("[150, 40, 100, 90]", "[100, 40, 150, 90]", "are the wrong way round: write"),
    ("[120, 40, 60, 30]", "", "write `[120, 40, 180, 70]`; if two corners"),
    ("[150, 20, 40, 20]", "[150, 20, 190, 40]", "if the last two are width and height"),
    ("[0.25, 0.2, 0.75, 0.8]", "", "200 × 100 pixels, write `[50, 20, 150, 80]`"),
    ("[0.5, 0.5, 0.25, 0.2]", "", "write `[75, 40, 125, 60]` if they are the centre"),
  ])
  func emptyBoxesAreHeldAgainstThePicture(box: String, fixed: String, words: String) throws {
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
      signs: [{label: stop, box: \(box)}]
      ```

      """
    let found = try Examined(
      bytes: ["guideline.md": Array(text.utf8), "stop.png": Self.png(width: 200, height: 100)],
      check: EmptyBox.info)
    let finding = try #require(found.diagnostics.first)
    #expect(found.diagnostics.count == 1)
    #expect(finding.help?.contains(words) ?? false, "\(finding.help ?? "")")
    #expect((finding.fixes.first?.edits.first?.replacement ?? "") == fixed)
  }

  @Test(arguments: [
    ("[0, 0, 1, 1]", ""), ("[0.5, 0.5, 1, 1]", ""), ("[1, 0, 1, 1]", "[1, 0, 1, 1]"),
  ])
  func tinyPicturesHaveBoxesOfOnePixel(box: String, place: String) throws {
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
      signs: [{label: stop, box: \(box)}]
      ```

      """
    for (width, height): (UInt8, UInt8) in [(1, 1), (2, 2), (2, 9), (9, 1)] {
      let found = try Examined(
        bytes: [
          "guideline.md": Array(text.utf8), "stop.png": Self.png(width: width, height: height),
        ], check: EmptyBox.info)
      let places = found.diagnostics.map { found.sources.text($0.span) }
      #expect(places == (place.isEmpty ? [] : [place]), "\(width) × \(height)")
    }
  }

  @Test(arguments: [
    (1, 16_000, 2, ""), (1, 14_900, 2, "0.5, end: 1.0"), (3, 32_000, 4, ""),
    (3, 31_000, 4, "0.5, end: 1.0"),
    // A rounded time; compressed sound, whose bytes are no samples.
    (1, 15_900, 2, ""), (2, 8_000, 1, ""),
  ])
  func segmentsAreHeldAgainstTheRecording(format: UInt8, data: Int, block: UInt8, place: String)
    throws
  {
    let found = try Self.segments(Self.wav(format: format, data: data, block: block))
    #expect(found.diagnostics.map { found.sources.text($0.span) } == (place.isEmpty ? [] : [place]))
  }

  @Test func recordingsThatAreCutOffHaveNoLength() throws {
    let whole = Self.wav(format: 1, data: 8_000, block: 2)
    #expect(try Self.segments(whole).diagnostics.map(\.message).count == 1)
    for count in [0, 4, 11, 12, 19, 20, 30, 43, 44, whole.count - 1] {
      #expect(try Self.segments(Array(whole.prefix(count))).diagnostics.isEmpty, "\(count)")
    }
    // No samples a second.
    var still = whole
    for byte in 24..<28 { still[byte] = 0 }
    #expect(try Self.segments(still).diagnostics.isEmpty)
  }

  private static func segments(_ wav: [UInt8]) throws -> Examined {
    let text = """
      ---
      rubrica: 1
      task:
        modality: audio
        layers: [{id: parts, kind: segment, labels: [{id: call, definition: A bird calls.}]}]
      ---

      ## Examples

      ### Good: one
      [A bird](bird.wav)

      ```yaml expected
      parts: [{label: call, start: 0.25, end: 0.4}, {label: call, start: 0.5, end: 1.0}]
      ```

      """
    return try Examined(
      bytes: ["guideline.md": Array(text.utf8), "bird.wav": wav],
      check: SegmentOutsideRecording.info)
  }

  /// 8000 samples a second, behind a chunk of an odd size.
  private static func wav(format: UInt8, data: Int, block: UInt8) -> [UInt8] {
    func little(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> ($0 * 8) & 0xFF) } }
    var bytes = Array("RIFF".utf8) + little(data + 46) + Array("WAVE".utf8)
    bytes += Array("fmt ".utf8) + little(16) + [format, 0, 1, 0] + little(8_000)
    bytes += little(8_000 * Int(block)) + [block, 0, 16, 0]
    bytes += Array("note".utf8) + little(1) + [7, 0]
    return bytes + Array("data".utf8) + little(data) + [UInt8](repeating: 0, count: data)
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

  @Test func picturesThatAreCutOffAreFound() throws {
    let png = try Self.fixture("road.png")
    try Self.expectCutOff(png, "png", at: [40, png.count / 2, png.count - 5])
    let frame: [UInt8] = [0xFF, 0xC0, 0, 11, 8, 0, 2, 0, 2, 1, 1, 0x11, 0]
    let scan: [UInt8] = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3]
    // Another marker of an end is in a segment, which is passed over.
    let note: [UInt8] = [0xFF, 0xE1, 0, 6, 0xFF, 0xD9, 1, 2]
    let jpeg: [UInt8] = [0xFF, 0xD8] + note + frame + scan + [0xFF, 0xD9]
    try Self.expectCutOff(jpeg, "jpg", at: [jpeg.count - 1, jpeg.count - 10, jpeg.count - 15])
    try Self.expectCutOff(jpeg + [0, 0, 7], "jpg", at: [])
    let picture: [UInt8] = [0x2C, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 2, 0x4C, 1, 0]
    let head: [UInt8] = [2, 0, 2, 0, 0x80, 0, 0, 1, 2, 3, 4, 5, 6]
    let gif = Array("GIF89a".utf8) + head + picture + [0x3B]
    try Self.expectCutOff(gif, "gif", at: [19, 22, gif.count - 3])
    try Self.expectCutOff(Array(gif.dropLast()), "gif", at: [])
  }

  /// Whole it is none, and of so many bytes it is one.
  private static func expectCutOff(_ whole: [UInt8], _ ending: String, at counts: [Int]) throws {
    for count in counts + [whole.count] {
      let text = "# Signs\n\n![A sign](stop.\(ending))\n"
      let found = try Examined(
        bytes: ["guideline.md": Array(text.utf8), "stop.\(ending)": Array(whole.prefix(count))],
        check: CutOffPicture.info)
      let expected = count == whole.count ? 0 : 1
      #expect(found.diagnostics.count == expected, "\(count) bytes of \(ending)")
    }
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
