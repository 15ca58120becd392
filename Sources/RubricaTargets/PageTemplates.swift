internal import RubricaTemplates

/// The style sheets and the script that pages are written with, from `templates/` or from a folder
/// that overrides it.
package struct PageTemplates: Sendable {
  package let instructionsStyle: [UInt8]
  /// For kinds of layers that most guidelines do not have.
  package let kindsStyle: [UInt8]
  package let instructionsScript: [UInt8]
  package let checklistStyle: [UInt8]
  /// Of the page that tells annotators what changed; added to the style of the instructions.
  package let changesStyle: [UInt8]

  /// Of the page that shows people what they sign; added to the style of the checklist.
  package let reviewStyle: [UInt8]

  /// What the compiler carries.
  package static let builtIn = PageTemplates { Templates.text($0) }

  /// Each template by its path below `templates/`.
  package init<Failure: Error>(_ text: (String) throws(Failure) -> String) throws(Failure) {
    instructionsStyle = Array(try text("instructions/style.css").utf8)
    kindsStyle = Array(try text("instructions/kinds.css").utf8)
    instructionsScript = Array(try text("instructions/script.js").utf8)
    checklistStyle = Array(try text("checklist/style.css").utf8)
    changesStyle = Array(try text("changes/style.css").utf8)
    reviewStyle = Array(try text("review/style.css").utf8)
  }
}
