internal import RubricaSource

/// What a security key signs beside the text.
struct SecurityKeyData: Hashable, Sendable {
  private let flags: UInt8
  private let counter: UInt32

  private static let userPresent: UInt8 = 0x01
  private static let attestedData: UInt8 = 0x40
  private static let extensionData: UInt8 = 0x80

  init(_ reader: inout WireReader) throws(SignatureRefusal) {
    flags = try reader.byte()
    counter = try reader.uint32()
  }

  func append(to bytes: inout [UInt8]) {
    bytes.append(flags)
    bytes.append(wire: counter)
  }

  /// `ssh-keygen -Y verify` does not ask for this; who signs off must have been there.
  func requirePresence() throws(SignatureRefusal) {
    guard flags & Self.userPresent != 0 else { throw .userNotPresent }
  }

  func requireExtensions(_ extensions: [UInt8]) throws(SignatureRefusal) {
    guard flags & Self.attestedData == 0,
      (flags & Self.extensionData != 0) == !extensions.isEmpty
    else { throw .webAuthnFlags }
  }

  /// The bytes that the security key has signed.
  func signed(_ application: [UInt8], _ extensions: [UInt8], _ digest: [UInt8]) -> [UInt8] {
    var bytes = sha256(application)
    append(to: &bytes)
    return bytes + extensions + digest
  }
}

/// What a browser adds: the page that asked, and the text inside of JSON that the browser has made.
struct WebAuthnData: Hashable, Sendable {
  let origin: [UInt8]
  let clientData: [UInt8]
  let extensions: [UInt8]

  init(_ reader: inout WireReader) throws(SignatureRefusal) {
    origin = Array(try reader.string())
    clientData = Array(try reader.string())
    extensions = Array(try reader.string())
  }

  /// The beginning of the JSON is fixed by the specification of WebAuthn, so it is compared and not
  /// parsed.
  func require(_ signed: [UInt8], _ data: SecurityKeyData) throws(SignatureRefusal) {
    guard !origin.contains(UInt8(ascii: "\"")) else { throw .webAuthnOrigin }
    try data.requireExtensions(extensions)
    var expected = Array("{\"type\":\"webauthn.get\",\"challenge\":\"".utf8)
    expected.append(contentsOf: Self.base64URL(signed))
    expected.append(contentsOf: "\",\"origin\":\"".utf8)
    expected.append(contentsOf: origin)
    expected.append(UInt8(ascii: "\""))
    guard clientData.starts(with: expected) else { throw .webAuthnClientData }
  }

  private static func base64URL(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    Base64.append(bytes, to: &text)
    return text.compactMap { byte in
      switch byte {
      case UInt8(ascii: "+"): UInt8(ascii: "-")
      case UInt8(ascii: "/"): UInt8(ascii: "_")
      case UInt8(ascii: "="): nil
      default: byte
      }
    }
  }
}
