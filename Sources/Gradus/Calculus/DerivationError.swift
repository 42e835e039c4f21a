/// Why a derivative could not be given; nothing is ever dropped in silence.
public enum DerivationError: Error, Sendable, Hashable {
  /// The operation at the place has no derivative here; the reason says what to do.
  case refused(operation: Operation, place: String, reason: String)
  /// A product of two differentials, or a differential where none may stand.
  case notLinear(place: String)
  /// What is handed in as a second differential is not of degree two in the differentials.
  case notQuadratic(place: String)
  /// The variable is neither declared nor in the expression.
  case unknownVariable(String)
  /// The variable declares no structure to move in.
  case noStructure(variable: String)
  /// A gradient was asked of an expression that is not a scalar.
  case notScalar(Shape)
}
