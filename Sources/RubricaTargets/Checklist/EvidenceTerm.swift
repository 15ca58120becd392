/// One entry of an item's `evidence`, as the catalogue writes it.
package enum EvidenceTerm: Sendable {
  /// Alternatives, of which one is enough.
  case paths([EvidencePath])
  /// With its name in the catalogue.
  case computed(ComputedEvidence, EvidenceName)
  case signOff
  case gate(GateEvidence)
  case unknown

  package init(_ text: String) {
    if text == "sign-off" {
      self = .signOff
    } else if let gate = GateEvidence(rawValue: text) {
      self = .gate(gate)
    } else if text.hasPrefix("computed.") {
      let computed = ComputedEvidence(rawValue: String(text.dropFirst(9)))
      self = computed.map { .computed($0, EvidenceName(text)) } ?? .unknown
    } else {
      let alternatives = text.utf8.split(separator: UInt8(ascii: "|")).map { Self.trimmed($0) }
      let paths = alternatives.compactMap(EvidencePath.init)
      self = paths.isEmpty || paths.count < alternatives.count ? .unknown : .paths(paths)
    }
  }

  private static func trimmed(_ text: Substring.UTF8View) -> Substring.UTF8View {
    let blank = UInt8(ascii: " ")
    var text = text.drop { $0 == blank }
    while text.last == blank { text.removeLast() }
    return text
  }
}

/// What sign-offs and their dates alone can tell.
package enum GateEvidence: String, Sendable, CaseIterable {
  /// Every role of the policy has approved what is here.
  case roles = "gate.roles"
  /// Nobody's condition is open.
  case conditions = "gate.conditions"
  /// Nothing has run out on the day of the release.
  case dates = "gate.dates"

  package var path: String { rawValue }
}

/// A dotted path into what the author wrote. Shared, not copied.
package final class EvidencePath: Sendable {
  package enum Root: Sendable { case governance, frontMatter(FrontMatterKey) }

  package struct Step: Sendable {
    package var key: String
    /// Written `key[*]`: every item of the list.
    package var isEvery: Bool
  }

  package let root: Root
  let name: EvidenceName
  package let steps: [Step]
  /// All its keys.
  let whole: DataPath
  /// The keys to the list that the path goes through, and what is asked of its items.
  let list: (path: DataPath, rest: DataPath)?
  /// Whether it leads to a person, who has to be reachable.
  let isContact: Bool

  init?(_ text: Substring.UTF8View) {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count > 1, !parts.contains(where: { $0.isEmpty }) else { return nil }
    let inner = parts[1...].map { String(Substring($0)) }
    switch Substring(parts[0]) {
    case "governance":
      root = .governance
      name = EvidenceName(governance: inner.joined(separator: "."), .keys(inner))
    case "front-matter":
      guard inner.count == 1, let key = FrontMatterKey(rawValue: inner[0]) else { return nil }
      root = .frontMatter(key)
      name = EvidenceName(frontMatter: key)
    default: return nil
    }
    let steps = inner.map { part in
      part.hasSuffix("[*]")
        ? Step(key: String(part.dropLast(3)), isEvery: true) : Step(key: part, isEvery: false)
    }
    self.steps = steps
    isContact = inner.count == 2 && inner[0] == "contacts"
    let keys = steps.map { $0.key }
    whole = DataPath(keys)
    list = steps.firstIndex { $0.isEvery }.map { place in
      (DataPath(Array(keys[...place])), DataPath(Array(keys[(place + 1)...])))
    }
  }
}
