internal import RubricaSource
internal import RubricaSyntax

/// Croissant 1.0 and 1.1 with RAI 1.0.
enum CroissantLint: LintFormat {
  /// Of a data set, besides what every thing has: what Croissant names, and what schema.org has for it.
  private static let dataset: Set<String> = [
    "@context", "conformsTo", "citeAs", "creator", "publisher", "dateCreated", "dateModified",
    "datePublished", "keywords", "inLanguage", "license", "sameAs", "url", "version", "sdVersion",
    "sdLicense", "sdPublisher", "sdDatePublished", "distribution", "recordSet", "isLiveDataset",
    "alternateName", "identifier", "image", "about", "abstract", "author", "contributor",
    "copyrightHolder", "copyrightNotice", "copyrightYear", "creditText", "editor", "funder",
    "funding",
    "genre", "hasPart", "headline", "includedInDataCatalog", "isAccessibleForFree", "isBasedOn",
    "isPartOf", "issn", "mainEntity", "maintainer", "measurementMethod", "measurementTechnique",
    "mainEntityOfPage", "provider", "size", "sourceOrganization", "spatialCoverage", "sponsor",
    "subjectOf", "temporalCoverage", "text", "thumbnailUrl", "usageInfo", "variableMeasured",
    "citation",
    "conditionsOfAccess", "acquireLicensePage", "contentRating", "countryOfOrigin",
    "encodingFormat",
  ]

  private static let things: [String: Set<String>] = [
    "FileObject": [
      "contentUrl", "contentSize", "containedIn", "encodingFormat", "md5", "sha256", "sameAs",
      "source", "url",
    ],
    "FileSet": ["containedIn", "encodingFormat", "includes", "excludes", "source"],
    "RecordSet": [
      "data", "dataType", "examples", "field", "key", "isEnumeration", "source", "annotation",
    ],
    "Field": [
      "annotation", "arrayShape", "dataType", "equivalentProperty", "isArray", "isEnumeration",
      "parentField", "references", "repeated", "source", "subField", "value",
    ],
  ]

  private static let common: Set<String> = ["@id", "@type", "name", "description"]

  private static let responsible: Set<String> = Set(
    [
      "dataCollection", "dataCollectionType", "dataCollectionMissingData", "dataCollectionRawData",
      "dataCollectionTimeframe", "dataImputationProtocol", "dataPreprocessingProtocol",
      "dataManipulationProtocol", "dataAnnotationProtocol", "dataAnnotationPlatform",
      "dataAnnotationAnalysis", "annotationsPerItem", "annotatorDemographics",
      "machineAnnotationTools", "dataBiases", "dataUseCases", "dataLimitations", "dataSocialImpact",
      "personalSensitiveInformation", "dataReleaseMaintenancePlan",
    ].map { "rai:" + $0 })

  /// Keys behind which something else of the document is named.
  private static let references: Set<String> = [
    "containedIn", "fileObject", "fileSet", "field", "recordSet", "source", "references", "key",
    "parentField",
  ]

  static func reads(_ document: JSONValue) -> Bool {
    document["@context"] != nil && type(document) == "Dataset"
  }

  static func check(_ document: LintDocument, _ run: inout LintRun) {
    // Rows of data have keys of their own.
    let document = LintDocument(document.root, skipping: ["@context", "data", "examples"])
    checkDataset(document.root, &run)
    var declared: [String: Span] = [:]
    for entry in document.entries where entry.value["@type"] != nil {
      checkThing(entry.value, &run)
      guard let id = entry.value["@id"], let text = id.text else { continue }
      if let first = declared[text] {
        run.report.add(
          LintChecks.duplicate, at: id.span, "`\(text)` is declared a second time here",
          notes: [.init("the first declaration is here", at: first)],
          help: "give each its own id: a reference to it would be ambiguous")
      }
      declared[text] = declared[text] ?? id.span
    }
    let names = declared.keys.sorted()
    for entry in document.entries where references.contains(entry.path.last ?? "") {
      // With a type it is a declaration.
      guard entry.value["@type"] == nil, let id = entry.value["@id"], let text = id.text,
        declared[text] == nil
      else { continue }
      let near = Suggestion.nearest(to: text, among: names)
      run.report.add(
        LintChecks.reference, at: id.span,
        "`\(entry.path.last ?? "")` points to `\(text)`, but nothing has that `@id`",
        help: near.map { "did you mean `\($0)`?" } ?? "declare it, or remove the reference")
    }
  }

  private static func checkDataset(_ root: JSONValue, _ run: inout LintRun) {
    checkProperties(root, dataset.union(responsible), "a data set", &run)
    for (key, why) in [
      ("name", "it cannot be cited"), ("license", "nobody can know whether it may be used"),
      ("distribution", "nothing identifies its files"),
    ] where isEmpty(root[key]) {
      run.report.add(
        LintChecks.missing, at: root.start, "the data set has no `\(key)`: \(why)",
        help: "add `\(key)`")
    }
  }

  private static func checkThing(_ thing: JSONValue, _ run: inout LintRun) {
    guard let type = type(thing), let known = things[type] else { return }
    checkProperties(thing, known, "a \(type)", &run)
    guard type == "FileObject" else { return }
    LintDigest.check(thing["sha256"], "SHA-256", &run)
    LintDigest.check(thing["md5"], "MD5", &run)
    if isEmpty(thing["sha256"]), isEmpty(thing["md5"]), isEmpty(thing["containedIn"]) {
      run.report.add(
        LintChecks.missing, at: thing.start,
        "the file has no `sha256`: a changed file would not be noticed",
        help: "add the SHA-256 of the file")
    }
  }

  private static func checkProperties(
    _ thing: JSONValue, _ known: Set<String>, _ owner: String, _ run: inout LintRun
  ) {
    guard case .object(let members) = thing.kind else { return }
    for member in members where !known.contains(member.key) && !common.contains(member.key) {
      // Another vocabulary has a prefix, and is none of ours.
      let prefix = member.key.split(separator: ":").first.map(String.init)
      guard !member.key.contains(":") || ["rai", "cr", "sc"].contains(prefix) else { continue }
      let near = Suggestion.nearest(to: member.key, among: known.union(common).sorted())
      run.report.add(
        LintChecks.property, at: member.keySpan, "\(owner) has no property `\(member.key)`",
        help: near.map { "did you mean `\($0)`?" } ?? "readers ignore it silently")
    }
  }

  private static func isEmpty(_ value: JSONValue?) -> Bool {
    switch value?.kind {
    case nil, .null: true
    case .string(let text): text.isEmpty
    case .array(let items): items.isEmpty
    default: false
    }
  }

  /// The type without the prefix of its vocabulary.
  private static func type(_ value: JSONValue) -> String? {
    for type in value["@type"]?.elements ?? [] {
      let words = type.text?.split(whereSeparator: { $0 == ":" || $0 == "/" })
      if let last = words?.last { return String(last) }
    }
    return nil
  }
}

extension JSONValue {
  /// The first byte: where a finding about what is not there is told.
  fileprivate var start: Span { Span(span.source, Int(span.start), Int(span.start) + 1) }
}
