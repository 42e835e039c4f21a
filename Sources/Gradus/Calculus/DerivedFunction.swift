/// A scalar function with its simplified gradients by several variables, all in one store, so that a plan shares their work.
package struct DerivedFunction: Sendable {
  package let value: Expression
  /// In the order of the variables asked for, each shaped like its variable.
  package let gradients: [Expression]
  package let stepCount: Int

  /// Reads the text and derives it in a fresh store.
  package init(_ text: String, declarations: [String], by names: [String]) throws {
    let store = Store()
    let reading = try Reader(text, declarations: declarations).read(into: store)
    let variables = names.compactMap { name in reading.variables.first { $0.name == name } }
    try self.init(Expression(store, reading.expressions[reading.expressions.count - 1]), by: variables)
  }

  /// Derives in the expression's own store: one differential, one backward walk, one simplifier.
  package init(_ function: Expression, by variables: [Variable]) throws {
    let store = function.store
    let linearization = try Linearization(of: function.node, by: variables, in: store)
    let plain = Simplifier(store, assumes: false)
    let linear = plain.simplify(linearization.differential)
    var transposition = Transposition(store)
    let raw = try transposition.gradients(of: linear, cotangent: store.one, by: variables)
    let simplifier = plain.assuming()
    // One walk for all gradients: each alone would look through the whole store.
    for node in store.reachable(from: raw) { _ = simplifier.normalize(node) }
    value = function
    gradients = raw.map { Expression(store, simplifier.normalize($0)) }
    stepCount =
      linearization.openingSteps.count + linearization.differentialSteps.count + plain.steps.count
      + transposition.steps.count + simplifier.steps.count
  }

  /// The simplified differential of a gradient, linear in the differential of the variable: the Hessian as an operator.
  package func differential(ofGradient place: Int, by variable: Variable) throws -> Expression {
    let store = value.store
    var differentiation = Differentiation(store, by: [variable])
    let differential = try differentiation.differential(of: gradients[place].node)
    return Expression(store, Simplifier(store).simplify(differential))
  }

  /// The Hessian as a matrix, derived from a text in a fresh store.
  package static func hessian(_ text: String, declarations: [String], by name: String) throws -> Expression {
    let store = Store()
    let reading = try Reader(text, declarations: declarations).read(into: store)
    guard let variable = reading.variables.first(where: { $0.name == name }) else {
      throw DerivationError.notScalar(.scalar)
    }
    let request = DerivationRequest(function: reading.expressions[0], variable: variable, order: 2)
    let derivation = try Deriver.derive(request, in: store)
    if let failure = derivation.whyNoResult { throw failure }
    return Expression(store, derivation.result ?? store.zero)
  }
}

/// A store of its own, for expressions that are to be built, derived and dropped.
package struct FreshStore {
  private let store = Store()

  package init() {}

  package var nodeCount: Int { store.count }

  package func variable(_ name: String, _ rows: Dimension, _ columns: Dimension = 1) -> (
    variable: Variable, expression: Expression
  ) {
    let variable = Variable(name, Shape(rows, columns))
    return (variable, Expression(store, store.variable(variable)))
  }

  /// The differential of an expression of this store, not simplified.
  package func differential(of expression: Expression, by variable: Variable) throws -> Expression {
    var differentiation = Differentiation(store, by: [variable])
    return Expression(store, try differentiation.differential(of: expression.node))
  }
}
