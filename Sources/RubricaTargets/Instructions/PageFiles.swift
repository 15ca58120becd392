internal import RubricaTemplates

/// The style sheet and the script of the page, from `templates/instructions/`.
enum PageFiles {
  static let style = file("instructions/style.css")
  static let script = file("instructions/script.js")

  private static func file(_ path: String) -> [UInt8] {
    Array((Templates.files.first { $0.path == path }?.text ?? "").utf8)
  }
}
