import Foundation

/// The program of OpenSSH that signs and verifies, in a folder of its own.
final class SSHKeygen {
  static let path = ["/usr/bin/ssh-keygen", "/usr/local/bin/ssh-keygen"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  static var isInstalled: Bool { path != nil }

  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "/rubrica-signatures-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  func read(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
  }

  /// Runs the program and returns its exit status.
  @discardableResult
  func run(_ arguments: [String], input: String? = nil) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.path ?? "")
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput =
      try input.map { try FileHandle(forReadingFrom: URL(fileURLWithPath: folder + "/" + $0)) }
      ?? FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Makes a key without a passphrase, unless one is given, and returns the line of its `.pub` file.
  func makeKey(_ name: String, _ type: [String], passphrase: String = "") throws -> String {
    try run(["-q", "-t"] + type + ["-N", passphrase, "-C", name, "-f", name])
    let line = String(decoding: try read(name + ".pub"), as: UTF8.self)
    return line.split(separator: " ").prefix(2).joined(separator: " ")
  }

  /// The signature file of a message.
  func sign(_ message: [UInt8], key: String, namespace: String, options: [String] = []) throws
    -> [UInt8]
  {
    try write("message", message)
    try? FileManager.default.removeItem(atPath: folder + "/message.sig")
    try run(["-Y", "sign", "-f", key, "-n", namespace] + options + ["message"])
    return try read("message.sig")
  }

  /// Whether the program accepts a signature.
  func accepts(_ question: Question) throws -> Bool {
    try write("asked", question.message)
    try write("asked.sig", question.signature)
    try write("allowed", Array(question.allowedSigners.utf8))
    try write("revoked", Array(question.revokedKeys.utf8))
    let time = question.signedAt.filter { $0.isNumber } + "Z"
    return try run(
      [
        "-Y", "verify", "-f", "allowed", "-I", question.principal, "-n", question.namespace, "-s",
        "asked.sig", "-O", "verify-time=\(time)",
      ] + (question.revokedKeys.isEmpty ? [] : ["-r", "revoked"]), input: "asked") == 0
  }
}
