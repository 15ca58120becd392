internal import RubricaModel
internal import RubricaSource

/// Makes the page that an annotator works on: `template.liquid.html`. What has to be known for every
/// item stands in the short instructions, always in sight; everything else in the full ones.
struct GroundTruthTemplate {
  let plan: GroundTruthPlan
  let job: GroundTruthJob
  let pictures: GroundTruthPictures
  let context: TargetContext

  static let maximumLength = 128_000

  var bytes: [UInt8] {
    var html = HTMLWriter(.liquid)
    html.element(
      "script", [.init("src", "https://assets.crowd.aws/crowd-html-elements.js")])
    html.raw("\n")
    html.element("crowd-form") { html in
      html.raw("\n")
      html.element(elementName, attributes) { html in
        html.raw("\n")
        if job.task.isText {
          html.element("classification-target") { html in
            html.element("p", [.init("style", "white-space: pre-wrap")]) {
              $0.liquid(.variable("task.input.taskObject"))
            }
          }
          html.raw("\n")
        }
        html.element("full-instructions", [.init("header", plan.index.guideline.title.value)]) {
          writeFull(to: &$0)
        }
        html.raw("\n")
        html.element("short-instructions") { writeShort(to: &$0) }
        html.raw("\n")
      }
      html.raw("\n")
    }
    html.raw("\n")
    return html.bytes
  }

  /// For interfaces without a template: the same words as markup in the label configuration.
  var instructions: (short: String, full: String) {
    var short = HTMLWriter(.liquid)
    writeShort(to: &short)
    var full = HTMLWriter(.liquid)
    writeFull(to: &full)
    return (
      String(decoding: short.bytes, as: UTF8.self), String(decoding: full.bytes, as: UTF8.self)
    )
  }

  // MARK: The element

  private var elementName: StaticString {
    switch job.task {
    case .classifyImage: "crowd-image-classifier"
    case .classifyImageMulti: "crowd-image-classifier-multi-select"
    case .classifyText: "crowd-classifier"
    case .classifyTextMulti: "crowd-classifier-multi-select"
    case .box: "crowd-bounding-box"
    case .segmentation: "crowd-semantic-segmentation"
    case .polygon: "crowd-polygon"
    case .polyline: "crowd-polyline"
    case .keypoints: "crowd-keypoint"
    case .entities: "crowd-entity-annotation"
    }
  }

  /// The ready-made functions find the answers under these names.
  private var resultName: String {
    switch job.task {
    case .classifyImage: "crowd-image-classifier"
    case .classifyImageMulti: "crowd-image-classifier-multi-select"
    case .classifyText: "crowd-classifier"
    case .classifyTextMulti: "crowd-classifier-multi-select"
    case .box: "boundingBox"
    case .segmentation: "crowd-semantic-segmentation"
    case .polygon, .polyline, .keypoints, .entities: "annotations"
    }
  }

  private var attributes: [HTMLWriter.Attribute] {
    var attributes: [HTMLWriter.Attribute] = [.init("name", resultName)]
    if !job.task.isText {
      let item: Liquid =
        job.task.function == nil
        ? .variable("task.input.source-ref", .grantReadAccess)
        : .variable("task.input.taskObject", .grantReadAccess)
      attributes.append(.liquid("src", item))
    }
    attributes.append(.init("header", job.question))
    if job.task.function == nil {
      // A job without the service's functions is given no labels at run time.
      let names = JSON.array(job.answers.map { .string($0.name) })
      attributes.append(.init("labels", String(decoding: names.compactBytes, as: UTF8.self)))
    } else {
      attributes.append(
        .liquid(
          job.task.classifies ? "categories" : "labels",
          .variable("task.input.labels", .toJSON, .escape)))
    }
    if job.hasNone {
      let none: JSON = ["text": .string(job.noneOfThese)]
      attributes.append(
        .init("exclusion-category", String(decoding: none.compactBytes, as: UTF8.self)))
    }
    return attributes
  }

  // MARK: Instructions

  private func writeShort(to html: inout HTMLWriter) {
    html.raw("\n")
    html.element("p") { $0.element("strong", text: job.question) }
    if let cardinality = job.layer.cardinality { html.element("p", text: cardinality.value) }
    var guide = makeGuide()
    for label in job.labels { guide.writeMeaning(of: label, level: 3, to: &html) }
    writePoints(to: &html)
    writeEscapes(to: &html)
    for example in plan.index.guideline.examples where job.concerns(example) {
      guide.write(example, of: job.layer, level: 3, to: &html)
    }
  }

  private func writePoints(to html: inout HTMLWriter) {
    guard !job.layer.points.isEmpty || job.layer.kind.value == .pairwise else { return }
    html.element("ul") { html in
      for answer in job.answers {
        switch answer.origin {
        case .point, .candidate: html.element("li", text: answer.name)
        case .label, .keypoint, .escape: break
        }
      }
    }
  }

  private func writeEscapes(to html: inout HTMLWriter) {
    let escapes = plan.index.guideline.escapes.filter { $0.isAllowed(in: job.layer) }
    guard !escapes.isEmpty else { return }
    let words = Words.named(plan.index.guideline.language.value).words
    html.element("h3", text: words.cannotAnswer.text)
    if !job.task.classifies {
      html.element(
        "p", text: words.marks.escapesAreLabels)
    }
    html.element("ul") { html in
      for escape in escapes {
        html.element("li") { html in
          html.element("strong", text: escape.name?.value ?? escape.id.value)
          guard let definition = escape.definition else { return }
          html.text(words.colon)
          html.text(definition.value)
        }
      }
    }
  }

  private func writeFull(to html: inout HTMLWriter) {
    html.raw("\n")
    let own = Set(job.labels.map { $0.id.value })
    var guide = makeGuide { part in
      switch part {
      case .label(let label): own.contains(label.id.value)
      case .example(let example): job.concerns(example)
      case .rule: false
      }
    }
    guide.writeDocument(to: &html)
    html.element("p") { $0.element("small", text: identity) }
    html.raw("\n")
  }

  private func makeGuide(
    isElsewhere: @escaping (GuideWriter.Part) -> Bool = { _ in false }
  ) -> GuideWriter {
    let pictures = pictures
    let layer = job.layer
    return GuideWriter(
      plan.index, surroundings: pictures,
      drawing: { example, html in pictures.draw(example, layer, &html) },
      tool: GroundTruthTarget.info.id,
      isElsewhere: isElsewhere)
  }

  private var identity: String {
    let guideline = plan.index.guideline
    return [guideline.id.value, guideline.version?.value, context.sourceDigest]
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
