/// An output tag of the Liquid language, such as `{{ task.input.labels | to_json | escape }}`. Ours
/// alone: authors' words never stand inside one.
package struct Liquid: Sendable {
  enum Source {
    case variable(StaticString)
    case object(S3Location)
  }

  package enum Filter: String, Sendable {
    case toJSON = "to_json"
    case escape
    /// Turns the address of a private object into one that the worker's browser may read.
    case grantReadAccess = "grant_read_access"
  }

  let source: Source
  let filters: [Filter]

  package static func variable(_ path: StaticString, _ filters: Filter...) -> Liquid {
    Liquid(source: .variable(path), filters: filters)
  }

  package static func readable(_ object: S3Location) -> Liquid {
    Liquid(source: .object(object), filters: [.grantReadAccess])
  }
}

/// An address in Amazon S3 whose characters mean nothing to Liquid, HTML or a shell.
package struct S3Location: Sendable, Equatable {
  package let text: String

  /// Nothing, unless it is `s3://`, a bucket and perhaps a folder, without a slash at the end.
  package init?(_ text: String) {
    guard text.hasPrefix("s3://") else { return nil }
    let path = text.utf8.dropFirst(5)
    guard
      let bucket = path.split(
        separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false
      ).first,
      (3...63).contains(bucket.count), bucket.allSatisfy(Self.isInBucketName),
      bucket.first != UInt8(ascii: "."), bucket.first != UInt8(ascii: "-"),
      path.allSatisfy(Self.isHarmless), path.last != UInt8(ascii: "/"), text.utf8.count <= 600
    else { return nil }
    self.text = text
  }

  private init(checked text: String) { self.text = text }

  /// An object below this place. Characters that are not harmless become hyphens.
  package func appending(_ name: String) -> S3Location {
    let bytes = name.utf8.map { Self.isHarmless($0) ? $0 : UInt8(ascii: "-") }
    return S3Location(checked: text + "/" + String(decoding: bytes, as: UTF8.self))
  }

  private static func isInBucketName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "/"): true
    default: isInBucketName(byte)
    }
  }
}

extension HTMLWriter {
  /// An output tag between other content.
  package mutating func liquid(_ expression: Liquid) {
    raw("{{ ")
    switch expression.source {
    case .variable(let path): raw(path)
    case .object(let location):
      raw("'")
      text(location.text)
      raw("'")
    }
    for filter in expression.filters {
      raw(" | ")
      text(filter.rawValue)
    }
    raw(" }}")
  }
}

extension HTMLWriter.Attribute {
  /// An attribute whose value comes when the template is rendered.
  package static func liquid(_ name: StaticString, _ expression: Liquid) -> Self {
    Self(name, .liquid(expression))
  }
}
