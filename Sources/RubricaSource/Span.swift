/// Which file of a compilation a span lies in: an index into `Sources.files`.
package struct SourceID: Hashable, Sendable, Comparable {
  package let index: UInt32

  package init(_ index: Int) { self.index = UInt32(index) }

  package static func < (a: SourceID, b: SourceID) -> Bool { a.index < b.index }
}

/// A range of bytes in one file, end exclusive. The only coordinate in the compiler; lines and
/// columns are made from it at the edge, by `LineTable`.
package struct Span: Hashable, Sendable {
  package let source: SourceID
  package let start: UInt32
  package let end: UInt32

  package init(_ source: SourceID, _ start: Int, _ end: Int) {
    self.source = source
    self.start = UInt32(start)
    self.end = UInt32(max(start, end))
  }

  package var range: Range<Int> { Int(start)..<Int(end) }
  package var isEmpty: Bool { start == end }

  /// The empty span at the start of this one.
  package var head: Span { Span(source, Int(start), Int(start)) }
  /// The empty span at the end of this one.
  package var tail: Span { Span(source, Int(end), Int(end)) }

  /// The smallest span that holds both; `self` if `other` lies in another file.
  package func union(_ other: Span) -> Span {
    guard other.source == source else { return self }
    return Span(source, Int(min(start, other.start)), Int(max(end, other.end)))
  }

  package func contains(_ other: Span) -> Bool {
    source == other.source && start <= other.start && other.end <= end
  }
}

extension Span: Comparable {
  package static func < (a: Span, b: Span) -> Bool {
    (a.source.index, a.start, a.end) < (b.source.index, b.start, b.end)
  }
}

/// A value together with the place it was written.
package struct Located<Value> {
  package var value: Value
  package var span: Span

  package init(_ value: Value, _ span: Span) {
    self.value = value
    self.span = span
  }

  package func map<T>(_ transform: (Value) -> T) -> Located<T> { .init(transform(value), span) }
}

extension Located<String> {
  // Texts are located by the hundred, and the general form cannot be specialised in other rooms: the
  // optimiser does not look into what is `package`.
  package init(_ value: String, _ span: Span) {
    self.value = value
    self.span = span
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
