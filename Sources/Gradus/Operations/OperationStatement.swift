/// An operation's differential or adjoint as an equation, computed from its definition on placeholders.
struct OperationStatement {
  let name: String
  let statement: String
  let conditions: [String]
  let purpose: String
  let cites: [Citation]

  static func all(of operation: Operation) -> [OperationStatement] {
    guard let (store, node) = placeholder(operation) else { return [] }
    let record = store[node]
    let definition = operation.definition
    let variables = record.operands.map { store.variables[store[$0].payload] }
    var statements: [OperationStatement] = []
    var differentiation = Differentiation(store, by: variables)
    if let differential = try? differentiation.differential(of: node) {
      statements.append(
        OperationStatement(
          name: operation.differentialRuleName, statement: "d(\(store.text(node))) = \(store.text(differential))",
          conditions: operation.proviso.map { [$0.words] } ?? [], purpose: "differential", cites: definition.cites))
    }
    guard case .linear(let adjoint)? = definition.calculus.dependence(at: 0) else { return statements }
    let cotangent = Variable(store.isScalar(node) ? "g" : "G", store.shape(node))
    let handed = adjoint(Call(value: Expression(store, node)), 0, Expression(store, store.variable(cotangent)))
    let change = store.rebuild(node) { $0 == record.operands[0] ? store.differential(variables[0]) : $0 }
    if operation != .sum {
      statements.append(
        OperationStatement(
          name: operation.adjointRuleName,
          statement:
            "inner(\(cotangent.name),\(store.text(change))) = inner(\(store.text(handed.node)),d\(variables[0].name))",
          conditions: [], purpose: "adjoint", cites: operation.adjointCitations))
    }
    return statements
  }

  /// The operation on variables of the shapes of its first example.
  private static func placeholder(_ operation: Operation) -> (Store, Node)? {
    guard let example = operation.definition.examples.first(where: { $0.operands.contains { !$0.shape.isScalar } })
    else { return nil }
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

extension Proviso {
  /// The restriction in words, about the operation's own argument.
  var words: String {
    switch self {
    case .kink(let words): "\(words) it"
    case .assumption(let words): "\(words) it"
    }
  }
}
