/// Licences by their SPDX identifiers, and what Hugging Face calls them.
enum DataLicence {
  private static let known: [(spdx: String, card: String)] = [
    ("CC0-1.0", "cc0-1.0"), ("CC-BY-2.0", "cc-by-2.0"), ("CC-BY-2.5", "cc-by-2.5"),
    ("CC-BY-3.0", "cc-by-3.0"), ("CC-BY-4.0", "cc-by-4.0"), ("CC-BY-SA-3.0", "cc-by-sa-3.0"),
    ("CC-BY-SA-4.0", "cc-by-sa-4.0"), ("CC-BY-NC-2.0", "cc-by-nc-2.0"),
    ("CC-BY-NC-3.0", "cc-by-nc-3.0"), ("CC-BY-NC-4.0", "cc-by-nc-4.0"),
    ("CC-BY-ND-4.0", "cc-by-nd-4.0"), ("CC-BY-NC-ND-3.0", "cc-by-nc-nd-3.0"),
    ("CC-BY-NC-ND-4.0", "cc-by-nc-nd-4.0"), ("CC-BY-NC-SA-2.0", "cc-by-nc-sa-2.0"),
    ("CC-BY-NC-SA-3.0", "cc-by-nc-sa-3.0"), ("CC-BY-NC-SA-4.0", "cc-by-nc-sa-4.0"),
    ("CDLA-Sharing-1.0", "cdla-sharing-1.0"), ("CDLA-Permissive-1.0", "cdla-permissive-1.0"),
    ("CDLA-Permissive-2.0", "cdla-permissive-2.0"), ("ODbL-1.0", "odbl"), ("ODC-By-1.0", "odc-by"),
    ("PDDL-1.0", "pddl"), ("etalab-2.0", "etalab-2.0"), ("Apache-2.0", "apache-2.0"),
    ("MIT", "mit"), ("BSD-2-Clause", "bsd-2-clause"), ("BSD-3-Clause", "bsd-3-clause"),
    ("ISC", "isc"), ("Unlicense", "unlicense"), ("Zlib", "zlib"), ("MPL-2.0", "mpl-2.0"),
    ("EUPL-1.1", "eupl-1.1"), ("EUPL-1.2", "eupl-1.2"), ("AGPL-3.0-only", "agpl-3.0"),
    ("GPL-2.0-only", "gpl-2.0"), ("GPL-3.0-only", "gpl-3.0"), ("LGPL-2.1-only", "lgpl-2.1"),
    ("LGPL-3.0-only", "lgpl-3.0"),
  ]

  private static func row(_ text: String) -> (spdx: String, card: String)? {
    known.first { $0.spdx.lowercased() == text.lowercased() }
  }

  /// The page of a licence that SPDX knows, else its name as it stands in the source.
  static func address(_ text: String) -> String {
    row(text).map { "https://spdx.org/licenses/\($0.spdx)" } ?? text
  }

  /// The word of a dataset card; nil if there is none.
  static func card(_ text: String) -> String? { row(text)?.card }
}

extension PublicFacts {
  /// The licences of the sources, each once, in their order.
  var licences: [String] {
    var found: [String] = []
    for source in sources {
      if let licence = source.licence, !found.contains(licence) { found.append(licence) }
    }
    return found
  }
}
