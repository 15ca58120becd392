/// The regions that have Ground Truth's own functions, and the account that holds them in each.
struct GroundTruthRegion: Sendable {
  let name: String
  let account: String

  static let all = [
    ("us-east-1", "432418664414"), ("us-east-2", "266458841044"), ("us-west-2", "081040173940"),
    ("ca-central-1", "918755190332"), ("eu-west-1", "568282634449"),
    ("eu-west-2", "487402164563"), ("eu-central-1", "203001061592"),
    ("ap-northeast-1", "477331159723"), ("ap-northeast-2", "845288260483"),
    ("ap-south-1", "565803892007"), ("ap-southeast-1", "377565633583"),
    ("ap-southeast-2", "454466003867"),
  ].map { GroundTruthRegion(name: $0.0, account: $0.1) }

  /// The account of the ready-made interfaces, and of the public workforce, in every region.
  static let interfaceAccount = "394669845002"

  static func named(_ name: String) -> GroundTruthRegion? { all.first { $0.name == name } }

  func function(_ prefix: String, _ task: String) -> String {
    "arn:aws:lambda:\(name):\(account):function:\(prefix)-\(task)"
  }

  func interface(_ name: String) -> String {
    "arn:aws:sagemaker:\(self.name):\(Self.interfaceAccount):human-task-ui/\(name)"
  }
}
