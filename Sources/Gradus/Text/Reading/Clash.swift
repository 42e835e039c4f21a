/// Shapes that do not fit, as met during inference; its sizes get names when all is inferred.
struct Clash {
  enum Kind {
    case broadcast(Inference.Side, Inference.Side, scalarFirst: Bool)
    case sum(Inference.Side, Inference.Side)
    case product(Inference.Side, Inference.Side)
    case entrywise(String, Inference.Side, Inference.Side)
    case division(Inference.Side, Inference.Side)
    case exponent(Inference.Side, Inference.Side)
    case nonSquarePower(Inference.Side, Inference.Side)
    case argument(String, Problem.Need, Inference.Side)
    case arguments(String, Inference.Side, Inference.Side)
    case axisMissing(String, Inference.Side)
    case indexCount(Int, Inference.Side)
    case equation(Inference.Side, Inference.Side)
    case expectation(Inference.Side, Shape)
    case notScalar(Inference.Side, String)
    case unsettled(Unification.Term, Unification.Term)
  }

  let kind: Kind
  let site: Int

  init(_ kind: Kind, at site: Int) {
    self.kind = kind
    self.site = site
  }
}

extension Inference {
  mutating func problem(of clash: Clash) -> Problem {
    let source = syntax.source(of: clash.site)
    func problem(_ code: Problem.Code, from start: Side? = nil, to end: Side? = nil) -> Problem {
      let whole = syntax.nodes[clash.site].range
      let range = (start?.range.lowerBound ?? whole.lowerBound)..<(end?.range.upperBound ?? whole.upperBound)
      return Problem(code, in: source, at: range, undeclared: undeclared(in: range, at: clash.site))
    }
    switch clash.kind {
    case .broadcast(let left, let right, let scalarFirst):
      let (scalar, matrix) = scalarFirst ? (left, right) : (right, left)
      let (a, b) = (filled(source[scalar.range], shape(matrix)), source[matrix.range])
      let between = source[left.range.upperBound..<right.range.lowerBound]
      return problem(
        .missingBroadcast(
          scalar: operand(scalar, source), matrix: operand(matrix, source),
          corrected: scalarFirst ? a + between + b : b + between + a),
        from: left, to: right)
    case .sum(let left, let right):
      return problem(.sumClash(operand(left, source), operand(right, source)), from: left, to: right)
    case .product(let left, let right):
      return problem(.productClash(operand(left, source), operand(right, source)), from: left, to: right)
    case .entrywise(let sign, let left, let right):
      return problem(.entrywiseClash(sign: sign, operand(left, source), operand(right, source)))
    case .division(let left, let right):
      return problem(.divisionByMatrix(operand(left, source), operand(right, source)))
    case .exponent(let base, let exponent):
      return problem(.exponentNotScalar(operand(base, source), operand(exponent, source)))
    case .nonSquarePower(let base, let exponent):
      return problem(.powerOfNonSquare(operand(base, source), exponent: source.excerpt(exponent.range)))
    case .argument(let function, let need, let side):
      return problem(.argumentShape(function: function, needs: need, operand(side, source)))
    case .arguments(let function, let left, let right):
      return problem(.argumentClash(function: function, operand(left, source), operand(right, source)))
    case .axisMissing(let function, let side):
      return problem(.axisMissing(function: function, operand(side, source)))
    case .indexCount(let found, let side): return problem(.indexCount(found: found, operand(side, source)))
    case .equation(let left, let right):
      return problem(.equationClash(operand(left, source), operand(right, source)), from: left, to: right)
    case .expectation(let side, let shape):
      return problem(.unexpectedShape(operand(side, source), expected: shape))
    case .notScalar(let side, let function):
      return problem(.notScalarInFunction(name: source.excerpt(side.range), function: function, shape(side)))
    case .unsettled(let left, let right): return problem(.unsettledSizes(sizes.size(left), sizes.size(right)))
    }
  }

  /// s·ones of a shape, as typed.
  private func filled(_ scalar: String, _ shape: Shape) -> String {
    let ones = shape.columns == .one ? "ones(\(shape.rows))" : "ones(\(shape.rows),\(shape.columns))"
    if scalar == "1" { return ones }
    let isPrimary = scalar.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ".") }
    return isPrimary || scalar.hasPrefix("(") ? "\(scalar)*\(ones)" : "(\(scalar))*\(ones)"
  }

  /// Names in a part of the text whose kind nothing but their first letter says.
  private mutating func undeclared(in range: Range<Int>, at site: Int) -> [Variable] {
    var found: [Int] = []
    for place in syntax.statement(of: site)?.nodes ?? 0..<0 where range.contains(Int(syntax.nodes[place].start)) {
      guard case .variable(let variable) = resolution.meanings[place] else { continue }
      if resolution.variables[variable].declared == nil, !found.contains(variable) { found.append(variable) }
      if found.count == 12 { break }
    }
    return found.map { variable($0) }
  }

  private mutating func shape(_ side: Side) -> Shape { Shape(sizes.size(side.rows), sizes.size(side.columns)) }

  private mutating func operand(_ side: Side, _ source: Source) -> Problem.Operand {
    Problem.Operand(
      text: source.excerpt(side.range), shape: shape(side), rows: origin(side.rowOrigin), columns: origin(side.columnOrigin))
  }

  /// The leaf that a size comes from.
  private mutating func origin(_ code: Int32) -> Problem.Origin? {
    guard code >= 0 else { return nil }
    let (node, isRows) = (Int(code) / 2, code % 2 == 0)
    switch resolution.meanings[node] {
    case .variable(let variable), .differential(let variable):
      let occurrence = resolution.variables[variable]
      return Problem.Origin(
        text: occurrence.name, isRows: isRows, declaration: self.variable(variable).description,
        isDeclared: occurrence.declared != nil)
    default: return Problem.Origin(text: syntax.excerpt(node), isRows: isRows, declaration: nil, isDeclared: false)
    }
  }

  /// A variable with the shape found.
  mutating func variable(_ place: Int) -> Variable {
    let occurrence = resolution.variables[place]
    if let declared = occurrence.declared { return declared }
    return Variable(occurrence.name, Shape(sizes.size(variables[place].rows), sizes.size(variables[place].columns)))
  }
}
