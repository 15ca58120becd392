internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// The files that a guideline refers to.
extension Lowering {
  /// Bytes of one picture or recording.
  private static let mediaLimit = 40_000_000

  mutating func loadMedia() {
    var seen: Set<String> = []
    for reference in guideline.references where !reference.isRemote {
      let path = reference.path
      guard !path.isEmpty, seen.insert(path).inserted else { continue }
      guideline.media.append(load(path))
    }
    for mask in masks { loadMask(mask, &seen) }
  }

  private mutating func loadMask(_ path: String, _ seen: inout Set<String>) {
    if seen.insert(path).inserted { guideline.media.append(load(path)) }
    guard let place = guideline.media.firstIndex(where: { $0.path == path }) else { return }
    let media = guideline.media[place]
    if media.mask == nil, media.type == .png, let bytes = media.bytes {
      guideline.media[place].mask = MaskReader.read(bytes)
    }
  }

  private func load(_ path: String) -> Media {
    guard let place = Self.resolve(path, in: folder) else {
      return Media(path: path, content: .absent(.outside), size: nil, type: .unknown)
    }
    do {
      let bytes = try files.read(place, limit: Self.mediaLimit)
      let picture = PictureHeader(bytes)
      var media = Media(
        path: path, content: .present(bytes), size: picture?.size,
        type: picture?.type ?? MediaType(fileName: path))
      media.duration = RecordingHeader.duration(bytes)
      return media
    } catch {
      return Media(path: path, content: .absent(error), size: nil, type: MediaType(fileName: path))
    }
  }

  /// A relative path from the guideline's folder, without `.` and `..`; nil if it leaves the workspace.
  static func resolve(_ path: String, in folder: String) -> String? {
    guard !path.hasPrefix("/"), !path.utf8.contains(0) else { return nil }
    let slash = UInt8(ascii: "/")
    var parts = folder.utf8.split(separator: slash).map { Substring($0) }
    for part in path.utf8.split(separator: slash).map({ Substring($0) }) where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}

extension MediaType {
  /// By the ending of a name, for what cannot be told from the bytes.
  init(fileName: String) {
    let ending = fileName.split(separator: ".").last?.lowercased() ?? ""
    self =
      switch ending {
      case "png": .png
      case "jpg", "jpeg": .jpeg
      case "gif": .gif
      case "webp": .webp
      case "svg": .svg
      case "mp3": .mp3
      case "wav": .wav
      case "ogg", "oga": .ogg
      case "mp4": .mp4
      case "webm": .webm
      default: .unknown
      }
  }
}

/// The kind and size of a picture, from its first bytes.
struct PictureHeader {
  let type: MediaType
  /// Pixels; nil if the header does not say.
  let size: (width: Int, height: Int)?

  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      type = .png
      size = bytes.count >= 24 ? (Self.big(bytes, 16, 4), Self.big(bytes, 20, 4)) : nil
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      type = .jpeg
      size = Self.jpegSize(bytes)
    } else if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) {
      type = .gif
      size =
        bytes.count >= 10
        ? (Int(bytes[6]) | Int(bytes[7]) << 8, Int(bytes[8]) | Int(bytes[9]) << 8) : nil
    } else if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      type = .webp
      size = nil
    } else {
      return nil
    }
  }

  private static func big(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
    bytes[offset..<(offset + count)].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Walks the segments to the frame header (ISO/IEC 10918-1, B.2.2).
  private static func jpegSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    var index = 2
    while index + 9 < bytes.count {
      guard bytes[index] == 0xFF else { return nil }
      let marker = bytes[index + 1]
      if marker == 0xFF {
        index += 1
        continue
      }
      if (0xD0...0xD9).contains(marker) || marker == 0x01 {
        index += 2
        continue
      }
      let isFrame =
        (0xC0...0xCF).contains(marker) && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
      if isFrame { return (big(bytes, index + 7, 2), big(bytes, index + 5, 2)) }
      index += 2 + max(big(bytes, index + 2, 2), 2)
    }
    return nil
  }
}
