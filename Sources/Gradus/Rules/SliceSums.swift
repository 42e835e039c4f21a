/// Sums of exp(Z) along its rows or columns, as factors of what stands beside them.
struct SliceSums {
  /// exp(Z) or its transpose, as it must occur to be divided by the sums.
  private let exponential: Node
  /// What it then is.
  private let softmax: Node
  /// Whether there is one sum for every row of what they multiply, and not one for every column.
  let isLeading: Bool

  private init(exponential: Node, softmax: Node, isLeading: Bool) {
    (self.exponential, self.softmax, self.isLeading) = (exponential, softmax, isLeading)
  }

  /// exp(Z) 1 and exp(Z) 1 1ᵀ, 1ᵀ exp(Z) and 1 1ᵀ exp(Z), and their transposes.
  init?(_ node: Node, _ s: Simplifier) {
    if let plain = Self.untransposed(node, s) {
      self = plain
    } else if let turned = Self.untransposed(s.transpose(node), s) {
      self = turned.transposed(s)
    } else {
      return nil
    }
  }

  /// The same beside the transpose.
  func transposed(_ s: Simplifier) -> SliceSums {
    SliceSums(exponential: s.transpose(exponential), softmax: s.transpose(softmax), isLeading: !isLeading)
  }

  private static func untransposed(_ node: Node, _ s: Simplifier) -> SliceSums? {
    let factors = s.factors(node)
    if let exponential = summed(factors, along: .columns, s) {
      return SliceSums(exponential, .columns, s)
    }
    return summed(factors.reversed(), along: .rows, s).map { SliceSums($0, .rows, s) }
  }

  private init(_ exponential: Node, _ axis: Axis, _ s: Simplifier) {
    let softmax = s.call(.softmax, payload: axis.rawValue, s.store.operands(exponential)[0])
    self.init(exponential: exponential, softmax: softmax, isLeading: axis == .columns)
  }

  /// The exp(Z) that ones beside it, from the inside out, sum and at most spread again.
  private static func summed(_ factors: [Node], along axis: Axis, _ s: Simplifier) -> Node? {
    let (first, ones) = (s.store[factors[0]], factors.dropFirst())
    guard ones.allSatisfy({ s.operation($0) == .ones }) else { return nil }
    if first.operation == .total, first.payload == axis.rawValue, ones.count <= 1 {
      return s.operation(first.operands[0]) == .exp ? first.operands[0] : nil
    }
    guard first.operation == .exp, let summing = ones.first, ones.count <= 2 else { return nil }
    let extent = s.store.extent(summing)
    return ones.count == 1 || (axis == .columns ? extent.columns : extent.rows) == .one ? factors[0] : nil
  }

  /// A node divided by the sums, where it is a multiple of the exponential slice by slice; else nil.
  func replacing(in node: Node, _ s: Simplifier, depth: Int = 4) -> Node? {
    if node == exponential { return softmax }
    if depth == 0 { return nil }
    let depth = depth - 1
    let record = s.store[node]
    var operands = Array(record.operands)
    switch record.operation {
    case .transpose: return transposed(s).replacing(in: operands[0], s, depth: depth).map { s.transpose($0) }
    case .product:
      // Diagonal matrices at the end scale the same slices.
      for place in isLeading ? Array(operands.indices) : operands.indices.reversed() {
        if let replaced = replacing(in: operands[place], s, depth: depth) {
          operands[place] = replaced
          return s.product(operands)
        }
        if s.operation(operands[place]) != .diagonalMatrix { return nil }
      }
      return nil
    case .hadamard:
      for place in operands.indices {
        guard let replaced = replacing(in: operands[place], s, depth: depth) else { continue }
        operands[place] = replaced
        return s.hadamard(operands)
      }
      return nil
    case .scale: return replacing(in: operands[1], s, depth: depth).map { s.scale(operands[0], $0) }
    case .diagonalMatrix:
      let column = isLeading ? self : transposed(s)
      return column.replacing(in: operands[0], s, depth: depth).map { s.call(.diagonalMatrix, $0) }
    case .total where record.payload == (isLeading ? Axis.columns : Axis.rows).rawValue:
      return replacing(in: operands[0], s, depth: depth).map { s.call(.total, payload: record.payload, $0) }
    default: return nil
    }
  }
}
