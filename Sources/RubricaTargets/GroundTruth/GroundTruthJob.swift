internal import RubricaModel
internal import RubricaSource

/// One labeling job: the questions of one layer.
struct GroundTruthJob {
  /// What the service calls the kind of work.
  enum Task {
    case classifyImage, classifyImageMulti, classifyText, classifyTextMulti, box, segmentation
    case entities
    /// Custom jobs: the service has no ready-made kind, but an element that draws them.
    case polygon, polyline, keypoints

    var function: String? {
      switch self {
      case .classifyImage: "ImageMultiClass"
      case .classifyImageMulti: "ImageMultiClassMultiLabel"
      case .classifyText: "TextMultiClass"
      case .classifyTextMulti: "TextMultiClassMultiLabel"
      case .box: "BoundingBox"
      case .segmentation: "SemanticSegmentation"
      case .entities: "NamedEntityRecognition"
      case .polygon, .polyline, .keypoints: nil
      }
    }

    var isMulti: Bool { self == .classifyImageMulti || self == .classifyTextMulti }
    var isText: Bool { self == .classifyText || self == .classifyTextMulti || self == .entities }

    var classifies: Bool {
      switch self {
      case .classifyImage, .classifyImageMulti, .classifyText, .classifyTextMulti: true
      default: false
      }
    }
  }

  /// One entry of the label configuration. Its place is the number that stands in the output.
  struct Answer {
    enum Origin {
      case label(Label)
      case point(ScalePoint)
      case candidate
      case keypoint(Label)
      case escape(Escape)
    }

    /// What annotators read, and what the output calls the class.
    var name: String
    /// The id in the guideline's own data.
    var id: String
    var origin: Origin
    var span: Span
  }

  let layer: Layer
  let task: Task
  /// Names the folder of the job.
  let folder: String
  let answers: [Answer]
  /// Labels whose meaning the annotator has to know.
  let labels: [Label]

  /// What the annotator is asked.
  let question: String
  let noneOfThese: String

  /// Whether an annotator may say that nothing fits.
  var hasNone: Bool { task.isMulti && !layer.isRequired }

  init?(_ layer: Layer, _ index: GuidelineIndex, _ words: Words, folder: String) {
    guard let task = Self.task(for: layer, index.guideline.modality?.value) else { return nil }
    self.layer = layer
    self.task = task
    self.folder = folder
    question = layer.question?.value ?? task.question(words.jobs)
    noneOfThese = words.jobs.noneOfThese
    let offered = layer.labels.compactMap { index.label($0.value) }
      .filter { $0.status?.value != .deprecated && $0.audience.isForAnnotators }
    let labels = index.named(offered, words)
    self.labels = labels
    var answers: [Answer] = []
    switch layer.kind.value {
    case .scale: answers = Self.points(layer)
    case .pairwise: answers = Self.preferences(layer, words)
    case .keypoints:
      for label in labels {
        for point in layer.keypoints {
          answers.append(
            Answer(
              name: labels.count > 1 ? "\(label.name.value) · \(point.value)" : point.value,
              id: labels.count > 1 ? "\(label.exportID).\(point.value)" : point.value,
              origin: .keypoint(label), span: point.span))
        }
      }
    default:
      answers = labels.map { label in
        let place = layer.labels.first { $0.value == label.id.value }
        return Answer(
          name: label.name.value, id: label.exportID, origin: .label(label),
          span: place?.span ?? label.id.span)
      }
    }
    guard !answers.isEmpty else { return nil }
    // Behind the labels, so that the numbers of the labels do not depend on them.
    self.answers =
      answers
      + index.guideline.escapes.lazy.filter { $0.isAllowed(in: layer) }.map { escape in
        Answer(
          name: escape.name?.value ?? escape.id.value, id: escape.id.value,
          origin: .escape(escape), span: escape.name?.span ?? escape.id.span)
      }
  }

  private static func points(_ layer: Layer) -> [Answer] {
    layer.points.map { point in
      let value = String(point.value.value)
      return Answer(
        name: point.means.map { "\(value): \($0.value)" } ?? value, id: value,
        origin: .point(point), span: point.means?.span ?? point.value.span)
    }
  }

  /// Which of two is better is a choice between their names, and perhaps a tie.
  private static func preferences(_ layer: Layer, _ words: Words) -> [Answer] {
    guard layer.points.isEmpty, let candidates = layer.candidates else { return points(layer) }
    let names = candidates.fixed.map {
      Answer(
        name: $0.displayName, id: $0.id.value, origin: .candidate,
        span: $0.name?.span ?? $0.id.span)
    }
    guard layer.allowsTies else { return names }
    let tie = Answer(
      name: IDWords.title(of: words.marks.equallyGood), id: Layer.tie, origin: .candidate,
      span: candidates.span)
    return names + [tie]
  }

  static func task(for layer: Layer, _ modality: Modality?) -> Task? {
    switch (layer.kind.value, modality) {
    case (.choice, .image), (.scale, .image): .classifyImage
    case (.choices, .image): .classifyImageMulti
    case (.choice, .text), (.scale, .text), (.pairwise, .text): .classifyText
    case (.choices, .text): .classifyTextMulti
    case (.box, .image): .box
    case (.polygon, .image): .polygon
    case (.polyline, .image): .polyline
    case (.mask, .image): .segmentation
    case (.keypoints, .image): .keypoints
    case (.span, .text): .entities
    default: nil
    }
  }

  /// Whether an example shows something about this job. What is wrong in a bad one concerns the label
  /// that it stands under; its answers to other questions may be right.
  func concerns(_ example: Example) -> Bool {
    if example.role == .bad, let label = example.label,
      !labels.contains(where: { $0.id.value == label })
    {
      return false
    }
    if let record = example.expected {
      if record.whole != nil { return true }
      if record.answers.contains(where: { $0.layer.value == layer.id.value }) { return true }
    }
    guard task == .entities, case .text(let text) = example.input else { return false }
    return text.marks.contains { mark in layer.labels.contains { $0.value == mark.label.value } }
  }
}

extension GroundTruthJob.Task {
  /// Where the author wrote none.
  fileprivate func question(_ words: JobWords) -> String {
    switch self {
    case .classifyImage, .classifyText: words.chooseOne
    case .classifyImageMulti, .classifyTextMulti: words.chooseAll
    case .box: words.drawBoxes
    case .polygon: words.traceAreas
    case .polyline: words.drawLines
    case .segmentation: words.paintAreas
    case .keypoints: words.placePoints
    case .entities: words.markWords
    }
  }
}

/// All jobs of a guideline.
struct GroundTruthPlan {
  let index: GuidelineIndex
  let jobs: [GroundTruthJob]

  init(_ index: GuidelineIndex) {
    self.index = index
    let words = Words.named(index.guideline.language.value).words
    var jobs: [GroundTruthJob] = []
    // The folder of the pictures is beside those of the jobs.
    var folders: Set<String> = ["media"]
    for layer in index.guideline.layers {
      let slug = GroundTruthNames.slug(layer.id.value)
      var folder = slug
      var number = 2
      while !folders.insert(folder).inserted {
        folder = "\(slug)-\(number)"
        number += 1
      }
      if let job = GroundTruthJob(layer, index, words, folder: folder) { jobs.append(job) }
    }
    self.jobs = jobs
  }

  /// The title that annotators see in their list of tasks.
  func title(of job: GroundTruthJob) -> String {
    let title = index.guideline.title.value
    return jobs.count > 1 ? "\(title): \(job.layer.id.value)" : title
  }
}
