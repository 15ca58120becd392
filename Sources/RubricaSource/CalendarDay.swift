/// A day of the Gregorian calendar, as it is written in files: `2026-12-31`.
package struct CalendarDay: Sendable, Equatable, Comparable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil if the text is in another form, or there is no such day.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10]), year > 0, (1...12).contains(month), day > 0,
      day <= Self.days(in: month, of: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Days since 1 January of the year 1.
  package var number: Int {
    let past = year - 1
    let days = past * 365 + past / 4 - past / 100 + past / 400
    return days + (1..<month).reduce(0) { $0 + Self.days(in: $1, of: year) } + day - 1
  }

  package static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}
