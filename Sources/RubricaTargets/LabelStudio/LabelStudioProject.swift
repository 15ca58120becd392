internal import RubricaModel
internal import RubricaSource

/// Makes the project: `project.json`, the body of the request that creates it.
struct LabelStudioProject {
  let plan: LabelStudioPlan
  let context: TargetContext
  let configuration: [UInt8]

  var bytes: [UInt8] {
    let guideline = plan.index.guideline
    let isAnswerRequired = guideline.layers.contains { $0.isRequired }
    let instruction = instruction
    // Attributes and lines of the two documents in it are escaped.
    let size = configuration.count * 3 / 2 + instruction.count * 5 / 4 + 2_000
    return JSONWriter.file(reserving: size) { project in
      project.member("title", Self.title(of: guideline))
      project.member("description", description)
      project.member("label_config", text: configuration)
      project.member("expert_instruction", text: instruction)
      project.member("show_instruction", true)
      // Leaving an item out without saying why is what typed escape answers are there to replace.
      project.member("show_skip_button", plan.escapes.isEmpty)
      project.member("enable_empty_annotation", !isAnswerRequired)
      project.member("sampling", "Sequential sampling")
    }
  }

  private var description: String {
    plan.index.guideline.purpose.map { "\($0.value)\n\(identity)" } ?? identity
  }

  private var identity: String {
    let guideline = plan.index.guideline
    let version = guideline.version.map { " \($0.value)" } ?? ""
    return "\(guideline.id.value)\(version) (\(context.sourceDigest))"
  }

  private var instruction: [UInt8] {
    HTMLWriter.bytes(reserving: 2 * plan.index.guideline.document.range.count) { html in
      var guide = GuideWriter(
        plan.index, hasWrittenMarks: true, tool: LabelStudioTarget.info.id)
      guide.writeDocument(to: &html)
      html.element("p") { $0.element("small", text: identity) }
    }
  }

  // MARK: Title

  static let titleLengths = 3...50

  /// Within the platform's lengths: a long title ends at a word, a short one gets the id behind it.
  static func title(of guideline: Guideline) -> String {
    let title = guideline.title.value
    let scalars = title.unicodeScalars
    if scalars.count > titleLengths.upperBound {
      var words = Array(scalars.prefix(titleLengths.upperBound - 1))
      if let blank = words.lastIndex(of: " "), blank >= titleLengths.upperBound / 2 {
        words.removeSubrange(blank...)
      }
      return String(String.UnicodeScalarView(words)) + "…"
    }
    return scalars.count < titleLengths.lowerBound ? "\(title) (\(guideline.id.value))" : title
  }
}
