extension NumPyWriter {
  /// The product of a chain in its cheapest order.
  func chain(_ factors: [Node]) throws(EmissionError) -> NumPyValue {
    let values = factors.map { value($0) }
    return try product(values, 0, values.count - 1, order(values))
  }

  private func order(_ values: [NumPyValue]) -> ChainOrder {
    ChainOrder(
      values.map { value in
        let shape = store.shape(value.extent)
        return ChainOrder.Factor(
          rows: shape.rows.typicalSize, columns: shape.columns.typicalSize, isDiagonal: value.form.isDiagonal)
      })
  }

  /// The stretch of factors from start to end; chains too long for the table are folded from the end of a vector.
  private func product(
    _ values: [NumPyValue], _ start: Int, _ end: Int, _ order: ChainOrder
  ) throws(EmissionError) -> NumPyValue {
    if start == end { return values[start] }
    let split = order.split(start, end)
    return try multiply(product(values, start, split, order), product(values, split + 1, end, order))
  }

  /// A product in two factors, between which only the diagonal of the last product is wanted; nil for other nodes.
  func factorsForDiagonal(_ node: Node) throws(EmissionError) -> (left: NumPyValue, right: NumPyValue)? {
    guard store.operation(node) == .product, uses[node] == 1 else { return nil }
    let values = store.operands(node).map { value($0) }
    let order = order(values)
    let split = order.traceSplit
    return (try product(values, 0, split, order), try product(values, split + 1, values.count - 1, order))
  }

  /// The product of two values, none of which is made in full where it need not be.
  func multiply(_ left: NumPyValue, _ right: NumPyValue) throws(EmissionError) -> NumPyValue {
    if left.isScalar { return try scale(left.form.code, right) }
    if right.isScalar { return try scale(right.form.code, left) }
    if left.form.isDiagonal { return try diagonalTimes(left, right) }
    if right.form.isDiagonal { return try timesDiagonal(left, right) }
    if left.isColumn { return outer(left, right) }
    // A matrix u vᵀ is never made before it is multiplied.
    if let (u, v) = outerFactors(left) { return try multiply(u, multiply(v, right)) }
    if let (u, v) = outerFactors(right) { return try multiply(multiply(left, u), v) }
    let extent = Extent(rows: left.extent.rows, columns: right.extent.columns)
    if case .constant(let value) = left.form { return try scale(value, columnSums(right)) }
    if case .constant(let value) = right.form { return try scale(value, rowSums(left)) }
    return NumPyValue(form: .full(try matrixProduct(left, right)), extent: extent)
  }

  private func matrixProduct(_ left: NumPyValue, _ right: NumPyValue) throws(EmissionError) -> PythonCode {
    if case .inverse(let matrix) = left.form { return .call("np.linalg.solve", matrix, try code(right)) }
    if case .inverse(let matrix) = right.form, left.isRow {
      return .call("np.linalg.solve", matrix.transposed, try code(left))
    }
    return .matrixProduct(try code(left), try code(right))
  }

  /// A column times a row.
  private func outer(_ column: NumPyValue, _ row: NumPyValue) -> NumPyValue {
    let (u, v) = (column.form.code, row.form.code)
    let form: NumPyForm =
      switch (column.form.isConstant, row.form.isConstant) {
      case (true, true): .constant(u * v)
      case (false, true): .columns(v * u)
      case (true, false): .rows(u * v)
      case (false, false): .full(.linearCall("np.outer", u, v))
      }
    return NumPyValue(form: form, extent: Extent(rows: column.extent.rows, columns: row.extent.columns))
  }

  /// The column u and the row vᵀ of a matrix kept as u vᵀ.
  func outerFactors(_ value: NumPyValue) -> (column: NumPyValue, row: NumPyValue)? {
    guard value.isMatrix else { return nil }
    let (column, row): (NumPyForm, NumPyForm)
    switch value.form {
    case .constant(let code): (column, row) = (.constant(code), .constant(.one))
    case .columns(let code): (column, row) = (.full(code), .constant(.one))
    case .rows(let code): (column, row) = (.constant(.one), .full(code))
    case .full, .diagonal, .multipleOfIdentity, .inverse: return nil
    }
    return (
      NumPyValue(form: column, extent: Extent(rows: value.extent.rows, columns: .one)),
      NumPyValue(form: row, extent: Extent(rows: .one, columns: value.extent.columns))
    )
  }

  /// 1ᵀA: a row, or of a column the scalar.
  func columnSums(_ value: NumPyValue) throws(EmissionError) -> NumPyValue {
    let extent = Extent(rows: .one, columns: value.extent.columns)
    if value.isRow { return value }
    if value.isColumn {
      if case .constant(let code) = value.form {
        return NumPyValue(form: .full(try size(value.extent.rows) * code), extent: extent)
      }
      return NumPyValue(form: .full(value.form.code.suffixedLinearly(".sum()")), extent: extent)
    }
    if value.form.isDiagonal { return transposed(try diagonal(of: value)) }
    if let (u, v) = outerFactors(value) { return try multiply(columnSums(u), v) }
    return NumPyValue(form: .full(try code(value).suffixedLinearly(".sum(axis=0)")), extent: extent)
  }

  /// A1: a column, or of a row the scalar.
  func rowSums(_ value: NumPyValue) throws(EmissionError) -> NumPyValue {
    guard value.isMatrix, case .full(let code) = value.form else {
      return try transposed(columnSums(transposed(value)))
    }
    let extent = Extent(rows: value.extent.rows, columns: .one)
    return NumPyValue(form: .full(code.suffixedLinearly(".sum(axis=1)")), extent: extent)
  }

  /// diag(v) A scales rows, and keeps what repeats.
  private func diagonalTimes(_ left: NumPyValue, _ right: NumPyValue) throws(EmissionError) -> NumPyValue {
    if case .multipleOfIdentity(let scalar) = left.form { return try scale(scalar, right) }
    let v = left.form.code
    if right.form.isDiagonal { return NumPyValue(form: .diagonal(v * right.form.code), extent: right.extent) }
    if right.isColumn { return NumPyValue(form: .full(v * right.form.code), extent: right.extent) }
    if let (u, row) = outerFactors(right) { return outer(try diagonalTimes(left, u), row) }
    return NumPyValue(form: .full(v.suffixedLinearly("[:, None]") * (try code(right))), extent: right.extent)
  }

  /// A diag(v) scales columns.
  private func timesDiagonal(_ left: NumPyValue, _ right: NumPyValue) throws(EmissionError) -> NumPyValue {
    if case .multipleOfIdentity(let scalar) = right.form { return try scale(scalar, left) }
    let v = right.form.code
    if left.isRow { return NumPyValue(form: .full(left.form.code * v), extent: left.extent) }
    if let (column, row) = outerFactors(left) { return outer(column, try timesDiagonal(row, right)) }
    return NumPyValue(form: .full(try code(left) * v), extent: left.extent)
  }
}
