/// Why a numerical routine has no answer to give.
public enum NumericalError: Error, Sendable, Equatable {
  case singular
  case notSymmetric
  case notPositiveDefinite
  case noRealLogarithm
}

extension NumericalError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .singular: "the matrix is singular"
    case .notSymmetric: "the matrix is not symmetric"
    case .notPositiveDefinite: "the matrix is not positive definite"
    case .noRealLogarithm: "the matrix has no real principal logarithm"
    }
  }
}
