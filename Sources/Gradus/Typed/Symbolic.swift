/// An expression whose shape is a type: a `Scalar` or a `Matrix`.
public protocol Symbolic: Sendable, Hashable, CustomStringConvertible {
  associatedtype Transposed: Symbolic

  var expression: Expression { get }

  /// The view of an expression that has the type's shape by the caller's care.
  init(unchecked expression: Expression)
}

extension Symbolic {
  /// The text syntax.
  public var description: String { expression.description }
}

extension Expression {
  /// The variable that the expression is; asked for where anything else is a mistake in the program.
  func variable(for purpose: String) -> Variable {
    let variable = store.guarded { store in
      store.operation(node) == .variable ? store.variables[store[node].payload] : nil
    }
    guard let variable else { preconditionFailure("\(purpose) takes a variable, and \(self) is none") }
    return variable
  }
}
