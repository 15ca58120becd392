/// A part of a guideline that is cheap to hand on: its fields stand in memory once, however many hold it, and
/// never change. Changing a part makes other fields; so parts are values.
///
/// Lowering fills the fields first and shares them in the end. Then they are read and written as if they were
/// the part's own. What is computed from them is an extension of the part rather than of its fields, which
/// would have to be copied for that.
///
/// Inlined into other rooms, a field is read in place. In loops, write `{ $0.id }` rather than `\.id`, which
/// the optimiser does not look into.
@dynamicMemberLookup @usableFromInline
package struct Shared<Fields: Sendable>: Sendable {
  @usableFromInline
  internal final class Box: Sendable {
    @usableFromInline
    internal let fields: Fields

    @inlinable
    internal init(_ fields: Fields) { self.fields = fields }
  }

  @usableFromInline
  internal var box: Box

  @inlinable
  package init(_ fields: Fields) { box = Box(fields) }

  @inlinable
  package var fields: Fields {
    get { box.fields }
    set { box = Box(newValue) }
  }

  @inlinable
  package subscript<Field>(dynamicMember field: KeyPath<Fields, Field>) -> Field {
    box.fields[keyPath: field]
  }

  @inlinable
  package subscript<Field>(dynamicMember field: WritableKeyPath<Fields, Field>) -> Field {
    get { box.fields[keyPath: field] }
    set { fields[keyPath: field] = newValue }
  }
}

extension Shared: CustomReflectable {
  /// Its fields.
  @usableFromInline
  package var customMirror: Mirror { Mirror(reflecting: fields) }
}
