/// Writes the body of a Python function: one statement for each value that is used twice or would make a line long.
final class NumPyWriter {
  /// A statement, kept if something it binds is read further down.
  struct Line {
    let binds: [String]
    let text: String
  }

  let store: Store
  private(set) var names = PythonNames()
  /// The parameters, and what the body calls them.
  private let parameters: [(variable: Variable, name: String)]
  private let signature: [String]
  private let locals: [String: String]
  private(set) var sizes: NumPySizes
  private(set) var lines: [Line] = []
  private(set) var imports: [(module: String, function: String, local: String)] = []
  private var temporaries: [String] = []
  /// The values of nodes written so far, and where a value is a reciprocal, what it divides by.
  private(set) var values: [Node: NumPyValue] = [:]
  private(set) var divisors: [Node: NumPyForm] = [:]
  /// How many nodes take the node as an operand.
  private(set) var uses: [Node: Int] = [:]

  private static let longestText = 88

  /// The text of the function that computes the node.
  static func function(
    _ store: Store, _ node: Node, _ parameters: [Variable]
  ) throws(EmissionError) -> String {
    try NumPyWriter(store, parameters).function(node)
  }

  private init(_ store: Store, _ parameters: [Variable]) {
    self.store = store
    var names = PythonNames()
    let signature = parameters.map { names.parameter($0.name) }
    // The module is called np whatever a variable is called.
    self.parameters = zip(parameters, signature).map { ($0, $1 == "np" ? names.fresh("np") : $1) }
    self.signature = signature
    locals = Dictionary(self.parameters.map { ($0.variable.name, $0.name) }) { first, _ in first }
    sizes = NumPySizes(self.parameters, &names)
    self.names = names
  }

  private func function(_ root: Node) throws(EmissionError) -> String {
    let nodes = store.reachable(from: [root])
    for node in nodes { for operand in store.operands(node) { uses[operand, default: 0] += 1 } }
    for node in nodes {
      let (form, divisor) = try written(node)
      let isShared = uses[node, default: 0] > 1 && !store.operation(node).isLeaf
      let isNamed = isShared || form.code.length > Self.longestText
      values[node] = NumPyValue(form: isNamed ? form.mapCode { named($0) } : form, extent: store.extent(node))
      divisors[node] = isNamed ? nil : divisor
    }
    return try assembled(returning: code(root), isScalar: store.isScalar(root))
  }

  // MARK: Statements

  /// A name for the value, given to it by a statement unless it is a name already.
  func named(_ code: PythonCode) -> PythonCode {
    if code.isCheap { return code }
    let name = temporary()
    lines.append(Line(binds: [name], text: "\(name) = \(code.text)"))
    return PythonCode(name)
  }

  /// Several names for the several values of a call.
  func unpacked(_ count: Int, _ code: PythonCode) -> [PythonCode] {
    let bound = (0..<count).map { _ in temporary() }
    lines.append(Line(binds: bound, text: "\(bound.joined(separator: ", ")) = \(code.text)"))
    return bound.map { PythonCode($0) }
  }

  /// A fresh array that is changed in one place.
  func changed(_ code: PythonCode, at index: String, to part: PythonCode) -> PythonCode {
    let name = temporary()
    lines.append(Line(binds: [name], text: "\(name) = \(code.text)"))
    lines.append(Line(binds: [name], text: "\(name)\(index) = \(part.text)"))
    return PythonCode(name)
  }

  private func temporary() -> String {
    let name = names.fresh("temporary\(temporaries.count)")
    temporaries.append(name)
    return name
  }

  /// The local name of a function of SciPy.
  func imported(_ function: String, from module: String) -> String {
    if let known = imports.first(where: { $0.function == function }) { return known.local }
    let local = names.fresh(function)
    imports.append((module, function, local))
    return local
  }

  func size(_ dim: Dim) throws(EmissionError) -> PythonCode { try sizes.code(of: store.dimension(dim)) }

  func parameter(_ variable: Variable) -> PythonCode {
    PythonCode(locals[variable.name] ?? variable.name)
  }

  // MARK: The whole

  private func assembled(returning result: PythonCode, isScalar: Bool) throws(EmissionError) -> String {
    let scalar = signature.contains("float") ? "np.float64" : "float"
    let returned = isScalar ? "return \(scalar)(\(result.text))" : "return \(result.text)"
    var live = Set(returned.pythonTokens)
    var kept: [Line] = []
    for line in lines.reversed() where line.binds.contains(where: { live.contains(Substring($0)) }) {
      kept.append(line)
      live.formUnion(line.text.pythonTokens)
    }
    let body = renumbered(kept.reversed().map(\.text) + [returned])
    var head = zip(parameters, signature).filter { $0.name != $1 }.map { "\($0.name) = \($1)" }
    head.append("import numpy as np")
    for (module, function, local) in imports where live.contains(Substring(local)) {
      head.append("from \(module) import \(function)" + (local == function ? "" : " as \(local)"))
    }
    // A row may come as a matrix of one row.
    for (variable, name) in parameters where variable.shape.rows == .one && variable.shape.columns != .one {
      head.append("\(name) = np.reshape(\(name), -1)")
    }
    let statements = (head + sizeStatements(live) + body).map { "    " + $0 }
    return "def derivative(\(signature.joined(separator: ", "))):\n\(statements.joined(separator: "\n"))\n"
  }

  /// Statements for the sizes that are read, those they need included; both axes of a parameter share one.
  private func sizeStatements(_ live: Set<Substring>) -> [String] {
    var needed = live
    var kept: [NumPySizes.Definition] = []
    for definition in sizes.definitions.reversed() where needed.contains(Substring(definition.local)) {
      kept.append(definition)
      needed.formUnion(definition.code.text.pythonTokens)
    }
    kept.reverse()
    var statements: [String] = []
    var place = 0
    while place < kept.count {
      let definition = kept[place]
      if place + 1 < kept.count, let first = definition.axis, let second = kept[place + 1].axis,
        first.parameter == second.parameter, first.index == 0, second.index == 1
      {
        statements.append("\(definition.local), \(kept[place + 1].local) = \(first.parameter).shape")
        place += 2
      } else {
        statements.append("\(definition.local) = \(definition.code.text)")
        place += 1
      }
    }
    return statements
  }

  /// Temporaries that are left are counted anew.
  private func renumbered(_ statements: [String]) -> [String] {
    var (names, last) = (names, 0)
    var spellings: [Substring: String] = [:]
    let isTemporary = Set(temporaries.map { Substring($0) })
    for statement in statements {
      for token in statement.pythonTokens where isTemporary.contains(token) && spellings[token] == nil {
        spellings[token] = names.numbered(after: &last)
      }
    }
    return statements.map { $0.renaming(spellings) }
  }
}

extension String {
  /// The text with whole names replaced.
  fileprivate func renaming(_ spellings: [Substring: String]) -> String {
    pythonTokens.map { spellings[$0] ?? String($0) }.joined()
  }
}
