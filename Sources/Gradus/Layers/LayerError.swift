/// Why a layer cannot be made or cannot run.
public enum LayerError: Error, Sendable, Hashable {
  // Making one.
  /// A text that does not read; it knows its place.
  case unreadable(Problem)
  case noForwardPass
  case nothingToDifferentiateBy
  case declaredTwice(String)
  /// Nothing in the forward pass uses what is declared or defined.
  case unused(String)
  case notDifferentiable(line: String, DerivationError)
  /// The line's derivative is zero wherever it has one.
  case flat(line: String)

  // Putting some together.
  /// Two layers both have the name, and nothing says that they share it.
  case nameTaken(String)
  case shapesDiffer(output: Shape, input: String, Shape)
  case notALayerOfOneInput([String])
  case lossNotScalar(Shape)

  // Running one.
  case unknownName(String, known: [String])
  case missingSize(Dimension, of: String)
  case missingValue(String)
  case wrongShape(Variable, rows: Int, columns: Int, givenRows: Int, givenColumns: Int)
  case notFinite(String, row: Int, column: Int, Double)
  /// Backward was asked for before forward, or after values had changed.
  case notForwarded
  case notBackwarded
  /// The layer's output is no scalar, so that ∂L/∂Y must be given.
  case upstreamMissing(Variable)
  case evaluation(EvaluationError)
}

extension LayerError: CustomStringConvertible {
  public var description: String { Diagnostic.text(of: self) }
}
