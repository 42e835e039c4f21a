@testable import Gradus

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
  }
}
