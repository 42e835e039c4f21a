/// An operation's differential or adjoint as an equation, computed from its definition on placeholders.
struct OperationStatement {
  let name: String
  let statement: String
  let declarations: [String]
  let conditions: [String]
  let purpose: String
  let cites: [Citation]
  /// What it says, as nodes of a store.
  let content: Content

  enum Content {
    case differential(Store, of: Node, is: Node, by: [Variable])
    case adjoint(Store, cotangent: Node, change: Node, handed: Node, operand: Node)
    case equation(Store, Node, Node)
  }

  /// One group for each axis that the operation's examples show.
  static func all(of operation: Operation) -> [OperationStatement] {
    var names: Set<String> = []
    return placeholders(operation).flatMap { store, node in
      let name = OperationRuleNames(node, in: store).differential
      return names.insert(name).inserted ? all(of: operation, store, node) : []
    }
  }

  private static func all(of operation: Operation, _ store: Store, _ node: Node) -> [OperationStatement] {
    let record = store[node]
    let definition = operation.definition
    let variables = record.operands.map { store.variables[store[$0].payload] }
    let declarations = variables.map { "\($0)" }
    var statements: [OperationStatement] = []
    var differentiation = Differentiation(store, by: variables)
    if let differential = try? differentiation.differential(of: node) {
      statements.append(
        OperationStatement(
          name: OperationRuleNames(node, in: store).differential,
          statement: "d(\(store.text(node))) = \(store.text(differential))",
          declarations: declarations, conditions: operation.proviso.map { [$0.words] } ?? [], purpose: "differential",
          cites: definition.cites, content: .differential(store, of: node, is: differential, by: variables)))
    }
    statements += linear(operation, store, node, declarations)
    return statements
  }

  /// The adjoint of a linear operation in its first operand, and its matrix form.
  private static func linear(
    _ operation: Operation, _ store: Store, _ node: Node, _ declarations: [String]
  ) -> [OperationStatement] {
    let record = store[node]
    let variables = record.operands.map { store.variables[store[$0].payload] }
    guard operation != .sum, case .linear(let adjoint)? = operation.definition.calculus.dependence(at: 0) else {
      return []
    }
    let cotangent = Variable(store.isScalar(node) ? "g" : "G", store.shape(node))
    let handed = adjoint(Call(value: Expression(store, node)), 0, Expression(store, store.variable(cotangent)))
    let change = store.linearPart(record, at: 0, store.differential(variables[0]))
    let inner = "inner(\(cotangent.name),\(store.text(change)))"
    var statements = [
      OperationStatement(
        name: OperationRuleNames(node, in: store).adjoint,
        statement: "\(inner) = inner(\(store.text(handed.node)),d\(variables[0].name))",
        declarations: declarations + ["\(cotangent)"], conditions: [], purpose: "adjoint",
        cites: operation.adjointCitations,
        content: .adjoint(
          store, cotangent: store.variable(cotangent), change: change, handed: handed.node,
          operand: store.differential(variables[0])))
    ]
    var reading = JacobianReading(store, by: variables[0])
    if (try? reading.jacobian(of: change)) != nil, let step = reading.steps.last,
      case .jacobian(_, _, let before, let after) = step
    {
      statements.append(
        OperationStatement(
          name: OperationRuleNames(node, in: store).jacobian, statement: "\(store.text(before)) = \(store.text(after))",
          declarations: declarations, conditions: [], purpose: "jacobian", cites: operation.definition.cites,
          content: .equation(store, before, after)))
    }
    return statements
  }

  /// The operation on variables of the shapes of its examples with a matrix.
  private static func placeholders(_ operation: Operation) -> [(Store, Node)] {
    let examples = operation.definition.examples.filter { $0.operands.contains { !$0.shape.isScalar } }
    return examples.compactMap { example in
      let store = Store()
      let names = ["A", "B", "C"]
      let lower = ["x", "y", "z"]
      let operands = example.operands.enumerated().map { place, operand in
        let isVector = operand.shape.columns == .one
        let name = operand.shape.isScalar ? ["a", "b", "c"][place % 3] : isVector ? lower[place % 3] : names[place % 3]
        return store.variable(Variable(name, operand.shape))
      }
      guard let node = try? example.call(operation, on: operands, in: store) else { return nil }
      return store.operands(node).allSatisfy { store.operation($0) == .variable } ? (store, node) : nil
    }
  }
}

extension Proviso {
  /// The restriction in words, about the operation's own argument.
  var words: String {
    switch self {
    case .kink(let words): "\(words) it"
    case .assumption(let words): "\(words) it"
    }
  }
}
