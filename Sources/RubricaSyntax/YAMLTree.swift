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

  package enum Kind: Sendable {
    /// `isPlain`: written without quotes, so `true`, `~` and numbers are what they look like.
    case scalar(String, isPlain: Bool)
    /// A range of `items`.
    case sequence(Range<Int>)
    /// A range of `entries`; of a key that stands twice, the first entry.
    case mapping(Range<Int>)
  }

  package struct Entry: Sendable {
    package let key: String
    package let keySpan: Span
    package let value: Int
  }

  package internal(set) var nodes: [Node]
  /// The nodes in all sequences.
  package internal(set) var items: [Int] = []
  /// The entries of all mappings.
  package internal(set) var entries: [Entry] = []
  /// The index of the top node; `nil` for an empty document.
  package internal(set) var root: Int?
}
