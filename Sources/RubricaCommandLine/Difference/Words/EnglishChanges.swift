internal import RubricaDifference

extension ChangesPageWords {
  static let english = ChangesPageWords(
    language: "en", kind: "Changes for annotators", title: "Changes",
    nothing: "Nothing changes in your work.",
    meaning: "Do this differently from now on",
    wording: "New wording",
    looks: "Looks different", before: "Before", now: "Now",
    concerns: "This concerns", everything: "all answers", colon: ": ",
    actions: [
      .added: "Added",
      .removed: "Removed",
      .renamed: "Renamed",
      .moved: "Moved",
      .changed: "Changed",
    ],
    parts: [
      .guideline: "the whole guideline",
      .layer: "question",
      .attribute: "attribute",
      .relation: "relation",
      .escape: "answer when you cannot label",
      .label: "label",
      .precedence: "which label wins",
      .doubt: "when you are unsure",
      .rule: "rule",
      .example: "example",
      .prose: "text",
      .media: "picture or recording",
      .governance: "governance",
    ],
    aspects: [:])
}
