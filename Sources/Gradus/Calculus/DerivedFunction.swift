/// A scalar function with its simplified gradients by several variables, all in one store, so that a plan shares their work.
package struct DerivedFunction: Sendable {
  package let value: Expression
  /// In the order of the variables asked for, each shaped like its variable.
  package let gradients: [Expression]
  package let stepCount: Int

  /// Reads the text and derives it in a fresh store: one differential, one backward walk, one simplifier.
  package init(_ text: String, declarations: [String], by names: [String]) throws {
    let store = Store()
    let reading = try Reader(text, declarations: declarations).read(into: store)
    let root = reading.expressions[reading.expressions.count - 1]
    let variables = names.compactMap { name in reading.variables.first { $0.name == name } }
    self = try DerivedFunction(root, by: variables, in: store)
  }

  init(_ root: Node, by variables: [Variable], in store: Store) throws {
    var opening = Opening(store)
    let opened = opening.open(root)
    var differentiation = Differentiation(store, by: variables)
    let differential = try differentiation.differential(of: opened)
    let plain = Simplifier(store, assumes: false)
    let linear = plain.simplify(differential)
    var transposition = Transposition(store)
    let raw = try transposition.gradients(of: linear, cotangent: store.one, by: variables)
    let simplifier = Simplifier(store)
    value = Expression(store, root)
    gradients = raw.map { Expression(store, simplifier.simplify($0)) }
    stepCount =
      opening.steps.count + differentiation.steps.count + plain.steps.count + transposition.steps.count
      + simplifier.steps.count
  }
}
