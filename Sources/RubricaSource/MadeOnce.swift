public import Synchronization

/// Holds a value that is made once, when it is first asked for. Inlined into other rooms, it knows how its value
/// is handed on.
@usableFromInline
package final class MadeOnce<Value: Sendable>: Sendable {
  @usableFromInline
  internal let made = Mutex<Value?>(nil)

  @inlinable
  package init() {}

  /// The value; `make` says how it is made, the same for all who ask.
  @inlinable
  package func value(_ make: () -> Value) -> Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
