internal import Dispatch
internal import RubricaFiles
internal import Synchronization

/// Work on many independent items, on all cores.
enum Parallel {
  /// The results in the order of the items.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ work: @Sendable (Item) -> Result
  ) -> [Result] {
    map(items, batchSize: 1, finished: { _ in }, worker: {}) { batch, _ in batch.map(work) }
  }

  /// The most items of a batch, where the work on several takes less time than on each of them alone.
  private static let mostTogether = 32
  /// How many batches each worker should get at least, so that none is left with the last of the work.
  private static let batchesPerWorker = 4

  /// The results in the order of the items, which come in batches: `work` returns one for each item of its batch.
  /// `finished` is told how many are done. Each worker, of which there are few, has something for itself.
  static func mapBatches<Item: Sendable, Result: Sendable, Worker>(
    _ items: [Item], finished: @Sendable (Int) -> Void, worker: @Sendable () -> Worker,
    _ work: @Sendable (ArraySlice<Item>, Worker) -> [Result]
  ) -> [Result] {
    let fair = items.count / (Machine.processors * batchesPerWorker)
    return map(
      items, batchSize: min(max(fair, 1), mostTogether), finished: finished, worker: worker, work)
  }

  private static func map<Item: Sendable, Result: Sendable, Worker>(
    _ items: [Item], batchSize: Int, finished: @Sendable (Int) -> Void,
    worker: @Sendable () -> Worker, _ work: @Sendable (ArraySlice<Item>, Worker) -> [Result]
  ) -> [Result] {
    let next = Atomic(0)
    let done = Atomic(0)
    let results = Mutex<[(Int, [Result])]>([])
    let batches = (items.count + batchSize - 1) / batchSize
    DispatchQueue.concurrentPerform(iterations: min(batches, Machine.processors)) { _ in
      var own: [(Int, [Result])] = []
      let worker = worker()
      while true {
        let start = next.wrappingAdd(batchSize, ordering: .relaxed).oldValue
        guard start < items.count else { break }
        let batch = items[start..<min(start + batchSize, items.count)]
        own.append((start, work(batch, worker)))
        finished(done.wrappingAdd(batch.count, ordering: .relaxed).newValue)
      }
      results.withLock { $0.append(contentsOf: own) }
    }
    return results.withLock { $0.sorted { $0.0 < $1.0 }.flatMap(\.1) }
  }
}
