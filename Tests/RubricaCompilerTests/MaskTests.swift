import Foundation
import RubricaCompiler
import RubricaModel
import RubricaSource
import Testing

/// Masks in every form that a PNG may have. All files show the same two things.
struct MaskTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/masks")

  private func mask(_ bytes: [UInt8]) throws -> Mask? {
    let text = """
      ---
      rubrica: 1
      task:
        modality: image
        layers: [{id: areas, kind: mask, labels: [{id: road}]}]
      ---

      ## Good: one
      ![A road](road.png)

      ```yaml expected
      areas: [{label: road, mask: mask.png}]
      ```

      """
    let guideline = try Fixture.check(Array(text.utf8), ["mask.png": bytes]).guideline
    return try #require(guideline.media.first { $0.path == "mask.png" }).mask
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
  }

  @Test(arguments: [
    "grey-1", "grey-2", "grey-4", "grey-8", "grey-16", "rgb-8", "rgb-16", "rgba-8", "grey-alpha-8",
    "palette-2", "palette-4", "palette-8",
  ])
  func everyFormIsRead(name: String) throws {
    let mask = try #require(try mask(bytes(name + ".png")))
    #expect(mask.width == 29 && mask.height == 17)
    var pixels = [Bool](repeating: false, count: 29 * 17)
    for run in mask.runs { for place in run { pixels[place] = true } }
    for y in 0..<17 {
      for x in 0..<29 {
        let isInDisc = (x - 12) * (x - 12) + (y - 8) * (y - 8) < 40
        #expect(pixels[y * 29 + x] == (isInDisc || x > 24 && (3..<6).contains(y)), "\(x), \(y)")
      }
    }
    #expect(mask.count == pixels.count { $0 })
  }

  @Test func anEmptyMaskHasNoPixels() throws {
    let mask = try #require(try mask(bytes("empty.png")))
    #expect(mask.count == 0 && mask.ends == [29 * 17])
  }

  @Test func damagedFilesAreNoMasks() throws {
    #expect(try mask(bytes("damaged.png")) == nil)
    let whole = try bytes("palette-4.png")
    for length in stride(from: 0, to: whole.count - 12, by: 7) {
      #expect(try mask(Array(whole[..<length])) == nil, "\(length) bytes")
    }
    // Whatever one byte is changed to, reading ends.
    for place in stride(from: 16, to: whole.count, by: 5) {
      var bytes = whole
      bytes[place] ^= 0x5A
      _ = try mask(bytes)
    }
  }
}
