/// The innermost part of a signature: the numbers, and what a security key adds to them.
enum SignatureProof: Hashable, Sendable {
  /// 64 bytes.
  case ed25519([UInt8])
  /// The 32 bytes of r and the 32 of s.
  case p256([UInt8])
  case securityEd25519([UInt8], SecurityKeyData)
  case securityP256([UInt8], SecurityKeyData)
  case webAuthn([UInt8], SecurityKeyData, WebAuthnData)

  private static let webAuthnType = "webauthn-sk-ecdsa-sha2-nistp256@openssh.com"

  /// Refuses a signature of another algorithm than that of the key.
  init(_ blob: ArraySlice<UInt8>, by key: PublicKey) throws(SignatureRefusal) {
    var reader = WireReader(blob, "the innermost part of the signature")
    let type = try reader.string()
    func isType(_ name: String) -> Bool { type.elementsEqual(name.utf8) }
    switch key.kind {
    case .ed25519 where isType(key.kind.type):
      self = .ed25519(try Self.ed25519(&reader))
    case .p256 where isType(key.kind.type):
      self = .p256(try Self.p256(&reader))
    case .securityEd25519 where isType(key.kind.type):
      let signature = try Self.ed25519(&reader)
      self = .securityEd25519(signature, try SecurityKeyData(&reader))
    case .securityP256 where isType(key.kind.type):
      let signature = try Self.p256(&reader)
      self = .securityP256(signature, try SecurityKeyData(&reader))
    case .securityP256 where isType(Self.webAuthnType):
      let signature = try Self.p256(&reader)
      let data = try SecurityKeyData(&reader)
      self = .webAuthn(signature, data, try WebAuthnData(&reader))
    default:
      throw .algorithmDiffers(key: key.kind.type, signature: shown(type))
    }
    try reader.end()
  }

  func verify(_ signed: [UInt8], by key: PublicKey) throws(SignatureRefusal) {
    let holds: Bool
    switch (self, key.kind) {
    case (.ed25519(let signature), .ed25519(let key)):
      holds = isSigned(signed, ed25519: key, signature)
    case (.p256(let signature), .p256(let point)):
      holds = isSigned(signed, p256: point, signature)
    case (.securityEd25519(let signature, let data), .securityEd25519(let key, let application)):
      try data.requirePresence()
      holds = isSigned(
        data.signed(application, [], sha256(signed)), ed25519: key, signature)
    case (.securityP256(let signature, let data), .securityP256(let point, let application)):
      try data.requirePresence()
      holds = isSigned(data.signed(application, [], sha256(signed)), p256: point, signature)
    case (.webAuthn(let signature, let data, let web), .securityP256(let point, let application)):
      try data.requirePresence()
      try web.require(signed, data)
      holds = isSigned(
        data.signed(application, web.extensions, sha256(web.clientData)), p256: point, signature)
    default:
      throw .algorithmDiffers(key: key.kind.type, signature: shown(type.utf8))
    }
    guard holds else { throw .notSignedByKey }
  }

  var blob: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(wire: type.utf8)
    switch self {
    case .ed25519(let signature): bytes.append(wire: signature)
    case .p256(let numbers): bytes.append(wire: Self.pair(numbers))
    case .securityEd25519(let signature, let data):
      bytes.append(wire: signature)
      data.append(to: &bytes)
    case .securityP256(let numbers, let data):
      bytes.append(wire: Self.pair(numbers))
      data.append(to: &bytes)
    case .webAuthn(let numbers, let data, let web):
      bytes.append(wire: Self.pair(numbers))
      data.append(to: &bytes)
      bytes.append(wire: web.origin)
      bytes.append(wire: web.clientData)
      bytes.append(wire: web.extensions)
    }
    return bytes
  }

  private var type: String {
    switch self {
    case .ed25519: PublicKey.Kind.ed25519([]).type
    case .p256: PublicKey.Kind.p256([]).type
    case .securityEd25519: PublicKey.Kind.securityEd25519([], application: []).type
    case .securityP256: PublicKey.Kind.securityP256([], application: []).type
    case .webAuthn: Self.webAuthnType
    }
  }

  private static func ed25519(_ reader: inout WireReader) throws(SignatureRefusal) -> [UInt8] {
    let signature = try reader.string()
    guard signature.count == 64 else {
      throw .wrongLength(part: "the number of the signature", expected: 64, found: signature.count)
    }
    return Array(signature)
  }

  private static func p256(_ reader: inout WireReader) throws(SignatureRefusal) -> [UInt8] {
    var pair = WireReader(try reader.string(), "the pair of numbers of the signature")
    let r = try pair.number()
    let s = try pair.number()
    try pair.end()
    return r + s
  }

  /// Two numbers, each with a zero in front if it would be negative otherwise.
  private static func pair(_ numbers: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    for half in [numbers.prefix(32), numbers.suffix(32)] {
      let digits = half.drop { $0 == 0 }
      bytes.append(wire: (digits.first ?? 0x80) >= 0x80 ? [0] + digits : Array(digits))
    }
    return bytes
  }
}
