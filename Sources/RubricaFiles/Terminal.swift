internal import Glibc

/// What can be known of the terminal and the environment.
package enum Terminal {
  package static func isTerminal(_ descriptor: CInt) -> Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal on a descriptor.
  package static func width(_ descriptor: CInt) -> Int? {
    var size = winsize()
    // TIOCGWINSZ has no Swift name in Glibc's overlay of asm-generic/ioctls.h.
    guard unsafe ioctl(descriptor, 0x5413, &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  package static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}

/// Input, output and error output of the process.
package enum StandardStreams {
  /// Puts something in the place of those that are closed: else the next file that is opened would become one of
  /// them, and get what is meant for people. What is written to a closed output fails still.
  package static func reserve() {
    for descriptor: CInt in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest number that is free is the one that is missing.
      _ = unsafe open("/dev/null", O_RDONLY)
    }
  }
}
