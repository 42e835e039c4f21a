/// Why an expression has no value at a point.
public enum EvaluationError: Error, Sendable, Hashable {
  case missingValue(variable: String)
  case missingDifferential(variable: String)
  case wrongShape(variable: String, declared: Shape, rows: Int, columns: Int)
  case unknownSize(Dimension)
  /// A rectangle or an index that reaches beyond the matrix at these sizes.
  case outOfRange(Operation, rows: Int, columns: Int)
  case tooLarge(Dimension, Dimension)
  case undefined(Operation, NumericalError)
}

extension EvaluationError: CustomStringConvertible {
  public var description: String { Diagnostic.text(of: self) }
}
