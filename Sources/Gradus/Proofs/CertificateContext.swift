/// What a certificate's expressions are made of: variables, sizes and functions, and what has to hold of them.
struct CertificateContext {
  let store: Store
  private let nodes: [Node]
  /// Where the derivative is asked for, not only the value.
  private let differentiated: Set<Node>

  init(_ expressions: [Node], differentiated: Node?, in store: Store) {
    self.store = store
    nodes = store.reachable(from: expressions)
    self.differentiated = Set(differentiated.map { store.reachable(from: [$0]) } ?? [])
  }

  func variables(with others: [Variable] = []) -> [Variable] {
    Set(nodes.filter { store.operation($0) == .variable }.map { store.variables[store[$0].payload] } + others)
      .sorted { $0.name < $1.name }
  }

  /// The variables of which a differential occurs.
  var differentials: [Variable] {
    Set(nodes.filter { store.operation($0) == .differential }.map { store.variables[store[$0].payload] })
      .sorted { $0.name < $1.name }
  }

  var sizes: [String] { store.sizeNames(nodes) }

  /// Whether products of sizes count columns first.
  var isColumnMajor: Bool { nodes.contains { [.vec, .unvec].contains(store.operation($0)) } }

  /// The functions of which only the derivatives' names are known.
  var functions: [NamedFunction] {
    let used = nodes.filter { store.operation($0) == .custom }.map { store.functions[store[$0].payload] }
    return Dictionary(grouping: used, by: NamedFunction.base).map { NamedFunction(base: $0, used: $1) }
      .sorted { $0.base < $1.base }
  }

  /// What the variables' attributes say, and what the operations ask for.
  func conditions(_ variables: [Variable], _ writer: CoqWriter) throws(CoqRefusal) -> [String] {
    var premises: [String] = []
    for variable in variables { premises += try variable.attributes.coqConditions(of: variable, writer.names) }
    for node in nodes {
      var conditions = CoqCondition.ofValue(node, in: store)
      if differentiated.contains(node) { conditions += CoqCondition.ofDerivative(node, in: store) }
      for condition in conditions { premises.append(try condition.text(writer)) }
    }
    return premises
  }
}

/// A function f of one argument with f', f'' …, or of several with f_1, f_2, f_11 …
struct NamedFunction {
  let base: String
  private let arity: Int
  /// Of how many orders a derivative exists.
  private let orders: Int

  init(base: String, used: [ElementwiseFunction]) {
    self.base = base
    arity = used.map(\.arity).max() ?? 1
    orders = max(used.map { NamedFunction.order($0) }.max() ?? 0, 1)
  }

  /// The name without the marks of the derivatives.
  static func base(_ function: ElementwiseFunction) -> String {
    if function.arity == 1 { return String(function.name.prefix { $0 != "'" }) }
    guard let mark = function.name.lastIndex(of: "_"),
      function.name[mark...].dropFirst().allSatisfy({ ("1"..."9").contains(String($0)) })
    else { return function.name }
    return String(function.name[..<mark])
  }

  private static func order(_ function: ElementwiseFunction) -> Int {
    max(0, function.name.count - base(function).count - (function.arity == 1 ? 0 : 1))
  }

  /// The places by which the derivatives of an order are taken.
  private func places(_ order: Int) -> [[Int]] {
    (0..<order).reduce([[]]) { lower, _ in
      lower.flatMap { places in ((places.last ?? 1)...arity).map { places + [$0] } }
    }
  }

  private func name(_ places: [Int]) -> String {
    let marks = arity == 1 ? String(repeating: "'", count: places.count) : places.map(String.init).joined()
    return CoqNames.identifier(arity == 1 || places.isEmpty ? base + marks : "\(base)_\(marks)")
  }

  /// The functions with their derivatives, those of as many arguments together.
  static func binders(_ functions: [NamedFunction]) -> [String] {
    Dictionary(grouping: functions, by: \.arity).sorted { $0.key < $1.key }.map { arity, functions in
      let names = functions.flatMap { function in
        (0...function.orders).flatMap { function.places($0).map(function.name) }
      }
      return "(\(names.joined(separator: " ")) : \(String(repeating: "R -> ", count: arity))R)"
    }
  }

  /// Each derivative is one: by a number, or by the tuple of all arguments.
  var premises: [String] {
    (0..<orders).flatMap { order in
      places(order).map { lower in
        if arity == 1 { return "(forall t, is_derive t 1 \(name(lower)) (\(name(lower + [1])) t))" }
        let terms = (1...arity).map { place in
          "\(name((lower + [place]).sorted())) \(arguments("t")) * \(part("h", place))"
        }
        let tuple = (["R"] + [String](repeating: "R", count: arity - 1)).joined(separator: " * ")
        return "(forall t : \(tuple), is_diff t (fun u : \(tuple) => \(name(lower)) \(arguments("u")))\n"
          + "    (fun h => \(terms.joined(separator: " + "))))"
      }
    }
  }

  private func arguments(_ tuple: String) -> String {
    (1...arity).map { part(tuple, $0) }.joined(separator: " ")
  }

  /// Tuples are pairs of pairs: ((a, b), c).
  private func part(_ tuple: String, _ place: Int) -> String {
    let outer = String(repeating: ".1", count: arity - place)
    return tuple + (place == 1 ? outer : outer + ".2")
  }
}
