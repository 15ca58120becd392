internal import FoundationEssentials

/// The folder that holds `Package.swift`, and what the generators read and write in it.
package struct Repository: Sendable {
  package let root: String

  package init(root: String) { self.root = root }

  /// The text of a file, or nil if there is none.
  package func text(at path: String) throws -> String? {
    guard FileManager.default.fileExists(atPath: root + "/" + path) else { return nil }
    guard let data = FileManager.default.contents(atPath: root + "/" + path),
      let text = String(bytes: data, encoding: .utf8)
    else { throw DevelopmentError("\(path) cannot be read as UTF-8 text") }
    return text
  }

  package func write(_ file: GeneratedFile) throws {
    let path = root + "/" + file.path
    if let slash = path.lastIndex(of: "/") {
      try FileManager.default.createDirectory(
        atPath: String(path[..<slash]), withIntermediateDirectories: true)
    }
    try Data(file.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  /// The names in a folder, sorted by bytes so that every machine has the same order. A folder that
  /// does not exist has none.
  package func names(in folder: String) throws -> [String] {
    guard isFolder(folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)
      .filter { !$0.hasPrefix(".") }
      .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// The paths of all files below a folder, relative to it, in order.
  package func files(below folder: String) throws -> [String] {
    var files: [String] = []
    for name in try names(in: folder) {
      if isFolder(folder + "/" + name) {
        files += try self.files(below: folder + "/" + name).map { name + "/" + $0 }
      } else {
        files.append(name)
      }
    }
    return files
  }

  package func isFolder(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: root + "/" + path)
    return attributes?[.type] as? FileAttributeType == .typeDirectory
  }
}

/// A file that is made from others. Nobody edits it.
package struct GeneratedFile: Sendable, Equatable {
  package let path: String
  package let text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

/// Why a generator stopped.
package struct DevelopmentError: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}
