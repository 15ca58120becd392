internal import RubricaSource
internal import RubricaSyntax

/// A list under a heading of labels whose every item is a bold (or code) name and its definition
/// becomes one heading a label. Numbers of items go into comments.
enum LabelListPass: ImportPass {
  static let title = "a list of labels"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    for section in LabelSection.all(in: page)
    where section.grouping == .none && section.kind == .certain {
      for list in section.listings {
        guard case .list = page.tree.nodes[list].kind else { continue }
        let offset = page.range(list).lowerBound
        switch (LabelList.read(list, page), section.obstacle(behind: list)) {
        case (.success(let labels), nil):
          var group = EditGroup(page)
          section.addReservedHeading(before: offset, step: section.listStep, &group)
          labels.edit(level: section.labelLevel, &group)
          section.closeLabels(behind: list, &group)
          group.say(
            .structured, at: offset,
            (labels.items.count == 1
              ? "1 item of a list became a label: "
              : "\(labels.items.count) items of a list became labels: ")
              + LabelName.listed(labels.names)
              + (labels.areNumbered ? "; their numbers became comments" : ""))
          attempt.add(group)
        case (.failure(let reason), let obstacle)
        where obstacle == nil || section.isUnread(from: list):
          let refusal = reason.and(obstacle)
          attempt.say(
            .suggestion, at: offset,
            "a list under \"\(section.title)\" stays a list: \(refusal.reason); \(refusal.remedy)")
        case (.success(let labels), .some(let obstacle)) where labels.items.count > 1:
          attempt.say(
            .suggestion, at: offset,
            "a list of \(labels.items.count) names under \"\(section.title)\" stays a list, since "
              + "\(obstacle): make each label a heading")
        default: break
        }
      }
    }
  }
}
