/// How long a recording is, as its file says.
enum RecordingHeader {
  /// Seconds; nil for another format, and for a file that does not say or is damaged before it does.
  static func duration(_ bytes: [UInt8]) -> Double? {
    WAVHeader.duration(bytes) ?? MP4Header.duration(bytes) ?? WebMHeader.duration(bytes)
      ?? FLACHeader.duration(bytes) ?? OggHeader.duration(bytes) ?? MP3Header.duration(bytes)
  }
}
