/// How often parts of matrix chains occur, read either way, so that an order of multiplication can keep them whole.
struct SharedChains: Sendable {
  private static let longestChain = 12
  private var counts: [[UInt64]: Int] = [:]
  private var uses: [Node: Int] = [:]
  private var diagonalUses: [Node: Int] = [:]

  init(_ nodes: [Node], in store: Store) {
    for node in nodes {
      let record = store[node]
      for operand in record.operands { uses[operand, default: 0] += 1 }
      if record.operation == .diagonal || record.operation == .trace {
        diagonalUses[record.operands[0], default: 0] += 1
      }
      guard record.operation == .product, record.count <= Self.longestChain else { continue }
      for first in 0..<Int(record.count) {
        for last in (first + 1)..<max(first + 2, Int(record.count) + 1) where last - first >= 2 {
          counts[Self.key(record.operands[first..<last], store), default: 0] += 1
        }
      }
    }
  }

  /// Whether a matrix is used more than once, or is not only multiplied.
  func isKept(_ node: Node) -> Bool { uses[node, default: 0] > 1 }

  /// Whether nothing but a matrix's diagonal is asked for.
  func isDiagonalAlone(_ node: Node) -> Bool { uses[node] != nil && uses[node] == diagonalUses[node] }

  func count(_ factors: Slice<UnsafeBufferPointer<Node>>, _ store: Store) -> Int {
    counts[Self.key(factors, store)] ?? 1
  }

  /// The chain and its transpose have one key.
  private static func key(_ factors: Slice<UnsafeBufferPointer<Node>>, _ store: Store) -> [UInt64] {
    let plain = factors.map { factor in
      store.operation(factor) == .transpose
        ? UInt64(store.operands(factor)[0].index) << 1 | 1 : UInt64(factor.index) << 1
    }
    let turned = plain.reversed().map { $0 ^ 1 }
    return plain.lexicographicallyPrecedes(turned) ? plain : turned
  }
}

/// The cheapest order in which a chain of factors is multiplied (Cormen et al., Introduction to Algorithms, 15.2).
struct ChainSplits {
  private let factors: [PlanTerm]
  private var splits: [[Int]]

  init(
    _ factors: [PlanTerm], in graph: PlanGraph, shared: SharedChains, node: Node, isDiagonalAlone: Bool, _ store: Store
  ) {
    self.factors = factors
    let count = factors.count
    splits = Array(repeating: Array(repeating: 0, count: count), count: count)
    var costs = Array(repeating: Array(repeating: 0.0, count: count), count: count)
    let operands = store.operands(node)
    let sizes = [graph.rows(factors[0])] + factors.map { graph.columns($0) }
    for length in 1..<count {
      for first in 0..<(count - length) {
        let last = first + length
        var best = Double.infinity
        for split in first..<last {
          let multiplication =
            length == 1
            ? Self.cost(factors[first], factors[last], in: graph)
            : Self.cost(sizes[first], sizes[split + 1], sizes[last + 1])
          let structured = Self.structuredCost(
            first == split ? factors[first] : nil, split + 1 == last ? factors[last] : nil, in: graph)
          let isDiagonal = isDiagonalAlone && length + 1 == count
          let lastStep =
            isDiagonal
            ? Double(2 * sizes[first] * sizes[split + 1])
            : structured ? Double(sizes[first] * sizes[last + 1]) : multiplication
          let cost = costs[first][split] + costs[split + 1][last] + lastStep
          if cost < best { (best, splits[first][last]) = (cost, split) }
        }
        let uses = length + 1 < count ? shared.count(operands[first...last], store) : 1
        costs[first][last] = best / Double(uses)
      }
    }
  }

  /// In the time of one entry moved: a product's multiplications cost less, a matrix by a vector moves the matrix.
  private static func cost(_ rows: Int, _ inner: Int, _ columns: Int) -> Double {
    let moved = Double(rows * inner + inner * columns + rows * columns)
    if rows == 1 || columns == 1 || inner == 1 { return moved }
    return moved + 0.1 * Double(rows) * Double(inner) * Double(columns)
  }

  private static func cost(_ left: PlanTerm, _ right: PlanTerm, in graph: PlanGraph) -> Double {
    cost(graph.rows(left), graph.columns(left), graph.columns(right))
  }

  private static func structuredCost(_ left: PlanTerm?, _ right: PlanTerm?, in graph: PlanGraph) -> Bool {
    [left, right].contains { factor in
      guard let factor else { return false }
      if case .diagonalMatrix = graph[factor].kind { return true }
      if case .spread = graph[factor].kind { return true }
      return false
    }
  }

  func build(_ product: (PlanTerm, PlanTerm) -> PlanTerm) -> PlanTerm { build(0, factors.count - 1, product) }

  private func build(_ first: Int, _ last: Int, _ product: (PlanTerm, PlanTerm) -> PlanTerm) -> PlanTerm {
    if first == last { return factors[first] }
    let split = splits[first][last]
    return product(build(first, split, product), build(split + 1, last, product))
  }
}
