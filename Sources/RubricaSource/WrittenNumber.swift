extension Double {
  /// The number as a person writes it, the same in every locale: the shortest decimal that reads back
  /// to it, `10` and not `10.0`.
  package var written: String {
    self == rounded() && abs(self) < 1e15 ? String(Int(self)) : description
  }
}
