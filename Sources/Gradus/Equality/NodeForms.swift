/// The canonical forms of nodes, operands before users.
struct NodeForms {
  let algebra: IndexAlgebra
  private var store: Store { algebra.store }
  private var known: [Node: IndexForm] = [:]

  init(_ algebra: IndexAlgebra) { self.algebra = algebra }

  mutating func form(of root: Node) throws -> IndexForm {
    for node in store.reachable(from: [root]) where known[node] == nil {
      try algebra.spend()
      known[node] = try form(node, store[node])
    }
    return try operand(root)
  }

  private func operand(_ node: Node) throws -> IndexForm {
    guard let form = known[node] else { throw Undecided(reason: "an operand without a form") }
    return form
  }

  private func form(_ node: Node, _ record: Record) throws -> IndexForm {
    let operands = try record.operands.map { try operand($0) }
    let extents = record.operands.map { store.extent($0) }
    switch record.operation {
    case .number, .pi, .dimension, .variable, .differential, .zeros, .ones, .identity, .unit, .commutation,
      .vecDiagonal:
      return try leaf(record)
    case .sum: return try algebra.sum(operands.map { (1, $0) })
    case .product: return try product(operands, extents)
    case .hadamard, .scale: return try hadamard(operands, record.extent)
    case .transpose: return try contracted(record) { $0.multiply(operands[0], $0.column, $0.row) }
    case .power: return try power(operands, record)
    case .kronecker, .kroneckerLeft, .kroneckerRight: return try kronecker(record, operands, extents)
    case .inverse: return try algebra.inverse(operands[0])
    case .determinant: return try algebra.determinant(operands[0])
    case .logDeterminant: return try algebra.logDeterminant(operands[0])
    case .adjugate: return try algebra.adjugate(operands[0])
    case .matrixExponential, .matrixLogarithm:
      return try wholeMatrix(record, operands[0], isTransposing: false)
    case .pseudoinverse: return try wholeMatrix(record, operands[0], isTransposing: true)
    case .polar: return try wholeMatrix(record, operands[0], isTransposing: false)
    case .matrixExponentialDerivative, .matrixLogarithmDerivative:
      if record.extent.isScalar { throw Undecided(reason: "a matrix function of a scalar") }
      return try algebra.derivativeAtom(record.operation, at: operands[0], along: operands[1])
    case .horizontal, .vertical: return try joined(record, operands, extents)
    case .trace, .diagonalMatrix, .diagonal, .vec, .unvec, .block, .place, .dot, .inner:
      return try rearranged(record, operands, extents)
    case .total, .mean, .maximum, .argmax, .logSumExp, .norm1, .norm2, .nuclearNorm, .softmax, .logSoftmax:
      return try reduced(record, operands[0], extents[0])
    case .leakyRelu, .elu, .larger, .smaller:
      let pair = try operands.map { try broadcast($0, to: record.extent) }
      return try algebra.elementwise(record.operation, pair[0], pair[1])
    case .custom: return try algebra.custom(record.payload, operands[0])
    case .lowerTriangle:
      return try contracted(record) { sum in
        sum.multiply(operands[0], sum.row, sum.column)
        if let row = sum.row, let column = sum.column { sum.multiply(algebra.lowerMask(row, column)) }
      }
    case .exp, .log, .abs, .sign, .step, .sin, .cos, .tan, .cot, .sec, .csc, .asin, .acos, .atan, .acot, .sinh, .cosh,
      .tanh, .coth, .sech, .csch, .sigmoid, .relu, .gelu, .silu, .softplus, .erf:
      return try algebra.elementwise(record.operation, operands[0])
    }
  }

  func contracted(_ record: Record, _ build: (inout Contraction) throws -> Void) throws -> IndexForm {
    var contraction = Contraction(algebra, record.extent)
    try build(&contraction)
    return try contraction.form()
  }

  /// A scalar as a matrix of equal entries.
  private func broadcast(_ form: IndexForm, to extent: Extent) throws -> IndexForm {
    let free = IndexAlgebra.free(extent)
    if form.free.count == free.count { return form }
    var contraction = Contraction(algebra, extent)
    contraction.multiply(form, at: [])
    return try contraction.form()
  }

  private func leaf(_ record: Record) throws -> IndexForm {
    switch record.operation {
    case .number: return try algebra.constant(store.numbers[record.payload])
    case .pi: return try algebra.circleNumber([])
    case .dimension: return try algebra.form(algebra.terms(of: Dim(index: record.payload)), free: [])
    case .variable: return try algebra.variable(store.variables[record.payload])
    case .differential:
      let free = IndexAlgebra.free(record.extent)
      let head = algebra.head(Head(kind: .differential, payload: Int(record.payload)))
      return try algebra.form([IndexTerm(coefficient: 1, factors: [Factor(head, Array(free.indices))])], free: free)
    case .zeros: return try algebra.constant(0, free: IndexAlgebra.free(record.extent))
    case .ones: return try algebra.constant(1, free: IndexAlgebra.free(record.extent))
    case .identity: return try contracted(record) { $0.identify($0.row, $0.column) }
    case .unit: return try contracted(record) { $0.shift($0.row, nil, by: store.regions[record.payload].rowOffset) }
    case .commutation:
      let region = store.regions[record.payload]
      return try contracted(record) { sum in
        let (i, j) = (sum.sum(over: store.dim(region.rows)), sum.sum(over: store.dim(region.columns)))
        sum.pair(sum.row, i, j)
        sum.pair(sum.column, j, i)
      }
    default: return try contracted(record) { $0.pair($0.row, $0.column, $0.column) }
    }
  }

  private func product(_ operands: [IndexForm], _ extents: [Extent]) throws -> IndexForm {
    var left = operands[0]
    for place in operands.indices.dropFirst() {
      var sum = Contraction(algebra, Extent(rows: extents[0].rows, columns: extents[place].columns))
      let inner = sum.sum(over: extents[place].rows)
      sum.multiply(left, sum.row, inner)
      sum.multiply(operands[place], inner, sum.column)
      left = try sum.form()
    }
    return left
  }

  private func hadamard(_ operands: [IndexForm], _ extent: Extent) throws -> IndexForm {
    var product = try broadcast(operands[0], to: extent)
    for operand in operands.dropFirst() { product = try algebra.product(product, try broadcast(operand, to: extent)) }
    return product
  }

  private func power(_ operands: [IndexForm], _ record: Record) throws -> IndexForm {
    if let exponent = store.value(record.operands[1]) {
      if let whole = exponent.intValue { return try wholePower(record.operands[0], whole) }
      return try algebra.power(operands[0], exponent)
    }
    let (base, exponent) = (
      try broadcast(operands[0], to: record.extent), try broadcast(operands[1], to: record.extent)
    )
    if let number = exponent.constant { return try algebra.power(base, number) }
    return try algebra.exponential(try algebra.product(exponent, try algebra.logarithm(base)))
  }

  /// A whole power of an entrywise product is taken factor by factor, before the factors are multiplied out.
  private func wholePower(_ base: Node, _ exponent: Int) throws -> IndexForm {
    let extent = store.extent(base)
    var result = try algebra.constant(1, free: IndexAlgebra.free(extent))
    var pending = [(base, exponent)]
    while let (node, power) = pending.popLast() {
      let record = store[node]
      switch record.operation {
      case .hadamard, .scale: pending += record.operands.map { ($0, power) }
      case .power
      where store.value(record.operands[1])?.intValue != nil && store.extent(record.operands[0]) == record.extent:
        let (product, overflow) = power.multipliedReportingOverflow(by: store.value(record.operands[1])?.intValue ?? 1)
        if overflow { throw Undecided(reason: "an exponent too large") }
        pending.append((record.operands[0], product))
      default:
        let factor = try algebra.power(try operand(node), Rational(power))
        result = try algebra.product(result, try broadcast(factor, to: extent))
      }
    }
    return result
  }

  private func kronecker(_ record: Record, _ operands: [IndexForm], _ extents: [Extent]) throws -> IndexForm {
    try contracted(record) { sum in
      if record.operation == .kronecker {
        let (i, j) = (sum.sum(over: extents[0].rows), sum.sum(over: extents[0].columns))
        let (k, l) = (sum.sum(over: extents[1].rows), sum.sum(over: extents[1].columns))
        sum.pair(sum.row, i, k)
        sum.pair(sum.column, j, l)
        sum.multiply(operands[0], i, j)
        sum.multiply(operands[1], k, l)
        return
      }
      let (rows, columns) = (sum.sum(over: extents[0].rows), sum.sum(over: extents[0].columns))
      let (k, l) = (sum.sum(over: extents[1].rows), sum.sum(over: extents[1].columns))
      let isLeft = record.operation == .kroneckerLeft
      sum.pair(rows, isLeft ? sum.row : k, isLeft ? k : sum.row)
      sum.pair(columns, isLeft ? sum.column : l, isLeft ? l : sum.column)
      sum.multiply(operands[0], rows, columns)
      sum.multiply(operands[1], k, l)
    }
  }

  private func wholeMatrix(_ record: Record, _ form: IndexForm, isTransposing: Bool) throws -> IndexForm {
    if form.free.count != 2 { throw Undecided(reason: "the function \(record.operation) of a vector") }
    return try algebra.matrixAtom(
      .matrixFunction, payload: Int(record.operation.rawValue), of: form, isTransposing: isTransposing)
  }
}
