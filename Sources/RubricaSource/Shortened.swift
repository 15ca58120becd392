extension String {
  /// At most so many characters of it, with `…` for the others.
  package func shortened(to limit: Int) -> String {
    count > limit ? prefix(limit) + "…" : self
  }
}
