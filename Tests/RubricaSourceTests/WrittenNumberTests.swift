import RubricaSource
import Testing

struct WrittenNumberTests {
  @Test func calculatedNumbersAreShort() {
    #expect((0.98 - 0.96).rounded(toDigits: 9) == 0.02)
    #expect((-0.000_123_456).rounded(toDigits: 3) == -0.000_123)
    #expect(12_345.6.rounded(toDigits: 3) == 12_346)
    #expect(0.0.rounded(toDigits: 3) == 0)
  }
}
