/// Why a file is not taken as a key that can sign.
package enum PrivateKeyRefusal: Refusal, Equatable {
  case notAPrivateKey
  case notBase64
  case encrypted
  case severalKeys
  case notEd25519(String)
  case damaged
  case key(SignatureRefusal)

  package var code: String {
    switch self {
    case .notAPrivateKey: "private-key-not-openssh"
    case .notBase64: "private-key-not-base64"
    case .encrypted: "private-key-encrypted"
    case .severalKeys: "private-key-several"
    case .notEd25519: "private-key-not-ed25519"
    case .damaged: "private-key-damaged"
    case .key(let refusal): refusal.code
    }
  }

  package var message: String {
    switch self {
    case .notAPrivateKey:
      "this is not a private key of OpenSSH: make one with `ssh-keygen -t ed25519 -N ''`"
    case .notBase64:
      "what stands between the first and the last line is not base64, so it was cut or edited: copy "
        + "it again"
    case .encrypted:
      "the private key is encrypted, and nobody is asked for a passphrase here: use an unencrypted "
        + "file that only this job can read, or sign with `ssh-keygen -Y sign` and an agent"
    case .severalKeys: "the file does not hold one key but several: make a file for each"
    case .notEd25519(let type):
      "the private key is \(type), and only Ed25519 signs here: make one with `ssh-keygen -t ed25519`"
    case .damaged:
      "the parts of the private key do not fit each other, so it was altered: copy it again"
    case .key(let refusal): refusal.message
    }
  }
}
