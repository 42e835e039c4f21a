/// What has to hold at a point for an expression to have a value or a derivative there.
enum CoqCondition {
  case positive(Node)
  case nonzero(Node)
  case insideUnitInterval(Node)
  /// The entries are no zeros of a function.
  case nonzeroOf(String, Node)
  case different(Node, Node)
  case invertible(Node)
  /// Not the zero matrix.
  case nonzeroWhole(Node)
  /// There is something to reduce.
  case nonempty(Dim)
  /// Each slice has one largest entry.
  case uniqueMaximum(Node, Axis)
  /// A part of a size stands inside the whole behind an offset.
  case fits(Dimension, behind: Dimension, into: Dimension)

  /// What the operation at a node asks of its operands for a value.
  static func ofValue(_ node: Node, in store: Store) -> [CoqCondition] {
    let record = store[node]
    switch record.operation {
    case .inverse:
      let operand = record.operands[0]
      return [store.isScalar(operand) ? .nonzero(operand) : .invertible(operand)]
    case .logDeterminant: return [.invertible(record.operands[0])]
    case .log: return [.positive(record.operands[0])]
    case .tan, .sec: return [.nonzeroOf("cos", record.operands[0])]
    case .cot, .csc: return [.nonzeroOf("sin", record.operands[0])]
    case .coth, .csch: return [.nonzero(record.operands[0])]
    case .asin, .acos: return [.insideUnitInterval(record.operands[0])]
    case .power:
      let (base, exponent) = (record.operands[0], record.operands[1])
      if store.value(base)?.isNegative == false { return [] }
      guard let value = store.value(exponent), value.isInteger else { return [.positive(base)] }
      return value.isNegative ? [.nonzero(base)] : []
    case .unit:
      let region = store.regions[record.payload]
      return fits(1, behind: region.rowOffset, into: region.rows)
    case .block, .place:
      let region = store.regions[record.payload]
      let operand = store.shape(record.operands[0])
      let whole = record.operation == .block ? operand : store.shape(node)
      let part = record.operation == .block ? store.shape(node) : operand
      return fits(part.rows, behind: region.rowOffset, into: whole.rows)
        + fits(part.columns, behind: region.columnOffset, into: whole.columns)
    case .softmax, .logSoftmax, .logSumExp:
      let extent = store.extent(record.operands[0])
      return switch Axis(rawValue: record.payload) ?? .all {
      case .rows: [.nonempty(extent.rows)]
      case .columns: [.nonempty(extent.columns)]
      case .all: [.nonempty(extent.rows), .nonempty(extent.columns)]
      }
    default: return []
    }
  }

  /// Nothing where it is so at every size.
  private static func fits(_ part: Dimension, behind offset: Dimension, into whole: Dimension) -> [CoqCondition] {
    whole.subtracting(offset + part) == nil ? [.fits(part, behind: offset, into: whole)] : []
  }

  /// What it asks beyond that for a derivative: corners are left out.
  static func ofDerivative(_ node: Node, in store: Store) -> [CoqCondition] {
    let record = store[node]
    switch record.operation {
    case .abs, .sign, .step, .relu, .leakyRelu, .elu: return [.nonzero(record.operands[0])]
    case .larger, .smaller: return [.different(record.operands[0], record.operands[1])]
    case .norm2: return [.nonzeroWhole(record.operands[0])]
    case .norm1: return [.nonzero(record.operands[0])]
    case .maximum, .argmax: return [.uniqueMaximum(record.operands[0], Axis(rawValue: record.payload) ?? .all)]
    case .adjugate: return [.invertible(record.operands[0])]
    default: return []
    }
  }

  func text(_ writer: CoqWriter) throws(CoqRefusal) -> String {
    switch self {
    case .positive(let node): return try writer.every(node) { "0 < \($0)" }
    case .nonzero(let node): return try writer.every(node) { "\($0) != 0" }
    case .insideUnitInterval(let node): return try writer.every(node) { "-1 < \($0) < 1" }
    case .nonzeroOf(let function, let node):
      return try writer.every(node, atLeast: .atom) { "\(function) \($0) != 0" }
    case .different(let left, let right):
      if writer.store.isScalar(right) {
        let other = try writer.scalar(right).text(.sum)
        return try writer.every(left) { "\($0) != \(other)" }
      }
      if writer.store.isScalar(left) {
        let other = try writer.scalar(left).text(.sum)
        return try writer.every(right) { "\($0) != \(other)" }
      }
      let other = try writer.matrix(right).text(.atom)
      return try writer.every(left) { "\($0) != \(other) i j" }
    case .invertible(let node): return "\(try writer.matrix(node).text(.sum)) \\in unitmx"
    case .nonempty(let dim):
      return "(0 < \(writer.names.size(writer.store.dimension(dim), atLeast: .sum)))%N"
    case .uniqueMaximum(let node, let axis):
      let entries = try writer.matrix(node).text(.atom)
      return switch axis {
      case .all: "(exists i j, forall i' j', (i', j') != (i, j) -> \(entries) i' j' < \(entries) i j)"
      case .rows: "(forall j, exists i, forall i', i' != i -> \(entries) i' j < \(entries) i j)"
      case .columns: "(forall i, exists j, forall j', j' != j -> \(entries) i j' < \(entries) i j)"
      }
    case .fits(let part, let offset, let whole):
      let (first, room) = (writer.names.size(offset, atLeast: .sum), writer.names.size(whole, atLeast: .sum))
      if part == 1 { return "(\(first) < \(room))%N" }
      let last = offset == 0 ? "" : "\(first) + "
      return "(\(last)\(writer.names.size(part, atLeast: .product)) <= \(room))%N"
    case .nonzeroWhole(let node): return "\(try writer.matrix(node).text(.sum)) != 0"
    }
  }
}

extension CoqWriter {
  /// A property of a scalar, or of every entry of a matrix.
  fileprivate func every(
    _ node: Node, atLeast least: CoqTerm.Precedence = .sum, _ property: (String) -> String
  ) throws(CoqRefusal) -> String {
    if store.isScalar(node) { return property(try scalar(node).text(least)) }
    let entry = CoqTerm(.call, "\(try matrix(node).text(.atom)) i j")
    return "(forall i j, \(property(entry.text(least))))"
  }
}

extension Attributes {
  /// What the attributes of a variable say of it.
  func coqConditions(of variable: Variable, _ names: CoqNames) throws(CoqRefusal) -> [String] {
    let name = names.variable(variable).text(.postfix)
    let shape = variable.shape
    let isScalar = shape.isScalar
    var texts: [String] = []
    for (word, attribute) in Attributes.named where contains(attribute) {
      switch attribute {
      case .symmetric: texts.append("\(name)^T = \(name)")
      case .skew: texts.append("\(name)^T = - \(name)")
      case .orthogonal: texts.append("\(name)^T *m \(name) = 1%:M")
      case .invertible: texts.append("\(name) \\in unitmx")
      case .positive: texts.append(isScalar ? "0 < \(name)" : "(forall i j, 0 < \(name) i j)")
      case .binary:
        texts.append(
          isScalar ? "\(name) = 0 \\/ \(name) = 1" : "(forall i j, \(name) i j = 0 \\/ \(name) i j = 1)")
      case .signs:
        texts.append(
          isScalar ? "\(name) = 1 \\/ \(name) = - 1" : "(forall i j, \(name) i j = 1 \\/ \(name) i j = - 1)")
      case .simplex where shape.columns == .one: texts.append("total \(name) = 1")
      case .simplex: texts.append("total_columns \(name) = ones \(names.size(shape.rows, atLeast: .atom)) 1")
      case .diagonal: texts.append("\(name) = diag (diagonal \(name))")
      default: throw CoqRefusal.attribute(word)
      }
    }
    return texts
  }
}
