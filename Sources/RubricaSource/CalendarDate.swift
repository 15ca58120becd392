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

  /// `2026-11-24`, and nothing else; nil if it is written in another way, or if there is no such day.
  package init?(stated text: String) {
    guard let (year, month, day) = Self.numbers(in: text) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The numbers of what is written as a day, whether there is one or not.
  package static func numbers(in text: String) -> (year: Int, month: Int, day: Int)? {
    let digits = Array(text.utf8)
    guard digits.count == 10, digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-"),
      let year = digits[0..<4].decimal, let month = digits[5..<7].decimal,
      let day = digits[8..<10].decimal
    else { return nil }
    return (year, month, day)
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
  package init(dayInside daysSince1970: Int) {
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

  /// `2026-11-24`
  package var description: String {
    year.padded(4) + "-" + month.padded(2) + "-" + day.padded(2)
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

extension ArraySlice<UInt8> {
  /// The number that these digits of ASCII are; nil if there is anything else, or nothing.
  package var decimal: Int? {
    guard !isEmpty, count < 19 else { return nil }
    var number = 0
    for digit in self {
      guard digit.isDigit else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }
}

extension Int {
  /// With noughts before it, to some digits.
  package func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }
}
