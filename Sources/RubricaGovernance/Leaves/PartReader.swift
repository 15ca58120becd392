internal import RubricaModel
internal import RubricaSource
internal import Synchronization

/// Reads a field of a part without reflection, which would look up the type of each field again. Only a
/// saving of time: a field that has no reader is found by reflection.
struct PartReader<Part>: Sendable {
  let name: String
  /// What stands behind the path of the part.
  let suffix: String
  /// Nil if the field says nothing.
  let read: @Sendable (Part) -> Any?

  private init(_ name: String, _ read: @escaping @Sendable (Part) -> Any?) {
    self.name = name
    suffix = "/" + LeafPath.segment(ofField: name)
    self.read = read
  }

  static func field<Value>(
    _ name: String, _ read: @escaping @Sendable (Part) -> Value?
  ) -> Self { Self(name) { read($0).map { $0 as Any } } }

  static func list<Value>(
    _ name: String, _ read: @escaping @Sendable (Part) -> [Value]
  ) -> Self {
    Self(name) { part in
      let items = read(part)
      return items.isEmpty ? nil : items
    }
  }

  static func flag(_ name: String, _ read: @escaping @Sendable (Part) -> Bool) -> Self {
    Self(name) { read($0) ? true : nil }
  }

  static func audience(_ read: @escaping @Sendable (Part) -> Audience) -> Self {
    Self("audience") { part in
      let audience = read(part)
      return audience.isNothing ? nil : audience
    }
  }
}

/// A part of the model, with readers for its fields.
protocol ReadPart: Sendable, Shaped {
  static var readers: [PartReader<Self>] { get }
  static var table: LeafFields.Table { get }
}

extension ReadPart {
  /// Fields with neither a reader nor a row, by which a fact is not part of what others say.
  func otherFields() -> [String] {
    let type = ObjectIdentifier(Self.self)
    if let known = FieldShapes.others.withLock({ $0[type] }) { return known }
    let named = Set(Self.readers.map(\.name))
    let others = Mirror(reflecting: self).children.compactMap { child -> String? in
      guard let name = child.label, !named.contains(name), Self.table[name] == nil,
        !(child.value is Span)
      else { return nil }
      return name
    }
    FieldShapes.others.withLock { $0[type] = others }
    return others
  }
}

extension ReadPart {
  static var table: LeafFields.Table { [:] }
  static var shape: LeafValue.Shape { .part }

  /// The fields that say something, those without a reader by reflection. `suffix` stands behind the path of
  /// the part.
  func said() -> [(name: String, suffix: String, value: Any)] {
    var said: [(name: String, suffix: String, value: Any)] = []
    for reader in Self.readers {
      if let value = reader.read(self) { said.append((reader.name, reader.suffix, value)) }
    }
    let others = otherFields()
    guard !others.isEmpty else { return said }
    for child in Mirror(reflecting: self).children {
      guard let name = child.label, others.contains(name), !LeafValue.isNothing(child.value) else {
        continue
      }
      said.append((name, "/" + LeafPath.segment(ofField: name), child.value))
    }
    return said
  }
}

private enum FieldShapes {
  /// By type, once a run.
  static let others = Mutex<[ObjectIdentifier: [String]]>([:])
}
