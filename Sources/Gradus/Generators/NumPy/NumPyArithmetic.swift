extension NumPyWriter {
  func sum(_ node: Node) throws(EmissionError) -> NumPyForm {
    let extent = store.extent(node)
    let terms = store.operands(node).map { value($0) }
    if terms.allSatisfy(\.form.isDiagonal), !extent.isScalar {
      let diagonals = try terms.map { (term) throws(EmissionError) in try diagonal(of: term) }
      let total = NumPyValue(form: try sum(diagonals, diagonals[0].extent), extent: diagonals[0].extent)
      return diagonalMatrix(total).form
    }
    return try sum(terms, extent)
  }

  private func sum(_ terms: [NumPyValue], _ extent: Extent) throws(EmissionError) -> NumPyForm {
    try entrywise(terms, extent) { codes in
      // Long sums are cut into pieces, since Python's compiler recurs on every plus.
      var collected: [PythonCode] = []
      for code in codes {
        collected.append(code)
        if collected.count > 1, isLong(collected) { collected = [named(.sum(collected))] }
      }
      return .sum(collected)
    }
  }

  private func isLong(_ operands: [PythonCode]) -> Bool { operands.reduce(0) { $0 + $1.length + 3 } > 120 }

  func scaled(_ node: Node) throws(EmissionError) -> NumPyForm {
    let operands = store.operands(node)
    let matrix = value(operands[1])
    // The scalar's own factors may stand above and below the line.
    let isOpen = store.operation(operands[0]) == .hadamard && uses[operands[0]] == 1
    let scalars = isOpen ? Array(store.operands(operands[0])) : [operands[0]]
    return try quotient(scalars + [operands[1]], matrix.extent)
  }

  /// The entrywise product of factors, of which reciprocals are written as divisors.
  func quotient(_ factors: [Node], _ extent: Extent) throws(EmissionError) -> NumPyForm {
    var operands: [NumPyValue] = []
    var isDivisor: [Bool] = []
    var factors = factors
    while let (grown, reciprocal, exponent) = logisticFactors(factors) {
      factors.removeAll { $0 == grown || $0 == reciprocal }
      let argument = value(exponent)
      let form = try entrywise([argument], argument.extent) { function(.sigmoid, $0[0]) }
      operands.append(NumPyValue(form: form, extent: argument.extent))
      isDivisor.append(false)
    }
    for factor in factors {
      let number = store.value(factor)
      let isFraction = number.map { $0.decimalDescription == nil } ?? false
      if let number, isFraction {
        operands.append(NumPyValue(form: .full(PythonCode(Rational(number.numerator, Integer(1)))), extent: .scalar))
        operands.append(NumPyValue(form: .full(PythonCode(Rational(number.denominator, Integer(1)))), extent: .scalar))
        isDivisor += [false, true]
      } else {
        operands.append(NumPyValue(form: divisors[factor] ?? value(factor).form, extent: store.extent(factor)))
        isDivisor.append(divisors[factor] != nil)
      }
    }
    if zip(operands, isDivisor).contains(where: { $0.form.isDiagonal && !$1 }) {
      var diagonals: [NumPyValue] = []
      for operand in operands { diagonals.append(operand.isScalar ? operand : try diagonal(of: operand)) }
      let column = Extent(rows: extent.rows, columns: .one)
      return diagonalMatrix(NumPyValue(form: try product(diagonals, isDivisor, column), extent: column)).form
    }
    return try product(operands, isDivisor, extent)
  }

  /// The factors eᵘ and 1/(1 + eᵘ), whose product overflows where σ(u) does not, and u.
  private func logisticFactors(_ factors: [Node]) -> (grown: Node, reciprocal: Node, exponent: Node)? {
    for reciprocal in factors where store.operation(reciprocal) == .power {
      let parts = store.operands(reciprocal)
      guard store.value(parts[1]) == -1, store.operation(parts[0]) == .sum else { continue }
      let terms = store.operands(parts[0])
      guard terms.count == 2, terms.contains(where: { store.isOnes($0) }),
        let grown = terms.first(where: { store.operation($0) == .exp }), factors.count(where: { $0 == grown }) == 1
      else { continue }
      return (grown, reciprocal, store.operands(grown)[0])
    }
    return nil
  }

  private func product(
    _ operands: [NumPyValue], _ isDivisor: [Bool], _ extent: Extent
  ) throws(EmissionError) -> NumPyForm {
    try entrywise(operands, extent) { codes in
      var above: [PythonCode] = []
      var below: [PythonCode] = []
      for (code, divides) in zip(codes, isDivisor) {
        if divides { below.append(code) } else { above.append(code) }
        if above.count > 1, isLong(above + below) {
          above = [named(.product(above, over: below))]
          below = []
        }
      }
      return .product(above, over: below)
    }
  }

  /// Roots and reciprocals have spellings of their own; a reciprocal also says what it divides by.
  func power(_ node: Node) throws(EmissionError) -> (form: NumPyForm, divisor: NumPyForm?) {
    let (base, exponent) = (store.operands(node)[0], store.operands(node)[1])
    let extent = store.extent(node)
    guard let number = store.value(exponent) else {
      return (try entrywise([value(base), value(exponent)], extent) { $0[0].power($0[1]) }, nil)
    }
    let raised = try entrywise([value(base)], extent) { codes in
      number.magnitude == Rational(1, 2) ? .call("np.sqrt", codes[0]) : codes[0].power(PythonCode(number.magnitude))
    }
    guard number.isNegative else { return (raised, nil) }
    return (raised.mapCode { .product([], over: [$0]) }, raised)
  }

  /// The same with a scalar in front.
  func scale(_ scalar: PythonCode, _ value: NumPyValue) throws(EmissionError) -> NumPyValue {
    if scalar.isOne { return value }
    let form = value.form.isInverse ? .full(try code(value)) : value.form
    return NumPyValue(form: form.mapCode { scalar * $0 }, extent: value.extent)
  }

  func transposed(_ value: NumPyValue) -> NumPyValue {
    let form: NumPyForm =
      switch value.form {
      case .full(let code): .full(value.isMatrix ? code.transposed : code)
      case .constant, .diagonal, .multipleOfIdentity: value.form
      case .columns(let code): .rows(code)
      case .rows(let code): .columns(code)
      case .inverse(let code): .inverse(code.transposed)
      }
    return NumPyValue(form: form, extent: value.extent.transposed)
  }
}
