internal import RubricaFiles
internal import Synchronization

/// `compiling 120 of 1000`, on a terminal, ten times a second, once work takes longer than that.
final class ProgressLine: Sendable {
  private let console: Console
  private let verb: String
  private let last: Mutex<Double>

  init(_ console: Console, verb: String) {
    self.console = console
    self.verb = verb
    last = Mutex(Machine.secondsRunning + 0.2)
  }

  func show(_ done: Int, of total: Int) {
    guard console.showsProgress else { return }
    let now = Machine.secondsRunning
    let isDue = last.withLock { last in
      guard now - last > 0.1 else { return false }
      last = now
      return true
    }
    if isDue { console.progress("\(verb) \(done) of \(total)") }
  }

  func clear() { console.progress(nil) }
}
