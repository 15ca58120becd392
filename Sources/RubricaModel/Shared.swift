/// A part of a guideline that is cheap to hand on: its fields stand in memory once, however many hold it, and
/// never change. Whoever changes a part gets other fields; so parts are values.
///
/// Lowering fills the fields first and shares them in the end. Then they are read and written as if they were
/// the part's own. What is computed from them is an extension of the part rather than of its fields, which
/// would have to be copied for that.
///
/// `public`, as nothing else is: the optimiser looks only into what is public, and then reads a field in
/// place. In loops, write `{ $0.id }` rather than `\.id`, which it does not look into.
@dynamicMemberLookup
public struct Shared<Fields: Sendable>: Sendable {
  private final class Box: Sendable {
    let fields: Fields
    init(_ fields: Fields) { self.fields = fields }
  }

  private var box: Box

  public init(_ fields: Fields) { box = Box(fields) }

  public var fields: Fields {
    get { box.fields }
    set { box = Box(newValue) }
  }

  public subscript<Field>(dynamicMember field: KeyPath<Fields, Field>) -> Field {
    box.fields[keyPath: field]
  }

  public subscript<Field>(dynamicMember field: WritableKeyPath<Fields, Field>) -> Field {
    get { box.fields[keyPath: field] }
    set { fields[keyPath: field] = newValue }
  }
}

extension Shared: CustomReflectable {
  /// Its fields.
  public var customMirror: Mirror { Mirror(reflecting: fields) }
}
