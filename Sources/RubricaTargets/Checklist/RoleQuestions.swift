package import RubricaModel

/// The items of the checklist that people of one role answer by signing, for the page that they sign by.
package struct RoleQuestions {
  private let catalogue: PreparedCatalogue
  /// As they stand now, in the order of the catalogue.
  private let results: [ChecklistResult]
  /// Places of items that a signature of the role settles.
  private let answered: [Int]
  /// Of items that the role is asked, and that are open whatever it signs.
  private let left: [Int]

  /// - Parameters:
  ///   - role: its name in the approval policy.
  ///   - attestations: what was signed until now.
  package init(
    _ index: GuidelineIndex, _ catalogue: PreparedCatalogue, _ role: String,
    _ attestations: Attestations
  ) {
    self.catalogue = catalogue
    let states = { ChecklistReport(index, catalogue, $0).results }
    // What the source says alone, and what it would be once the role has approved.
    let (declared, approved) = (states(nil), states(attestations.approved(by: role)))
    // Whether others have signed yet is not what the reader is asked.
    results = zip(states(attestations), declared).map { $0.state == .passed ? $0 : $1 }
    let asked = declared.indices.filter { place in
      let prepared = declared[place].prepared
      return prepared.gate == nil && declared[place].state.isOpen
        && attestations.role(answeringFor: prepared.item.role)?.name == role
    }
    answered = asked.filter { approved[$0].state == .passed }
    left = asked.filter { approved[$0].state != .passed }
  }

  package func write(to html: inout HTMLWriter) {
    section(
      "Questions that your signature answers",
      """
      With your signature you say yes to each of these questions of the checklist, on the evidence beside it. \
      Do not sign while you would say no to one.
      """, answered, to: &html)
    section(
      "Questions that stay open",
      """
      These are asked of your role too, and your signature does not settle them: something is missing, or your \
      scopes do not cover the evidence.
      """, left, to: &html)
  }

  private func section(
    _ title: String, _ note: String, _ places: [Int], to html: inout HTMLWriter
  ) {
    guard !places.isEmpty else { return }
    html.element("section", class: "questions") { html in
      html.element("h2", text: title)
      html.element("p", text: note)
      for place in places {
        ChecklistEntry.write(&html, results[place], place, catalogue.written)
      }
    }
  }
}

extension Attestations {
  /// The same if enough people of a role had approved and nobody objected.
  fileprivate func approved(by name: String) -> Attestations {
    var attestations = self
    for place in roles.indices where roles[place].name == name {
      attestations.roles[place].objectors = []
      attestations.roles[place].people += (0..<roles[place].quorum).map { "\(name) \($0)" }
    }
    return attestations
  }
}
