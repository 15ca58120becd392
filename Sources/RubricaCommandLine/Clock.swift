internal import RubricaFiles

/// How long something took, for people.
enum Clock {
  static var seconds: Double { Machine.secondsRunning }

  static func text(since start: Double) -> String {
    let hundredths = Int((seconds - start) * 100)
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) s"
  }
}
