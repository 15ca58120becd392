import Foundation
import RubricaCompiler
import RubricaModel
import RubricaSource
import Testing

/// Sizes and lengths that files of other programs say. `recordings_check.py` of the oracles made the files.
@Suite struct MediaTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/recordings")

  private static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  /// A file as the guideline has it that links to it.
  private static func media(_ name: String, _ bytes: [UInt8]) throws -> Media {
    let guideline = try Compiler.read(
      CompileInput(
        document: "guideline.md", defaultID: "fixture",
        files: MemoryFiles([
          "guideline.md": Array("---\nrubrica: 1\n---\n[One](\(name))\n".utf8), name: bytes,
        ]), settings: Fixture.settings()))
    return try #require(guideline.media.first)
  }

  @Test(arguments: [
    ("tone.mp3", 0.75), ("stereo.mp3", 0.784), ("tone.flac", 0.75), ("flac.ogg", 0.75),
    ("tone.ogg", 0.75), ("tone.opus", 0.75), ("tone.m4a", 0.75), ("grey.mp4", 1.5),
    ("grey.mov", 1.5), ("grey.webm", 1.5),
  ])
  func recordingsSayHowLongTheyAre(name: String, seconds: Double) throws {
    let media = try Self.media(name, Self.bytes(name))
    let duration = try #require(media.duration)
    #expect(abs(duration - seconds) < 0.01, "\(duration)")
    #expect(media.type.isSound != media.type.isVideo)
  }

  /// What a browser records, and what is written in pieces to be sent.
  @Test(arguments: ["live.webm", "pieces.mp4"])
  func recordingsThatWereSentDoNotSay(name: String) throws {
    #expect(try Self.media(name, Self.bytes(name)).duration == nil)
  }

  @Test(arguments: ["lossy.webp", "lossless.webp", "alpha.webp"])
  func picturesOfWebPSayTheirSize(name: String) throws {
    let media = try Self.media(name, Self.bytes(name))
    #expect(media.type == .webp)
    #expect(media.size?.width == 53)
    #expect(media.size?.height == 31)
  }

  /// Whatever is cut off or overwritten: an answer or none, and no trap.
  @Test func damagedFilesAreRead() throws {
    var damage = Damage(state: 7)
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted() {
      let whole = try Self.bytes(name)
      for count in Array(0..<min(64, whole.count)) + [whole.count / 2, whole.count - 1] {
        _ = try Self.media(name, Array(whole.prefix(count)))
      }
      for _ in 0..<60 {
        var bytes = whole
        for _ in 0..<3 { bytes[damage.below(min(bytes.count, 400))] = UInt8(damage.below(256)) }
        _ = try Self.media(name, bytes)
      }
    }
  }

  private struct Damage {
    var state: UInt64

    /// The same numbers at each run (Knuth's MMIX).
    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }
}
