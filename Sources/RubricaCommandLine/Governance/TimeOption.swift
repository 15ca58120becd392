internal import ArgumentParser
internal import RubricaFiles
internal import RubricaSignature
internal import RubricaSource

/// The time for which something is judged: an input, since an answer holds for a moment.
struct TimeOption: ParsableArguments {
  @Option(help: "The time to judge for: `2026-11-24T10:00:00Z`. Default: now.")
  var time: Timestamp?

  /// The time that was given, or what the machine's clock says. A command asks once: what it judges,
  /// writes and prints is of one moment.
  func now() -> Timestamp {
    time ?? Timestamp(secondsSince1970: Machine.secondsSince1970) ?? CalendarDate.last.end
  }
}

extension Timestamp: ExpressibleByArgument {
  package init?(argument: String) {
    guard let time = try? Timestamp(argument) else { return nil }
    self = time
  }
}
