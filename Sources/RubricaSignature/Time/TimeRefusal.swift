/// Why a text is not taken as a time or a day.
package enum TimeRefusal: Refusal, Equatable {
  case notADate(String)
  case noSuchDay(String)
  case notATime(String)
  case noSuchTime(String)

  package var code: String {
    switch self {
    case .notADate: "time-not-a-date"
    case .noSuchDay: "time-no-such-day"
    case .notATime: "time-not-a-time"
    case .noSuchTime: "time-no-such-time"
    }
  }

  package var message: String {
    switch self {
    case .notADate(let text): "\(shown(text.utf8)) is not a date: write it as `2026-11-24`"
    case .noSuchDay(let text): "there is no day \(shown(text.utf8)) in the calendar: correct it"
    case .notATime(let text):
      "\(shown(text.utf8)) is not a time in UTC, and a local time depends on the machine: write "
        + "it as `2026-11-24T10:00:00Z`"
    case .noSuchTime(let text):
      "\(shown(text.utf8)) has an impossible hour, minute or second: correct it"
    }
  }
}
