@testable import Gradus

<<<<<<< HEAD
/// Well-shaped random expressions over every operation, with symbolic sizes; one seed gives one sequence.
struct RandomExpression {
  let store: Store
  var generator: SplitMix64
  /// Everything made, so that a reader knows what the names stand for.
  private(set) var variables: [Variable] = []
  private var pool: [Shape: [Variable]] = [:]

  static let dimensionNames = ["m", "n", "p", "q"]
  static let cube = ElementwiseFunction(name: "cube", derivative: { 3 * $0.power(2) }, kernel: { $0 * $0 * $0 })

  init(seed: UInt64, in store: Store = Store()) {
    self.store = store
    generator = SplitMix64(seed: seed)
  }

  mutating func next(depth: Int) -> Node { make(shape(), depth) }

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
    switch Int.random(in: 0..<12, using: &generator) {
    case 0..<7: Dimension(pick(RandomExpression.dimensionNames))
    case 7: Dimension(Int.random(in: 2...4, using: &generator))
    case 8: simpleDimension() + simpleDimension()
    case 9: simpleDimension() * simpleDimension()
    case 10: simpleDimension() + 1
    default: Dimension(2) * simpleDimension()
    }
  }

  mutating func simpleDimension() -> Dimension { Dimension(pick(RandomExpression.dimensionNames)) }

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
    case 1: return chance(30) ? store.zeros(extent) : store.ones(extent)
    case 2: return store.differential(variable(shape))
    case 3 where shape.rows == shape.columns: return store.identity(extent.rows)
    case 3 where shape.rows == shape.columns * shape.columns: return store.vecDiagonal(extent.columns)
    case 4 where shape.columns == .one: return store.unit(extent.rows, at: pick([0, 1, Dimension("p")]))
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
    if chance(55) { return arithmetic(shape, depth - 1) }
    if chance(35) { return elementwise(shape, depth - 1) }
    return structural(shape, depth - 1)
  }

  mutating func list(_ shape: Shape, _ depth: Int) -> [Node] {
    let isLong = depth == 0 && chance(2)
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
    let isLong = depth == 0 && chance(4)
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
    switch Int.random(in: 0..<8, using: &generator) {
    case 0..<3: return store.power(base, Rational(Int.random(in: -3...3, using: &generator)))
    case 3: return store.power(base, Rational(1, 2))
    case 4: return store.power(base, Rational(-1, 2))
    case 5: return store.power(base, number())
    case 6: return store.power(base, make(.scalar, depth))
    default: return store.power(base, make(shape, depth))
    }
=======
/// Draws well-shaped expressions over a few variables of every shape that three dimension names allow.
struct RandomExpression {
  let store: Store
  private var generator: SplitMix64
  private let sizes: [Dim]

  init(seed: UInt64, in store: Store) {
    self.store = store
    generator = SplitMix64(seed: seed)
    sizes = [.one] + ["m", "n", "k"].map { store.dim($0) }
  }

  /// An expression of a random shape.
  mutating func node(depth: Int) throws -> Node { try node(size(), size(), depth) }

  private mutating func below(_ count: Int) -> Int { Int(generator.next() % UInt64(count)) }
  private mutating func size() -> Dim { sizes[below(sizes.count)] }
  private mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  mutating func node(_ rows: Dim, _ columns: Dim, _ depth: Int) throws -> Node {
    if depth == 0 { return leaf(rows, columns) }
    let extent = Extent(rows: rows, columns: columns)
    let choice = below(20)
    switch choice {
    case 0: return leaf(rows, columns)
    case 1, 2: return store.sum(try (0...below(3)).map { try node(rows, columns, min($0, depth - 1)) })
    case 3, 4: return store.hadamard([try node(rows, columns, depth - 1), try node(rows, columns, depth - 1)])
    case 5: return store.scale(try node(.one, .one, depth - 1), try node(rows, columns, depth - 1))
    case 6: return store.transpose(try node(columns, rows, depth - 1))
    case 7, 8, 9: return try product(rows, columns, depth)
    case 10: return try elementwise(try node(rows, columns, depth - 1))
    case 11: return try sliced(rows, columns, depth)
    case 12: return try rearranged(extent, depth)
    case 13:
      let exponent = pick([2, 3, -1, Rational(1, 2), Rational(-1, 3), -2])
      return store.power(try node(rows, columns, depth - 1), exponent)
    case 14:
      let other = below(2) == 0 ? try node(.one, .one, depth - 1) : try node(rows, columns, depth - 1)
      return try store.apply(pick([.larger, .smaller, .leakyRelu, .elu]), [try node(rows, columns, depth - 1), other])
    default: return try special(rows, columns, depth)
    }
  }

  private mutating func leaf(_ rows: Dim, _ columns: Dim) -> Node {
    let extent = Extent(rows: rows, columns: columns)
    switch below(12) {
    case 0: return store.ones(extent)
    case 1 where extent.isScalar: return store.number(pick([2, -3, Rational(1, 2), Rational(2, 3), Rational(-7, 4)]))
    case 2 where extent.isScalar: return store.scalar(size())
    case 1 where rows == columns: return store.identity(rows)
    case 2 where columns == .one: return store.unit(rows, at: 1)
    default: break
    }
    let letter = extent.isScalar ? "s" : columns == .one ? "x" : rows == .one ? "r" : "A"
    let name = "\(letter)\(below(2))_\(store.dimension(rows))\(store.dimension(columns))"
    return store.variable(Variable(name, store.shape(extent)))
  }

  private mutating func product(_ rows: Dim, _ columns: Dim, _ depth: Int) throws -> Node {
    var widths = [rows]
    for _ in 0...below(3) { widths.append(size()) }
    widths.append(columns)
    return store.product(try zip(widths, widths.dropFirst()).map { try node($0, $1, depth - 1) })
  }

  private mutating func elementwise(_ operand: Node) throws -> Node {
    try store.apply(
      pick([
        .exp, .log, .abs, .sign, .step, .sin, .cos, .tan, .cot, .sec, .csc, .asin, .acos, .atan, .acot, .sinh, .cosh,
        .tanh, .coth, .sech, .csch, .sigmoid, .relu, .gelu, .silu, .softplus, .erf,
      ]), [operand])
  }

  private mutating func axis() -> UInt32 { UInt32(below(2)) }

  /// Operations along slices that keep the shape.
  private mutating func sliced(_ rows: Dim, _ columns: Dim, _ depth: Int) throws -> Node {
    let operation: Gradus.Operation = pick([.softmax, .logSoftmax, .argmax])
    let payload = operation == .argmax ? UInt32(below(3)) : axis()
    return try store.apply(operation, payload: payload, [try node(rows, columns, depth - 1)])
  }

  /// Detours through other shapes and back.
  private mutating func rearranged(_ extent: Extent, _ depth: Int) throws -> Node {
    let operand = try node(extent.rows, extent.columns, depth - 1)
    let shape = store.shape(extent)
    let vector = try store.apply(.vec, [operand])
    switch below(5) {
    case 0: return store.unvec(vector, extent)
    case 1:
      let turned = store.product(store.commutation(extent.rows, extent.columns), vector)
      return store.transpose(store.unvec(turned, extent.transposed))
    case 2:
      let beside = try node(extent.rows, size(), depth - 1)
      let whole = try store.apply(.horizontal, [beside, operand])
      let offset = store.dimension(store.extent(beside).columns)
      return store.block(whole, Region(rowOffset: 0, columnOffset: offset, rows: shape.rows, columns: shape.columns))
    case 3:
      let above = try node(size(), extent.columns, depth - 1)
      let whole = try store.apply(.vertical, [above, operand])
      let offset = store.dimension(store.extent(above).rows)
      return store.block(whole, Region(rowOffset: offset, columnOffset: 0, rows: shape.rows, columns: shape.columns))
    default:
      let other = try node(size(), size(), depth - 1)
      let isLeft = below(2) == 0
      let whole = try store.apply(.kronecker, isLeft ? [operand, other] : [other, operand])
      return isLeft ? store.kroneckerLeft(whole, other, extent) : store.kroneckerRight(whole, other, extent)
    }
  }

  /// Operations that only some shapes have.
  private mutating func special(_ rows: Dim, _ columns: Dim, _ depth: Int) throws -> Node {
    let inner = size()
    if rows == .one, columns == .one {
      let whole = try node(inner, size(), depth - 1)
      switch below(4) {
      case 0:
        let square = try node(inner, inner, depth - 1)
        return try store.apply(pick([.trace, .determinant, .logDeterminant]), [square])
      case 1: return try store.apply(pick([.norm1, .norm2, .nuclearNorm]), [whole])
      case 2: return try store.apply(.inner, [whole, try node(inner, store.extent(whole).columns, depth - 1)])
      default: return try reduced(whole, .all)
      }
    }
    if rows == columns {
      let square = try node(rows, rows, depth - 1)
      switch below(4) {
      case 0: return try store.apply(pick([.inverse, .adjugate, .matrixExponential, .matrixLogarithm]), [square])
      case 1: return try store.apply(.diagonalMatrix, [try node(rows, .one, depth - 1)])
      case 2:
        let operation: Gradus.Operation = pick([.matrixExponentialDerivative, .matrixLogarithmDerivative])
        return try store.apply(operation, [square, try node(rows, rows, depth - 1)])
      default: return store.product(try store.apply(.inverse, [square]), try node(rows, rows, depth - 1))
      }
    }
    if columns == .one {
      if below(2) == 0 { return try store.apply(.diagonal, [try node(rows, rows, depth - 1)]) }
      return try reduced(try node(rows, inner, depth - 1), .columns)
    }
    if rows == .one { return try reduced(try node(inner, columns, depth - 1), .rows) }
    if below(2) == 0 { return try store.apply(.pseudoinverse, [try node(columns, rows, depth - 1)]) }
    return try store.apply(.polar, [try node(rows, columns, depth - 1)])
  }

  private mutating func reduced(_ operand: Node, _ axis: Axis) throws -> Node {
    try store.apply(pick([.total, .mean, .maximum, .logSumExp]), payload: axis.rawValue, [operand])
>>>>>>> 1108c1616c3f6d0b6223aa4f2c127b1fe0b6abf3
  }
}
