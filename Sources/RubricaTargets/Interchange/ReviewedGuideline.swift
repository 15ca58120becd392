internal import RubricaBundle
internal import RubricaModel
internal import RubricaSource

/// What the formats for auditors share: a guideline, its checklist, and the files that the evidence
/// stands in. The words of the evidence are left out: people are named in them.
struct ReviewedGuideline {
  let guideline: Guideline
  let report: ChecklistReport
  let context: TargetContext
  /// The newest day that the source states.
  let day: StatedDay?
  /// Where that is.
  let dayPlace: ChecklistPlace?
  /// The files that evidence stands in, in order of their first mention, each with the SHA-256 of
  /// everything of that name.
  let files: [(name: String, digests: [String])]
  /// Takes names and addresses of people out of words.
  private let facts: PublicFacts
  private let waivers: [String: Waiver]

  init(_ index: GuidelineIndex, _ context: TargetContext) {
    guideline = index.guideline
    self.context = context
    report = ChecklistReport(index, context.catalogue, context.attestations)
    facts = PublicFacts(
      guideline, organisation: context.organisation, attestations: context.attestations)
    waivers = Waiver.all(guideline.governance?.root)
    let places = SourcePlaces(guideline)
    day = StatedDay.newest(in: guideline)
    dayPlace = day.map { places.place($0.span) }
    var names: [String] = []
    for result in report.results {
      for evidence in result.evidence where !names.contains(evidence.place.file) {
        names.append(evidence.place.file)
      }
    }
    files = names.map { name in
      (name, places.contents(of: name).map { Digest($0).hex })
    }
  }

  /// The version of the guideline; formats that ask for one are told that there is none.
  var version: String { guideline.version?.value ?? "unversioned" }

  /// Items of the catalogue by group, in the order of the catalogue.
  var groups: [(name: String, items: [Catalogue.Item])] {
    context.catalogue.groups.map { group in
      (group.name, report.results.map(\.item).filter { $0.group == group.name })
    }
  }

  /// A UUID for something that belongs to this guideline, whatever its version.
  func uuid(_ kind: String, _ name: String) -> String {
    NameUUID.text(guideline.id.value, kind, name)
  }

  /// The day until which an item is waived; nil for any other item, and for what is not a date.
  func deadline(of result: ChecklistResult) -> String? {
    guard result.state == .waived, let until = waivers[result.item.id]?.until else { return nil }
    let day = String(until.prefix(10))
    return CalendarDate(stated: day)?.description
  }

  /// How many items are open, and who has signed, in a sentence or two.
  var summary: String {
    let summary = ChecklistWords.summary(report)
    guard let attestations = context.attestations else {
      return summary + " There is no approval policy, so nobody has signed."
    }
    let roles = attestations.roles
    let signed = roles.filter(\.isSatisfied).map { "`\($0.name)`" }
    let faults = attestations.faults.map { " \(ChecklistWords.capitalized($0))." }.joined()
    return summary
      + " Roles that have approved the current content: \(signed.count) of \(roles.count)"
      + (signed.isEmpty ? "." : " (\(signed.joined(separator: ", "))).") + faults
  }

  /// Words without the people in them.
  func cleaned(_ words: String) -> String { facts.cleaned(words) }

  /// What came of an item, in one line, without the people who said so.
  func account(of result: ChecklistResult) -> String {
    var words = [ChecklistWords.capitalized(ChecklistWords.state(result.state)) + "."]
    words += [result.reason, result.because].compactMap { $0 }
    for gap in result.gaps {
      words.append("Missing: \(gap.text)\(gap.place.map { " (\($0.text))" } ?? "").")
    }
    return facts.cleaned(words.joined(separator: " "))
  }
}

/// Words as identifiers of other formats.
enum Token {
  /// A word as a name of XML, as OSCAL asks for: letters, digits, `.`, `-` and `_`, a letter or `_`
  /// first. What cannot stand in one becomes `-`.
  static func make(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      let isLetter = properties.generalCategory.isLetter || scalar == "_"
      if output.isEmpty, !isLetter { output = "_" }
      let isOther = properties.numericType != nil || scalar == "." || scalar == "-"
      output.unicodeScalars.append(isLetter || isOther ? scalar : "-")
    }
    return output.isEmpty ? "_" : output
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isLetter: Bool {
    switch self {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }
}

extension JSON {
  /// A member, or nothing where there is nothing to list: most formats refuse empty lists.
  static func members(_ name: String, _ items: [JSON]) -> [(String, JSON)] {
    items.isEmpty ? [] : [(name, .array(items))]
  }

  /// The same value on one line of its own, in a document that is indented.
  var onOneLine: JSON { .written(compactBytes) }
}
