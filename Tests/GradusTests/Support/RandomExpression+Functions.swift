@testable import Gradus

extension RandomExpression {
  static let plainElementwise: [Operation] = Operation.allCases.filter { operation in
    guard operation.rawValue >= Operation.exp.rawValue else { return false }
    return ![.leakyRelu, .elu, .larger, .smaller, .custom].contains(operation)
  }

  mutating func call(_ operation: Operation, axis: Axis? = nil, _ operands: Node...) -> Node {
    do {
      return try store.apply(operation, payload: axis?.rawValue ?? 0, operands)
    } catch {
      preconditionFailure("\(error)")
    }
  }

  mutating func elementwise(_ shape: Shape, _ depth: Int) -> Node {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0, 1:
      let isMixed = chance(50)
      let firstIsScalar = isMixed && chance(50)
      let first = make(firstIsScalar ? .scalar : shape, depth)
      let second = make(isMixed && !firstIsScalar ? .scalar : shape, depth)
      return call(pick([.leakyRelu, .elu, .larger, .smaller]), first, second)
    case 2 where purpose == .text:
      return call(pick([.larger, .smaller]), make(shape, depth), pick([store.zero, store.one]))
    case 3 where purpose == .text:
      let operand = make(shape, depth)
      return store.custom(RandomExpression.cube, [operand])
    default: return call(pick(RandomExpression.plainElementwise), make(shape, depth))
    }
  }

  /// An operation whose result may have the shape; where the drawn one cannot, a leaf.
  mutating func structural(_ shape: Shape, _ depth: Int) -> Node {
    if shape.isScalar, chance(70) { return scalarFunction(depth) }
    if shape.rows == shape.columns, chance(50) { return squareFunction(shape, depth) }
    switch Int.random(in: 0..<14, using: &generator) {
    case 0: return call(pick([.softmax, .logSoftmax]), axis: axis(), make(shape, depth))
    case 1: return call(.argmax, axis: pick([.rows, .columns, .all]), make(shape, depth))
    case 2: return call(.polar, make(shape, depth))
    case 3: return call(.pseudoinverse, make(shape.transposed, depth))
    case 4: return block(shape, depth)
    case 5: return place(shape, depth)
    case 6: return store.unvec(make(Shape(shape.rows * shape.columns, 1), depth), store.extent(shape))
    case 7 where shape.columns == .one:
      return chance(50) ? call(.diagonal, make(square(shape.rows), depth)) : vec(shape.rows, depth)
    case 7, 8: return concatenation(shape, depth)
    case 9: return kronecker(shape, depth)
    case 10, 11: return kroneckerAdjoint(shape, depth)
    default: return reduction(shape, depth)
    }
  }

  private mutating func scalarFunction(_ depth: Int) -> Node {
    let size = dimension()
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: return call(pick([.trace, .determinant, .logDeterminant]), make(square(size), depth))
    case 1: return call(.dot, make(Shape(size, 1), depth), make(Shape(size, 1), depth))
    case 2:
      let shape = shape()
      return call(.inner, make(shape, depth), make(shape, depth))
    case 3, 4: return call(pick([.norm1, .norm2, .nuclearNorm]), make(shape(), depth))
    default:
      return call(pick([.total, .mean, .maximum, .logSumExp]), axis: .all, make(shape(), depth))
    }
  }

  private mutating func squareFunction(_ shape: Shape, _ depth: Int) -> Node {
    switch Int.random(in: 0..<7, using: &generator) {
    case 6: return call(.lowerTriangle, make(shape, depth))
    case 0, 1:
      return call(pick([.inverse, .adjugate, .matrixExponential, .matrixLogarithm]), make(shape, depth))
    case 2:
      return call(
        pick([.matrixExponentialDerivative, .matrixLogarithmDerivative]), make(shape, depth), make(shape, depth))
    case 3: return call(.diagonalMatrix, make(Shape(shape.rows, 1), depth))
    case 4: return store.transpose(call(.inverse, make(shape, depth)))
    default: return call(.inverse, store.transpose(make(shape, depth)))
    }
  }

  private mutating func reduction(_ shape: Shape, _ depth: Int) -> Node {
    let operation = pick([Operation.total, .mean, .maximum, .logSumExp])
    if shape.columns == .one { return call(operation, axis: .columns, make(Shape(shape.rows, dimension()), depth)) }
    if shape.rows == .one { return call(operation, axis: .rows, make(Shape(dimension(), shape.columns), depth)) }
    return leaf(shape)
  }

  /// A dimension as a product of two, if only with 1.
  func factors(_ whole: Dimension) -> [(Dimension, Dimension)] {
    var found: [(Dimension, Dimension)] = [(whole, 1), (1, whole)]
    if whole.terms.count == 1, let term = whole.terms.first {
      for (place, name) in term.names.enumerated() {
        var others = term.names
        others.remove(at: place)
        found.append((Dimension(name), others.reduce(Dimension(term.coefficient)) { $0 * Dimension($1) }))
      }
    }
    if whole.literal == 4 { found.append((2, 2)) }
    return found
  }

  private mutating func vec(_ length: Dimension, _ depth: Int) -> Node {
    let (rows, columns) = pick(factors(length))
    return call(.vec, make(Shape(rows, columns), depth))
  }

  private mutating func kronecker(_ shape: Shape, _ depth: Int) -> Node {
    let (rows, columns) = (pick(factors(shape.rows)), pick(factors(shape.columns)))
    return call(.kronecker, make(Shape(rows.0, columns.0), depth), make(Shape(rows.1, columns.1), depth))
  }

  private mutating func kroneckerAdjoint(_ shape: Shape, _ depth: Int) -> Node {
    let other = self.shape()
    let whole = make(Shape(shape.rows * other.rows, shape.columns * other.columns), depth)
    let part = make(other, depth)
    let extent = store.extent(shape)
    return chance(50) ? store.kroneckerLeft(whole, part, extent) : store.kroneckerRight(whole, part, extent)
  }

  /// A dimension as a sum of two, if it can be.
  mutating func split(_ whole: Dimension) -> (Dimension, Dimension)? {
    if let literal = whole.literal {
      if literal < 2 { return nil }
      let first = Int.random(in: 1..<literal, using: &generator)
      return (Dimension(first), Dimension(literal - first))
    }
    guard whole.terms.count > 1, let term = whole.terms.first else { return nil }
    let first = term.names.reduce(Dimension(term.coefficient)) { $0 * Dimension($1) }
    return whole.subtracting(first).map { (first, $0) }
  }

  private mutating func concatenation(_ shape: Shape, _ depth: Int) -> Node {
    if chance(50), let (left, right) = split(shape.columns) {
      return call(.horizontal, make(Shape(shape.rows, left), depth), make(Shape(shape.rows, right), depth))
    }
    guard let (top, bottom) = split(shape.rows) else { return leaf(shape) }
    return call(.vertical, make(Shape(top, shape.columns), depth), make(Shape(bottom, shape.columns), depth))
  }

  private mutating func block(_ shape: Shape, _ depth: Int) -> Node {
    let (rows, columns) = (span(shape.rows), span(shape.columns))
    let region = Region(
      rowOffset: rows.offset, columnOffset: columns.offset, rows: shape.rows, columns: shape.columns)
    return store.block(make(Shape(rows.whole, columns.whole), depth), region)
  }

  /// Where a stretch of a length may begin, and in what; one row or column may have a symbolic index.
  private mutating func span(_ length: Dimension) -> (offset: Dimension, whole: Dimension) {
    if length == .one, chance(25) { return (index(), dimension()) }
    let margins: [Dimension] = [0, 0, 1, 2, Dimension("p"), Dimension("p") + 1]
    let offset = pick(margins)
    return (offset, offset + length + pick(margins))
  }

  private mutating func place(_ shape: Shape, _ depth: Int) -> Node {
    let (rows, columns) = (split(shape.rows), split(shape.columns))
    let region = Region(
      rowOffset: rows?.0 ?? 0, columnOffset: columns?.0 ?? 0, rows: shape.rows, columns: shape.columns)
    let part = make(Shape(rows?.1 ?? shape.rows, columns?.1 ?? shape.columns), depth)
    return store.place(part, region)
  }
}
