internal import RubricaModel
internal import RubricaSource

/// The keys that pick labels, each used once on the page.
struct LabelStudioKeys {
  private let index: GuidelineIndex
  /// By the layers, and in each by the places of the labels in the guideline.
  private var keys: [(layer: String, ofLabels: [String?])] = []

  /// Keys that the editor itself uses on pictures: tools, moving, deselecting.
  static let builtIn = ["h", "u", "v"]

  /// Nothing if no layer can be asked.
  init?(_ index: GuidelineIndex) {
    self.index = index
    let layers = LabelStudioPlan.askable(index)
    guard !layers.isEmpty else { return nil }
    let isPicture = index.guideline.modality?.value == .image
    var used: [String] = []
    for layer in layers where layer.kind.value != .keypoints {
      var ofLabels = [String?](repeating: nil, count: index.guideline.labels.count)
      for place in LabelStudioPlan.places(ofOffered: layer, index) {
        let id = index.guideline.labels[place].id.value
        guard let key = index.shortcut(ofLabel: id).flatMap(Self.key), !used.contains(key) else {
          continue
        }
        // A key that no author asked for need not fight with the editor's own.
        if index.guideline.labels[place].shortcut == nil, isPicture, Self.builtIn.contains(key) {
          continue
        }
        used.append(key)
        ofLabels[place] = key
      }
      keys.append((layer.id.value, ofLabels))
    }
  }

  subscript(label: String, in layer: String) -> String? {
    guard let place = index.declaredPlace(label) else { return nil }
    return keys.last { $0.layer == layer && $0.ofLabels[place] != nil }?.ofLabels[place]
  }

  /// The name of a key; nil for characters that the editor could not listen for.
  static func key(_ shortcut: String) -> String? {
    let key = shortcut.utf8.count == 1 ? shortcut : shortcut.lowercased()
    guard key.utf8.count == 1, let byte = key.utf8.first else { return nil }
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): return key
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return key.lowercased()
    default: return nil
    }
  }
}
