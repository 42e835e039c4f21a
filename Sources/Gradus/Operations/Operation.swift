/// The closed list of node kinds; the order of the cases is the order in which operands of equal size are printed.
///
/// All that is known of a case stands in one `Definition` literal.
public enum Operation: UInt8, CaseIterable, Sendable, Hashable {
  // Constants and variables.
  case number, pi, dimension, variable, differential
  case zeros, ones, identity, unit, commutation, vecDiagonal
  // Sums and products.
  case sum, product, hadamard, scale, transpose, power
  case kronecker, kroneckerLeft, kroneckerRight
  // Functions of a whole matrix.
  case inverse, pseudoinverse, trace, determinant, logDeterminant, adjugate, polar
  case matrixExponential, matrixLogarithm, matrixExponentialDerivative, matrixLogarithmDerivative
  // Rearrangements.
  case diagonalMatrix, diagonal, lowerTriangle, vec, unvec, horizontal, vertical, block, place
  // Reductions, along an axis or over all entries.
  case total, mean, maximum, argmax, logSumExp
  case dot, inner, norm1, norm2, nuclearNorm
  case softmax, logSoftmax
  // Elementwise functions.
  case exp, log, abs, sign, step
  case sin, cos, tan, cot, sec, csc, asin, acos, atan, acot
  case sinh, cosh, tanh, coth, sech, csch
  case sigmoid, relu, leakyRelu, elu, gelu, silu, softplus, erf
  case larger, smaller, custom

  /// Nodes without operands.
  var isLeaf: Bool { rawValue <= Operation.vecDiagonal.rawValue }

  /// Operations that reduce along an axis; over a scalar every axis is the same.
  var isReduction: Bool {
    switch self {
    case .total, .mean, .maximum, .logSumExp: true
    default: false
    }
  }
}

/// The direction that a reduction runs along, as in NumPy: 0 goes down the rows and leaves a row, 1 goes along them and leaves a column.
public enum Axis: UInt32, Sendable, Hashable, CaseIterable {
  case rows = 0
  case columns = 1
  case all = 2
}
