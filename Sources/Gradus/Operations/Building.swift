/// Operand shapes that an operation cannot take.
public struct ShapeClash: Error, Sendable, Hashable {
  public let operation: Operation
  public let shapes: [Shape]
}

extension Operation {
  /// Whether it takes one operand of any shape and gives the same shape.
  var keepsShape: Bool { Operation.keepingShape[Int(rawValue)] }

  private static let keepingShape: [Bool] = allCases.map { operation in
    let signature = operation.definition.signature
    guard signature.operands.count == 1, !signature.isVariadic, !signature.isFree else { return false }
    return signature.operands[0] == signature.result && signature.result.rows != signature.result.columns
      && signature.result.rows.name != nil && signature.result.columns.name != nil && operation != .custom
  }
}

extension Store {
  /// A call of an operation on operands, shapes checked; signs are built by their own constructors.
  func apply(_ operation: Operation, payload: UInt32 = 0, _ operands: [Node]) throws(ShapeClash) -> Node {
    let definition = operation.definition
    let extents = operands.map { extent($0) }
    guard let extent = resultExtent(operation, payload, definition.signature, extents) else {
      throw ShapeClash(operation: operation, shapes: extents.map { shape($0) })
    }
    let isPointless = operation.isReduction && extents[0].isScalar
    return intern(operation, payload: isPointless ? Axis.all.rawValue : payload, extent, operands)
  }

  private func resultExtent(
    _ operation: Operation, _ payload: UInt32, _ signature: Signature, _ extents: [Extent]
  ) -> Extent? {
    switch operation {
    case .horizontal: return sideBySide(extents)
    case .vertical: return sideBySide(extents.map(\.transposed))?.transposed
    case .total, .mean, .maximum, .logSumExp:
      guard let only = extents.first, extents.count == 1 else { return nil }
      switch Axis(rawValue: payload) ?? .all {
      case .all: return .scalar
      case .rows: return Extent(rows: .one, columns: only.columns)
      case .columns: return Extent(rows: only.rows, columns: .one)
      }
    case .leakyRelu, .elu, .larger, .smaller: return extents.count == 2 ? broadcast(extents[0], extents[1]) : nil
    case .kroneckerLeft, .kroneckerRight, .unvec, .block, .place:
      preconditionFailure("\(operation) carries its shape: use its own constructor")
    default: return signature.result(of: extents, in: self)
    }
  }

  private func broadcast(_ left: Extent, _ right: Extent) -> Extent? {
    if left == right || right.isScalar { return left }
    return left.isScalar ? right : nil
  }

  private func sideBySide(_ extents: [Extent]) -> Extent? {
    guard let first = extents.first else { return nil }
    var columns = first.columns
    for extent in extents.dropFirst() {
      guard extent.rows == first.rows else { return nil }
      columns = adding(columns, extent.columns)
    }
    return Extent(rows: first.rows, columns: columns)
  }

  /// The m×n matrix G with G_ij = ⟨block ij of A, B⟩: the adjoint of A ⊗ B in A.
  func kroneckerLeft(_ whole: Node, _ right: Node, _ extent: Extent) -> Node {
    intern(.kroneckerLeft, extent, [whole, right])
  }

  /// Σ A_ij (block ij of G), p×q: the adjoint of A ⊗ B in B.
  func kroneckerRight(_ whole: Node, _ left: Node, _ extent: Extent) -> Node {
    intern(.kroneckerRight, extent, [whole, left])
  }

  /// The m×n matrix whose columns, one under the other, are the vector.
  func unvec(_ vector: Node, _ extent: Extent) -> Node {
    if self.extent(vector) == extent { return vector }
    return intern(.unvec, extent, vector)
  }

  /// A rectangle of a matrix; a column of the identity is a unit vector, a row a transposed one.
  func block(_ whole: Node, _ region: Region) -> Node {
    let extent = self.extent(Shape(region.rows, region.columns))
    let size = self.extent(whole)
    if extent == size { return whole }
    if operation(whole) == .identity {
      if extent.rows == size.rows, extent.columns == .one { return unit(size.rows, at: region.columnOffset) }
      if extent.columns == size.columns, extent.rows == .one {
        return transpose(unit(size.rows, at: region.rowOffset))
      }
    }
    return intern(.block, payload: payload(region), extent, whole)
  }

  /// A zero matrix of the region's rows and columns with the part standing at its offsets.
  func place(_ part: Node, _ region: Region) -> Node {
    let extent = self.extent(Shape(region.rows, region.columns))
    if extent == self.extent(part) { return part }
    return intern(.place, payload: payload(region), extent, part)
  }
}

extension Expression {
  /// Builds on operands, which may come from different stores.
  static func build(_ operands: [Expression], _ body: (Store, [Node]) throws -> Node) rethrows -> Expression {
    let first = operands[0].store
    if operands.allSatisfy({ $0.store === first }) {
      return try first.guarded { Expression($0, try body($0, operands.map(\.node))) }
    }
    let common = operands.first { $0.store.lock == nil }?.store ?? SharedStore.current
    return try common.guarded { store in
      let nodes = operands.map { operand in operand.store.guarded { store.adopt(operand.node, from: $0) } }
      return Expression(store, try body(store, nodes))
    }
  }

  /// Builds on two operands, which nearly always come from one store.
  static func build(
    _ left: Expression, _ right: Expression, _ body: (Store, Node, Node) -> Node
  ) -> Expression {
    if left.store === right.store { return left.store.guarded { Expression($0, body($0, left.node, right.node)) } }
    return build([left, right]) { store, nodes in body(store, nodes[0], nodes[1]) }
  }

  /// A call of one operand; of an elementwise function any shape fits.
  static func call(_ operation: Operation, _ operand: Expression) -> Expression {
    if !operation.keepsShape { return call(operation, axis: nil, operand) }
    return operand.store.guarded { store in
      Expression(store, store.intern(operation, store.extent(operand.node), operand.node))
    }
  }

  /// A call whose operands fit by the caller's care; a wrong shape stops the program with both shapes named.
  static func call(_ operation: Operation, axis: Axis? = nil, _ operands: Expression...) -> Expression {
    build(operands) { store, nodes in
      do throws(ShapeClash) {
        return try store.apply(operation, payload: axis?.rawValue ?? 0, nodes)
      } catch {
        preconditionFailure(Diagnostic.text(of: error))
      }
    }
  }
}

extension Example {
  /// The operation called on operands of the example's shapes; nil for one that carries a function.
  func call(_ operation: Operation, on operands: [Node], in store: Store) throws(ShapeClash) -> Node? {
    let extent = store.extent(Shape(region.rows, region.columns))
    switch operation {
    case .sum: return store.sum(operands)
    case .product: return store.product(operands)
    case .hadamard: return store.hadamard(operands)
    case .scale: return store.scale(operands[0], operands[1])
    case .transpose: return store.transpose(operands[0])
    case .power: return store.power(operands[0], operands[1])
    case .kroneckerLeft: return store.kroneckerLeft(operands[0], operands[1], extent)
    case .kroneckerRight: return store.kroneckerRight(operands[0], operands[1], extent)
    case .unvec: return store.unvec(operands[0], extent)
    case .block: return store.block(operands[0], region)
    case .place: return store.place(operands[0], region)
    case .custom: return nil
    default: return try store.apply(operation, payload: axis.rawValue, operands)
    }
  }
}
