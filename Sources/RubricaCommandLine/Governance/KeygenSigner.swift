internal import RubricaFiles
internal import RubricaGovernance
internal import RubricaSource

/// Has `ssh-keygen` sign, which knows agents, hardware keys and passphrases, and asks people itself.
enum KeygenSigner {
  static func sign(_ statement: [UInt8], key: String) throws(Failure) -> [UInt8] {
    let base = Terminal.environment("TMPDIR") ?? "/tmp"
    do {
      let folder = try Folder.makeNew("\(base)/rubrica-sign", isPrivate: true)
      defer { Folder.remove(folder) }
      let file = folder + "/statement"
      try FileWriter.write(statement, to: file)
      let code = Subprocess.run([
        "ssh-keygen", "-q", "-Y", "sign", "-n", SignOff.namespace, "-f", key, file,
      ])
      guard let code else {
        throw Failure(
          "`ssh-keygen` cannot be started",
          help: "It is part of OpenSSH: `apt install openssh-client`.")
      }
      guard code == 0 else {
        throw Failure(
          "`ssh-keygen` did not sign (exit code \(code)); see its message above",
          help:
            "Check that `\(key)` is your private key, or the public half of a key in your agent.")
      }
      guard !FileStamp.isAbsent(file + ".sig") else {
        throw Failure(
          "`ssh-keygen` ended well and did not sign",
          help: "Is it that of OpenSSH? `command -v ssh-keygen` says which one is run.")
      }
      return try DiskFiles(root: "").read(file + ".sig", limit: 1 << 20)
    } catch let failure as Failure {
      throw failure
    } catch let problem as FileProblem {
      throw Failure(problem, at: base, doing: "write into")
    } catch {
      throw Failure("\(error)")
    }
  }
}
