internal import RubricaSource

/// A public key as OpenSSH writes it.
package struct PublicKey: Hashable, Sendable {
  /// What the key is; the bytes are those of the key itself.
  package enum Kind: Hashable, Sendable {
    /// 32 bytes.
    case ed25519([UInt8])
    /// An uncompressed point of P-256: 4 and two numbers of 32 bytes.
    case p256([UInt8])
    /// A key inside a security key; the application is also the relying party of WebAuthn.
    case securityEd25519([UInt8], application: [UInt8])
    case securityP256([UInt8], application: [UInt8])

    package var type: String {
      switch self {
      case .ed25519: "ssh-ed25519"
      case .p256: "ecdsa-sha2-nistp256"
      case .securityEd25519: "sk-ssh-ed25519@openssh.com"
      case .securityP256: "sk-ecdsa-sha2-nistp256@openssh.com"
      }
    }
  }

  package let kind: Kind

  /// The Ed25519 key of 32 bytes; nil for any other number of bytes.
  package init?(ed25519 key: [UInt8]) {
    guard key.count == 32 else { return nil }
    kind = .ed25519(key)
  }

  /// The binary form, which is also what stands behind the type in a `.pub` file as base64.
  package init(blob: some Collection<UInt8>) throws(SignatureRefusal) {
    var reader = WireReader(ArraySlice(Array(blob)), "the public key")
    let type = try reader.string()
    switch String(decoding: type, as: UTF8.self) {
    case "ssh-ed25519":
      kind = .ed25519(try Self.ed25519(&reader))
    case "ecdsa-sha2-nistp256":
      kind = .p256(try Self.p256(&reader))
    case "sk-ssh-ed25519@openssh.com":
      let key = try Self.ed25519(&reader)
      kind = .securityEd25519(key, application: Array(try reader.string()))
    case "sk-ecdsa-sha2-nistp256@openssh.com":
      let key = try Self.p256(&reader)
      kind = .securityP256(key, application: Array(try reader.string()))
    case let other:
      throw Self.unsupported(other)
    }
    try reader.end()
  }

  /// `ssh-ed25519 AAAA… comment`, one line without its end.
  package init(line: some Collection<UInt8>) throws(SignatureRefusal) {
    let words = line.split(
      maxSplits: 2, omittingEmptySubsequences: true,
      whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == 13 })
    guard let type = words.first, words.count > 1 else { throw .notAKeyLine }
    let name = String(decoding: type, as: UTF8.self)
    guard let blob = Base64.decode(words[1]) else {
      if Self.isUnsupported(name) { throw Self.unsupported(name) }
      throw .notAKeyLine
    }
    try self.init(blob: blob)
    guard name == kind.type else {
      throw .keyTypeDiffers(line: shown(name.utf8), key: kind.type)
    }
  }

  package var blob: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(wire: kind.type.utf8)
    switch kind {
    case .ed25519(let key): bytes.append(wire: key)
    case .p256(let point):
      bytes.append(wire: "nistp256".utf8)
      bytes.append(wire: point)
    case .securityEd25519(let key, let application):
      bytes.append(wire: key)
      bytes.append(wire: application)
    case .securityP256(let point, let application):
      bytes.append(wire: "nistp256".utf8)
      bytes.append(wire: point)
      bytes.append(wire: application)
    }
    return bytes
  }

  /// The line of a `.pub` file, without a comment and without a line end.
  package var line: String { kind.type + " " + Base64.text(blob) }

  /// `SHA256:` and 43 letters, as `ssh-keygen -l` prints it.
  package var fingerprint: String {
    let text = Base64.text(sha256(blob))
    return "SHA256:" + text.prefix { $0 != "=" }
  }

  private static func ed25519(_ reader: inout WireReader) throws(SignatureRefusal) -> [UInt8] {
    let key = try reader.string()
    guard key.count == 32 else {
      throw .wrongLength(part: "the public key", expected: 32, found: key.count)
    }
    return Array(key)
  }

  private static func p256(_ reader: inout WireReader) throws(SignatureRefusal) -> [UInt8] {
    let curve = try reader.string()
    guard curve.elementsEqual("nistp256".utf8) else { throw .otherCurve(shown(curve)) }
    let point = Array(try reader.string())
    guard point.count == 65 else {
      throw .wrongLength(part: "the public key", expected: 65, found: point.count)
    }
    guard isPointOfP256(point) else { throw .invalidPoint }
    return point
  }

  /// Kinds that OpenSSH has and that are told apart here, so that each gets an answer of its own.
  private static func unsupported(_ type: String) -> SignatureRefusal {
    let words = shown(type.utf8)
    return if type.hasSuffix("-cert-v01@openssh.com") {
      .certificate(words)
    } else if type == "ssh-rsa" || type == "rsa-sha2-256" || type == "rsa-sha2-512" {
      .rsaKey
    } else if type == "ssh-dss" {
      .dsaKey
    } else if type.hasPrefix("ecdsa-sha2-") {
      .otherCurve(words)
    } else {
      .unknownKeyType(words)
    }
  }

  private static func isUnsupported(_ type: String) -> Bool {
    if case .unknownKeyType = unsupported(type) { return false }
    return type != "ecdsa-sha2-nistp256"
  }
}
