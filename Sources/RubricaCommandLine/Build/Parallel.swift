internal import Dispatch
internal import RubricaFiles
internal import Synchronization

/// Work on many independent items, on all cores.
enum Parallel {
  /// The results in the order of the items. `finished` is told how many are done.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], finished: @Sendable (Int) -> Void = { _ in },
    _ work: @Sendable (Item) -> Result
  ) -> [Result] {
    map(items, finished: finished, worker: {}) { item, _ in work(item) }
  }

  /// The same with something that each worker has for itself: there are few workers, and many items.
  static func map<Item: Sendable, Result: Sendable, Worker>(
    _ items: [Item], finished: @Sendable (Int) -> Void, worker: @Sendable () -> Worker,
    _ work: @Sendable (Item, Worker) -> Result
  ) -> [Result] {
    let next = Atomic(0)
    let done = Atomic(0)
    let results = Mutex<[(Int, Result)]>([])
    let workers = min(items.count, Processors.count)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      var own: [(Int, Result)] = []
      let worker = worker()
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < items.count else { break }
        own.append((index, work(items[index], worker)))
        finished(done.wrappingAdd(1, ordering: .relaxed).newValue)
      }
      results.withLock { $0.append(contentsOf: own) }
    }
    return results.withLock { $0.sorted { $0.0 < $1.0 }.map(\.1) }
  }
}
