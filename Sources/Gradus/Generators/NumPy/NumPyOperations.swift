extension NumPyWriter {
  /// The form of one node from those of its operands; with a divisor where the value is a reciprocal.
  func written(_ node: Node) throws(EmissionError) -> (form: NumPyForm, divisor: NumPyForm?) {
    if store.operation(node) == .power { return try power(node) }
    return (try form(node), nil)
  }

  private func form(_ node: Node) throws(EmissionError) -> NumPyForm {
    let record = store[node]
    switch record.operation {
    case .number: return .full(PythonCode(store.numbers[record.payload]))
    case .pi: return .full(PythonCode("np.pi"))
    case .dimension: return .full(try sizes.code(of: store.dimensions[record.payload]))
    case .variable: return .full(parameter(store.variables[record.payload]))
    case .differential: throw .differential(variable: store.variables[record.payload].name)
    case .zeros: return .constant(.zero)
    case .ones: return .constant(.one)
    case .identity: return .multipleOfIdentity(.one)
    case .unit: return try unit(node)
    case .commutation: return try commutation(node)
    case .vecDiagonal: return try vecDiagonal(node)
    case .sum: return try sum(node)
    case .product: return try chain(Array(record.operands)).form
    case .hadamard: return try quotient(Array(record.operands), record.extent)
    case .scale: return try scaled(node)
    case .transpose: return transposed(value(record.operands[0])).form
    case .power: return try power(node).form
    case .kronecker: return try kronecker(node)
    case .kroneckerLeft: return try kroneckerAdjoint(node, "ipjq,pq->ij")
    case .kroneckerRight: return try kroneckerAdjoint(node, "ipjq,ij->pq")
    case .inverse: return try inverse(node)
    case .pseudoinverse: return try matrixFunction(node) { .call("np.linalg.pinv", $0) }
    case .trace: return try trace(node)
    case .determinant: return try squareFunction(node, scalar: { $0 }, { .call("np.linalg.det", $0) })
    case .logDeterminant:
      return try squareFunction(
        node, scalar: { .call("np.log", .call("np.abs", $0)) }, { .call("np.linalg.slogdet", $0).suffixed("[1]") })
    case .adjugate: return try adjugate(node)
    case .polar: return try matrixFunction(node) { polar($0) }
    case .matrixExponential:
      let function = imported("expm", from: "scipy.linalg")
      return try squareFunction(node, scalar: { .call("np.exp", $0) }, { .call(function, $0) })
    case .matrixLogarithm:
      let function = imported("logm", from: "scipy.linalg")
      return try squareFunction(node, scalar: { .call("np.log", $0) }, { .call("np.real", .call(function, $0)) })
    case .matrixExponentialDerivative: return try exponentialDerivative(node)
    case .matrixLogarithmDerivative: return try logarithmDerivative(node)
    case .diagonalMatrix: return diagonalMatrix(value(record.operands[0])).form
    case .diagonal: return try diagonal(node)
    case .lowerTriangle:
      let operand = value(record.operands[0])
      return operand.isScalar ? operand.form : .full(.call("np.tril", try code(operand)))
    case .vec: return try vec(node)
    case .unvec: return try unvec(node)
    case .horizontal: return try stacked(node, along: record.extent.rows, "np.column_stack")
    case .vertical: return try stacked(node, along: record.extent.columns, "np.vstack")
    case .block: return try block(node)
    case .place: return try place(node)
    case .total: return try total(value(record.operands[0]), axis(node)).form
    case .mean: return try mean(node)
    case .maximum: return try maximum(node)
    case .argmax: return try largestPlace(node)
    case .logSumExp: return try logSumExp(value(record.operands[0]), axis(node))
    case .dot, .inner: return try inner(record.operands[0], record.operands[1])
    case .norm1: return try norm(node, "np.abs", ".sum()")
    case .norm2: return try norm(node, "np.linalg.norm", "")
    case .nuclearNorm: return try nuclearNorm(node)
    case .softmax: return try softmax(node)
    case .logSoftmax: return try logSoftmax(node)
    case .log: return try logarithm(node)
    case .leakyRelu, .elu, .larger, .smaller: return try binaryFunction(node)
    case .exp, .abs, .sign, .step, .sin, .cos, .tan, .cot, .sec, .csc, .asin, .acos, .atan, .acot, .sinh, .cosh,
      .tanh, .coth, .sech, .csch, .sigmoid, .relu, .gelu, .silu, .softplus, .erf:
      return try entrywise([value(record.operands[0])], record.extent) { codes in
        function(record.operation, codes[0])
      }
    case .custom: throw .noSpelling(function: store.functions[record.payload].name)
    }
  }

  /// The value of an operand, which is always written before its users.
  func value(_ node: Node) -> NumPyValue {
    values[node] ?? NumPyValue(form: .constant(.zero), extent: store.extent(node))
  }

  func axis(_ node: Node) -> Axis { Axis(rawValue: store[node].payload) ?? .all }

  /// The array itself, of one axis for rows and columns.
  func code(_ node: Node) throws(EmissionError) -> PythonCode { try code(value(node)) }

  func code(_ value: NumPyValue) throws(EmissionError) -> PythonCode {
    if value.isScalar { return value.form.code }
    switch value.form {
    case .full(let code): return code
    case .constant(let code):
      let shape = try shape(value.extent)
      if code.isZero { return PythonCode("np.zeros(\(shape))") }
      return code * PythonCode("np.ones(\(shape))")
    case .columns(let code): return .linearCall("np.outer", code, .call("np.ones", try size(value.extent.columns)))
    case .rows(let code): return .linearCall("np.outer", .call("np.ones", try size(value.extent.rows)), code)
    case .diagonal(let code): return .linearCall("np.diag", code)
    case .multipleOfIdentity(let code): return code * .call("np.eye", try size(value.extent.rows))
    case .inverse(let code): return .call("np.linalg.inv", code)
    }
  }

  /// The shape argument of an array of zeros or ones.
  func shape(_ extent: Extent) throws(EmissionError) -> String {
    if extent.columns == .one { return try size(extent.rows).text }
    if extent.rows == .one { return try size(extent.columns).text }
    return "(\(try size(extent.rows).text), \(try size(extent.columns).text))"
  }

  /// The array with two axes, which whole-matrix functions ask for.
  func matrixCode(_ node: Node) throws(EmissionError) -> PythonCode {
    let value = value(node)
    let code = try code(value)
    if value.isScalar { return PythonCode("np.array([[\(code.text)]])") }
    return value.isColumn ? code.suffixedLinearly("[:, None]") : value.isRow ? code.suffixed("[None, :]") : code
  }

  /// Back from two axes to what a node of the extent is kept as.
  func vectorForm(_ code: PythonCode, _ extent: Extent) -> NumPyForm {
    let axes = extent.isScalar ? "[0, 0]" : extent.columns == .one ? "[:, 0]" : "[0]"
    return .full(extent.columns == .one || extent.rows == .one ? code.suffixedLinearly(axes) : code)
  }
}
