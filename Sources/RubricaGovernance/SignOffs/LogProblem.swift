/// Why a statement of a log does not count, or why it cannot be told who may sign it.
package struct LogProblem: Error, Sendable {
  package var code: DenialCode
  package var message: String

  package init(_ code: DenialCode, _ message: String) {
    self.code = code
    self.message = message
  }
}
