/// Why a file of allowed signers or revoked keys is not accepted. A file with one bad line is refused
/// as a whole: a line that is skipped could be the one that takes a right away.
package struct SignerFileRefusal: Refusal, Equatable {
  package enum File: Hashable, Sendable {
    case allowedSigners
    case revokedKeys
  }

  package enum Reason: Equatable, Sendable {
    case notUTF8
    case binaryRevocationList
    case unclosedQuote
    case noKey
    case key(SignatureRefusal)
    case principalCharacters(String)
    case principalPattern(String)
    case principalCase(String, other: String)
    case keyOfTwo(principal: String, other: String, line: Int)
    case unknownOption(String)
    case certificateAuthority
    case optionTwice(String)
    case optionWithoutQuotes(String)
    case namespacePattern(String)
    case emptyNamespaces
    case localTime(String)
    case notATime(String)
    case emptyWindow
    case revokedFrom(String)
    case revokedFromTwice(String)
  }

  package let file: File
  /// The first line is 1.
  package let line: Int
  /// The bytes of the file that it is about.
  package let range: Range<Int>
  package let reason: Reason

  package var code: String {
    switch reason {
    case .notUTF8: "signers-not-utf8"
    case .binaryRevocationList: "signers-binary-revocation-list"
    case .unclosedQuote: "signers-unclosed-quote"
    case .noKey: "signers-no-key"
    case .key(let refusal): refusal.code
    case .principalCharacters: "signers-principal-characters"
    case .principalPattern: "signers-principal-pattern"
    case .principalCase: "signers-principal-case"
    case .keyOfTwo: "signers-key-of-two"
    case .unknownOption: "signers-unknown-option"
    case .certificateAuthority: "signers-certificate-authority"
    case .optionTwice: "signers-option-twice"
    case .optionWithoutQuotes: "signers-option-without-quotes"
    case .namespacePattern: "signers-namespace-pattern"
    case .emptyNamespaces: "signers-empty-namespaces"
    case .localTime: "signers-local-time"
    case .notATime: "signers-not-a-time"
    case .emptyWindow: "signers-empty-window"
    case .revokedFrom: "signers-revoked-from"
    case .revokedFromTwice: "signers-revoked-from-twice"
    }
  }

  package var message: String {
    switch reason {
    case .notUTF8:
      "this is not UTF-8, so programs could read it differently: save the file as UTF-8"
    case .binaryRevocationList:
      "this is a revocation list in the binary format of `ssh-keygen -k`: write one public key on each "
        + "line instead, so that people can see which keys are revoked"
    case .unclosedQuote: "a quote is not closed on this line: close it"
    case .noKey:
      "a key is missing on this line: write its type and its base64, as in the `.pub` file"
    case .key(let refusal): refusal.message
    case .principalCharacters(let name):
      "\(name) contains characters other than letters a to z, digits and `.@_+-`, and letters of other "
        + "scripts can look the same: use only these characters"
    case .principalPattern(let name):
      "\(name) is a pattern, which can match people who are not listed: write each "
        + "signer by name"
    case .principalCase(let name, let other):
      "`\(name)` and `\(other)` differ only in upper and lower case, so one person could count "
        + "twice: write both the same way"
    case .keyOfTwo(let principal, let other, let line):
      "`\(principal)` has the key that `\(other)` has on line \(line), so one person could count "
        + "twice: give each person a key of their own, and one name"
    case .unknownOption(let name):
      "the option \(name) is unknown, and it may be meant as a restriction: use "
        + "`namespaces=`, `valid-after=` and `valid-before=`"
    case .certificateAuthority:
      "`cert-authority` lets a certificate authority decide who signs: list each person's own key"
    case .optionTwice(let name): "the option `\(name)` occurs twice on this line: keep one"
    case .optionWithoutQuotes(let name):
      "the value of `\(name)` has no quotes around it, which OpenSSH refuses: write `\(name)=\"…\"`"
    case .namespacePattern(let name):
      "\(name) is not the name of one namespace: write namespaces in full, separated by commas"
    case .emptyNamespaces: "`namespaces` is empty, so the key cannot be used: name one"
    case .localTime(let text):
      "\(text) is in the time zone of the machine that checks, so a key could be valid on one machine and "
        + "not on another: add `Z` at the end for UTC"
    case .notATime(let text):
      "\(text) is not a time: write `20261124Z`, `202611241000Z` or `20261124100000Z`"
    case .emptyWindow:
      "`valid-before` is not later than `valid-after`, so the key is never valid: correct one of the dates"
    case .revokedFrom(let text):
      "\(text) does not say from which entry on the key is revoked: write `from=` and `LOG:POSITION` with "
        + "commas between them, or nothing to revoke it for all entries"
    case .revokedFromTwice(let log): "the log \(log) is named twice here: keep one"
    }
  }
}
