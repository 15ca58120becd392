package import RubricaSource

/// A second in UTC, from the year 1 to the year 9999. There are no leap seconds.
package struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z; negative before.
  package let secondsSince1970: Int

  init(_ date: CalendarDate, second: Int) {
    secondsSince1970 = date.daysSince1970 * 86_400 + second
  }

  /// Nil outside of the calendar.
  package init?(secondsSince1970: Int) {
    let days = (secondsSince1970 - (secondsSince1970 < 0 ? 86_399 : 0)) / 86_400
    guard CalendarDate(daysSince1970: days) != nil else { return nil }
    self.secondsSince1970 = secondsSince1970
  }

  /// `2026-11-24T10:00:00Z` (RFC 3339), and nothing else: no other zone, no fractions, since two
  /// ways to write one moment could be told apart by one reader and not by the next.
  package init(_ text: String) throws(TimeRefusal) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
      let hour = bytes[11..<13].decimal, let minute = bytes[14..<16].decimal,
      let second = bytes[17..<19].decimal
    else { throw .notATime(text) }
    let date = try CalendarDate(String(decoding: bytes[..<10], as: UTF8.self))
    guard hour < 24, minute < 60, second < 60 else { throw .noSuchTime(text) }
    self.init(date, second: hour * 3600 + minute * 60 + second)
  }

  /// Some days later, or the end of the calendar.
  package func adding(days: Int) -> Timestamp {
    Timestamp(secondsSince1970: secondsSince1970 + days * 86_400) ?? CalendarDate.last.end
  }

  /// The day in UTC.
  package var date: CalendarDate {
    CalendarDate(dayInside: (secondsSince1970 - secondOfDay) / 86_400)
  }

  private var secondOfDay: Int {
    let rest = secondsSince1970 % 86_400
    return rest < 0 ? rest + 86_400 : rest
  }

  /// `2026-11-24T10:00:00Z`
  package var description: String {
    let second = secondOfDay
    return "\(date)T" + (second / 3600).padded(2) + ":" + (second / 60 % 60).padded(2) + ":"
      + (second % 60).padded(2) + "Z"
  }

  package static func < (a: Timestamp, b: Timestamp) -> Bool {
    a.secondsSince1970 < b.secondsSince1970
  }
}

extension CalendarDate {
  /// `2026-11-24`, and nothing else.
  package init(_ text: String) throws(TimeRefusal) {
    guard let (year, month, day) = Self.numbers(in: text) else { throw .notADate(text) }
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw .noSuchDay(text)
    }
    self = date
  }

  /// The first second of the day.
  package var start: Timestamp { Timestamp(self, second: 0) }

  /// The last second of the day.
  package var end: Timestamp { Timestamp(self, second: 86_399) }
}
