extension NumPyWriter {
  /// A function of entries: where all operands repeat in one direction, so does the result, and it is computed once.
  func entrywise(
    _ operands: [NumPyValue], _ extent: Extent, _ combine: ([PythonCode]) -> PythonCode
  ) throws(EmissionError) -> NumPyForm {
    let codes = operands.map(\.form.code)
    if extent.isScalar { return .full(combine(codes)) }
    let varying = operands.filter { !$0.isScalar && !$0.form.isConstant }
    if varying.isEmpty { return .constant(combine(codes)) }
    if varying.allSatisfy(\.form.repeatsColumns) { return .columns(combine(codes)) }
    if varying.allSatisfy(\.form.repeatsRows) { return .rows(combine(codes)) }
    var spread: [PythonCode] = []
    for operand in operands { spread.append(try broadcast(operand)) }
    return .full(combine(spread))
  }

  /// Code that NumPy spreads to the full shape beside a full array.
  func broadcast(_ value: NumPyValue) throws(EmissionError) -> PythonCode {
    switch value.form {
    case .full(let code), .constant(let code), .rows(let code): return code
    case .columns(let code): return code.suffixedLinearly("[:, None]")
    case .diagonal, .multipleOfIdentity, .inverse: return try code(value)
    }
  }

  /// NumPy's spelling of a function of one entry, stable where the plain formula overflows.
  func function(_ operation: Operation, _ x: PythonCode) -> PythonCode {
    switch operation {
    case .exp: return .call("np.exp", x)
    case .abs: return .call("np.abs", x)
    case .sign: return .call("np.sign", x)
    case .step: return .call("np.heaviside", x, .zero)
    case .sin: return .call("np.sin", x)
    case .cos: return .call("np.cos", x)
    case .tan: return .call("np.tan", x)
    case .cot: return reciprocal(.call("np.tan", x))
    case .sec: return reciprocal(.call("np.cos", x))
    case .csc: return reciprocal(.call("np.sin", x))
    case .asin: return .call("np.arcsin", x)
    case .acos: return .call("np.arccos", x)
    case .atan: return .call("np.arctan", x)
    case .acot: return .call("np.arctan2", .one, x)
    case .sinh: return .call("np.sinh", x)
    case .cosh: return .call("np.cosh", x)
    case .tanh: return .call("np.tanh", x)
    case .coth: return reciprocal(.call("np.tanh", x))
    case .sech:
      let decay = named(.call("np.exp", -PythonCode.call("np.abs", x)))
      return .product([PythonCode("2"), decay], over: [.sum([.one, decay.power(PythonCode("2"))])])
    case .csch:
      let argument = named(x)
      let decay = PythonCode.call("np.abs", argument)
      return .product(
        [PythonCode("-2"), .call("np.sign", argument), .call("np.exp", -decay)],
        over: [.call("np.expm1", PythonCode("2", isNegative: true) * decay)])
    case .sigmoid: return sigmoid(x)
    case .relu: return .call("np.maximum", x, .zero)
    case .gelu:
      let argument = named(x)
      return argument * .call(imported("ndtr", from: "scipy.special"), argument)
    case .silu:
      let argument = named(x)
      return argument * sigmoid(argument)
    case .softplus: return .call("np.logaddexp", .zero, x)
    case .erf: return .call(imported("erf", from: "scipy.special"), x)
    default: preconditionFailure("\(operation) is no function of one entry")
    }
  }

  private func reciprocal(_ x: PythonCode) -> PythonCode { .product([], over: [x]) }

  /// 1/(1 + e^−x) = e^−log(1 + e^−x), which neither overflows nor loses small values.
  private func sigmoid(_ x: PythonCode) -> PythonCode {
    .call("np.exp", -PythonCode.call("np.logaddexp", .zero, -x))
  }

  /// Functions of two operands entry by entry, one of which may be a scalar.
  func binaryFunction(_ node: Node) throws(EmissionError) -> NumPyForm {
    let operation = store.operation(node)
    let operands = store.operands(node).map { value($0) }
    return try entrywise(operands, store.extent(node)) { codes in
      let (x, a) = (codes[0], codes[1])
      switch operation {
      case .larger: return .call("np.maximum", x, a)
      case .smaller: return .call("np.minimum", x, a)
      default:
        let argument = named(x)
        let above = PythonCode.call("np.maximum", argument, .zero)
        let below = PythonCode.call("np.minimum", argument, .zero)
        return .sum([above, a * (operation == .elu ? .call("np.expm1", below) : below)])
      }
    }
  }

  /// log, where log Σ exp and log(1 + exp) are recognised, which are right for large arguments too.
  func logarithm(_ node: Node) throws(EmissionError) -> NumPyForm {
    let operand = store.operands(node)[0]
    let inner = store.operands(operand)
    if store.operation(operand) == .total, store.operation(inner[0]) == .exp {
      return try logSumExp(value(store.operands(inner[0])[0]), axis(operand))
    }
    if store.operation(operand) == .sum, inner.count == 2, let constant = inner.first(where: { store.isOnes($0) }),
      let grown = inner.first(where: { store.operation($0) == .exp }), constant != grown
    {
      let exponent = value(store.operands(grown)[0])
      return try entrywise([exponent], store.extent(node)) { .call("np.logaddexp", .zero, $0[0]) }
    }
    return try entrywise([value(operand)], store.extent(node)) { .call("np.log", $0[0]) }
  }
}
