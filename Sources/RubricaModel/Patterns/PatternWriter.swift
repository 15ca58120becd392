/// Turns the tree of a pattern into steps.
struct PatternWriter {
  private(set) var steps: [Pattern.Step] = []
  private let limit: Int
  private let length: Int
  /// Nodes written: an empty group repeated writes no step, but takes time.
  private var work = 0

  init(limit: Int, length: Int) {
    self.limit = limit
    self.length = length
  }

  mutating func write(_ node: PatternNode) throws(PatternProblem) {
    work += 1
    guard steps.count < limit, work < limit * 4 else {
      throw PatternProblem(
        message: "the pattern is too large: repeat less, or compare a smaller part",
        range: 0..<length)
    }
    switch node {
    case .set(let set): steps.append(.read(set))
    case .sequence(let nodes): for node in nodes { try write(node) }
    case .choice(let branches): try write(branches)
    case .repeated(let node, let least, let most):
      for _ in 0..<least { try write(node) }
      guard let most else { return try writeLoop(node) }
      var forks: [Int] = []
      for _ in least..<max(most, least) {
        forks.append(steps.count)
        steps.append(.accept)
        try write(node)
      }
      for fork in forks { steps[fork] = .fork(fork + 1, steps.count) }
    }
  }

  private mutating func writeLoop(_ node: PatternNode) throws(PatternProblem) {
    let fork = steps.count
    steps.append(.accept)
    try write(node)
    steps.append(.jump(fork))
    steps[fork] = .fork(fork + 1, steps.count)
  }

  private mutating func write(_ branches: [PatternNode]) throws(PatternProblem) {
    var ends: [Int] = []
    for (number, branch) in branches.enumerated() {
      guard number + 1 < branches.count else {
        try write(branch)
        break
      }
      let fork = steps.count
      steps.append(.accept)
      try write(branch)
      ends.append(steps.count)
      steps.append(.accept)
      steps[fork] = .fork(fork + 1, steps.count)
    }
    for end in ends { steps[end] = .jump(steps.count) }
  }
}
