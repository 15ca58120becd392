package import RubricaSource

/// A picture or recording that a guideline refers to.
package struct Media: Sendable {
  package enum Content: Sendable {
    case present([UInt8])
    case absent(FileProblem)
  }

  /// Relative to the guideline's folder, as written.
  package var path: String
  package var content: Content
  /// Width and height in pixels; nil if the file is not a picture whose size can be read.
  package var size: (width: Int, height: Int)?
  /// Seconds; nil if the file is not a recording whose length can be read.
  package var duration: Double?
  /// By the file's first bytes, not by its name.
  package var type: MediaType
  /// Of a file that a record names as a mask: its pixels, if it is a PNG that can be read.
  package var mask: Mask?

  package init(path: String, content: Content, size: (width: Int, height: Int)?, type: MediaType) {
    self.path = path
    self.content = content
    self.size = size
    self.type = type
  }

  package var bytes: [UInt8]? {
    if case .present(let bytes) = content { bytes } else { nil }
  }
}

extension Media {
  /// Bytes of a data file that is shown, or kept to show what has changed in it.
  package static let dataLimit = 256 << 10

  /// What a file of data says, such as a table of gold items: text in rows. Nil for pictures and recordings, for
  /// what is no text, and for what is too large to be read by people.
  package var dataText: String? {
    guard let bytes, !bytes.isEmpty, bytes.count <= Self.dataLimit, !type.isPicture, !type.isSound,
      !type.isVideo, bytes.allSatisfy({ $0 >= 32 && $0 != 127 || $0.isWhiteSpace })
    else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }
}

/// A media type, as in `Content-Type`.
package enum MediaType: String, Sendable {
  case png = "image/png"
  case jpeg = "image/jpeg"
  case gif = "image/gif"
  case webp = "image/webp"
  case svg = "image/svg+xml"
  case mp3 = "audio/mpeg"
  case wav = "audio/wav"
  case ogg = "audio/ogg"
  case flac = "audio/flac"
  case m4a = "audio/mp4"
  case mp4 = "video/mp4"
  case mov = "video/quicktime"
  case webm = "video/webm"
  case html = "text/html; charset=utf-8"
  case markdown = "text/markdown; charset=utf-8"
  case plainText = "text/plain; charset=utf-8"
  case json = "application/json"
  case xml = "application/xml"
  case unknown = "application/octet-stream"

  package var isPicture: Bool { rawValue.hasPrefix("image/") }
  package var isSound: Bool { rawValue.hasPrefix("audio/") }
  package var isVideo: Bool { rawValue.hasPrefix("video/") }
}
