/// The first place of each of some texts: an id that is declared twice is a finding, not a replacement. A few
/// texts are sooner looked through than hashed.
package struct FirstPlaces: Sendable {
  private var texts: [String] = []
  /// Empty while there are few.
  private var places: [String: Int] = [:]

  package init() {}

  package init(_ texts: [String]) {
    self.texts = texts
    if texts.count > Self.few { enter() }
  }

  private static let few = 12

  private mutating func enter() {
    places.reserveCapacity(texts.count)
    for place in texts.indices.reversed() { places[texts[place]] = place }
  }

  package subscript(text: String) -> Int? {
    places.isEmpty ? texts.firstIndex(of: text) : places[text]
  }

  /// Adds a text that is none of them.
  package mutating func append(_ text: String) {
    texts.append(text)
    if !places.isEmpty {
      places[text] = texts.count - 1
    } else if texts.count > Self.few {
      enter()
    }
  }
}
