internal import RubricaModel
internal import RubricaSource

/// Lines and columns in the files of a guideline, by names that are the same on every machine.
struct SourcePlaces {
  private let files: [(name: String, bytes: [UInt8], lines: LineTable)]

  init(_ guideline: Guideline) {
    let document = guideline.sources[guideline.document.source].name
    let folder = document.folderPath
    files = guideline.sources.files.map { file in
      (Self.name(file.name, in: folder), file.bytes, file.lines)
    }
  }

  func place(_ span: Span) -> ChecklistPlace {
    let file = Int(span.source.index)
    let position = files[file].lines.position(at: Int(span.start), in: files[file].bytes)
    return ChecklistPlace(file: files[file].name, line: position.line, column: position.column)
  }

  /// What stands in the files of a name. There are several only where a guideline extends one in
  /// another folder.
  func contents(of name: String) -> [[UInt8]] {
    files.filter { $0.name == name }.map(\.bytes)
  }

  /// Relative to the guideline's folder; of a file elsewhere, its last part.
  private static func name(_ name: String, in folder: String) -> String {
    name.rest(behind: folder).map(String.init) ?? name.fileName ?? name
  }
}
