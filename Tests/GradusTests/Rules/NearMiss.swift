@testable import Gradus

/// Expressions of an expression's shape that differ from it in one place, so that a rule made for it may not fit.
struct NearMisses {
  let store: Store
  private var fresh: [Extent: Node] = [:]
  /// What may stand for something else of its shape.
  private var parts: [Extent: [Node]] = [:]

  init(in store: Store, mixing nodes: [Node] = []) {
    self.store = store
    parts = Dictionary(grouping: store.reachable(from: nodes)) { store.extent($0) }
  }

  /// Every expression with one node exchanged for something like it.
  mutating func all(of node: Node) -> [Node] {
    var seen: Set<Node> = [node]
    return (there(node) + below(node)).filter { seen.insert($0).inserted }
  }

  /// The expression with one occurrence of an operand, or of something below it, exchanged.
  private mutating func below(_ node: Node) -> [Node] {
    let record = store[node]
    var found: [Node] = []
    for (place, operand) in record.operands.enumerated() {
      for mutant in all(of: operand) {
        var operands = Array(record.operands)
        operands[place] = mutant
        found.append(store.rebuild(record, operands))
      }
    }
    return found
  }

  /// What may stand in a node's place: it with something more, it turned around, or a name for it.
  private mutating func there(_ node: Node) -> [Node] {
    let record = store[node]
    let name = variable(record.extent)
    let left = square(record.extent.rows)
    let right = square(record.extent.columns)
    var found = [
      name, store.hadamard([name, node]), store.product([left, node]), store.product([node, right]),
      store.scaled(2, node), store.negated(node), store.sum(node, name), store.power(node, 2),
    ]
    if record.extent.rows == record.extent.columns { found.append(store.transpose(node)) }
    if record.operation == .product { found += widened(record) }
    found += NearMisses.relatives(of: record.operation).map { rebuild(record, as: $0) }
    if record.operation == .softmax || record.operation == .logSoftmax, let axis = Axis(rawValue: record.payload) {
      found.append(rebuild(record, as: record.operation, axis == .rows ? .columns : .rows))
    }
    return found + parts[record.extent, default: []]
  }

  /// Functions of one operand that are easily taken for one another.
  private static func relatives(of operation: Operation) -> [Operation] {
    let families: [[Operation]] = [
      [.exp, .sin, .cos, .sinh, .cosh], [.tan, .sec, .tanh, .sech], [.softplus, .sigmoid, .silu],
      [.abs, .relu, .sign, .step], [.softmax, .logSoftmax], [.trace, .determinant, .logDeterminant],
      [.inverse, .adjugate, .matrixExponential], [.norm1, .norm2, .nuclearNorm],
    ]
    return families.first { $0.contains(operation) }?.filter { $0 != operation } ?? []
  }

  private func rebuild(_ record: Record, as operation: Operation, _ axis: Axis? = nil) -> Node {
    store.intern(operation, payload: axis?.rawValue ?? record.payload, record.extent, Array(record.operands))
  }

  /// A product with a square matrix between two neighbours.
  private mutating func widened(_ record: Record) -> [Node] {
    (1..<Int(record.count)).map { place in
      var factors = Array(record.operands)
      factors.insert(square(store.extent(factors[place]).rows), at: place)
      return store.product(factors)
    }
  }

  private mutating func square(_ size: Dim) -> Node { variable(Extent(rows: size, columns: size)) }

  /// The one name of its shape that no statement uses.
  private mutating func variable(_ extent: Extent) -> Node {
    if let known = fresh[extent] { return known }
    let node = store.variable(Variable("F\(fresh.count + 1)", store.shape(extent)))
    fresh[extent] = node
    return node
  }
}

/// How an expression fares that the simplifier is given.
enum NearMissOutcome {
  /// No rule applies.
  case unchanged
  case agrees
  /// No point was found at which both forms have values.
  case untried
  case differs(rules: [String], report: String)

  init(_ node: Node, in store: Store, seed: UInt64, points: Int = Campaign.isLong ? 2 : 1) {
    let simplifier = Simplifier(store)
    let simplified = simplifier.simplify(node)
    if simplified == node {
      self = .unchanged
      return
    }
    let trials = Trials(store: store, variables: [], seed: seed)
    switch trials.compare(node, simplified, points: points) {
    case .agrees: self = .agrees
    case .untried: self = .untried
    case .differs(let trial):
      let wrong = simplifier.steps.filter { $0.differs(in: trials) }
      let lines = wrong.map { "\n    by \($0.name(in: store))" }
      self = .differs(
        rules: wrong.map { $0.rule },
        report: "\(store.text(node)) becomes \(store.text(simplified)): \(trial.left.elements.prefix(4)) and "
          + "\(trial.right.elements.prefix(4)) at \(trial.point.sizes)\(lines.joined())")
    }
  }
}

extension Step {
  fileprivate var rewriting: (rule: String, before: Node, after: Node)? {
    switch self {
    case .rewrite(let name, let before, let after), .hypothesis(let name, _, let before, let after):
      (name, before, after)
    default: nil
    }
  }

  fileprivate var rule: String { rewriting?.rule ?? "" }

  fileprivate func name(in store: Store) -> String {
    rewriting.map { "\($0.rule): \(store.text($0.before)) = \(store.text($0.after))" } ?? ""
  }

  /// Whether the step alone changes the value.
  fileprivate func differs(in trials: Trials) -> Bool {
    guard let (_, before, after) = rewriting else { return false }
    if case .differs = trials.compare(before, after, points: 2) { return true }
    return false
  }
}
