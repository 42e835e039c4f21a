/// A language that expressions are written out in, as one function that computes them.
public struct Generator: Sendable {
  public let name: String
  public let fileExtension: String
  let function: @Sendable (Store, Node, [Variable]) throws(EmissionError) -> String

  /// Every language, in the order in which they are listed.
  public static let all: [Generator] = [.numPy]

  /// The function's text; its parameters are the variables given and those that occur, by name.
  public func emit(_ expression: Expression, parameters: [Variable] = []) throws(EmissionError) -> String {
    let outcome = expression.store.guarded { store in
      Result { () throws(EmissionError) in
        let node = StableForm.of([expression.node], in: store)[0]
        let occurring = store.variables(in: [node])
        let further = parameters.filter { given in !occurring.contains { $0.name == given.name } }
        return try function(store, node, (occurring + further).sorted { $0.name < $1.name })
      }
    }
    return try outcome.get()
  }
}

/// Why an expression cannot be written out.
public enum EmissionError: Error, Sendable, Hashable {
  /// A dimension that no parameter's shape tells.
  case unknownSize(Dimension)
  /// A user's own function is known by its Swift closure only.
  case noSpelling(function: String)
  case differential(variable: String)
}

extension EmissionError: CustomStringConvertible {
  public var description: String { Diagnostic.text(of: self) }
}
