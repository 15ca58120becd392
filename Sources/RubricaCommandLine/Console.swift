internal import RubricaFiles
internal import RubricaSource
internal import Synchronization

/// The two output streams, and whether people watch them.
struct Console: Sendable {
  let style: TextStyle
  private let errorStyle: TextStyle
  let showsProgress: Bool
  private let loss = Loss()

  /// Why results could not be written, if they could not.
  private final class Loss: Sendable {
    let problem = Mutex<FileProblem?>(nil)
  }

  init() {
    let allowsColour =
      (Terminal.environment("NO_COLOR") ?? "").isEmpty && Terminal.environment("TERM") != "dumb"
    style = TextStyle(
      hasColour: allowsColour && Terminal.isTerminal(1), width: min(Terminal.width(1) ?? 100, 120))
    errorStyle = TextStyle(hasColour: allowsColour && Terminal.isTerminal(2), width: 100)
    showsProgress = Terminal.isTerminal(2) && Terminal.environment("CI") == nil
  }

  /// Results. What could not be written makes the command fail at its end.
  func output(_ bytes: [UInt8]) {
    loss.problem.withLock { problem in
      guard problem == nil else { return }
      do throws(FileProblem) { try FileWriter.write(bytes, to: 1) } catch { problem = error }
    }
  }

  /// Results in pieces, many of them in one call of the system.
  func output(_ pieces: [[UInt8]]) {
    var buffer: [UInt8] = []
    for piece in pieces {
      buffer += piece
      if buffer.count >= 1 << 16 {
        output(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    if !buffer.isEmpty { output(buffer) }
  }

  func output(_ text: String) { output(Array((text + "\n").utf8)) }

  /// How a command ended, seen by what became of its results: a failure if some of them are lost. Only a reader
  /// that went away (`| head`) is not told so.
  func ended(_ outcome: Outcome) -> Outcome {
    guard let problem = loss.problem.withLock({ $0 }) else { return outcome }
    if !problem.isReaderGone {
      report(
        Failure(
          "the output could not be written: \(problem.reason)",
          help: "The output above is incomplete; the exit code would have been \(outcome.rawValue)."
        ))
    }
    return .failed
  }

  func status(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    statusLine(lines.map { TextStyle.visible(String($0)) }.joined(separator: "\n"))
  }

  private func statusLine(_ text: String) {
    try? FileWriter.write(Array((text + "\n").utf8), to: 2)
  }

  func report(_ failure: Failure) {
    statusLine(
      errorStyle.paint("error", .error) + errorStyle.paint(": \(failure.message)", .strong))
    if let help = failure.help {
      for (index, line) in errorStyle.wrapped(help, indent: 10).enumerated() {
        statusLine(
          index == 0 ? "  " + errorStyle.paint("help", .strong) + ": \(line)" : "        \(line)")
      }
    }
  }

  /// One line that is written over, on a terminal only.
  func progress(_ text: String?) {
    guard showsProgress else { return }
    try? FileWriter.write(Array("\r\u{1B}[K\(text ?? "")".utf8), to: 2)
  }
}
