internal import Glibc

/// A program that answers on its output what is asked on its input. One thread at a time may use it, which
/// is what its owners see to (a `Mutex`, or one function that makes and ends it): hence unchecked.
package final class Subprocess: @unchecked Sendable {
  private let process: pid_t
  private var input: CInt
  private let output: CInt
  private var buffer: [UInt8] = []
  private var position = 0
  private var code: Int?

  /// Starts `arguments[0]`, found on the path; what it writes to its error output goes nowhere. Nil if
  /// there is no such program, or it cannot be started.
  package init?(_ arguments: [String]) {
    var toChild: [CInt] = [0, 0]
    var fromChild: [CInt] = [0, 0]
    guard unsafe pipe(&toChild) == 0 else { return nil }
    guard unsafe pipe(&fromChild) == 0 else {
      toChild.forEach { close($0) }
      return nil
    }
    for descriptor in toChild + fromChild { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    guard let identifier = Subprocess.start(arguments, on: (toChild[0], fromChild[1])) else {
      (toChild + fromChild).forEach { close($0) }
      return nil
    }
    close(toChild[0])
    close(fromChild[1])
    process = identifier
    input = toChild[1]
    output = fromChild[0]
  }

  deinit { _ = finish() }

  /// False if the program has gone away. Our own ignores the signal that it would get for that (`main`):
  /// whoever switched it here would switch it for all threads.
  package func write(_ bytes: [UInt8]) -> Bool {
    input >= 0 && (try? FileWriter.write(bytes, to: input)) != nil
  }

  /// Exactly `count` bytes; nil if the output ends before.
  package func read(_ count: Int) -> [UInt8]? {
    while buffer.count - position < count { if !fill() { return nil } }
    defer { position += count }
    return Array(buffer[position..<(position + count)])
  }

  /// Leaves out `count` bytes; false if the output ends before.
  package func skip(_ count: Int) -> Bool {
    var rest = count
    while rest > buffer.count - position {
      rest -= buffer.count - position
      position = buffer.count
      if !fill() { return false }
    }
    position += rest
    return true
  }

  /// The bytes before the next line feed; nil if the output ends before one.
  package func readLine() -> [UInt8]? {
    var scanned = position
    while true {
      if let end = buffer[scanned...].firstIndex(of: 10) {
        defer { position = end + 1 }
        return Array(buffer[position..<end])
      }
      scanned = buffer.count
      let start = position
      if !fill() { return nil }
      scanned -= start - position
    }
  }

  private func fill() -> Bool {
    if position > 1 << 16 {
      buffer.removeFirst(position)
      position = 0
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe Glibc.read(output, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      buffer.append(contentsOf: chunk[..<count])
      return true
    }
  }

  /// Ends its input, reads the rest of its output, and waits for it. The code that it ended with, each time
  /// it is asked; the rest only once.
  package func finish() -> (code: Int, rest: [UInt8]) {
    if let code { return (code, []) }
    close(input)
    input = -1
    while fill() {}
    close(output)
    let code = Self.wait(for: process)
    self.code = code
    return (code, Array(buffer[position...]))
  }

  /// Runs a program that speaks with people itself, on our own terminal, and waits for it. The code that
  /// it ended with; nil if it cannot be started.
  package static func run(_ arguments: [String]) -> Int? {
    start(arguments, on: nil).map { wait(for: $0) }
  }

  /// Starts a program, on our own terminal or on the ends of pipes; nil if it cannot be started.
  private static func start(
    _ arguments: [String], on ends: (input: CInt, output: CInt)?
  ) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    guard unsafe posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    if let ends {
      unsafe posix_spawn_file_actions_adddup2(&actions, ends.input, 0)
      unsafe posix_spawn_file_actions_adddup2(&actions, ends.output, 1)
      unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    }
    var words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    guard let program = unsafe words[0] else { return nil }
    var identifier = pid_t()
    var attributes = Self.attributes
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    let code = unsafe posix_spawnp(&identifier, program, &actions, &attributes, &words, environ)
    return code == 0 ? identifier : nil
  }

  /// What we ignore, the program does not: it may rely on being ended when nobody reads it any more.
  private static var attributes: posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    var signals = sigset_t()
    unsafe posix_spawnattr_init(&attributes)
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    return attributes
  }

  private static func wait(for process: pid_t) -> Int {
    var status: CInt = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(status & 0x7F)
  }

  /// All that a program writes, and the code that it ended with; nil if it cannot be started.
  package static func output(of arguments: [String]) -> (code: Int, output: [UInt8])? {
    guard let program = Subprocess(arguments) else { return nil }
    let result = program.finish()
    return (result.code, result.rest)
  }
}
