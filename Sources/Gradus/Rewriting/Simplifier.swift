/// Brings expressions to the form that a mathematician would write, rule by named rule.
///
/// Every node is brought to its normal form once; rules build through the simplifier, so what they return is normal below
/// its head. Each rule lowers the size or chooses one of finitely many equal forms.
final class Simplifier {
  let store: Store
  let hypotheses: [OrientedHypothesis]
  /// Whether rules may rely on attributes that variables declare and on conditions that are then listed.
  let assumes: Bool
  /// Sums that have a name, and are not to be turned around for a sign.
  private(set) var kept: Set<Node> = []
  private(set) var steps: [Step] = []
  private var normalForms: ContiguousArray<UInt32> = []
  private var opposites = NodeMap<Node>()
  /// What the rule at work said last that it relies on.
  private var assumption: String?
  /// Whether a rule was turned down for what it relies on.
  private var declined = false
  private var depth = 0
  /// Beyond this nesting of freshly built nodes the expression is left as it is: right, but not shortened further.
  private static let depthLimit = 256

  /// An assumption that no rule may use.
  private let excluded: String?

  private let rules: Rule.Table

  init(
    _ store: Store, hypotheses: [OrientedHypothesis] = [], assumes: Bool = true, without excluded: String? = nil,
    rules: Rule.Table = Rule.table
  ) {
    self.store = store
    self.rules = rules
    self.hypotheses = hypotheses
    self.assumes = assumes
    self.excluded = excluded
  }

  /// A simplifier that may use attributes; it need not look again at anything if no rule asked for one.
  func assuming() -> Simplifier {
    let next = Simplifier(store)
    if !declined { (next.normalForms, next.kept) = (normalForms, kept) }
    return next
  }

  func simplify(_ root: Node) -> Node {
    for node in store.reachable(from: [root]) { _ = normalize(node) }
    return normalize(root)
  }

  /// Keeps sums, as they come out, from being turned around for a sign.
  func keep(_ nodes: [Node]) {
    for node in nodes {
      let settled = simplify(node)
      kept.formUnion([settled, transpose(settled)])
    }
  }

  func normalize(_ node: Node) -> Node {
    if let known = normalForm(node) { return known }
    guard depth < Simplifier.depthLimit else { return node }
    depth += 1
    defer { depth -= 1 }
    let rebuilt = store.rebuild(node) { normalize($0) }
    if rebuilt != node {
      let result = normalize(rebuilt)
      setNormalForm(node, result)
      return result
    }
    setNormalForm(node, node)
    let record = store[node]
    for reference in rules[record.operation] {
      let mark = steps.count
      guard let after = reference._withUnsafeGuaranteedRef({ $0.rewrite(self, node, record) }) else { continue }
      // A rule says last what it relies on, so that what was simplified on the way has not said anything since.
      let relied = assumption
      assumption = nil
      if after == node { continue }
      if let relied, !assumes || relied == excluded {
        declined = true
        continue
      }
      let rule = reference.takeUnretainedValue()
      let step: Step =
        relied.map { .hypothesis(rule.name, assumption: $0, before: node, after: after) }
        ?? .rewrite(rule.name, before: node, after: after)
      steps.insert(step, at: mark)
      return finish(node, after)
    }
    for hypothesis in hypotheses {
      guard let after = hypothesis.rewrite(self, node, record), after != node else { continue }
      steps.append(.hypothesis("hypothesis", assumption: hypothesis.text, before: node, after: after))
      return finish(node, after)
    }
    return node
  }

  private func finish(_ node: Node, _ after: Node) -> Node {
    let result = normalize(after)
    setNormalForm(node, result)
    setNormalForm(result, result)
    return result
  }

  /// Notes that the rule at work relies on an assumption, and gives its result.
  func assuming(_ text: String, _ after: Node) -> Node {
    assumption = text
    return after
  }

  /// A sum with the other sign.
  func opposite(_ sum: Node) -> Node {
    if let known = opposites[sum] { return known }
    let turned = store.sum(store.operands(sum).map { store.negated($0) })
    opposites[sum] = turned
    return turned
  }

  private func normalForm(_ node: Node) -> Node? {
    let place = Int(node.index)
    guard place < normalForms.count, normalForms[place] != 0 else { return nil }
    return Node(index: normalForms[place] - 1)
  }

  private func setNormalForm(_ node: Node, _ form: Node) {
    let place = Int(node.index)
    if place >= normalForms.count {
      normalForms.append(contentsOf: repeatElement(0, count: max(store.count, place + 1) - normalForms.count))
    }
    normalForms[place] = form.index + 1
  }
}

// What rules build with: the store's constructors, brought to normal form at once.
extension Simplifier {
  func sum(_ terms: [Node]) -> Node { normalize(store.sum(terms)) }
  func product(_ factors: [Node]) -> Node { normalize(store.product(factors)) }
  func hadamard(_ factors: [Node]) -> Node { normalize(store.hadamard(factors)) }
  func scale(_ scalar: Node, _ node: Node) -> Node { normalize(store.scale(scalar, node)) }
  func transpose(_ node: Node) -> Node { normalize(store.transpose(node)) }
  func power(_ base: Node, _ exponent: Node) -> Node { normalize(store.power(base, exponent)) }
  func power(_ base: Node, _ exponent: Rational) -> Node { normalize(store.power(base, exponent)) }

  /// A one-operand call of the operation of a record on another operand of the right shape.
  func call(_ operation: Operation, payload: UInt32 = 0, _ operands: Node...) -> Node {
    guard let node = try? store.apply(operation, payload: payload, operands) else {
      preconditionFailure("a rule built an ill-shaped \(operation)")
    }
    return normalize(node)
  }

  func size(_ node: Node) -> UInt32 { store[node].size }

  func operation(_ node: Node) -> Operation { store.operation(node) }

  /// The scalar in front of a node and the node without it.
  func splitScale(_ node: Node) -> (scalar: Node, core: Node) {
    let record = store[node]
    return record.operation == .scale ? (record.operands[0], record.operands[1]) : (store.one, node)
  }

  /// The factors of a product; the node alone where it is none.
  func factors(_ node: Node) -> [Node] {
    let record = store[node]
    return record.operation == .product ? Array(record.operands) : [node]
  }

  /// The entrywise factors; the node alone where there is one.
  func entrywiseFactors(_ node: Node) -> [Node] {
    let record = store[node]
    return record.operation == .hadamard ? Array(record.operands) : [node]
  }

  func terms(_ node: Node) -> [Node] {
    let record = store[node]
    return record.operation == .sum ? Array(record.operands) : [node]
  }

  /// A factor as base and exponent: a^b is (a, b), anything else (a, 1).
  func baseAndExponent(_ node: Node) -> (base: Node, exponent: Node) {
    let record = store[node]
    if record.operation == .power,
      store.isScalar(record.operands[1]) || store.extent(record.operands[1]) == record.extent,
      store.extent(record.operands[0]) == record.extent
    {
      return (record.operands[0], record.operands[1])
    }
    return (node, store.one)
  }

  func attributes(_ node: Node) -> Attributes {
    let record = store[node]
    return record.operation == .variable ? store.variables[record.payload].attributes : []
  }

  func name(_ node: Node) -> String { store.variables[store[node].payload].name }
}
