extension NumPyWriter {
  func vec(_ node: Node) throws(EmissionError) -> NumPyForm {
    let value = value(store.operands(node)[0])
    if value.form.isConstant || !value.isMatrix { return value.form }
    return .full(try code(value).suffixedLinearly(".reshape(-1, order='F')"))
  }

  func unvec(_ node: Node) throws(EmissionError) -> NumPyForm {
    let (value, extent) = (value(store.operands(node)[0]), store.extent(node))
    if value.form.isConstant || extent.rows == .one { return value.form }
    return .full(try code(value).suffixed(".reshape(\(try shape(extent)), order='F')"))
  }

  /// Parts of one row or one column are joined end to end, others side by side.
  func stacked(_ node: Node, along across: Dim, _ function: String) throws(EmissionError) -> NumPyForm {
    var parts: [String] = []
    for operand in store.operands(node) { parts.append(try code(operand).text) }
    return .full(PythonCode("\(across == .one ? "np.hstack" : function)([\(parts.joined(separator: ", "))])"))
  }

  func block(_ node: Node) throws(EmissionError) -> NumPyForm {
    let whole = store.operands(node)[0]
    let region = store.regions[store[node].payload]
    return .full(try code(whole).suffixed(try index(of: region, part: store.extent(node), whole: store.extent(whole))))
  }

  func place(_ node: Node) throws(EmissionError) -> NumPyForm {
    let part = store.operands(node)[0]
    let region = store.regions[store[node].payload]
    let index = try index(of: region, part: store.extent(part), whole: store.extent(node))
    return .full(changed(PythonCode("np.zeros(\(try shape(store.extent(node))))"), at: index, to: try code(part)))
  }

  /// The index of a part in an array of one axis or two.
  private func index(of region: Region, part: Extent, whole: Extent) throws(EmissionError) -> String {
    let rows = try range(region.rowOffset, part.rows, of: whole.rows)
    let columns = try range(region.columnOffset, part.columns, of: whole.columns)
    if whole.columns == .one { return "[\(rows)]" }
    if whole.rows == .one { return "[\(columns)]" }
    return "[\(rows), \(columns)]"
  }

  private func range(_ offset: Dimension, _ count: Dim, of whole: Dim) throws(EmissionError) -> String {
    let start = try sizes.code(of: offset)
    if count == .one, whole != .one { return start.text }
    if offset.literal == 0, count == whole { return ":" }
    let end = try sizes.code(of: offset + store.dimension(count))
    return "\(start.text):\(end.text)"
  }

  func unit(_ node: Node) throws(EmissionError) -> NumPyForm {
    let index = try sizes.code(of: store.regions[store[node].payload].rowOffset)
    return .full(PythonCode("np.eye(1, \(try size(store.extent(node).rows).text), \(index.text))[0]"))
  }

  /// Row i n + j of the identity's rows in the new order is its row j m + i.
  func commutation(_ node: Node) throws(EmissionError) -> NumPyForm {
    let region = store.regions[store[node].payload]
    let count = try size(store.extent(node).rows).text
    let (rows, columns) = (try sizes.code(of: region.rows).text, try sizes.code(of: region.columns).text)
    let order = "np.arange(\(count)).reshape((\(rows), \(columns)), order='F').ravel()"
    return .full(PythonCode("np.eye(\(count))[\(order)]"))
  }

  /// Every (n + 1)-th column of the identity of order n².
  func vecDiagonal(_ node: Node) throws(EmissionError) -> NumPyForm {
    let extent = store.extent(node)
    let step = PythonCode.sum([try size(extent.columns), .one])
    return .full(PythonCode("np.eye(\(try size(extent.rows).text))[:, ::\(step.text)]"))
  }

  func kronecker(_ node: Node) throws(EmissionError) -> NumPyForm {
    let (left, right) = (value(store.operands(node)[0]), value(store.operands(node)[1]))
    if left.isScalar || right.isScalar { return try multiply(left, right).form }
    if left.isColumn, right.isRow { return try multiply(left, right).form }
    if left.isRow, right.isColumn { return try multiply(right, left).form }
    if left.isMatrix || right.isMatrix {
      return .full(.call("np.kron", try matrixCode(store.operands(node)[0]), try matrixCode(store.operands(node)[1])))
    }
    return .full(.call("np.kron", try code(left), try code(right)))
  }

  /// Both adjoints of the Kronecker product contract the first operand, cut into blocks, with the second.
  func kroneckerAdjoint(_ node: Node, _ indices: String) throws(EmissionError) -> NumPyForm {
    let (whole, part) = (store.operands(node)[0], store.operands(node)[1])
    let (inner, outer) = store.operation(node) == .kroneckerLeft ? (part, node) : (node, part)
    let (p, q) = (store.extent(inner).rows, store.extent(inner).columns)
    let (m, n) = (store.extent(outer).rows, store.extent(outer).columns)
    if value(part).isScalar { return try scale(value(part).form.code, value(whole)).form }
    let blocks = "np.reshape(\(try code(whole).text), (\(try [m, p, n, q].map(sizeText).joined(separator: ", "))))"
    let contracted = PythonCode("np.einsum('\(indices)', \(blocks), \(try matrixCode(part).text))")
    return vectorForm(contracted, store.extent(node))
  }

  private func sizeText(_ dim: Dim) throws(EmissionError) -> String { try size(dim).text }
}
