/// A change of one token in what a guideline says, the scopes whose digest must be another one then, and
/// those whose digest must stay.
struct RandomChange: Sendable {
  let name: String
  let changed: [String]
  let stays: [String]
  /// False if there is nothing to change in this guideline.
  let apply: @Sendable (inout RandomGuideline, inout SplitMix) -> Bool

  private init(
    _ name: String, changed: [String], stays: [String],
    _ apply: @escaping @Sendable (inout RandomGuideline, inout SplitMix) -> Bool
  ) {
    self.name = name
    self.changed = changed
    self.stays = stays
    self.apply = apply
  }

  private static func word(_ words: inout [String], _ random: inout SplitMix) {
    let place = Int.random(in: words.indices, using: &random)
    words[place] = "changed" + words[place]
  }

  /// Scopes that refer to nothing of the task.
  private static let aside = ["head", "data", "workspace"]
  private static let allButPeople = [
    "head", "task", "labels", "rules", "examples", "prose", "data", "workspace",
  ]

  static let all: [RandomChange] = [
    RandomChange("title", changed: ["head"], stays: ["data", "people", "workspace", "labels"]) {
      word(&$0.title, &$1)
      return true
    },
    RandomChange("purpose", changed: ["head"], stays: RandomGuideline.scopes.without("head")) {
      word(&$0.purpose, &$1)
      return true
    },
    RandomChange("version", changed: ["head"], stays: RandomGuideline.scopes.without("head")) {
      guideline, _ in
      guideline.version += 1
      return true
    },
    RandomChange("an author", changed: ["head"], stays: RandomGuideline.scopes.without("head")) {
      guideline, _ in
      guideline.authors.removeLast()
      return true
    },
    RandomChange("a definition", changed: ["labels", "task"], stays: aside) {
      let place = Int.random(in: $0.labels.indices, using: &$1)
      word(&$0.labels[place].definition, &$1)
      return true
    },
    RandomChange("the name of a label", changed: ["labels", "task"], stays: aside) {
      let place = Int.random(in: $0.labels.indices, using: &$1)
      word(&$0.labels[place].name, &$1)
      return true
    },
    RandomChange("an include", changed: ["labels"], stays: aside) {
      guard let place = $0.labels.firstIndex(where: { !$0.includes.isEmpty }) else { return false }
      word(&$0.labels[place].includes[0], &$1)
      return true
    },
    RandomChange("an include becomes an exclude", changed: ["labels"], stays: aside) {
      guideline, _ in
      guard let place = guideline.labels.firstIndex(where: { !$0.includes.isEmpty }) else {
        return false
      }
      guideline.labels[place].excludes.append(guideline.labels[place].includes.removeLast())
      return true
    },
    RandomChange("a contrast", changed: ["labels"], stays: aside) {
      guard var words = $0.labels[0].contrast?.words else { return false }
      word(&words, &$1)
      $0.labels[0].contrast?.words = words
      return true
    },
    RandomChange("a code", changed: ["labels"], stays: aside) { guideline, _ in
      guard let place = guideline.labels.firstIndex(where: { $0.code != nil }) else { return false }
      guideline.labels[place].code? += 501
      return true
    },
    RandomChange("the id of a label", changed: ["labels", "task"], stays: aside) {
      guideline, _ in
      let old = guideline.labels[guideline.labels.count - 1].id
      guideline.labels[guideline.labels.count - 1].id = "renamed"
      if guideline.labels[0].contrast?.id == old { guideline.labels[0].contrast?.id = "renamed" }
      guideline.precedence = guideline.precedence.map { $0 == old ? "renamed" : $0 }
      for place in guideline.rules.indices where guideline.rules[place].label == old {
        guideline.rules[place].label = "renamed"
      }
      for place in guideline.examples.indices where guideline.examples[place].label == old {
        guideline.examples[place].label = "renamed"
      }
      return true
    },
    RandomChange("an attribute value", changed: ["task"], stays: aside + ["labels"]) {
      guideline, _ in
      guideline.values.append("hardly")
      return true
    },
    RandomChange("the words of an attribute", changed: ["task"], stays: aside + ["labels"]) {
      word(&$0.valueWords, &$1)
      return true
    },
    RandomChange("a maximum", changed: ["task"], stays: aside + ["labels"]) { guideline, _ in
      guideline.maximum += 1
      return true
    },
    RandomChange("a question", changed: ["task"], stays: aside + ["labels"]) {
      word(&$0.question, &$1)
      return true
    },
    RandomChange("a threshold", changed: ["rules"], stays: aside + ["labels", "task", "people"]) {
      let place = Int.random(in: $0.rules.indices, using: &$1)
      $0.rules[place].threshold += 1
      return true
    },
    RandomChange("a condition", changed: ["rules"], stays: aside + ["labels", "task", "people"]) {
      let place = Int.random(in: $0.rules.indices, using: &$1)
      word(&$0.rules[place].condition, &$1)
      return true
    },
    RandomChange("a reason", changed: ["rules"], stays: aside + ["labels", "task", "people"]) {
      let place = Int.random(in: $0.rules.indices, using: &$1)
      word(&$0.rules[place].reason, &$1)
      return true
    },
    RandomChange("a box", changed: ["examples"], stays: aside + ["labels", "task", "people"]) {
      let place = Int.random(in: $0.examples.indices, using: &$1)
      $0.examples[place].box[2] += 1
      return true
    },
    RandomChange(
      "a value in a record", changed: ["examples"], stays: aside + ["labels", "task", "people"]
    ) {
      let place = Int.random(in: $0.examples.indices, using: &$1)
      $0.examples[place].value = $0.examples[place].value == "clear" ? "mostly" : "clear"
      return true
    },
    RandomChange(
      "a choice in a record", changed: ["examples"], stays: aside + ["labels", "task", "people"]
    ) {
      let place = Int.random(in: $0.examples.indices, using: &$1)
      $0.examples[place].light = $0.examples[place].light == "day" ? "night" : "day"
      return true
    },
    RandomChange(
      "good and bad", changed: ["examples"], stays: aside + ["labels", "task", "people"]
    ) {
      let place = Int.random(in: $0.examples.indices, using: &$1)
      $0.examples[place].isGood.toggle()
      return true
    },
    RandomChange(
      "the order of precedence", changed: ["labels"],
      stays: aside + ["task", "rules", "examples", "people"]
    ) { guideline, _ in
      guideline.precedence.swapAt(0, 1)
      return true
    },
    RandomChange(
      "two steps", changed: ["prose"], stays: RandomGuideline.scopes.without("prose")
    ) { guideline, _ in
      guideline.steps.swapAt(0, 1)
      return true
    },
    RandomChange("a term", changed: ["prose"], stays: RandomGuideline.scopes.without("prose")) {
      word(&$0.terms[0].words, &$1)
      return true
    },
    RandomChange("prose", changed: ["prose"], stays: RandomGuideline.scopes.without("prose")) {
      let place = Int.random(in: $0.prose.indices, using: &$1)
      word(&$0.prose[place], &$1)
      return true
    },
    RandomChange("a licence", changed: ["data"], stays: RandomGuideline.scopes.without("data")) {
      guideline, _ in
      guideline.sources[0].licence = "CC-BY-NC-4.0"
      return true
    },
    RandomChange("retention", changed: ["data"], stays: RandomGuideline.scopes.without("data")) {
      word(&$0.retention, &$1)
      return true
    },
    RandomChange(
      "an intended use", changed: ["data"], stays: RandomGuideline.scopes.without("data")
    ) {
      word(&$0.intended[0], &$1)
      return true
    },
    RandomChange("a contact", changed: ["people"], stays: allButPeople) { guideline, _ in
      guideline.contact = "x" + guideline.contact
      return true
    },
    RandomChange("a metric", changed: ["people"], stays: allButPeople) { guideline, _ in
      guideline.metric += 1
      return true
    },
    RandomChange("the end of a waiver", changed: ["people"], stays: allButPeople) {
      guideline, _ in
      guideline.waiverEnd = "2026-12-31"
      return true
    },
    RandomChange(
      "the organisation", changed: ["workspace"],
      stays: RandomGuideline.scopes.without("workspace")
    ) {
      word(&$0.organisation, &$1)
      return true
    },
    RandomChange(
      "the limit of a check", changed: ["workspace"],
      stays: RandomGuideline.scopes.without("workspace")
    ) { guideline, _ in
      guideline.limit += 1
      return true
    },
  ]
}

extension [String] {
  fileprivate func without(_ name: String) -> [String] { filter { $0 != name } }
}
