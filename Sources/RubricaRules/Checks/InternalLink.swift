package import RubricaModel
package import RubricaSource

/// A link leads to where its reader may go.
package enum InternalLink: Check {
  package static let info = CheckInfo(
    id: "internal-link",
    levels: .warning,
    summary: "Text for annotators links to no ticket, chat or wiki of the team.",
    rationale: """
      Annotators without an account see a login page in place of the decision behind the link, and the \
      decision is not in the guideline.
      """,
    bad: [
      CheckExample(
        Sample.signs("Reflections: [as decided](https://example.atlassian.net/browse/SIGN-12).")
          .marking("[as decided](https://example.atlassian.net/browse/SIGN-12)"))
    ],
    good: [
      CheckExample(Sample.signs("Reflections are signs, see [the law](https://example.com/law)."))
    ])

  /// Hosts, or endings of hosts with a dot before them, and how the path begins.
  private static let places: [(host: String, path: String, what: String)] = [
    (".atlassian.net", "", "a ticket or wiki page"), (".slack.com", "", "a chat"),
    ("teams.microsoft.com", "/l/", "a chat"), (".sharepoint.com", "", "an internal page"),
    ("mail.google.com", "", "somebody's mailbox"), ("linear.app", "", "a ticket"),
    ("app.asana.com", "", "a ticket"), ("trello.com", "/c/", "a ticket"),
    ("app.clickup.com", "", "a ticket"), (".youtrack.cloud", "", "a ticket"),
    (".monday.com", "", "a ticket"), ("discord.com", "/channels/", "a chat"),
  ]

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for reference in index.guideline.references
    where reference.isRemote && reference.kind == .link && reference.audience.isForAnnotators {
      guard let what = what(reference.destination) else { continue }
      report.add(
        info, at: reference.span, "this leads to \(what) that annotators cannot open",
        help: "write the decision into the guideline, or move the link to a part for reviewers")
    }
  }

  private static func what(_ address: String) -> String? {
    guard address.hasPrefix("http") else { return nil }
    let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return nil }
    let host = parts[2].lowercased()
    let path = "/" + (parts.count > 3 ? parts[3] : "")
    return places.first { place in
      (host == place.host || place.host.hasPrefix(".") && host.hasSuffix(place.host))
        && path.hasPrefix(place.path)
    }?.what
  }
}
