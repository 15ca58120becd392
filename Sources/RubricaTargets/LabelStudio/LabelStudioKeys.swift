internal import RubricaModel
internal import RubricaSource

/// The keys that pick labels, each used once on the page.
struct LabelStudioKeys {
  private var keys: [String: [String: String]] = [:]

  /// Keys that the editor itself uses on pictures: tools, moving, deselecting.
  static let builtIn: Set<String> = ["h", "u", "v"]

  init(_ plan: LabelStudioPlan) {
    let guideline = plan.index.guideline
    let shortcuts = guideline.shortcuts
    let isPicture = guideline.modality?.value == .image
    var used: Set<String> = []
    for layer in plan.layers where layer.layer.kind.value != .keypoints {
      for label in layer.labels {
        guard let key = shortcuts[label.id.value].flatMap(Self.key), !used.contains(key) else {
          continue
        }
        // A key that no author asked for need not fight with the editor's own.
        if label.shortcut == nil, isPicture, Self.builtIn.contains(key) { continue }
        used.insert(key)
        keys[layer.layer.id.value, default: [:]][label.id.value] = key
      }
    }
  }

  subscript(label: String, in layer: String) -> String? { keys[layer]?[label] }

  /// The name of a key; nil for characters that the editor could not listen for.
  static func key(_ shortcut: String) -> String? {
    let key = shortcut.lowercased()
    guard key.utf8.count == 1, let byte = key.utf8.first,
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    else { return nil }
    return key
  }
}
