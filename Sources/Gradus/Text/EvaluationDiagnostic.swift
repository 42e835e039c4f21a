extension Diagnostic {
  static func text(of error: EvaluationError) -> String {
    switch error {
    case .missingValue(let variable): "no value is given for \(variable)"
    case .missingDifferential(let variable): "no value is given for the differential of \(variable)"
    case .wrongShape(let variable, let declared, let rows, let columns):
      "\(variable) is a \(declared), and its value is \(rows)×\(columns)"
    case .unknownSize(let dimension): "the size of the dimension \(dimension) is not known from the values given"
    case .outOfRange(let operation, let rows, let columns):
      "\(operation) reaches beyond a matrix of \(rows)×\(columns)"
    case .tooLarge(let rows, let columns): "a matrix of \(rows) times \(columns) entries is too large to be evaluated"
    case .undefined(let operation, let reason):
      "\(operation.definition.notation.name ?? "\(operation)") has no value here: \(reason)"
    }
  }

  /// What to do next on the command line.
  static func help(for error: EvaluationError) -> String? {
    switch error {
    case .missingValue(let variable):
      "give it with --let '\(variable)=VALUE'; " + valueHelp
    case .unknownSize(let size) where size.name != nil: "give it with --let \(size)=3"
    case .wrongShape(_, _, 1, let columns) where columns > 1: "a column is written [1,2,3], a row [[1,2,3]]"
    default: nil
    }
  }
}
