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
      let media = load(path)
      guideline.media.append(media)
      if case .absent(.missing) = media.content {
        let near = nearFile(to: path)
        guideline.unread.nearFiles[path] = near
      }
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
      if picture == nil { media.duration = RecordingHeader.duration(bytes) }
      return media
    } catch {
      return Media(path: path, content: .absent(error), size: nil, type: MediaType(fileName: path))
    }
  }

  /// A relative path from the guideline's folder, without `.` and `..`; nil if it leaves the workspace.
  static func resolve(_ path: String, in folder: String) -> String? {
    let slash = UInt8(ascii: "/")
    guard path.utf8.first != slash, !path.utf8.contains(0) else { return nil }
    let whole = folder + path
    if isPlain(whole) { return whole }
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

  /// Whether each part of a path is a name that begins with no full stop.
  private static func isPlain(_ path: String) -> Bool {
    var before = UInt8(ascii: "/")
    for byte in path.utf8 {
      let isStop = byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
      if isStop, before == UInt8(ascii: "/") { return false }
      before = byte
    }
    return before != UInt8(ascii: "/")
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
      case "ogg", "oga", "opus": .ogg
      case "flac": .flac
      case "m4a": .m4a
      case "mp4", "m4v": .mp4
      case "mov": .mov
      case "webm": .webm
      default: .unknown
      }
  }
}
