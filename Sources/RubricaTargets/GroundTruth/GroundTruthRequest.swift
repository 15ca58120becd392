internal import RubricaModel
internal import RubricaSource

/// Makes the request that creates the job: `request.json`, for
/// `aws sagemaker create-labeling-job --cli-input-json`.
struct GroundTruthRequest {
  let plan: GroundTruthPlan
  let job: GroundTruthJob
  let number: Int
  let settings: GroundTruthSettings
  let places: GroundTruthPlaces
  let context: TargetContext

  var json: JSON {
    let guideline = plan.index.guideline
    let name = GroundTruthNames.job(
      guideline: guideline.id.value, folder: job.folder, state: places.state, number: number)
    return .object([
      ("LabelingJobName", .string(name)),
      // The service asks for the ending where the answer is a file.
      ("LabelAttributeName", .string(job.task == .segmentation ? name + "-ref" : name)),
      (
        "InputConfig",
        ["DataSource": ["S3DataSource": ["ManifestS3Uri": .string(places.items.text)]]]
      ),
      ("OutputConfig", ["S3OutputPath": .string(places.output.text)]),
      ("RoleArn", .string(settings.role)),
      (
        "LabelCategoryConfigS3Uri", .string(places.file("\(job.folder)/label-categories.json").text)
      ),
      ("HumanTaskConfig", .object(humanTask)),
      (
        "Tags",
        .array(
          [
            ("rubrica:guideline", guideline.id.value),
            ("rubrica:version", guideline.version?.value ?? "draft"),
            ("rubrica:digest", context.sourceDigest),
          ].map { key, value in
            .object([("Key", .string(key)), ("Value", .string(Self.tagValue(value)))])
          })
      ),
    ])
  }

  private var humanTask: [(String, JSON)] {
    var members: [(String, JSON)] = [
      ("WorkteamArn", .string(settings.workteam)),
      ("UiConfig", interface),
      ("TaskTitle", .string(plan.title(of: job))),
      ("TaskDescription", .string(job.question)),
      ("NumberOfHumanWorkersPerDataObject", .integer(settings.workers)),
      ("TaskTimeLimitInSeconds", .integer(settings.timeLimit)),
    ]
    if !settings.keywords.isEmpty {
      members.append(("TaskKeywords", .array(settings.keywords.map(JSON.string))))
    }
    if let availability = settings.availability {
      members.append(("TaskAvailabilityLifetimeInSeconds", .integer(availability)))
    }
    if let function = job.task.function {
      members.append(("PreHumanTaskLambdaArn", .string(settings.region.function("PRE", function))))
      members.append(
        (
          "AnnotationConsolidationConfig",
          [
            "AnnotationConsolidationLambdaArn": .string(settings.region.function("ACS", function))
          ]
        ))
    }
    return members
  }

  private var interface: JSON {
    job.task == .entities
      ? ["HumanTaskUiArn": .string(settings.region.interface("NamedEntityRecognition"))]
      : ["UiTemplateS3Uri": .string(places.file("\(job.folder)/template.liquid.html").text)]
  }

  /// At most 256 letters, digits, blanks and `_.:/=+-@`.
  private static func tagValue(_ text: String) -> String {
    var value = ""
    for scalar in text.unicodeScalars.prefix(256) {
      let isAllowed =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == " "
        || "_.:/=+-@".unicodeScalars.contains(scalar)
      value.unicodeScalars.append(isAllowed ? scalar : "-")
    }
    return value
  }
}

/// Where everything lies in the bucket. The folder of a state is written once and never changed.
struct GroundTruthPlaces {
  let state: String
  /// The items to be labelled: the same for all jobs of a guideline.
  let items: S3Location
  let output: S3Location
  private let bundle: S3Location

  init(_ guideline: Guideline, _ settings: GroundTruthSettings, digest: String) {
    state = GroundTruthNames.state(version: guideline.version?.value, digest: digest)
    let home = settings.bucket.appending(GroundTruthNames.slug(guideline.id.value))
    items = home.appending("items.manifest")
    output = home.appending("output")
    bundle = home.appending(state)
  }

  /// A file of the bundle's folder `ground-truth`.
  func file(_ path: String) -> S3Location { bundle.appending("ground-truth/" + path) }
}
