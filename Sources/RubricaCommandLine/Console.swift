internal import RubricaFiles
internal import RubricaSource

/// The two output streams, and whether people watch them.
struct Console: Sendable {
  let style: TextStyle
  private let errorStyle: TextStyle
  let showsProgress: Bool

  init() {
    let allowsColour =
      (Terminal.environment("NO_COLOR") ?? "").isEmpty && Terminal.environment("TERM") != "dumb"
    style = TextStyle(
      hasColour: allowsColour && Terminal.isTerminal(1), width: min(Terminal.width(1) ?? 100, 120))
    errorStyle = TextStyle(hasColour: allowsColour && Terminal.isTerminal(2), width: 100)
    showsProgress = Terminal.isTerminal(2) && Terminal.environment("CI") == nil
  }

  /// Results. A reader that went away (`| head`) is no failure of ours.
  func output(_ bytes: [UInt8]) { try? FileWriter.write(bytes, to: 1) }

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

  func status(_ text: String) { try? FileWriter.write(Array((text + "\n").utf8), to: 2) }

  func report(_ failure: Failure) {
    status(errorStyle.paint("error", .error) + errorStyle.paint(": \(failure.message)", .strong))
    if let help = failure.help {
      for (index, line) in errorStyle.wrapped(help, indent: 10).enumerated() {
        status(
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
