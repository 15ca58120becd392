/// A part of a guideline that is cheap to hand on: its fields stand in memory once, however many hold it,
/// and whoever changes a copy changes that one alone.
///
/// The fields are read and written as if they were its own. What is computed from them is an extension of
/// the part rather than of its fields, which would have to be copied for that.
///
/// `public`, as nothing else is: the optimiser looks only into what is public, and then reads a field in
/// place. In loops, write `{ $0.id }` rather than `\.id`, which it does not look into.
@dynamicMemberLookup
public struct Shared<Fields: Sendable>: Sendable {
  /// Just one: an array is copied when it is written.
  private var one: [Fields]

  init(_ fields: Fields) { one = [fields] }

  public var fields: Fields {
    get { one[0] }
    _modify { yield &one[0] }
  }

  public subscript<Field>(dynamicMember field: KeyPath<Fields, Field>) -> Field {
    one[0][keyPath: field]
  }

  public subscript<Field>(dynamicMember field: WritableKeyPath<Fields, Field>) -> Field {
    get { one[0][keyPath: field] }
    _modify { yield &one[0][keyPath: field] }
  }
}

extension Shared: CustomReflectable {
  /// Its fields.
  public var customMirror: Mirror { Mirror(reflecting: fields) }
}
