/// A bundle as it lies on a disk, before anybody believes it.
package struct BundleFiles: Sendable {
  /// By paths relative to the bundle, with `/`.
  package var files: [String: [UInt8]]
  /// Names that do not count as files: links, devices, a second spelling of a name.
  package var strange: [String]

  package init(files: [String: [UInt8]], strange: [String] = []) {
    self.files = files
    self.strange = strange
  }
}
