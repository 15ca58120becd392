package import RubricaSource

/// A YAML document as a flat array of nodes, each with its place in the file.
///
/// Scalars are kept as written, as strings: the reader of a value decides what it is. An alias is
/// the index of the node it stands for, so that nothing is ever expanded.
package struct YAMLTree: Sendable {
  package struct Node: Sendable {
    package let kind: Kind
    package internal(set) var span: Span
  }

  package indirect enum Kind: Sendable {
    /// `isPlain`: written without quotes, so `true`, `~` and numbers are what they look like.
    case scalar(String, isPlain: Bool)
    case sequence([Int])
    /// Of a key that stands twice, the first entry.
    case mapping([Entry])
  }

  package struct Entry: Sendable {
    package let key: String
    package let keySpan: Span
    package let value: Int
  }

  package internal(set) var nodes: [Node]
  /// The index of the top node; `nil` for an empty document.
  package internal(set) var root: Int?
}
