/// A proposition in Coq, generated from what a rule itself says; the theorem of that name in `Proofs/` has to prove it.
struct TheoremStatement: Sendable {
  let name: String
  /// What stands between the colon and the final point.
  let proposition: String

  /// As it stands in `Proofs/Statements.v`.
  var definition: String { "Definition \(name) : Prop :=\n\(proposition)." }

  /// Binders, then premises, then the conclusion, each on lines of its own.
  init(_ name: String, binders: [String], premises: [String], conclusion: String) {
    self.name = name
    let lines = TheoremStatement.wrapped(["forall (R : realType)"] + binders, separator: " ", indent: "    ") + ","
    let rest = premises.uniqued.filter { $0 != "(0 < 1)%N" }.map { "  \($0) ->\n" }.joined() + "  \(conclusion)"
    proposition = "  \(lines)\n\(rest)"
  }

  private static func wrapped(_ words: [String], separator: String, indent: String) -> String {
    var lines = [""]
    for word in words {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = word
      } else if last.count + word.count < 110 {
        lines[lines.count - 1] = last + separator + word
      } else {
        lines.append(word)
      }
    }
    return lines.joined(separator: "\n\(indent)")
  }

  /// One binder for all sizes, then one for each variable.
  static func binders(_ variables: [Variable], sizes: [String], _ names: CoqNames) -> [String] {
    let dimensions = sizes.isEmpty ? [] : ["(\(sizes.map(CoqNames.identifier).joined(separator: " ")) : nat)"]
    var groups: [(names: [String], type: String)] = []
    for variable in variables {
      let (name, type) = (names.variable(variable).text(.definition), names.type(variable.shape))
      if groups.last?.type == type {
        groups[groups.count - 1].names.append(name)
      } else {
        groups.append(([name], type))
      }
    }
    return dimensions + groups.map { "(\($0.names.joined(separator: " ")) : \($0.type))" }
  }
}

extension TheoremStatement {
  /// An equation between two sides, where both have values.
  init(_ name: String, _ equation: RuleEquation) throws(CoqRefusal) {
    let store = equation.store
    let nodes = store.reachable(from: [equation.left, equation.right])
    self = try .shorter { names throws(CoqRefusal) in
      let writer = CoqWriter(store: store, names: names)
      var premises: [String] = []
      for variable in equation.variables { premises += try variable.attributes.coqConditions(of: variable, names) }
      for node in nodes {
        for condition in CoqCondition.ofValue(node, in: store) { premises.append(try condition.text(writer)) }
      }
      let sides = try writer.sides(equation.left, equation.right)
      var left = sides.left.text(.sum)
      // Without a variable nothing else says over which numbers the matrices are.
      if equation.variables.isEmpty { left = "(\(left) : \(store.isScalar(equation.left) ? "R" : "'M[R]_(_, _)"))" }
      return TheoremStatement(
        name, binders: TheoremStatement.binders(equation.variables, sizes: equation.dimensions, names),
        premises: premises,
        conclusion: "\(left) = \(sides.right.text(.sum))")
    }
  }

  /// A value with its differential, where both exist: mxd for a matrix, is_diff for a scalar.
  init(_ name: String, of value: Node, is differential: Node, in store: Store, _ variables: [Variable])
    throws(CoqRefusal)
  {
    let sizes = TheoremStatement.sizes(of: store.reachable(from: [value, differential]), in: store)
    self = try .shorter { names throws(CoqRefusal) in
      let motion = CoqMotion(of: variables, names, in: store)
      var premises = motion.premises
      let conditions = CoqCondition.ofValue(value, in: store) + CoqCondition.ofDerivative(value, in: store)
      for condition in conditions { premises.append(try condition.text(motion.writer)) }
      return TheoremStatement(
        name, binders: [CoqMotion.binder] + sizes + motion.binders, premises: premises,
        conclusion: try motion.conclusion(value) { (writer) throws(CoqRefusal) in
          try writer.term(differential, like: value)
        })
    }
  }

  /// ⟨cotangent, change⟩ = ⟨handed, operand⟩.
  init(
    adjoint name: String, _ cotangent: Node, _ change: Node, _ handed: Node, _ operand: Node, in store: Store
  ) throws(CoqRefusal) {
    let nodes = store.reachable(from: [cotangent, change, handed, operand])
    self = try .shorter { names throws(CoqRefusal) in
      let writer = CoqWriter(store: store, names: names)
      func inner(_ left: Node, _ right: Node) throws(CoqRefusal) -> String {
        let sides = try writer.sides(left, right)
        if store.isScalar(left) { return CoqTerm.product([sides.left, sides.right], by: "*").text(.sum) }
        return "inner \(sides.left.text(.atom)) \(sides.right.text(.atom))"
      }
      return TheoremStatement(
        name, binders: TheoremStatement.binders(of: nodes, in: store, names), premises: [],
        conclusion: "\(try inner(cotangent, change)) = \(try inner(handed, operand))")
    }
  }

  /// An equation in which differentials occur.
  init(_ name: String, _ left: Node, _ right: Node, in store: Store) throws(CoqRefusal) {
    let nodes = store.reachable(from: [left, right])
    self = try .shorter { names throws(CoqRefusal) in
      let sides = try CoqWriter(store: store, names: names).sides(left, right)
      return TheoremStatement(
        name, binders: TheoremStatement.binders(of: nodes, in: store, names), premises: [],
        conclusion: "\(sides.left.text(.sum)) = \(sides.right.text(.sum))")
    }
  }

  /// The statement with products of sizes in the order that needs fewer words: vec counts columns first.
  private static func shorter(_ write: (CoqNames) throws(CoqRefusal) -> TheoremStatement) throws(CoqRefusal)
    -> TheoremStatement
  {
    var names = CoqNames()
    let byName = try write(names)
    names.isColumnMajor = true
    let byColumns = try write(names)
    return byColumns.proposition.count < byName.proposition.count ? byColumns : byName
  }

  /// A binder for the sizes among nodes, if there are any.
  private static func sizes(of nodes: [Node], in store: Store) -> [String] {
    let names = store.sizeNames(nodes).map(CoqNames.identifier)
    return names.isEmpty ? [] : ["(\(names.joined(separator: " ")) : nat)"]
  }

  /// The variables and differentials among nodes, after their sizes.
  private static func binders(of nodes: [Node], in store: Store, _ names: CoqNames) -> [String] {
    var binders = sizes(of: nodes, in: store)
    for node in nodes {
      let record = store[node]
      guard record.operation == .variable || record.operation == .differential else { continue }
      let variable = store.variables[record.payload]
      let text = record.operation == .variable ? names.variable(variable) : names.differential(variable)
      binders.append("(\(text.text(.definition)) : \(names.type(variable.shape)))")
    }
    return binders
  }
}

extension Store {
  /// The names of sizes that nodes speak of, in order.
  func sizeNames(_ nodes: [Node]) -> [String] {
    var names: Set<String> = []
    for node in nodes {
      let record = self[node]
      names.formUnion(shape(node).rows.names + shape(node).columns.names)
      switch record.operation {
      case .block, .place, .unit:
        let region = regions[record.payload]
        names.formUnion(region.rowOffset.names + region.columnOffset.names)
      case .dimension: names.formUnion(dimension(Dim(index: record.payload)).names)
      default: break
      }
    }
    return names.sorted()
  }
}

extension Array where Element: Hashable {
  /// Each element once, at its first place.
  fileprivate var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
