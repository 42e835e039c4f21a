@testable import Gradus

/// Well-shaped random expressions over every operation, with symbolic sizes; one seed gives one sequence.
struct RandomExpression {
  enum Purpose {
    /// Everything that can be written.
    case text
    /// What has a value at most points: no differentials, no indices without a number, no long products.
    case numbers
  }

  let store: Store
  let purpose: Purpose
  var generator: SplitMix64
  /// Everything made, so that a reader knows what the names stand for.
  private(set) var variables: [Variable] = []
  private var pool: [Shape: [Variable]] = [:]
  /// Parts of the expression being made, which may be used again.
  private var made: [Shape: [Node]] = [:]

  static let dimensionNames = ["m", "n", "p", "q"]
  static let cube = ElementwiseFunction(name: "cube", derivative: { 3 * $0.power(2) }, kernel: { $0 * $0 * $0 })

  init(seed: UInt64, in store: Store = Store(), for purpose: Purpose = .text) {
    self.store = store
    self.purpose = purpose
    generator = SplitMix64(seed: seed)
  }

  mutating func next(depth: Int) -> Node {
    made = [:]
    return make(shape(), depth)
  }

  // MARK: Choices

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: choices.indices, using: &generator)]
  }

  mutating func shape() -> Shape {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0..<4: .scalar
    case 4..<6: Shape(dimension(), 1)
    case 6: Shape(1, dimension())
    case 7: square(dimension())
    case 8 where chance(30): squareAbove(simpleDimension())
    default: Shape(dimension(), dimension())
    }
  }

  private func squareAbove(_ size: Dimension) -> Shape { Shape(size * size, size) }

  func square(_ size: Dimension) -> Shape { Shape(size, size) }

  mutating func dimension() -> Dimension {
    if purpose == .numbers { return simpleDimension() }
    return switch Int.random(in: 0..<12, using: &generator) {
    case 0..<7: Dimension(pick(RandomExpression.dimensionNames))
    case 7: Dimension(Int.random(in: 2...4, using: &generator))
    case 8: simpleDimension() + simpleDimension()
    case 9: simpleDimension() * simpleDimension()
    case 10: simpleDimension() + 1
    default: Dimension(2) * simpleDimension()
    }
  }

  mutating func simpleDimension() -> Dimension { Dimension(pick(RandomExpression.dimensionNames)) }

  /// A row or column, counted from 0.
  mutating func index() -> Dimension { purpose == .numbers ? 0 : Dimension(pick(["i", "j"])).countedFromZero }

  mutating func axis() -> Axis { pick([.rows, .columns]) }

  // MARK: Leaves

  mutating func variable(_ shape: Shape) -> Variable {
    let known = pool[shape, default: []]
    if known.count == 3 || !known.isEmpty && chance(60) { return pick(known) }
    let stems =
      shape.isScalar ? ["a", "b", "sigma", "λ"] : shape.columns == .one ? ["x", "y", "v"] : ["A", "B", "W_", "X"]
    let variable = Variable(pick(stems) + "\(variables.count + 1)", shape, chance(10) ? [.positive] : [])
    variables.append(variable)
    pool[shape, default: []].append(variable)
    return variable
  }

  mutating func number() -> Node {
    if purpose == .numbers { return store.number(pick([2, -3, Rational(1, 2), Rational(2, 3), Rational(-7, 4)])) }
    let value: Rational =
      switch Int.random(in: 0..<10, using: &generator) {
      case 0..<4: Rational(Int.random(in: -4...9, using: &generator))
      case 4: Rational(1, 2)
      case 5: Rational(Int.random(in: -9...9, using: &generator), 8)
      case 6: Rational(1, 100_000)
      default: Rational(Int.random(in: -9...9, using: &generator), Int.random(in: 1...7, using: &generator))
      }
    return store.number(value)
  }

  mutating func leaf(_ shape: Shape) -> Node {
    let extent = store.extent(shape)
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: return store.ones(extent)
    case 1 where purpose == .text: return chance(30) ? store.zeros(extent) : store.ones(extent)
    case 2 where purpose == .text: return store.differential(variable(shape))
    case 3 where shape.rows == shape.columns: return store.identity(extent.rows)
    case 3 where shape.rows == shape.columns * shape.columns: return store.vecDiagonal(extent.columns)
    case 4 where shape.columns == .one:
      return store.unit(extent.rows, at: chance(30) ? index() : split(shape.rows)?.0 ?? 0)
    case 5 where shape.rows == shape.columns && !shape.isScalar:
      let (rows, columns) = pick(factors(shape.rows))
      return store.commutation(store.dim(rows), store.dim(columns))
    case 3..<7 where shape.isScalar: return number()
    case 7 where shape.isScalar: return store.leaf(.pi, .scalar)
    case 8 where shape.isScalar: return store.scalar(store.dim(dimension()))
    default: return store.variable(variable(shape))
    }
  }

  // MARK: Trees

  mutating func make(_ shape: Shape, _ depth: Int) -> Node {
    if depth <= 0 || chance(8) { return leaf(shape) }
    if let known = made[shape], chance(20) { return pick(known) }
    let node = chance(55) ? arithmetic(shape, depth - 1) : calls(shape, depth - 1)
    if store[node].size < 200 { made[shape, default: []].append(node) }
    return node
  }

  private mutating func calls(_ shape: Shape, _ depth: Int) -> Node {
    chance(35) ? elementwise(shape, depth) : structural(shape, depth)
  }

  mutating func list(_ shape: Shape, _ depth: Int) -> [Node] {
    let isLong = purpose == .text && depth == 0 && chance(2)
    let count = isLong ? Int.random(in: 30...40, using: &generator) : Int.random(in: 2...4, using: &generator)
    return (0..<count).map { _ in make(shape, isLong ? 0 : depth) }
  }

  private mutating func arithmetic(_ shape: Shape, _ depth: Int) -> Node {
    switch Int.random(in: 0..<12, using: &generator) {
    case 0, 1: return store.sum(list(shape, depth))
    case 2, 3: return product(shape, depth)
    case 4, 5: return store.hadamard(list(shape, depth))
    case 6: return store.scale(make(.scalar, depth), make(shape, depth))
    case 7: return store.scale(number(), make(shape, depth))
    case 8: return store.scale(store.reciprocal(make(.scalar, depth)), make(shape, depth))
    case 9: return store.transpose(make(shape.transposed, depth))
    case 10: return store.entrywise(make(shape, depth), store.reciprocal(make(shape, depth)))
    default: return power(shape, depth)
    }
  }

  private mutating func product(_ shape: Shape, _ depth: Int) -> Node {
    var factors: [Node] = []
    var rows = shape.rows
    let isLong = purpose == .text && depth == 0 && chance(4)
    for _ in 0..<(isLong ? Int.random(in: 30...40, using: &generator) : Int.random(in: 1...3, using: &generator)) {
      let repeats = isLong || chance(40)
      let inner = repeats ? rows : chance(25) ? .one : dimension()
      let factor = make(Shape(rows, inner), isLong ? 0 : depth)
      factors.append(factor)
      if repeats, chance(40) { factors.append(factor) }
      rows = inner
    }
    return store.product(factors + [make(Shape(rows, shape.columns), depth)])
  }

  private mutating func power(_ shape: Shape, _ depth: Int) -> Node {
    let base = make(chance(20) ? .scalar : shape, depth)
    if store.shape(base) != shape { return store.power(base, make(shape, depth)) }
    switch Int.random(in: 0..<(purpose == .numbers ? 3 : 8), using: &generator) {
    case 0..<3: return store.power(base, Rational(Int.random(in: -3...3, using: &generator)))
    case 3: return store.power(base, Rational(1, 2))
    case 4: return store.power(base, Rational(-1, 2))
    case 5: return store.power(base, number())
    case 6: return store.power(base, make(.scalar, depth))
    default: return store.power(base, make(shape, depth))
    }
  }
}
