#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How good a place for trials a point is.
enum Regularity: Int, Comparable, Sendable {
  /// Something is undefined there or determined by rounding only.
  case undefined
  /// Everything is finite, and something has a kink nearby, or is so large that differences are lost.
  case rough
  case smooth

  static func < (left: Regularity, right: Regularity) -> Bool { left.rawValue < right.rawValue }
}

extension PlainEvaluation {
  /// The worst regularity of all steps; kinks count where the variables that move can reach them.
  func regularity(of values: [DenseMatrix]) -> Regularity {
    let moving = Set(
      steps.compactMap { step -> String? in
        guard case .variable(let variable) = step.source else { return nil }
        return variable.attributes.isDisjoint(with: .discrete) ? variable.name : nil
      })
    let moves = Set(dependents(on: moving))
    var worst = Regularity.smooth
    for place in steps.indices {
      guard values[place].isFinite else { return .undefined }
      guard moves.contains(place) else { continue }
      if values[place].maximumMagnitude > 1e8 { worst = min(worst, .rough) }
      let step = steps[place]
      let found = step.regularity(
        of: step.operands.map { values[$0] }, value: values[place],
        hasMovingExponent: step.operands.last.map(moves.contains) ?? false)
      if found == .undefined { return .undefined }
      worst = min(worst, found)
    }
    return worst
  }
}

extension PlainEvaluation.Step {
  /// Distance that arguments keep from kinks and poles.
  private static let margin = 1e-2

  fileprivate func regularity(of operands: [DenseMatrix], value: DenseMatrix, hasMovingExponent: Bool) -> Regularity {
    let margin = Self.margin
    func every(_ matrix: DenseMatrix, _ isGood: (Double) -> Bool, else bad: Regularity) -> Regularity {
      matrix.elements.allSatisfy(isGood) ? .smooth : bad
    }
    switch operation {
    case .abs, .sign, .step, .relu, .leakyRelu, .elu, .norm1:
      return every(operands[0], { $0.magnitude > margin }, else: .rough)
    case .larger, .smaller:
      let difference = Definition.entrywise(kernel(operands)) { $0 - $1 }
      return every(difference, { $0.magnitude > margin }, else: .rough)
    case .maximum, .argmax: return hasTies(operands[0]) ? .rough : .smooth
    case .norm2: return every(value, { $0 > margin }, else: .rough)
    case .log: return every(operands[0], { $0 > margin / 10 }, else: .undefined)
    case .asin, .acos: return every(operands[0], { $0.magnitude < 1 - margin }, else: .undefined)
    case .tan, .sec: return every(operands[0], { cos($0).magnitude > margin }, else: .undefined)
    case .cot, .csc: return every(operands[0], { sin($0).magnitude > margin }, else: .undefined)
    case .coth, .csch: return every(operands[0], { $0.magnitude > margin }, else: .undefined)
    case .power: return powerRegularity(operands, hasMovingExponent: hasMovingExponent)
    case .inverse, .logDeterminant, .matrixLogarithm, .matrixLogarithmDerivative:
      return conditioning(operands[0]) > margin / 10 ? .smooth : .undefined
    case .nuclearNorm, .polar: return conditioning(operands[0]) > margin ? .smooth : .rough
    case .pseudoinverse: return pseudoinverseRegularity(operands[0])
    case .custom:
      guard let domain = function?.domain else { return .smooth }
      return every(operands[0], { domain.contains($0) }, else: .rough)
    case .number, .pi, .dimension, .variable, .differential, .zeros, .ones, .identity, .unit, .commutation,
      .vecDiagonal, .sum, .product, .hadamard, .scale, .transpose, .kronecker, .kroneckerLeft, .kroneckerRight,
      .trace, .determinant, .adjugate, .matrixExponential, .matrixExponentialDerivative, .diagonalMatrix, .diagonal,
      .lowerTriangle,
      .vec, .unvec, .horizontal, .vertical, .block, .place,
      .total, .mean, .logSumExp, .dot, .inner, .softmax, .logSoftmax, .exp, .sin, .cos, .atan, .acot, .sinh, .cosh,
      .tanh, .sech, .sigmoid, .gelu, .silu, .softplus, .erf:
      return .smooth
    }
  }

  private func kernel(_ operands: [DenseMatrix]) -> Kernel {
    Kernel(operands: operands, rows: rows, columns: columns, axis: axis, region: region, function: function)
  }

  /// Away from 0 a power is smooth, with positive bases for exponents that are not whole or move.
  private func powerRegularity(_ operands: [DenseMatrix], hasMovingExponent: Bool) -> Regularity {
    let defects = Definition.entrywise(kernel(operands)) { base, exponent in
      if !hasMovingExponent, exponent >= 0, exponent == exponent.rounded() { return 0 }
      let isWhole = !hasMovingExponent && exponent == exponent.rounded()
      return (isWhole ? base.magnitude : base) > (isWhole ? Self.margin : Self.margin / 10) ? 0 : 1
    }
    return defects.maximumMagnitude == 0 ? .smooth : .undefined
  }

  /// The smallest singular value relative to the largest.
  private func conditioning(_ matrix: DenseMatrix) -> Double {
    let values = SingularValueDecomposition(matrix).values
    guard let largest = values.first, let smallest = values.last else { return 1 }
    return largest > 0 ? smallest / largest : 0
  }

  /// A singular value between what is clearly there and what is clearly rounding makes the rank a matter of luck.
  private func pseudoinverseRegularity(_ matrix: DenseMatrix) -> Regularity {
    let values = SingularValueDecomposition(matrix).values
    guard let largest = values.first, largest > 0 else { return .rough }
    if values.contains(where: { $0 > 1e-15 * largest && $0 < 1e-3 * largest }) { return .undefined }
    return (values.last ?? 0) > Self.margin * largest ? .smooth : .rough
  }

  private func hasTies(_ matrix: DenseMatrix) -> Bool {
    let slices =
      switch axis {
      case .all: [matrix.elements]
      case .rows: (0..<matrix.columns).map { column in (0..<matrix.rows).map { matrix[$0, column] } }
      case .columns: (0..<matrix.rows).map { row in (0..<matrix.columns).map { matrix[row, $0] } }
      }
    return slices.contains { slice in
      let sorted = slice.sorted(by: >)
      return sorted.count > 1 && sorted[0] - sorted[1] <= Self.margin
    }
  }
}
