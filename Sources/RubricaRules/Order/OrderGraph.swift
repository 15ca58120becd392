internal import RubricaModel
internal import RubricaSource

/// Which label goes before which: what the precedence says, and what sentences claim. Labels and the
/// gaps between the entries of the precedence are numbers, so that an entry of many labels above
/// another of many costs their sum and not their product.
struct OrderGraph {
  /// One label before the next, around a circle.
  struct Step {
    let winner: String
    let loser: String
    /// Where a sentence says so; nil if the precedence does.
    let claim: Span?
  }

  private struct Edge {
    let target: Int
    let claim: Int?
  }

  private let claims: [OrderClaim]
  /// The label of each node; nil for a gap.
  private var names: [String?] = []
  private var nodes: [String: Int] = [:]
  private var edges: [[Edge]] = []

  /// - Parameter claims: those that contradict neither the precedence nor one another.
  init(ranks: [String: (rank: Int, place: Span)], claims: [OrderClaim]) {
    self.claims = claims
    for (number, claim) in claims.enumerated() {
      edges[node(claim.winner)].append(Edge(target: node(claim.loser), claim: number))
    }
    var gap: Int?
    var rank: Int?
    let ranked = ranks.map { (rank: $0.value.rank, name: $0.key) }.sorted { $0 < $1 }
    var upper: [Int] = []
    for (next, name) in ranked {
      let node = node(name)
      if next != rank, rank != nil {
        let new = add(nil)
        for label in upper { edges[label].append(Edge(target: new, claim: nil)) }
        gap = new
        upper = []
      }
      rank = next
      upper.append(node)
      if let gap { edges[gap].append(Edge(target: node, claim: nil)) }
    }
  }

  private mutating func node(_ name: String) -> Int {
    if let node = nodes[name] { return node }
    let node = add(name)
    nodes[name] = node
    return node
  }

  private mutating func add(_ name: String?) -> Int {
    names.append(name)
    edges.append([])
    return names.count - 1
  }

  /// One circle of each set of labels that go before one another, in the order of their last claims:
  /// the shortest one that this claim closes, beginning with it.
  func circles() -> [[Step]] {
    let components = components()
    var last: [Int: Int] = [:]
    for (number, claim) in claims.enumerated() {
      guard let winner = nodes[claim.winner], let loser = nodes[claim.loser],
        components[winner] == components[loser]
      else { continue }
      last[components[winner]] = number
    }
    return last.values.sorted().map { circle(closedBy: $0, components) }
  }

  /// Breadth-first from the loser of a claim to its winner, within their component.
  private func circle(closedBy number: Int, _ components: [Int]) -> [Step] {
    let closing = claims[number]
    guard let start = nodes[closing.loser], let goal = nodes[closing.winner] else { return [] }
    var back: [Int: (node: Int, claim: Int?)] = [:]
    var queue = [start]
    var head = 0
    while head < queue.count, back[goal] == nil {
      let node = queue[head]
      head += 1
      for edge in edges[node]
      where components[edge.target] == components[start] && edge.target != start
        && back[edge.target] == nil
      {
        back[edge.target] = (node, edge.claim)
        queue.append(edge.target)
      }
    }
    var steps: [Step] = []
    var node = goal
    while node != start, let step = back[node] {
      var from = step.node
      // Entries of the precedence that follow one another are one step.
      if step.claim == nil {
        while let earlier = back[from], earlier.claim == nil { from = earlier.node }
      }
      steps.append(
        Step(
          winner: names[from] ?? "", loser: names[node] ?? "",
          claim: step.claim.map { claims[$0].place }))
      node = from
    }
    let first = Step(winner: closing.winner, loser: closing.loser, claim: closing.place)
    return [first] + steps.reversed()
  }

  /// The strongly connected component of each node (Tarjan's algorithm with its own stack: a chain
  /// of labels may be longer than the thread's).
  private func components() -> [Int] {
    var component = [Int](repeating: -1, count: names.count)
    var order = component
    var low = component
    var open: [Int] = []
    var calls: [(node: Int, edge: Int)] = []
    var count = 0
    for root in names.indices where order[root] < 0 {
      calls.append((root, 0))
      while let (node, edge) = calls.popLast() {
        if edge == 0 {
          order[node] = count
          low[node] = count
          count += 1
          open.append(node)
        } else {
          low[node] = min(low[node], low[edges[node][edge - 1].target])
        }
        var next = edge
        var child: Int?
        while next < edges[node].count, child == nil {
          let target = edges[node][next].target
          next += 1
          if order[target] < 0 {
            child = target
          } else if component[target] < 0 {
            low[node] = min(low[node], order[target])
          }
        }
        if let child {
          calls.append((node, next))
          calls.append((child, 0))
        } else if low[node] == order[node] {
          while let member = open.popLast() {
            component[member] = node
            if member == node { break }
          }
        }
      }
    }
    return component
  }
}
