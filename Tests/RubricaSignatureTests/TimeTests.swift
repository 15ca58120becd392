import RubricaSignature
import RubricaSource
import Testing

/// Times and days are exact, and written in one way.
struct TimeTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2000-02-29T23:59:59Z", 951_868_799),
    ("2026-11-24T10:00:00Z", 1_795_514_400), ("1969-12-31T23:59:59Z", -1),
    ("0001-01-01T00:00:00Z", -62_135_596_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
  ])
  func knownTimes(_ text: String, _ seconds: Int) throws {
    let time = try Timestamp(text)
    #expect(time.secondsSince1970 == seconds)
    #expect(time.description == text)
    #expect(Timestamp(secondsSince1970: seconds) == time)
    #expect(time.date.description == String(text.prefix(10)))
  }

  @Test(arguments: [
    ("2026-11-24", "time-not-a-time"), ("2026-11-24T10:00:00", "time-not-a-time"),
    ("2026-11-24T10:00:00+00:00", "time-not-a-time"), ("2026-11-24t10:00:00z", "time-not-a-time"),
    ("2026-11-24T10:00:00.5Z", "time-not-a-time"), ("2026-11-24T1٠:00:00Z", "time-not-a-time"),
    ("2026-11-24T24:00:00Z", "time-no-such-time"), ("2026-11-24T10:60:00Z", "time-no-such-time"),
    ("2026-11-24T23:59:60Z", "time-no-such-time"), ("2026-02-29T10:00:00Z", "time-no-such-day"),
    ("1900-02-29T10:00:00Z", "time-no-such-day"), ("2026-13-01T10:00:00Z", "time-no-such-day"),
    ("2026-04-31T10:00:00Z", "time-no-such-day"), ("0000-01-01T10:00:00Z", "time-no-such-day"),
    ("2026-11-00T10:00:00Z", "time-no-such-day"), ("", "time-not-a-time"),
  ])
  func refusedTimes(_ text: String, _ code: String) {
    do throws(TimeRefusal) {
      _ = try Timestamp(text)
      Issue.record("\(text) was taken")
    } catch {
      #expect(error.code == code)
    }
  }

  @Test(arguments: [
    ("2026-02-28", true), ("2024-02-29", true), ("2026-02-29", false), ("2026-13-01", false),
    ("2026-04-31", false), ("26-04-30", false), ("2026-4-30", false), ("2026-04", false),
    ("soon", false), ("+026-04-30", false), ("2000-02-29", true), ("1900-02-29", false),
  ])
  func daysOfTheCalendar(_ text: String, _ isDay: Bool) {
    #expect((CalendarDate(stated: text) != nil) == isDay)
  }

  @Test func everyDayFollowsTheOneBefore() throws {
    var date = try CalendarDate("1890-01-01")
    for days in date.daysSince1970..<date.daysSince1970 + 80_000 {
      #expect(date.daysSince1970 == days)
      #expect(try CalendarDate(date.description) == date)
      let next = try #require(CalendarDate(daysSince1970: days + 1))
      #expect(date < next && date.end < next.start && date.end.date == date)
      date = next
    }
    #expect(date.description == "2109-01-13")
  }

  @Test func theCalendarEnds() throws {
    let first = try CalendarDate("0001-01-01").daysSince1970
    let last = try CalendarDate("9999-12-31").daysSince1970
    #expect(CalendarDate(daysSince1970: first - 1) == nil)
    #expect(CalendarDate(daysSince1970: last + 1) == nil)
    #expect(Timestamp(secondsSince1970: 253_402_300_800) == nil)
    #expect(Timestamp(secondsSince1970: -62_135_596_801) == nil)
  }

  @Test func daysAreRefusedByForm() {
    for text in ["2026-11-4", "2026/11/24", "20261124", "2026-11-24 ", "+026-11-24"] {
      #expect(throws: TimeRefusal.notADate(text)) { try CalendarDate(text) }
    }
  }
}
