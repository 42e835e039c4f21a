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
    var names = CoqNames()
    let nodes = store.reachable(from: [equation.left, equation.right])
    names.isColumnMajor = nodes.contains { [.vec, .unvec].contains(store.operation($0)) }
    let writer = CoqWriter(store: store, names: names)
    var premises: [String] = []
    for variable in equation.variables { premises += try variable.attributes.coqConditions(of: variable, names) }
    for node in nodes {
      for condition in CoqCondition.ofValue(node, in: store) { premises.append(try condition.text(writer)) }
    }
    var left = try writer.term(equation.left).text(.sum)
    let right = try writer.term(equation.right).text(.sum)
    // Without a variable nothing else says over which numbers the matrices are.
    if equation.variables.isEmpty { left = "(\(left) : \(store.isScalar(equation.left) ? "R" : "'M[R]_(_, _)"))" }
    self.init(
      name, binders: TheoremStatement.binders(equation.variables, sizes: equation.dimensions, names),
      premises: premises, conclusion: "\(left) = \(right)")
  }

  /// A value with its differential, where both exist: mxd for a matrix, is_diff for a scalar.
  init(_ name: String, of value: Node, is differential: Node, in store: Store, _ variables: [Variable])
    throws(CoqRefusal)
  {
    var names = CoqNames()
    names.moving = Set(variables.map(\.name))
    names.isColumnMajor = [.vec, .unvec].contains(store.operation(value))
    func writer(point: String, direction: String = "") -> CoqWriter {
      var placed = names
      (placed.point, placed.direction) = (point, direction)
      return CoqWriter(store: store, names: placed)
    }
    let sizes = Set(variables.flatMap { $0.shape.rows.names + $0.shape.columns.names }).sorted()
    var binders = ["(V : normedModType R) (v : V)"]
    if !sizes.isEmpty { binders.append("(\(sizes.joined(separator: " ")) : nat)") }
    var premises: [String] = []
    for variable in variables {
      let (function, change) = (names.variable(variable).text(.atom), names.differential(variable).text(.atom))
      binders.append("(\(function) \(change) : V -> \(names.type(variable.shape)))")
      premises.append("\(variable.shape.isScalar ? "is_diff" : "mxd") v \(function) \(change)")
    }
    let conditions = CoqCondition.ofValue(value, in: store) + CoqCondition.ofDerivative(value, in: store)
    for condition in conditions { premises.append(try condition.text(writer(point: "v"))) }
    let function = try writer(point: "u").term(value).text(.definition)
    let change = try writer(point: "v", direction: "h").term(differential).text(.definition)
    let relation = store.isScalar(value) ? "is_diff" : "mxd"
    self.init(
      name, binders: binders, premises: premises,
      conclusion: "\(relation) v (fun u => \(function))\n    (fun h => \(change))")
  }

  /// ⟨cotangent, change⟩ = ⟨handed, operand⟩.
  init(
    adjoint name: String, _ cotangent: Node, _ change: Node, _ handed: Node, _ operand: Node, in store: Store
  ) throws(CoqRefusal) {
    var names = CoqNames()
    let nodes = store.reachable(from: [cotangent, change, handed, operand])
    names.isColumnMajor = nodes.contains { [.vec, .unvec].contains(store.operation($0)) }
    let writer = CoqWriter(store: store, names: names)
    func inner(_ left: Node, _ right: Node) throws(CoqRefusal) -> String {
      if store.isScalar(left) {
        return try CoqTerm.product([writer.scalar(left), writer.scalar(right)], by: "*").text(.sum)
      }
      return try "inner \(writer.matrix(left).text(.atom)) \(writer.matrix(right).text(.atom))"
    }
    let binders = TheoremStatement.binders(of: nodes, in: store, names)
    let (left, right) = (try inner(cotangent, change), try inner(handed, operand))
    self.init(name, binders: binders, premises: [], conclusion: "\(left) = \(right)")
  }

  /// An equation in which differentials occur.
  init(_ name: String, _ left: Node, _ right: Node, in store: Store) throws(CoqRefusal) {
    var names = CoqNames()
    let nodes = store.reachable(from: [left, right])
    guard !nodes.contains(where: { [.horizontal, .vertical].contains(store.operation($0)) }) else {
      throw CoqRefusal.words("vec of matrices side by side has another type in Coq")
    }
    names.isColumnMajor = true
    let writer = CoqWriter(store: store, names: names)
    let conclusion = try "\(writer.term(left).text(.sum)) = \(writer.term(right).text(.sum))"
    self.init(
      name, binders: TheoremStatement.binders(of: nodes, in: store, names), premises: [], conclusion: conclusion)
  }

  /// The variables and differentials among nodes, after their sizes.
  private static func binders(of nodes: [Node], in store: Store, _ names: CoqNames) -> [String] {
    var binders: [String] = []
    var sizes: Set<String> = []
    for node in nodes {
      let record = store[node]
      guard record.operation == .variable || record.operation == .differential else { continue }
      let variable = store.variables[record.payload]
      let text = record.operation == .variable ? names.variable(variable) : names.differential(variable)
      binders.append("(\(text.text(.definition)) : \(names.type(variable.shape)))")
      sizes.formUnion(variable.shape.rows.names + variable.shape.columns.names)
    }
    if !sizes.isEmpty { binders.insert("(\(sizes.sorted().joined(separator: " ")) : nat)", at: 0) }
    return binders
  }
}

extension Array where Element: Hashable {
  /// Each element once, at its first place.
  fileprivate var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
