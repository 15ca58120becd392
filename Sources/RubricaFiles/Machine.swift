internal import Glibc

/// What can be known of the machine that the program runs on.
package enum Machine {
  /// Seconds on a clock that never goes back.
  package static var secondsRunning: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The machine's clock, in UTC.
  package static var secondsSince1970: Int { Glibc.time(nil) }

  /// Who runs the program.
  package static var userID: Int { Int(geteuid()) }

  /// Processors that this process may use.
  package static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
