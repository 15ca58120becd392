package import RubricaModel
package import RubricaSource

/// A link leads to where its reader can go.
package enum PrivateHost: Check {
  package static let info = CheckInfo(
    id: "private-host",
    levels: .warning,
    summary: "Text for annotators links to no host of an internal network.",
    rationale: """
      Annotators of a vendor or a crowd cannot open the link, and the guideline tells outsiders the \
      names in the company's network.
      """,
    bad: [
      CheckExample(Sample.signs("The ⟪[old guide](http://wiki.corp.internal/signs)⟫ is obsolete.")),
      CheckExample(Sample.signs("See ⟪[the dashboard](http://10.0.0.12:8080/)⟫.")),
      CheckExample(Sample.signs("See ⟪[the tool](http://127.0.0.1:8080/)⟫.")),
    ],
    good: [CheckExample(Sample.signs("See [the law](https://example.com/law)."))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for reference in index.guideline.references
    where reference.audience.isForAnnotators && reference.isRemote {
      guard let host = host(reference.destination), isPrivate(host) else { continue }
      report.add(
        info, at: reference.span, hidden(host),
        help: "copy what matters into the guideline, or move the link to a part for reviewers")
    }
  }

  /// What stands between `//` and the next `/`, `?`, `#` or the port, without a user name.
  private static func host(_ address: String) -> String? {
    let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[1].isEmpty else { return nil }
    let authority = parts[2].prefix { $0 != "?" && $0 != "#" }
    let withoutUser = authority.split(separator: "@").last ?? authority
    return withoutUser.split(separator: ":").first.map { $0.lowercased() }
  }

  private static func isPrivate(_ host: String) -> Bool {
    if host == "localhost" || !host.contains(".") { return true }
    if PrivateNetwork.holds(name: host) { return true }
    guard let (a, b, _, _) = PrivateNetwork.number(host.utf8) else { return false }
    // What begins with 127 is the machine of whoever reads it.
    return a == 127 || PrivateNetwork.holds(a, b)
  }

  private static func hidden(_ host: String) -> String {
    "annotators outside the network cannot reach `\(Wording.excerpt(host, limit: 80))`"
  }
}
