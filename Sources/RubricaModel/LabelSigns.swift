internal import RubricaSource

/// What tells labels apart at a glance: the colour of each and the key that picks it. Made once a guideline.
struct LabelSigns: Sendable {
  /// The author's, else the next of the palette that no author took. In the order of the labels.
  let colours: [Colour]
  /// The author's, else the next of `1`…`9`, `a`…`z` that is free. Labels beyond those have none.
  let shortcuts: [String?]

  private static let keys = "123456789abcdefghijklmnopqrstuvwxyz".map(String.init)

  /// A label that is declared a second time takes nothing from the others.
  init(_ labels: [Label], isFirst: (Int) -> Bool) {
    let taken = labels.compactMap { $0.colour?.value }
    let free = taken.isEmpty ? Colour.palette : Colour.palette.filter { !taken.contains($0) }
    let pool = free.isEmpty ? Colour.palette : free
    let pressed = labels.compactMap { $0.shortcut?.value.lowercased() }
    var left = Self.keys.lazy.filter { !pressed.contains($0) }.makeIterator()
    var next = 0
    var colours: [Colour] = []
    var shortcuts: [String?] = []
    colours.reserveCapacity(labels.count)
    shortcuts.reserveCapacity(labels.count)
    for place in labels.indices {
      let (colour, shortcut) = (labels[place].colour?.value, labels[place].shortcut?.value)
      let takes = isFirst(place)
      colours.append(colour ?? pool[next % pool.count])
      if colour == nil, takes { next += 1 }
      shortcuts.append(shortcut ?? (takes ? left.next() : nil))
    }
    self.colours = colours
    self.shortcuts = shortcuts
  }
}

extension GuidelineIndex {
  /// The colour of the label that is declared under an id.
  package func colour(ofLabel id: String) -> Colour? {
    declaredPlace(id).map { signs.colours[$0] }
  }

  /// The key that picks the label that is declared under an id.
  package func shortcut(ofLabel id: String) -> String? {
    declaredPlace(id).flatMap { signs.shortcuts[$0] }
  }
}
