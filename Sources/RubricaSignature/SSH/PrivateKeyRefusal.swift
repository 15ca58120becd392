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
      "this is not an OpenSSH private key: make one with `ssh-keygen -t ed25519 -N ''`"
    case .notBase64:
      "the text between the first and the last line is not base64, so it was cut or edited: copy "
        + "it again"
    case .encrypted:
      "the private key is encrypted, and rubrica does not ask for passphrases: seals are made with a key of the "
        + "machine that releases, in an unencrypted file that only this job can read; make one with "
        + "`ssh-keygen -t ed25519 -N ''`"
    case .severalKeys: "the file contains several keys: make one file for each key"
    case .notEd25519(let type):
      "the private key is \(type), but only Ed25519 can sign here: make one with `ssh-keygen -t ed25519`"
    case .damaged:
      "the parts of the private key do not match, so it was altered: copy it again"
    case .key(let refusal): refusal.message
    }
  }
}
