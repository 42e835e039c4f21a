/// Writes expressions as Coq terms in the words of `Proofs/Vocabulary.v`: scalars are reals, all else is matrices.
struct CoqWriter {
  let store: Store
  /// How variables, their differentials and sizes are written where the expression stands.
  var names: CoqNames

  func scalar(_ node: Node) throws(CoqRefusal) -> CoqTerm {
    let record = store[node]
    precondition(record.extent.isScalar, "\(store.shape(node)) is no scalar")
    switch record.operation {
    case .number: return CoqTerm(number: store.numbers[record.payload])
    case .pi: return .atom("pi")
    case .dimension: return .atom("(\(names.size(store.dimension(Dim(index: record.payload)), atLeast: .atom))%:R : R)")
    case .variable: return names.variable(store.variables[record.payload])
    case .differential: return names.differential(store.variables[record.payload])
    case .ones, .identity: return .atom("1")
    case .zeros: return .atom("0")
    case .sum: return try sum(record) { node throws(CoqRefusal) in try scalar(node) }
    case .hadamard, .scale:
      let isNegated = store.value(record.operands[0])?.isMinusOne == true
      let factors = try record.operands.dropFirst(isNegated ? 1 : 0).map { node throws(CoqRefusal) in try scalar(node) }
      let product = CoqTerm.product(factors, by: "*")
      return isNegated ? CoqTerm(.sum, "- " + product.text(.postfix)) : product
    case .power: return try power(record)
    case .transpose, .vec, .unvec, .diagonalMatrix, .diagonal: return try scalar(record.operands[0])
    case .inverse: return try CoqTerm(.postfix, scalar(record.operands[0]).text(.postfix) + "^-1")
    case .trace: return try squared("\\tr", record)
    case .determinant: return try squared("\\det", record)
    case .inner: return try paired("inner", record)
    case .block: return try part("block", record)
    case .place: return try part("place", record)
    case .product: return try CoqTerm(.call, "\\tr " + matrixProduct(record).text(.atom))
    case let operation:
      if let name = operation.coqFunction ?? functionName(record) {
        let operands = try record.operands.map { node throws(CoqRefusal) in try scalar(node).text(.atom) }
        return CoqTerm(.call, ([name] + operands).joined(separator: " "))
      }
      if let name = operation.coqReduction(axis(record)) { return try call(name, record) }
      throw CoqRefusal.operation(operation)
    }
  }

  func matrix(_ node: Node) throws(CoqRefusal) -> CoqTerm {
    let record = store[node]
    if record.extent.isScalar {
      return CoqTerm(.atom, "(\(try scalar(node).text(.postfix))%:M : 'M[R]_1)")
    }
    let extent = record.extent
    switch record.operation {
    case .variable: return names.variable(store.variables[record.payload])
    case .differential: return names.differential(store.variables[record.payload])
    case .zeros: return .atom("(0 : \(names.type(store.shape(extent))))")
    case .ones: return CoqTerm(.call, "ones \(size(extent.rows)) \(size(extent.columns))")
    case .identity: return .atom("(1%:M : \(names.type(store.shape(extent))))")
    case .unit:
      let region = store.regions[record.payload]
      return CoqTerm(.call, "unit_vector \(size(extent.rows)) \(names.size(region.rowOffset, atLeast: .atom))")
    case .commutation:
      let region = store.regions[record.payload]
      return CoqTerm(
        .call,
        "commutation \(names.size(region.rows, atLeast: .atom)) \(names.size(region.columns, atLeast: .atom))")
    case .vecDiagonal: return CoqTerm(.call, "vec_diagonal \(size(extent.columns))")
    case .sum:
      let shape = shape(of: node)
      return try sum(record) { term throws(CoqRefusal) in try matrix(term, as: shape) }
    case .product: return try matrixProduct(record)
    case .hadamard:
      let shape = shape(of: node)
      return try .product(
        record.operands.map { factor throws(CoqRefusal) in try matrix(factor, as: shape) }, by: "⊙")
    case .scale: return try scaled(record)
    case .transpose: return try CoqTerm(.postfix, matrix(record.operands[0]).text(.postfix) + "^T")
    case .power: return try power(record)
    case .inverse: return try squared("invmx", record)
    case .adjugate: return try squared("\\adj", record)
    case .unvec:
      let shape = declaredShape(extent)
      let column = CoqShape(rows: CoqShape.times(shape.columns, shape.rows), columns: "1")
      return try .atom("(unvec \(matrix(record.operands[0], as: column).text(.atom)) : \(shape.type))")
    case .kroneckerLeft, .kroneckerRight:
      let isLeft = record.operation == .kroneckerLeft
      let (result, factor) = (declaredShape(extent), shape(of: record.operands[1]))
      let (left, right) = isLeft ? (result, factor) : (factor, result)
      let whole = CoqShape(
        rows: CoqShape.times(left.rows, right.rows), columns: CoqShape.times(left.columns, right.columns))
      let operands = try [matrix(record.operands[0], as: whole), matrix(record.operands[1])].map { $0.text(.atom) }
      let call = ([isLeft ? "kron_left" : "kron_right"] + operands).joined(separator: " ")
      return .atom("(\(call) : \(names.type(store.shape(extent))))")
    case .kronecker: return try call("kron", record)
    case .block: return try part("block", record)
    case .place: return try part("place", record)
    case .horizontal: return try joined("row_mx", record.operands.map { $0 })
    case .vertical: return try joined("col_mx", record.operands.map { $0 })
    case let operation:
      if let name = operation.coqFunction { return try entrywise(name, "(@\(name) R)", record) }
      if let name = functionName(record) { return try entrywise(name, name, record) }
      if let name = operation.coqReduction(axis(record)) { return try call(name, record) }
      throw CoqRefusal.operation(operation)
    }
  }

  /// A scalar or a matrix, as its shape says.
  func term(_ node: Node) throws(CoqRefusal) -> CoqTerm {
    store.isScalar(node) ? try scalar(node) : try matrix(node)
  }

  /// The name of a function of which only the derivatives' names are known.
  private func functionName(_ record: Record) -> String? {
    record.operation == .custom ? CoqNames.identifier(store.functions[record.payload].name) : nil
  }

  private func size(_ dim: Dim) -> String { names.size(store.dimension(dim), atLeast: .atom) }

  private func axis(_ record: Record) -> Axis { Axis(rawValue: record.payload) ?? .all }

  private func call(_ name: String, _ record: Record) throws(CoqRefusal) -> CoqTerm {
    let operands = try record.operands.map { node throws(CoqRefusal) in try matrix(node).text(.atom) }
    return CoqTerm(.call, ([name] + operands).joined(separator: " "))
  }

  /// An operation of square matrices.
  private func squared(_ name: String, _ record: Record) throws(CoqRefusal) -> CoqTerm {
    let operand = record.operands[0]
    return try CoqTerm(.call, "\(name) \(matrix(operand, as: square(operand)).text(.atom))")
  }

  /// An operation of two matrices of one shape.
  private func paired(_ name: String, _ record: Record) throws(CoqRefusal) -> CoqTerm {
    let (left, right) = try agreeing(record.operands[0], record.operands[1])
    return CoqTerm(.call, "\(name) \(left.text(.atom)) \(right.text(.atom))")
  }

  /// A rectangle cut out of a matrix or standing in one, from a row and a column counted from 0.
  private func part(_ name: String, _ record: Record) throws(CoqRefusal) -> CoqTerm {
    let region = store.regions[record.payload]
    let offsets = [region.rowOffset, region.columnOffset].map { names.size($0, atLeast: .atom) }
    let call = try "\(name) \(offsets.joined(separator: " ")) \(matrix(record.operands[0]).text(.atom))"
    if record.extent.isScalar { return CoqTerm(.call, "\\tr (\(call) : 'M[R]_1)") }
    return .atom("(\(call) : \(declaredShape(record.extent).type))")
  }

  private func joined(_ name: String, _ operands: [Node]) throws(CoqRefusal) -> CoqTerm {
    guard operands.count > 1 else { return try matrix(operands[0]) }
    let rest = try joined(name, Array(operands.dropFirst()))
    return try CoqTerm(.call, "\(name) \(matrix(operands[0]).text(.atom)) \(rest.text(.atom))")
  }

  private func matrixProduct(_ record: Record) throws(CoqRefusal) -> CoqTerm {
    var factors: [CoqTerm] = []
    var inner = shape(of: record.operands[0]).rows
    for operand in record.operands {
      let columns = shape(of: operand).columns
      factors.append(try matrix(operand, as: CoqShape(rows: inner, columns: columns)))
      inner = columns
    }
    return .product(factors, by: "*m")
  }

  /// Negative terms are subtracted.
  private func sum(_ record: Record, _ term: (Node) throws(CoqRefusal) -> CoqTerm) throws(CoqRefusal) -> CoqTerm {
    var text = ""
    for operand in record.operands {
      let (core, coefficient) = store.split(operand)
      if coefficient.isNegative {
        let opposite = store.scaled(-coefficient, core)
        text += (text.isEmpty ? "- " : " - ") + (try term(opposite).text(.product))
      } else {
        text += (text.isEmpty ? "" : " + ") + (try term(operand).text(.product))
      }
    }
    return CoqTerm(.sum, text)
  }

  private func scaled(_ record: Record) throws(CoqRefusal) -> CoqTerm {
    let factor = record.operands[0]
    let body = try matrix(record.operands[1])
    if store.value(factor)?.isMinusOne == true { return CoqTerm(.sum, "- " + body.text(.postfix)) }
    return try CoqTerm(.product, "\(scalar(factor).text(.call)) *: \(body.text(.call))")
  }

  /// Whole exponents are powers of a ring, one half is the root, all others exp(b ln a).
  private func power(_ record: Record) throws(CoqRefusal) -> CoqTerm {
    let (base, exponent) = (record.operands[0], record.operands[1])
    let isScalar = store.isScalar(base)
    if !store.isScalar(exponent) {
      let left = isScalar ? try scalar(base).text(.atom) : try matrix(base).text(.atom)
      let right = try matrix(exponent).text(.atom)
      if isScalar { return CoqTerm(.call, "map_mx (exp_fun \(left)) \(right)") }
      return CoqTerm(.call, "map2_mx (@exp_fun R) \(left) \(right)")
    }
    let raised: (String) -> CoqTerm
    if let value = store.value(exponent), let whole = value.intValue {
      raised = { base in
        whole == -1
          ? CoqTerm(.postfix, "\(base)^-1")
          : CoqTerm(.product, whole < 0 ? "\(base) ^- \(-whole)" : "\(base) ^+ \(whole)")
      }
    } else if store.value(exponent) == Rational(1, 2) {
      raised = { CoqTerm(.call, "Num.sqrt \($0)") }
    } else if store.value(exponent) == Rational(-1, 2) {
      raised = { CoqTerm(.postfix, "(Num.sqrt \($0))^-1") }
    } else {
      let value = try scalar(exponent).text(.atom)
      raised = { CoqTerm(.call, "exp_fun \($0) \(value)") }
    }
    if isScalar { return raised(try scalar(base).text(.atom)) }
    return try CoqTerm(.call, "map_mx (fun t => \(raised("t").text(.definition))) \(matrix(base).text(.atom))")
  }

  /// A function of numbers on matrices, where one of two operands may be a scalar.
  private func entrywise(_ name: String, _ function: String, _ record: Record) throws(CoqRefusal) -> CoqTerm {
    let first = record.operands[0]
    if record.count == 1 { return try CoqTerm(.call, "map_mx \(function) \(matrix(first).text(.atom))") }
    guard record.count == 2 else {
      throw CoqRefusal.words("a function of more than two matrices is not written in Coq")
    }
    let second = record.operands[1]
    if store.isScalar(first) {
      return try CoqTerm(.call, "map_mx (\(name) \(scalar(first).text(.atom))) \(matrix(second).text(.atom))")
    }
    if store.isScalar(second) {
      let held = try scalar(second).text(.atom)
      return try CoqTerm(.call, "map_mx (fun t => \(name) t \(held)) \(matrix(first).text(.atom))")
    }
    return try CoqTerm(.call, "map2_mx \(function) \(matrix(first).text(.atom)) \(matrix(second).text(.atom))")
  }
}
