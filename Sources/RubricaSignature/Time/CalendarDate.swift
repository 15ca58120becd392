/// A day of the Gregorian calendar from 0001-01-01 to 9999-12-31, in UTC.
package struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil if there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, 1...Self.days(in: month, of: year) ~= day else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// `2026-11-24`, and nothing else.
  package init(_ text: String) throws(TimeRefusal) {
    let digits = Array(text.utf8)
    guard digits.count == 10, digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-"),
      let year = decimal(digits[0..<4]), let month = decimal(digits[5..<7]),
      let day = decimal(digits[8..<10])
    else { throw .notADate(text) }
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw .noSuchDay(text)
    }
    self = date
  }

  /// The last day of the calendar.
  // swift-format-ignore: NeverForceUnwrap
  package static let last = CalendarDate(year: 9999, month: 12, day: 31)!

  /// Days since 1970-01-01; negative before.
  package var daysSince1970: Int {
    // Years that begin in March, so that a leap day is the last of its year; 400 of them repeat.
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted % 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Nil outside of the calendar.
  package init?(daysSince1970: Int) {
    guard -719_162...2_932_896 ~= daysSince1970 else { return nil }
    self.init(dayInside: daysSince1970)
  }

  /// A day that is known to be inside of the calendar.
  init(dayInside daysSince1970: Int) {
    let days = daysSince1970 + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    month = shifted < 10 ? shifted + 3 : shifted - 9
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The first second of the day.
  package var start: Timestamp { Timestamp(self, second: 0) }

  /// The last second of the day.
  package var end: Timestamp { Timestamp(self, second: 86_399) }

  /// `2026-11-24`
  package var description: String {
    padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }

  package static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// The number that some digits of ASCII are; nil if there is anything else, or nothing.
func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
  guard !digits.isEmpty, digits.count < 19 else { return nil }
  var number = 0
  for digit in digits {
    guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else { return nil }
    number = number * 10 + Int(digit - UInt8(ascii: "0"))
  }
  return number
}

func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
