extension NumPyWriter {
  /// A function of a square matrix, whose value is a matrix or a scalar; a scalar has a formula of its own.
  func squareFunction(
    _ node: Node, scalar: (PythonCode) -> PythonCode, _ function: (PythonCode) -> PythonCode
  ) throws(EmissionError) -> NumPyForm {
    let value = value(store.operands(node)[0])
    return .full(value.isScalar ? scalar(value.form.code) : function(try code(value)))
  }

  /// A function of any matrix, whose value has the node's extent.
  func matrixFunction(_ node: Node, _ function: (PythonCode) -> PythonCode) throws(EmissionError) -> NumPyForm {
    vectorForm(function(try matrixCode(store.operands(node)[0])), store.extent(node))
  }

  /// Left to the product that it stands in, unless it stands in several.
  func inverse(_ node: Node) throws(EmissionError) -> NumPyForm {
    let value = value(store.operands(node)[0])
    if value.isScalar { return .full(.product([], over: [value.form.code])) }
    if value.form.isDiagonal { return value.form.mapCode { .product([], over: [$0]) } }
    let matrix = try code(value)
    return uses[node, default: 0] > 1 ? .full(.call("np.linalg.inv", matrix)) : .inverse(matrix)
  }

  /// det(U) det(V) V diag(products of the other singular values) Uᵀ, which needs no inverse (Stewart 1998).
  func adjugate(_ node: Node) throws(EmissionError) -> NumPyForm {
    let value = value(store.operands(node)[0])
    if value.isScalar { return .full(PythonCode("1.0")) }
    let parts = unpacked(3, .call("np.linalg.svd", try code(value)))
    let (u, s, v) = (parts[0], parts[1], parts[2])
    let others = PythonCode("np.where(np.eye(\(s.text).size) == 1, 1.0, \(s.text)).prod(axis=1)")
    let signs = PythonCode.call("np.linalg.det", u) * .call("np.linalg.det", v)
    return .full(signs * .matrixProduct(v.transposed * others, u.transposed))
  }

  /// U Vᵀ over the singular values above rounding noise.
  func polar(_ matrix: PythonCode) -> PythonCode {
    let parts = unpacked(3, PythonCode("np.linalg.svd(\(matrix.text), full_matrices=False)"))
    let kept = PythonCode("(\(parts[1].text) > 1e-14 * \(parts[1].text)[0])")
    return .matrixProduct(parts[0] * kept, parts[2])
  }

  func nuclearNorm(_ node: Node) throws(EmissionError) -> NumPyForm {
    let value = value(store.operands(node)[0])
    if !value.isMatrix { return try norm(node, "np.linalg.norm", "") }
    return .full(PythonCode("np.linalg.norm(\(try code(value).text), 'nuc')"))
  }

  func exponentialDerivative(_ node: Node) throws(EmissionError) -> NumPyForm {
    let (a, direction) = (value(store.operands(node)[0]), value(store.operands(node)[1]))
    if a.isScalar { return .full(.call("np.exp", a.form.code) * direction.form.code) }
    let function = imported("expm_frechet", from: "scipy.linalg")
    return .full(PythonCode("\(function)(\(try code(a).text), \(try code(direction).text), compute_expm=False)"))
  }

  /// The upper right block of log [[A, E], [0, A]] (Higham, Functions of Matrices, theorem 3.6).
  func logarithmDerivative(_ node: Node) throws(EmissionError) -> NumPyForm {
    let (a, direction) = (value(store.operands(node)[0]), value(store.operands(node)[1]))
    if a.isScalar { return .full(.product([direction.form.code], over: [a.form.code])) }
    let matrix = named(try code(a))
    let zeros = "np.zeros_like(\(matrix.text))"
    let blocks = "np.block([[\(matrix.text), \(try code(direction).text)], [\(zeros), \(matrix.text)]])"
    let logarithm = PythonCode.call(imported("logm", from: "scipy.linalg"), PythonCode(blocks))
    let order = try size(a.extent.rows).text
    return .full(.call("np.real", logarithm.suffixed("[:\(order), \(order):]")))
  }

  func trace(_ node: Node) throws(EmissionError) -> NumPyForm {
    let operand = store.operands(node)[0]
    if let (left, right) = try factorsForDiagonal(operand) {
      if left.isColumn { return try multiply(right, left).form }
      if let (u, v) = outerFactors(left) { return try multiply(v, multiply(right, u)).form }
      if let (u, v) = outerFactors(right) { return try multiply(multiply(v, left), u).form }
      let turned = transposed(right)
      let products = NumPyValue(form: try entrywiseProduct(left, turned), extent: left.extent)
      return try total(products, .all).form
    }
    let value = value(operand)
    if value.isScalar { return value.form }
    if case .full(let code) = value.form { return .full(.linearCall("np.trace", code)) }
    return try total(diagonal(of: value), .all).form
  }

  /// The diagonal of a product needs no other entries of it.
  func diagonal(_ node: Node) throws(EmissionError) -> NumPyForm {
    let operand = store.operands(node)[0]
    if let (left, right) = try factorsForDiagonal(operand) {
      let turned = transposed(right)
      if left.isColumn { return try entrywiseProduct(left, turned) }
      let products = NumPyValue(form: try entrywiseProduct(left, turned), extent: left.extent)
      return try total(products, .columns).form
    }
    return try diagonal(of: value(operand)).form
  }

  private func entrywiseProduct(_ left: NumPyValue, _ right: NumPyValue) throws(EmissionError) -> NumPyForm {
    if left.form.isDiagonal || right.form.isDiagonal {
      let (a, b) = (try diagonal(of: left), try diagonal(of: right))
      return diagonalMatrix(NumPyValue(form: try entrywise([a, b], a.extent) { .product($0) }, extent: a.extent)).form
    }
    return try entrywise([left, right], left.extent) { .product($0) }
  }

  /// The diagonal of a square matrix as a column.
  func diagonal(of value: NumPyValue) throws(EmissionError) -> NumPyValue {
    let extent = Extent(rows: value.extent.rows, columns: .one)
    if value.isScalar { return value }
    let form: NumPyForm =
      switch value.form {
      case .full, .inverse: .full(.linearCall("np.diag", try code(value)))
      case .constant, .columns, .rows: value.form.isConstant ? value.form : .full(value.form.code)
      case .diagonal(let code): .full(code)
      case .multipleOfIdentity(let code): .constant(code)
      }
    return NumPyValue(form: form, extent: extent)
  }

  func diagonalMatrix(_ column: NumPyValue) -> NumPyValue {
    if column.isScalar { return column }
    let form: NumPyForm = column.form.isConstant ? .multipleOfIdentity(column.form.code) : .diagonal(column.form.code)
    return NumPyValue(form: form, extent: Extent(rows: column.extent.rows, columns: column.extent.rows))
  }
}
