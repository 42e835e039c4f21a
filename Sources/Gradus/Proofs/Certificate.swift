/// A theorem that a derivative as derived is the derivative, with a script for Coq to find the proof.
struct Certificate: Sendable {
  /// The theorem's name: the identity's id in letters that Coq takes.
  let name: String
  let comment: String
  /// What stands between the colon and the final point.
  let proposition: String

  var theorem: String { "(* \(comment) *)\nTheorem \(name) :\n\(proposition).\nProof. certify. Qed." }

  static func name(of id: String) -> String {
    id.map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
  }

  /// The certificate of an identity's derivation.
  init(_ identity: Identity) throws(CoqRefusal) {
    guard let claim = identity.claims.first, claim.function != nil else {
      throw CoqRefusal.words("it claims no derivative")
    }
    let derivation: Derivation
    do throws(ClaimError) {
      derivation = try ClaimJudge.derivation(of: claim)
    } catch {
      throw CoqRefusal.words("it claims a differential, or nothing is derived for it")
    }
    let store = derivation.store
    name = Certificate.name(of: identity.id)
    comment = "\(identity.id): the derivative of \(store.text(derivation.target)) by \(derivation.variable.name)"
    proposition = try CertificateWriter(derivation, in: store).proposition(named: name)
  }
}

/// Writes what a derivation claims as a Coq proposition.
private struct CertificateWriter {
  let store: Store
  let derivation: Derivation
  let result: Node
  let writer: CoqWriter

  init(_ derivation: Derivation, in store: Store) throws(CoqRefusal) {
    guard derivation.request.order == 1, !derivation.request.structured, let result = derivation.result else {
      throw CoqRefusal.words("it is not a first derivative")
    }
    self.store = store
    self.derivation = derivation
    self.result = result
    var names = CoqNames()
    names.isNonempty = true
    writer = CoqWriter(store: store, names: names)
  }

  func proposition(named name: String) throws(CoqRefusal) -> String {
    let function = derivation.target
    let conclusion = try self.conclusion(function)
    let nodes = store.reachable(from: [function, result])
    let inFunction = Set(store.reachable(from: [function]))
    let variables = Set(store.variables(in: [function, result])).union([derivation.variable])
      .sorted { $0.name < $1.name }
    var sizes: Set<String> = []
    for node in nodes {
      let shape = store.shape(node)
      sizes.formUnion(shape.rows.names + shape.columns.names)
      if store.operation(node) == .dimension {
        sizes.formUnion(store.dimension(Dim(index: store[node].payload)).names)
      }
    }
    var premises: [String] = []
    var functions: [String] = []
    for node in nodes where store.operation(node) == .custom {
      functions.append(store.functions[store[node].payload].name)
    }
    let family = Set(functions.map(CoqNames.functionBase)).sorted()
    for base in family {
      let orders = functions.filter { CoqNames.functionBase($0) == base }.map { $0.count - base.count }.max() ?? 0
      for order in 0..<max(orders, 1) {
        let (lower, higher) = (
          base + String(repeating: "'", count: order), base + String(repeating: "'", count: order + 1)
        )
        premises.append("(forall t, is_derive t 1 \(CoqNames.identifier(lower)) (\(CoqNames.identifier(higher)) t))")
      }
    }
    for variable in variables { premises += try variable.attributes.coqConditions(of: variable, writer.names) }
    for node in nodes {
      var conditions = CoqCondition.ofValue(node, in: store)
      if inFunction.contains(node) { conditions += CoqCondition.ofDerivative(node, in: store) }
      for condition in conditions { premises.append(try condition.text(writer)) }
    }
    var binders = TheoremStatement.binders(variables, sizes: sizes.sorted(), writer.names)
    var names: [String] = []
    for base in family {
      let orders = functions.filter { CoqNames.functionBase($0) == base }.map { $0.count - base.count }.max() ?? 0
      names += (0...max(orders, 1)).map { CoqNames.identifier(base + String(repeating: "'", count: $0)) }
    }
    if !names.isEmpty { binders.append("(\(names.joined(separator: " ")) : R -> R)") }
    return TheoremStatement(name, binders: binders, premises: premises, conclusion: conclusion).proposition
  }

  private func conclusion(_ function: Node) throws(CoqRefusal) -> String {
    let variable = derivation.variable
    let name = writer.names.variable(variable).text(.atom)
    let body = try writer.term(function).text(.definition)
    let shape = store.shape(function)
    let isNumerator = derivation.layout == .numerator
    switch (shape.isScalar, variable.shape.isScalar) {
    case (true, true):
      return try "is_derive \(name) 1 (fun \(name) => \(body) : R)\n    \(writer.scalar(result).text(.atom))"
    case (true, false):
      let gradient = isNumerator ? store.transpose(result) : result
      return try "is_gradient (fun \(name) => \(body)) \(name)\n    \(writer.matrix(gradient).text(.atom))"
    case (false, true):
      let derivative = shape == store.shape(result) ? result : store.transpose(result)
      guard store.shape(derivative) == shape else { throw CoqRefusal.words("its result is of another shape") }
      return try "mxd \(name) (fun \(name) => \(body))\n    (fun h => h *: \(writer.matrix(derivative).text(.call)))"
    case (false, false):
      let jacobian = isNumerator ? result : store.transpose(result)
      guard shape.columns == .one, variable.shape.columns == .one else {
        throw CoqRefusal.words("a matrix by a matrix is not written in Coq")
      }
      return try "mxd \(name) (fun \(name) => \(body))\n    (fun h => \(writer.matrix(jacobian).text(.call)) *m h)"
    }
  }
}

extension CoqNames {
  /// The name of a function without the marks of its derivatives.
  static func functionBase(_ name: String) -> String { String(name.prefix { $0 != "'" }) }
}
