/// Rows and columns as Coq computes them for a term: in its types m * 1 is not m, though the numbers are equal.
struct CoqShape: Hashable {
  var rows: String
  var columns: String

  var transposed: CoqShape { CoqShape(rows: columns, columns: rows) }
  var type: String { "'M[R]_(\(rows), \(columns))" }

  /// The size of what is repeated `count` times.
  static func times(_ count: String, _ size: String) -> String {
    "\(count.contains("+ ") ? "(\(count))" : count) * \(size.contains(" ") ? "(\(size))" : size)"
  }

  static func plus(_ first: String, _ second: String) -> String {
    "\(first) + \(second.contains("+ ") ? "(\(second))" : second)"
  }
}

extension CoqWriter {
  func shape(of node: Node) -> CoqShape {
    let record = store[node]
    let declared = declaredShape(record.extent)
    if record.extent.isScalar { return declared }
    let operands = record.operands
    switch record.operation {
    case .sum, .hadamard: return shape(of: operands[0])
    case .scale: return shape(of: operands[1])
    case .product:
      return CoqShape(rows: shape(of: operands[0]).rows, columns: shape(of: operands[operands.count - 1]).columns)
    case .transpose: return shape(of: operands[0]).transposed
    case .kronecker:
      let (left, right) = (shape(of: operands[0]), shape(of: operands[1]))
      return CoqShape(
        rows: CoqShape.times(left.rows, right.rows), columns: CoqShape.times(left.columns, right.columns))
    case .vec:
      let part = shape(of: operands[0])
      return CoqShape(rows: CoqShape.times(part.columns, part.rows), columns: "1")
    case .commutation:
      let region = store.regions[record.payload]
      let (rows, columns) = (size(region.rows), size(region.columns))
      return CoqShape(rows: CoqShape.times(rows, columns), columns: CoqShape.times(columns, rows))
    case .vecDiagonal:
      return CoqShape(rows: CoqShape.times(declared.columns, declared.columns), columns: declared.columns)
    case .horizontal:
      let parts = operands.map { shape(of: $0) }
      return CoqShape(rows: parts[0].rows, columns: joined(parts.map(\.columns)))
    case .vertical:
      let parts = operands.map { shape(of: $0) }
      return CoqShape(rows: joined(parts.map(\.rows)), columns: parts[0].columns)
    case .total, .mean, .maximum, .logSumExp:
      let part = shape(of: operands[0])
      return Axis(rawValue: record.payload) == .rows
        ? CoqShape(rows: "1", columns: part.columns) : CoqShape(rows: part.rows, columns: "1")
    case .diagonal: return CoqShape(rows: shape(of: operands[0]).rows, columns: "1")
    case .diagonalMatrix:
      let part = shape(of: operands[0])
      return CoqShape(rows: part.rows, columns: part.rows)
    case .inverse, .adjugate, .lowerTriangle: return square(operands[0])
    case let operation where operation.isEntrywise:
      return operands.first { !store.isScalar($0) }.map { shape(of: $0) } ?? declared
    default: return declared
    }
  }

  /// The matrix in the type asked for: the same entries, where its own type spells the sizes otherwise.
  func matrix(_ node: Node, as shape: CoqShape) throws(CoqRefusal) -> CoqTerm {
    let term = try matrix(node)
    return self.shape(of: node) == shape ? term : .atom("(resized \(term.text(.atom)) : \(shape.type))")
  }

  /// Two matrices in one type, the shorter of theirs.
  func agreeing(_ left: Node, _ right: Node) throws(CoqRefusal) -> (CoqTerm, CoqTerm) {
    let (first, second) = (shape(of: left), shape(of: right))
    let common = first.type.count <= second.type.count ? first : second
    return (try matrix(left, as: common), try matrix(right, as: common))
  }

  /// The sides of an equation.
  func sides(_ left: Node, _ right: Node) throws(CoqRefusal) -> (left: CoqTerm, right: CoqTerm) {
    if store.isScalar(left) { return (try scalar(left), try scalar(right)) }
    let (first, second) = try agreeing(left, right)
    return (first, second)
  }

  /// A value of the type of another of its shape.
  func term(_ node: Node, like other: Node) throws(CoqRefusal) -> CoqTerm {
    store.isScalar(node) ? try scalar(node) : try matrix(node, as: shape(of: other))
  }

  /// The type of a square matrix.
  func square(_ node: Node) -> CoqShape {
    let shape = shape(of: node)
    return CoqShape(rows: shape.rows, columns: shape.rows)
  }

  func declaredShape(_ extent: Extent) -> CoqShape {
    CoqShape(rows: size(store.dimension(extent.rows)), columns: size(store.dimension(extent.columns)))
  }

  /// Blocks are joined from the right.
  private func joined(_ sizes: [String]) -> String {
    sizes.dropLast().reversed().reduce(sizes[sizes.count - 1]) { CoqShape.plus($1, $0) }
  }

  private func size(_ dimension: Dimension) -> String { names.size(dimension, atLeast: .definition) }
}

extension Operation {
  /// Whether each entry of the result is made of the entries at its place.
  fileprivate var isEntrywise: Bool {
    switch self {
    case .power, .custom, .softmax, .logSoftmax, .argmax: true
    default: coqFunction != nil
    }
  }
}
