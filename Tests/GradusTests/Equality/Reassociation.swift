@testable import Gradus

/// Rewrites expressions at random into other ones that are equal, by ways of writing that need no theorem.
struct Reassociation {
  let store: Store
  var generator: SplitMix64

  init(_ store: Store, seed: UInt64) {
    self.store = store
    generator = SplitMix64(seed: seed)
  }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

  /// An equal expression, interned as written, past the constructors that would tidy it up.
  mutating func rewritten(_ root: Node) -> Node {
    var copies: [Node: Node] = [:]
    for node in store.reachable(from: [root]) {
      let copy = store.rebuild(node) { copies[$0] ?? $0 }
      copies[node] = chance(60) ? changed(copy) : copy
    }
    return copies[root] ?? root
  }

  private mutating func changed(_ node: Node) -> Node {
    let record = store[node]
    let operands = Array(record.operands)
    switch record.operation {
    case .sum, .hadamard:
      // The operands in another order and other groups.
      let shuffled = operands.shuffled(using: &generator)
      if operands.count < 3 { return store.intern(record.operation, record.extent, shuffled) }
      let inner = store.intern(record.operation, record.extent, Array(shuffled[1...]))
      return store.intern(record.operation, record.extent, [inner, shuffled[0]])
    case .product where operands.count > 2:
      let cut = Int.random(in: 1..<operands.count, using: &generator)
      return store.intern(.product, record.extent, [group(Array(operands[..<cut])), group(Array(operands[cut...]))])
    case .product:
      // (A (B + C)) = A B + A C, or the transpose of the transposed product.
      if let sum = operands.firstIndex(where: { store.operation($0) == .sum }), chance(60) {
        let terms = store.operands(operands[sum]).map { term in
          var factors = operands
          factors[sum] = term
          return store.intern(.product, record.extent, factors)
        }
        return store.intern(.sum, record.extent, terms)
      }
      return flipped(node)
    case .trace:
      guard store.operation(operands[0]) == .product else { return node }
      var factors = Array(store.operands(operands[0]))
      factors.append(factors.removeFirst())
      let size = store.extent(factors[0]).rows
      return store.intern(.trace, .scalar, [store.intern(.product, Extent(rows: size, columns: size), factors)])
    case .scale where chance(50):
      return store.intern(.hadamard, record.extent, [store.scale(operands[0], store.ones(record.extent)), operands[1]])
    case .exp, .sin, .tanh, .sigmoid,
      .log where !record.extent.isScalar:
      return flipped(node)
    default: return node
    }
  }

  private func group(_ factors: [Node]) -> Node {
    if factors.count == 1 { return factors[0] }
    let extent = Extent(rows: store.extent(factors[0]).rows, columns: store.extent(factors[factors.count - 1]).columns)
    return store.intern(.product, extent, factors)
  }

  /// f(A) = f(Aᵀ)ᵀ and A B = (Bᵀ Aᵀ)ᵀ.
  private func flipped(_ node: Node) -> Node {
    let record = store[node]
    if record.extent.isScalar { return node }
    let operands = record.operands.reversed().map { store.transpose($0) }
    let inner = store.intern(record.operation, record.extent.transposed, operands)
    return store.intern(.transpose, record.extent, [inner])
  }
}

/// Changes one place of an expression so that its value is another one, mostly.
struct Mutation {
  let store: Store
  var generator: SplitMix64

  init(_ store: Store, seed: UInt64) {
    self.store = store
    generator = SplitMix64(seed: seed)
  }

  mutating func mutated(_ root: Node) -> Node {
    let nodes = store.reachable(from: [root])
    for _ in 0..<8 {
      let place = nodes[Int.random(in: nodes.indices, using: &generator)]
      let other = change(place)
      if other == place { continue }
      var copies: [Node: Node] = [:]
      for node in nodes { copies[node] = node == place ? other : store.rebuild(node) { copies[$0] ?? $0 } }
      return copies[root] ?? root
    }
    return root
  }

  private mutating func change(_ node: Node) -> Node {
    let record = store[node]
    let operands = Array(record.operands)
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: return store.negated(node)
    case 1: return store.scale(store.number(Rational(Int.random(in: 2...3, using: &generator))), node)
    case 2 where record.extent.rows == record.extent.columns: return store.transpose(node)
    case 3 where record.operation == .sum: return store.sum(Array(operands.dropLast()))
    case 3 where record.operation == .hadamard: return store.hadamard(Array(operands.dropFirst()))
    case 4 where record.operation == .exp: return store.intern(.sin, record.extent, operands)
    case 4 where record.operation == .sigmoid: return store.intern(.tanh, record.extent, operands)
    case 4 where record.operation == .product && operands.count == 2:
      let swapped = [operands[1], operands[0]]
      let (a, b) = (store.extent(swapped[0]), store.extent(swapped[1]))
      if a.columns == b.rows, a.rows == record.extent.rows, b.columns == record.extent.columns {
        return store.product(swapped)
      }
      return node
    default: return node
    }
  }
}
