extension Store {
  func number(_ value: Rational) -> Node {
    guard let small = value.smallInteger else { return leaf(.number, payload: payload(value), .scalar) }
    return number(small: small) { leaf(.number, payload: payload(value), .scalar) }
  }

  func variable(_ variable: Variable) -> Node { leaf(.variable, payload: payload(variable), extent(variable.shape)) }

  /// dX for a variable X: of the same shape, and linear by where it may stand.
  func differential(_ variable: Variable) -> Node {
    leaf(.differential, payload: payload(variable), extent(variable.shape))
  }

  func zeros(_ extent: Extent) -> Node { extent.isScalar ? zero : leaf(.zeros, extent) }

  func ones(_ extent: Extent) -> Node { extent.isScalar ? one : leaf(.ones, extent) }

  func ones(_ rows: Dim, _ columns: Dim = .one) -> Node { ones(Extent(rows: rows, columns: columns)) }

  func identity(_ size: Dim) -> Node { size == .one ? one : leaf(.identity, Extent(rows: size, columns: size)) }

  /// A dimension standing as a scalar: numbers and names are leaves, a polynomial is the sum of products that it reads as.
  func scalar(_ dim: Dim) -> Node {
    let dimension = dimension(dim)
    if let literal = dimension.literal { return number(Rational(literal)) }
    if dimension.name != nil { return leaf(.dimension, payload: dim.index, .scalar) }
    return sum(
      dimension.terms.map { term in
        hadamard([number(Rational(term.coefficient))] + term.names.map { scalar(self.dim(Dimension($0))) })
      })
  }

  /// e_i of length n, i counted from 0.
  func unit(_ length: Dim, at index: Dimension) -> Node {
    if length == .one { return one }
    let region = Region(rowOffset: index, columnOffset: 0, rows: dimension(length), columns: 1)
    return leaf(.unit, payload: payload(region), Extent(rows: length, columns: .one))
  }

  /// K with vec(Xᵀ) = K vec(X) for an m×n matrix X.
  func commutation(_ rows: Dim, _ columns: Dim) -> Node {
    let size = multiplying(rows, columns)
    if rows == .one || columns == .one { return identity(size) }
    let region = Region(rowOffset: 0, columnOffset: 0, rows: dimension(rows), columns: dimension(columns))
    return leaf(.commutation, payload: payload(region), Extent(rows: size, columns: size))
  }

  /// The n²×n matrix with vec(diag(x)) = vecdiag(n)·x.
  func vecDiagonal(_ size: Dim) -> Node {
    size == .one ? one : leaf(.vecDiagonal, Extent(rows: multiplying(size, size), columns: size))
  }

  /// The value of a number node.
  func value(_ node: Node) -> Rational? {
    let record = self[node]
    return record.operation == .number ? numbers[record.payload] : nil
  }

  func isZero(_ node: Node) -> Bool { node == zero || operation(node) == .zeros }

  func isOnes(_ node: Node) -> Bool { node == one || operation(node) == .ones }

  func isIdentity(_ node: Node) -> Bool { node == one || operation(node) == .identity }

  func isScalar(_ node: Node) -> Bool { extent(node).isScalar }

  func isNumber(_ node: Node) -> Bool { operation(node) == .number }
}
