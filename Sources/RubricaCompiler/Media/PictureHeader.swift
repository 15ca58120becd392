internal import RubricaModel

/// The kind and size of a picture, from its first bytes.
struct PictureHeader {
  let type: MediaType
  /// Pixels; nil if the header does not say.
  let size: (width: Int, height: Int)?

  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      type = .png
      size = Self.size(bytes.big(16, 4), bytes.big(20, 4))
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      type = .jpeg
      size = Self.jpegSize(bytes)
    } else if bytes.has("GIF87a", at: 0) || bytes.has("GIF89a", at: 0) {
      type = .gif
      size = Self.size(bytes.little(6, 2), bytes.little(8, 2))
    } else if bytes.has("RIFF", at: 0), bytes.has("WEBP", at: 8) {
      type = .webp
      size = Self.webpSize(bytes)
    } else {
      return nil
    }
  }

  private static func size(_ width: Int?, _ height: Int?) -> (width: Int, height: Int)? {
    guard let width, let height else { return nil }
    return (width, height)
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
      if isFrame { return size(bytes.big(index + 7, 2), bytes.big(index + 5, 2)) }
      index += 2 + max(bytes.big(index + 2, 2) ?? 0, 2)
    }
    return nil
  }

  /// The first chunk says it in one of three ways (RFC 9649, 2.5 to 2.7).
  private static func webpSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    if bytes.has("VP8X", at: 12) {
      return size(bytes.little(24, 3).map { $0 + 1 }, bytes.little(27, 3).map { $0 + 1 })
    }
    if bytes.has("VP8L", at: 12), bytes.big(20, 1) == 0x2F, let bits = bytes.little(21, 4) {
      return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    }
    guard bytes.has("VP8 ", at: 12), bytes.big(23, 3) == 0x9D012A else { return nil }
    return size(bytes.little(26, 2).map { $0 & 0x3FFF }, bytes.little(28, 2).map { $0 & 0x3FFF })
  }
}
