internal import ArgumentParser

/// A path that is named on the command line.
enum PathArgument {
  /// The path, unless it is empty: a variable of a script that is not set would name the current folder here, and
  /// the root of the file system there.
  @Sendable static func checked(_ text: String) throws -> String {
    guard !text.isEmpty else {
      throw ValidationError("A path must not be empty. Write `.` for the current folder.")
    }
    return text
  }
}
