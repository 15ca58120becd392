internal import RubricaBundle
internal import RubricaModel
internal import RubricaSource

/// `croissant.json`: JSON-LD in the context that the format prescribes.
struct CroissantDocument {
  private let guideline: Guideline
  private let context: TargetContext
  private let facts: PublicFacts

  init(_ guideline: Guideline, _ context: TargetContext) {
    self.guideline = guideline
    self.context = context
    facts = PublicFacts(guideline, organisation: context.organisation)
  }

  var json: JSON {
    var members: [(String, JSON)] = [
      ("@context", Self.context), ("@type", "sc:Dataset"),
      (
        "conformsTo",
        ["http://mlcommons.org/croissant/1.0", "http://mlcommons.org/croissant/RAI/1.0"]
      ),
      ("name", .string(facts.cleaned(guideline.title.value))),
    ]
    if let purpose = guideline.purpose {
      members.append(("description", .string(facts.cleaned(purpose.value))))
    }
    members += JSON.members(
      "license", facts.licences.map { .string(DataLicence.address($0)) })
    if let organisation = context.organisation {
      members.append(
        ("creator", ["@type": "sc:Organization", "name": .string(organisation)]))
    }
    if let version = guideline.version { members.append(("version", .string(version.value))) }
    if let day = StatedDay.newest(in: guideline) {
      members.append(("dateModified", .string(day.text)))
    }
    members += JSON.members("inLanguage", languages)
    members += CroissantRAI(facts, guideline).members
    members += JSON.members("distribution", distribution)
    members += JSON.members("recordSet", CroissantRecords(guideline, facts).recordSets)
    return .object(members)
  }

  private var languages: [JSON] {
    let languages =
      guideline.objectLanguages.isEmpty ? [guideline.language] : guideline.objectLanguages
    return languages.map { .string($0.value) }
  }

  /// A file for each source whose bytes are known. Where a source that is not public is kept is not
  /// told: it is named by its content (RFC 6920).
  private var distribution: [JSON] {
    var taken: Set<String> = []
    return facts.sources.enumerated().compactMap { place, source in
      guard let digest = source.digest else { return nil }
      var id = source.id ?? String(place + 1)
      if !taken.insert(id).inserted {
        // Two sources of one id, or an id that is the number of another.
        id = "\(id)-\(place + 1)"
        while !taken.insert(id).inserted { id += "+" }
      }
      var members: [(String, JSON)] = [
        ("@type", "cr:FileObject"), ("@id", .string("source/" + Percent.uri(id))),
        ("name", .string(id)),
      ]
      if let method = source.method { members.append(("description", .string(method))) }
      members += [
        ("contentUrl", .string(source.location ?? Self.contentName(digest))),
        ("encodingFormat", "application/octet-stream"), ("sha256", .string(digest.hex)),
      ]
      return .object(members)
    }
  }

  private static func contentName(_ digest: Digest) -> String {
    let letters = Base64.text(digest.bytes).map { letter in
      switch letter {
      case "+": "-"
      case "/": "_"
      case "=": ""
      default: String(letter)
      }
    }
    return "ni:///sha-256;" + letters.joined()
  }

  /// As the specification prints it; some readers compare it word by word.
  private static let context: JSON = [
    "@language": "en", "@vocab": "https://schema.org/", "citeAs": "cr:citeAs",
    "column": "cr:column", "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/", "rai": "http://mlcommons.org/croissant/RAI/",
    "data": ["@id": "cr:data", "@type": "@json"],
    "dataType": ["@id": "cr:dataType", "@type": "@vocab"], "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": ["@id": "cr:examples", "@type": "@json"], "extract": "cr:extract",
    "field": "cr:field", "fileProperty": "cr:fileProperty", "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet", "format": "cr:format", "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset", "jsonPath": "cr:jsonPath", "key": "cr:key",
    "md5": "cr:md5", "parentField": "cr:parentField", "path": "cr:path",
    "recordSet": "cr:recordSet", "references": "cr:references", "regex": "cr:regex",
    "repeated": "cr:repeated", "replace": "cr:replace", "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/", "separator": "cr:separator", "source": "cr:source",
    "subField": "cr:subField", "transform": "cr:transform",
  ]
}
