extension Double {
  /// The number as a person writes it, the same in every locale: the shortest decimal that reads back
  /// to it, `10` and not `10.0`.
  package var written: String {
    self == rounded() && abs(self) < 1e15 ? String(Int(self)) : description
  }
}

extension Double {
  /// The number with so many significant digits at most, all of those before the point kept: what is
  /// calculated has digits at its end that nobody wrote, as in `0.98 - 0.96`.
  package func rounded(toDigits digits: Int) -> Double {
    guard isFinite, self != 0 else { return self }
    var least = 1.0
    for _ in 1..<max(digits, 1) { least *= 10 }
    var scale = 1.0
    while magnitude * scale < least, scale < 1e15 { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}
