internal import RubricaModel
internal import RubricaSource

/// governance.yaml: who answers for the data, and what is known about it. One value may always be a
/// list of values.
extension Keys {
  static let governance = Keys(
    "governance", owner: "governance.yaml",
    [
      Key("contacts", .mapping(contacts), "Whom to contact, by role."),
      Key("use", .mapping(use), "What the labels are for, and what they are not for."),
      Key("data", .mapping(dataSheet), "Where the data comes from, and what may be done with it."),
      Key("vendor", .mapping(vendor), "The company that labels, if one does."),
      Key("workforce", .mapping(workforce), "Who labels, and under which conditions."),
      Key(
        "quality", .mapping(quality), "How good the labels must be, and how that is measured."),
      Key("review", .mapping(review), "Who reviews labels, and who decides."),
      Key("maintenance", .mapping(maintenance), "When the guideline is reviewed."),
      Key("approvals", .list(.mapping(agreement)), "Who agreed to what."),
      Key(
        "waivers", .list(.mapping(waiver)),
        "Checklist items that somebody allows to stay open for a while."),
    ])

  private static func value(_ name: String, _ help: String) -> Key {
    Key(name, .oneOrMore(.scalar), help)
  }

  private static func value(_ name: String, _ form: ValueForm, _ help: String) -> Key {
    Key(name, .oneOrMore(.form(form)), help)
  }

  private static let contact = Keys(
    "contact", owner: "a contact",
    [
      value("name", "The person or team."),
      value("email", .address, "Their address."),
      value("phone", "Their phone number, in quotes."),
      value("url", "Where to find them or write to them."),
      value("deputy", "Who stands in for them."),
    ])

  private static let contacts = Keys(
    "contacts", owner: "`contacts`",
    [
      Key("questions", .mapping(contact), "Whom annotators ask about the guideline."),
      Key("legal", .mapping(contact), "Who answers legal questions about the data."),
      Key("security", .mapping(contact), "Who is responsible for handling the data securely."),
      Key("privacy", .mapping(contact), "Who answers questions about personal data."),
      Key("technical", .mapping(contact), "Who can run the labeling and judge its results."),
      Key("owner", .mapping(contact), "Who is responsible for the guideline."),
      Key("support", .mapping(contact), "Who helps annotators with anything else."),
      Key("incident", .mapping(contact), "Whom to tell immediately about a leak or an incident."),
    ])

  private static let use = Keys(
    "use", owner: "`use`",
    [
      value("intended", "What the labels are for."),
      value("prohibited", "What they must not be used for."),
      value("measures", "What the labels measure, and what is only assumed."),
      value("manual-because", "Why people have to do the labeling."),
      value("risk-class", "The risk class and the date of the assessment."),
    ])

  private static let dataSheet = Keys(
    "data", owner: "`data`",
    [
      value("classification", "How confidential it is: public, internal, confidential."),
      value("personal", "`none`, or the categories of personal data."),
      value("lawful-basis", "What allows personal data to be processed."),
      value("purpose-of-collection", "What the data was originally collected for."),
      value("impact-assessment", "The number of the data protection impact assessment."),
      value("deidentification", "How the data was de-identified."),
      value("redaction", "What happens if a person can still be recognised."),
      value("permitted-use", "What may be done with the data."),
      value("retention", "How long it is kept, and how it is deleted."),
      value("storage", "Where it is kept."),
      value("access", "Who may see it, and what they may not do."),
      value("suitability", "Why it suits the purpose."),
      value("gaps", "What is missing."),
      value("variability", "How real data will differ from this data."),
      value("biases", "Which biases were found, and what is done about them."),
      Key("sources", .list(.mapping(dataSource)), "Where the data comes from."),
    ])

  private static let dataSource = Keys(
    "data-source", owner: "an entry of `sources`",
    [
      value("id", "A unique id."),
      Key(
        "kind", .oneOf(["public", "internal", "self-collected", "purchased", "synthetic"]),
        "How the data was obtained."),
      value("issuer", "Who provides it."),
      value("location", "Where it is."),
      value("licence", "An SPDX identifier, or proprietary."),
      value("contract", "The number of the contract."),
      value("permits", "What the licence or contract permits."),
      value("collected", "When it was collected."),
      value("method", "How it was collected."),
      value("geography", "Where it was collected."),
      value("rights", "Rights of third parties in it, or none known."),
      value("digest", "The digest of the files."),
    ])

  private static let vendor = Keys(
    "vendor", owner: "`vendor`",
    [
      value("name", "The company."),
      value("contract", "The number of the contract."),
      value("valid-until", "The day on which it ends."),
      value("data-processing-agreement", "The number of the agreement."),
      value("confidentiality", "What obliges its people to confidentiality."),
      value("sub-processors", "Its sub-processors, or none."),
      value("locations", "Where its people work."),
      value("onboarded", "When and how it was onboarded."),
    ])

  private static let workforce = Keys(
    "workforce", owner: "`workforce`",
    [
      Key("kind", .oneOf(["internal", "vendor", "crowd"]), "Who labels."),
      value("skills", "What annotators must know."),
      value("pay", "How annotators are paid, and whether it is a living wage."),
      value("training", "How people learn the task and show that they can do it."),
      value("wellbeing", "What is done for people who see distressing content."),
      value("exposure-limit", "How long an annotator may work on distressing content."),
      value("opt-out", "How to decline an item without giving a reason."),
      value("demographics", "Who the annotators should be, if that matters for the answers."),
      value("age-limit", "The minimum age of annotators."),
    ])

  private static let quality = Keys(
    "quality", owner: "`quality`",
    [
      value("annotators-per-item", .count, "How many people answer the same item."),
      value("aggregation", "How several answers become one."),
      value("ground-truth", "What counts as true."),
      value("deviation", "How far answers may deviate from it."),
      value("gold-share", .share, "The share of items whose answer is known."),
      value("audit-share", .share, "The share of items that is reviewed."),
      value("pre-labeling", "`none`, or the model that suggests answers."),
      Key("pilot", .mapping(pilot), "The trial run before the labeling."),
      Key("metrics", .list(.mapping(metric)), "What is measured, and what follows."),
    ])

  private static let pilot = Keys(
    "pilot", owner: "`pilot`",
    [
      value("items", .count, "How many items were labelled."),
      value("annotators", .count, "How many people labelled them."),
      value("result", "The result."),
      value("date", .day, "When it ended."),
    ])

  private static let metric = Keys(
    "metric", owner: "an entry of `metrics`",
    [
      value("metric", "The measure: kappa, alpha, iou, f1."),
      value("layer", "The id of the layer that is measured."),
      value("label", "The id of the label, if only one is measured."),
      value("at-least", .amount, "The smallest value that is good enough."),
      value("at-most", .amount, "The largest value that is good enough."),
      value("sample", "The share or number of items it is measured on."),
      value("consequence", "What happens otherwise: retrain, review, stop."),
    ])

  private static let review = Keys(
    "review", owner: "`review`",
    [
      value("levels", "How many times an answer is reviewed."),
      value("adjudicator", "Who decides between different answers."),
      value("escalation", "The path of a question, and how long each step may take."),
      value("reviewed-by-annotators", "When and by whom the guideline was tried out."),
      value("reviewed-by-experts", "When and by which experts it was reviewed."),
    ])

  private static let maintenance = Keys(
    "maintenance", owner: "`maintenance`",
    [
      value("plan", "When and why the guideline is revised."),
      value("next-review", .day, "The date of the next review."),
    ])

  static let waiver = Keys(
    "waiver", owner: "an entry of `waivers`",
    [
      Key("item", .text, required: true, "The id of the item in the checklist."),
      Key("reason", .text, required: true, "Why the item may stay open."),
      Key(
        "by", .text, required: true,
        "Who grants the waiver: a person of the item's role, by their name in the file of signers."),
      Key("since", .text, required: true, "The first day, such as 2026-11-01."),
      Key("until", .text, required: true, "The last day; at most 365 days later."),
    ])

  private static let agreement = Keys(
    "approval", owner: "an entry of `approvals`",
    [
      Key("role", .oneOrMore(.usually(roles)), "The role that somebody agrees in."),
      value("person", "The person who agrees."),
      value("covers", "The part that they have seen, such as data or use."),
      value("version", "The version of the guideline that they have seen."),
      value("date", .day, "When they agreed."),
      Key(
        "state", .oneOf(["approved", "refused", "pending"]), "Whether they have agreed."),
    ])

  /// The roles that the checklist asks.
  private static let roles: Slip.Words = [
    "legal", "security", "technical", "operations", "product", "owner", "author", "expert",
    "privacy",
  ]
}
