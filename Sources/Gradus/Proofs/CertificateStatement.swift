// What a derivation, a differential or an equality claims, as Coq propositions.

extension TheoremStatement {
  /// A first derivative as derived, in the shape that its layout gives it.
  init(_ name: String, _ derivation: Derivation, in store: Store) throws(CoqRefusal) {
    guard derivation.request.order == 1, !derivation.request.structured, let result = derivation.result else {
      throw CoqRefusal.words("it is not a first derivative")
    }
    let context = CertificateContext([derivation.target, result], differentiated: derivation.target, in: store)
    var names = CoqNames()
    names.isNonempty = true
    let variable = derivation.variable
    let conclusion = DerivativeConclusion(
      store: store, function: derivation.target, variable: variable, result: result,
      isNumerator: derivation.layout == .numerator)
    names.isColumnMajor = context.isColumnMajor || conclusion.isOfVectors
    let writer = CoqWriter(store: store, names: names)
    let variables = context.variables(with: [variable])
    let functions = context.functions
    self.init(
      name,
      binders: TheoremStatement.binders(variables, sizes: context.sizes, names) + NamedFunction.binders(functions),
      premises: try functions.flatMap(\.premises) + context.conditions(variables, writer),
      conclusion: try conclusion.text(writer))
  }

  /// A differential as derived: if the variables have differentials at a point, the expression has this one.
  init(_ name: String, _ function: Node, hasDifferential differential: Node, in store: Store) throws(CoqRefusal) {
    let context = CertificateContext([function, differential], differentiated: function, in: store)
    let moving = context.differentials
    var names = CoqNames()
    names.isColumnMajor = context.isColumnMajor
    let motion = CoqMotion(of: moving, names, in: store)
    let variables = context.variables(with: moving)
    let functions = context.functions
    let constants = TheoremStatement.binders(variables.filter { !moving.contains($0) }, sizes: context.sizes, names)
    self.init(
      name, binders: [CoqMotion.binder] + constants + motion.binders + NamedFunction.binders(functions),
      premises: try motion.premises + functions.flatMap(\.premises) + context.conditions(variables, motion.writer),
      conclusion: try motion.conclusion(function) { (writer) throws(CoqRefusal) in try writer.term(differential) })
  }

  /// Expressions that are claimed to be equal, where all have values.
  init(_ name: String, _ sides: [Node], in store: Store) throws(CoqRefusal) {
    let context = CertificateContext(sides, differentiated: nil, in: store)
    var names = CoqNames()
    names.isColumnMajor = context.isColumnMajor
    let writer = CoqWriter(store: store, names: names)
    let variables = context.variables()
    var binders = TheoremStatement.binders(variables, sizes: context.sizes, names)
    binders += context.differentials.map { "(\(names.differential($0).text(.definition)) : \(names.type($0.shape)))" }
    let functions = context.functions
    let first = try writer.term(sides[0]).text(.sum)
    let equations = try sides.dropFirst().map { side throws(CoqRefusal) in
      "\(first) = \(try writer.term(side).text(.sum))"
    }
    self.init(
      name, binders: binders + NamedFunction.binders(functions),
      premises: try functions.flatMap(\.premises) + context.conditions(variables, writer),
      conclusion: equations.joined(separator: " /\\\n  "))
  }
}

/// That a matrix is the derivative, in the words that fit the shapes of function and variable.
private struct DerivativeConclusion {
  let store: Store
  let function: Node
  let variable: Variable
  let result: Node
  let isNumerator: Bool

  private var shape: Shape { store.shape(function) }

  /// Whether vec has to make columns of function or variable.
  var isOfVectors: Bool {
    !shape.isScalar && !variable.shape.isScalar && (shape.columns != .one || variable.shape.columns != .one)
  }

  func text(_ writer: CoqWriter) throws(CoqRefusal) -> String {
    let name = writer.names.variable(variable).text(.atom)
    let body = try writer.term(function).text(.definition)
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
      let jacobian = try writer.matrix(isNumerator ? result : store.transpose(result)).text(.call)
      if !isOfVectors { return "mxd \(name) (fun \(name) => \(body))\n    (fun h => \(jacobian) *m h)" }
      return try """
      mxd \(name) (fun \(name) => vec \(writer.matrix(function).text(.atom)))
          (fun h => \(jacobian) *m vec h)
      """
    }
  }
}
