/// Why a note, a checkpoint or a proof of a log is not accepted.
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
  case notInLog(index: Int, size: Int)
  case inclusionDiffers(index: Int, size: Int)
  case shrunk(from: Int, to: Int)
  case inconsistent(from: Int, to: Int)

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
    case .notInLog: "log-not-in-log"
    case .inclusionDiffers: "log-inclusion-differs"
    case .shrunk: "log-shrunk"
    case .inconsistent: "log-inconsistent"
    }
  }

  package var message: String {
    switch self {
    case .notANote:
      "this is not a signed note: it must be UTF-8 without control characters, with an empty line "
        + "before its signatures; copy it again"
    case .notASignatureLine(let line):
      "line \(line) is not a signature: write `— NAME BASE64` as the tool that has signed it did"
    case .badName(let name):
      "\(name) cannot be the name of a key: write one without blanks and without `+`"
    case .notSigned(let name):
      "\(name) has not signed this note with the key that is known, so anybody may have written it: "
        + "have it signed"
    case .signatureDiffers(let name):
      "the signature of \(name) does not fit the note, so it was altered: fetch it again"
    case .notEd25519(let type):
      "the key of the log is \(type), and logs are signed with `ssh-ed25519`: use such a key"
    case .notACheckpoint:
      "the note is not a checkpoint: it must have three lines, which are the origin, the count of "
        + "entries and the root"
    case .wrongOrigin(let found, let expected):
      "the checkpoint is of the log \(found), and here \(expected) is needed: use that log's own"
    case .badOrigin(let origin):
      "\(origin) cannot be the name of a log: write one line that is not empty"
    case .badSize(let size):
      "\(size) is not a count of entries: write digits without zeros in front"
    case .badRoot: "the root is not the base64 of 32 bytes: fetch the checkpoint again"
    case .notInLog(let index, let size):
      "there is no entry \(index) among \(size) entries: correct the position"
    case .inclusionDiffers(let index, let size):
      "the proof does not lead from entry \(index) to the root over \(size) entries, so the entry is "
        + "another one than that of the log: fetch entry and proof again"
    case .shrunk(let first, let second):
      "the log had \(first) entries and now has \(second), so entries were taken away: ask who keeps "
        + "the log"
    case .inconsistent(let first, let second):
      "the log of \(second) entries does not begin with the \(first) entries that were seen before, so "
        + "its past was changed: ask who keeps the log"
    }
  }
}
