/// The bounds within which text is read. They are far above any real guideline (the longest of
/// fifty measured ones has 117 KB) and keep the time for hostile text below about two seconds.
package enum Limits {
  /// Bytes of a Markdown file.
  package static let markdownBytes = 2 << 20
  /// Bytes of a YAML file or of the front matter.
  package static let yamlBytes = 1 << 20
  /// Blocks inside blocks, inlines inside inlines.
  package static let markdownDepth = 100
  /// Collections inside collections.
  package static let yamlDepth = 64
  /// Bytes of a JSON file.
  package static let jsonBytes = 64 << 20
  /// Objects and lists of JSON inside one another.
  package static let jsonDepth = 64
  /// Nodes of a YAML file after its aliases are expanded.
  package static let yamlNodes = 100_000
  /// Labels that the wildcards of a guideline stand for, all together.
  package static let wildcardLabels = 400_000
  /// Markup characters times bytes of one paragraph: cmark's worst cases grow with this product.
  static let paragraphCost = 400_000_000
  /// The same, summed over a file.
  static let documentCost = 1_000_000_000
  /// What it costs to read a byte of a paragraph as a row of a table; cmark does that again for each row of
  /// hyphens that does not fit the row above.
  static let tableByteCost = 100
  /// Bytes that link definitions may grow to when every bracket refers to the longest of them.
  static let definitionBytes = 64 << 20
  /// Cells of one table after short rows are filled up.
  static let tableCells = 200_000
}
