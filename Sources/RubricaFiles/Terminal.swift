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

  /// Seconds on a clock that never goes back.
  package static var seconds: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The machine's clock, in UTC.
  package static var secondsSince1970: Int { Glibc.time(nil) }

  package static var processID: Int { Int(getpid()) }

  /// A path without links and dots; nil if there is nothing there.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}

/// The machine.
package enum Processors {
  /// Processors that this process may use.
  package static var count: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
