/// The values that are needed, each lying in memory the way its users read it.
struct PlanArrangement {
  private(set) var kinds: [PlanGraph.Kind]
  private(set) var shapes: [(rows: Int, columns: Int)]
  /// Products that are summed or scaled as they are computed, by the place of the sum.
  private(set) var productSums: [Int: ProductSum] = [:]
  private(set) var order: [Int] = []
  private(set) var roots: [PlanTerm]
  /// How many values of the order are computed first, on their own: what the first phase's roots are made of.
  private(set) var firstPhaseCount = 0
  private var copies: [Int: Int] = [:]

  /// Products, and a matrix that lies in memory anyway, added up in one.
  struct ProductSum {
    var parts: [ProductPart]
    var addend: (coefficient: Double, term: PlanTerm)?
  }

  /// One product of a sum of products: coefficient · scalar · left · right.
  struct ProductPart {
    var coefficient: Double
    var scalar: PlanTerm?
    var left: PlanTerm
    var right: PlanTerm
  }

  init(_ graph: PlanGraph, roots: [PlanTerm], firstPhase: Int? = nil) {
    kinds = graph.values.map(\.kind)
    shapes = graph.values.map { ($0.rows, $0.columns) }
    self.roots = roots
    // A step reads the rectified value, which is there anyway.
    var rectified: [PlanTerm: Int] = [:]
    for (id, kind) in kinds.enumerated() { if case .map(.relu, let operand) = kind { rectified[operand] = id } }
    for root in reachable() {
      if case .map(.step, let operand) = kinds[root], let relu = rectified[operand] {
        kinds[root] = .map(.step, PlanTerm(id: relu))
      }
    }
    order = reachable()
    turnProducts()
    copyTransposed()
    order = reachable()
    gatherProducts()
    order = reachable()
    // The order walks root by root, so that what the first ones need stands first.
    firstPhaseCount = firstPhase.map { reachable(from: self.roots.prefix($0)).count } ?? order.count
  }

  func operands(_ id: Int) -> [PlanTerm] {
    if let sum = productSums[id] {
      let terms = sum.parts.flatMap { [$0.left, $0.right] + ($0.scalar.map { [$0] } ?? []) }
      return terms + (sum.addend.map { [$0.term] } ?? [])
    }
    return kinds[id].operands
  }

  func count(_ id: Int) -> Int { shapes[id].rows * shapes[id].columns }

  /// Operands before users.
  private func reachable() -> [Int] { reachable(from: roots[...]) }

  private func reachable(from roots: ArraySlice<PlanTerm>) -> [Int] {
    var state = [UInt8](repeating: 0, count: kinds.count)
    var result: [Int] = []
    var pending = roots.map(\.id).reversed().map { $0 }
    while let id = pending.last {
      if state[id] == 0 {
        state[id] = 1
        for operand in operands(id).reversed() where state[operand.id] == 0 { pending.append(operand.id) }
      } else {
        pending.removeLast()
        if state[id] == 1 { result.append(id) }
        state[id] = 2
      }
    }
    return result
  }

  private func isMatrix(_ id: Int) -> Bool { shapes[id].rows > 1 && shapes[id].columns > 1 }

  private func isFull(_ operand: PlanTerm, in id: Int) -> Bool {
    let inner: Int
    if case .reduction = kinds[id] { inner = count(operand.id) } else { inner = count(id) }
    return isMatrix(operand.id) && count(operand.id) == inner
  }

  /// A product that loops only read transposed is computed transposed; so is what is made of products alone.
  private mutating func turnProducts() {
    var plain = [Int](repeating: 0, count: kinds.count)
    var turned = [Int](repeating: 0, count: kinds.count)
    func note(_ operand: PlanTerm) {
      if operand.isTransposed { turned[operand.id] += 1 } else { plain[operand.id] += 1 }
    }
    for root in roots { note(root) }
    for id in order.reversed() {
      if isMatrix(id), turned[id] > 0, plain[id] == 0, canTurn(id) {
        shapes[id] = (shapes[id].columns, shapes[id].rows)
        if case .product(let left, let right) = kinds[id] {
          kinds[id] = .product(right.transposed(if: true), left.transposed(if: true))
        } else {
          kinds[id] = kinds[id].replacingOperands { count($0.id) == 1 ? $0 : $0.transposed(if: true) }
        }
        let users = order.filter { user in kinds[user].operands.contains { $0.id == id } }
        for user in users { kinds[user] = kinds[user].replacingOperands { $0.transposed(if: $0.id == id) } }
        roots = roots.map { $0.transposed(if: $0.id == id) }
      }
      if kinds[id].isInLoops {
        for operand in kinds[id].operands where isFull(operand, in: id) { note(operand) }
      }
    }
  }

  private func canTurn(_ id: Int) -> Bool {
    switch kinds[id] {
    case .product: return true
    case .combination, .entrywise, .map, .zip:
      let full = kinds[id].operands.filter { isFull($0, in: id) }
      return !full.isEmpty
        && full.allSatisfy { operand in
          if case .product = kinds[operand.id] { return true }
          return false
        }
    default: return false
    }
  }

  /// Loops read matrices as they lie: what they need transposed is copied once.
  private mutating func copyTransposed() {
    for id in order where kinds[id].isInLoops {
      let full = kinds[id].operands.filter { $0.isTransposed && isFull($0, in: id) }
      if full.isEmpty { continue }
      kinds[id] = kinds[id].replacingOperands { full.contains($0) ? PlanTerm(id: copy(of: $0.id)) : $0 }
    }
    roots = roots.map { $0.isTransposed && isMatrix($0.id) ? PlanTerm(id: copy(of: $0.id)) : $0 }
  }

  private mutating func copy(of id: Int) -> Int {
    if let known = copies[id] { return known }
    kinds.append(.transposedCopy(PlanTerm(id: id)))
    shapes.append((shapes[id].columns, shapes[id].rows))
    copies[id] = kinds.count - 1
    return kinds.count - 1
  }

  /// Factors and sums of products that nothing else uses are taken into the products.
  private mutating func gatherProducts() {
    var uses = [Int](repeating: 0, count: kinds.count)
    for root in roots { uses[root.id] += 1 }
    for id in order { for operand in kinds[id].operands { uses[operand.id] += 1 } }
    func part(_ coefficient: Double, _ term: PlanTerm, _ scalar: PlanTerm? = nil) -> ProductPart? {
      guard case .product(let left, let right) = kinds[term.id], uses[term.id] == 1, !term.isTransposed else {
        return nil
      }
      return ProductPart(coefficient: coefficient, scalar: scalar, left: left, right: right)
    }
    for id in order {
      switch kinds[id] {
      case .product(let left, let right):
        productSums[id] = ProductSum(parts: [ProductPart(coefficient: 1, scalar: nil, left: left, right: right)])
      case .entrywise(let terms) where terms.count == 2:
        for (product, scalar) in [(terms[0], terms[1]), (terms[1], terms[0])] where count(scalar.id) == 1 {
          if let part = part(1, product, scalar) { productSums[id] = ProductSum(parts: [part]) }
        }
      case .combination(let coefficients, let terms):
        let all = Swift.zip(coefficients, terms).map { (part: part($0, $1), coefficient: $0, term: $1) }
        let (parts, others) = (all.compactMap(\.part), all.filter { $0.part == nil })
        if parts.isEmpty { continue }
        if others.isEmpty {
          productSums[id] = ProductSum(parts: parts)
        } else if others.count == 1, isAddend(others[0].term, in: id) {
          productSums[id] = ProductSum(parts: parts, addend: (others[0].coefficient, others[0].term))
        } else if parts.count > 1 {
          kinds.append(.number(0))
          shapes.append(shapes[id])
          productSums[kinds.count - 1] = ProductSum(parts: parts)
          kinds[id] = .combination(
            others.map(\.coefficient) + [1], others.map(\.term) + [PlanTerm(id: kinds.count - 1)])
        }
      default: break
      }
    }
  }

  /// Whether a term is a matrix in memory that lies as the sum does.
  private func isAddend(_ term: PlanTerm, in id: Int) -> Bool {
    isMatrix(id) && shapes[term.id] == shapes[id] && !term.isTransposed && !kinds[term.id].isInLoops
  }
}
