internal import RubricaModel
internal import RubricaSource

/// The front matter of a card. A key that nobody answered is left out.
struct CardHeader {
  private let guideline: Guideline
  private let facts: PublicFacts

  init(_ guideline: Guideline, _ facts: PublicFacts) {
    self.guideline = guideline
    self.facts = facts
  }

  var bytes: [UInt8] {
    var lines = ["---", "pretty_name: " + Self.quoted(facts.cleaned(guideline.title.value))]
    lines += list("language", languages)
    lines += licence
    lines += list("annotations_creators", creators)
    lines += list("source_datasets", isOriginal ? ["original"] : [])
    lines += list("task_categories", tasks)
    lines += list("tags", ["annotation-guideline"])
    lines += ["---", "", ""]
    return Array(lines.joined(separator: "\n").utf8)
  }

  private func list(_ key: String, _ values: [String]) -> [String] {
    values.isEmpty ? [] : ["\(key):"] + values.map { "- \(Self.quoted($0))" }
  }

  /// A text in YAML: every string of JSON is one.
  private static func quoted(_ text: String) -> String {
    String(decoding: JSON.string(text).compactBytes, as: UTF8.self)
  }

  /// Languages of what is labelled, where that is words: two or three letters, as the hub asks for.
  private var languages: [String] {
    switch guideline.modality?.value {
    case .text, .audio, .video: break
    case .image, .pointCloud, nil: return []
    }
    let tags =
      guideline.objectLanguages.isEmpty ? [guideline.language] : guideline.objectLanguages
    return tags.compactMap { $0.value.split(separator: "-").first?.lowercased() }
  }

  /// Licences of the sources. What the labels may be used for is not in the source.
  private var licence: [String] {
    let licences = facts.licences
    let others = licences.filter { DataLicence.card($0) == nil }
    let words = licences.map { DataLicence.card($0) ?? "other" }
    let distinct = words.enumerated().filter { words.firstIndex(of: $1) == $0 }.map(\.1)
    guard !others.isEmpty else { return list("license", distinct) }
    return list("license", distinct)
      + ["license_name: " + Self.quoted(others.joined(separator: ", "))]
  }

  /// The hub has no word for employees and vendors but `other`.
  private var creators: [String] {
    var creators = facts[.workforceKind].map { $0 == "crowd" ? "crowdsourced" : "other" }
    if !facts[.preLabeling].isEmpty, !facts.isNone(.preLabeling) {
      creators.append("machine-generated")
    }
    return creators
  }

  /// Whether every source was made for this data set.
  private var isOriginal: Bool {
    let kinds = facts.sources.map(\.kind)
    return !kinds.isEmpty && kinds.allSatisfy { $0 == "self-collected" || $0 == "synthetic" }
  }

  private var tasks: [String] {
    var tasks: [String] = []
    for layer in guideline.layers {
      if let task = Self.task(guideline.modality?.value, layer.kind.value), !tasks.contains(task) {
        tasks.append(task)
      }
    }
    return tasks
  }

  /// The hub's word for a kind of question; nil where it has none.
  private static func task(_ modality: Modality?, _ kind: LayerKind) -> String? {
    switch (modality, kind) {
    case (.image, .box): "object-detection"
    case (.image, .polygon), (.image, .mask): "image-segmentation"
    case (.image, .keypoints): "keypoint-detection"
    case (.image, .choice), (.image, .choices): "image-classification"
    case (.text, .choice), (.text, .choices): "text-classification"
    case (.text, .span): "token-classification"
    case (.audio, .choice), (.audio, .choices): "audio-classification"
    case (.video, .choice), (.video, .choices): "video-classification"
    default: nil
    }
  }
}
