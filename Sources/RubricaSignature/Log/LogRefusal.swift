/// Why a note or a checkpoint of a log is not accepted.
package enum LogRefusal: Refusal, Equatable {
  case notANote
  case notASignatureLine(Int)
  case badName(String)
  case notSigned(name: String)
  case signatureDiffers(name: String)
  case notEd25519(String)
  case notACheckpoint
  case wrongOrigin(found: String, expected: String)
  case badOrigin(String)
  case badSize(String)
  case badRoot

  package var code: String {
    switch self {
    case .notANote: "log-not-a-note"
    case .notASignatureLine: "log-not-a-signature-line"
    case .badName: "log-bad-name"
    case .notSigned: "log-not-signed"
    case .signatureDiffers: "log-signature-differs"
    case .notEd25519: "log-not-ed25519"
    case .notACheckpoint: "log-not-a-checkpoint"
    case .wrongOrigin: "log-wrong-origin"
    case .badOrigin: "log-bad-origin"
    case .badSize: "log-bad-size"
    case .badRoot: "log-bad-root"
    }
  }

  package var message: String {
    switch self {
    case .notANote:
      "this is not a signed note: it must be UTF-8 without control characters, with an empty line "
        + "before its signatures; copy it again"
    case .notASignatureLine(let line):
      "line \(line) is not a signature: write `— NAME BASE64` exactly as the signing tool wrote it"
    case .badName(let name):
      "\(name) cannot be the name of a key: use a name without spaces and without `+`"
    case .notSigned(let name):
      "\(name) did not sign this note with the known key, so anybody may have written it: "
        + "have the note signed"
    case .signatureDiffers(let name):
      "the signature of \(name) does not match the note, so the note was altered: fetch it again"
    case .notEd25519(let type):
      "the key of the log is \(type), but logs are signed with `ssh-ed25519`: use a key of that type"
    case .notACheckpoint:
      "the note is not a checkpoint: it must have three lines: the origin, the number of "
        + "entries and the root"
    case .wrongOrigin(let found, let expected):
      "the checkpoint is for the log \(found), but \(expected) is needed: use the checkpoint of that log"
    case .badOrigin(let origin):
      "\(origin) cannot be the name of a log: use one line that is not empty"
    case .badSize(let size):
      "\(size) is not a number of entries: write digits without leading zeros"
    case .badRoot: "the root is not the base64 of 32 bytes: fetch the checkpoint again"
    }
  }
}
