/// How the sizes that dimension names stand for are read off the parameters' shapes.
struct NumPySizes {
  /// One name: what it is called in the function, and the code that finds it.
  struct Definition {
    let local: String
    let code: PythonCode
    /// The parameter and the axis that the size is, where no arithmetic is needed.
    let axis: (parameter: String, index: Int)?
  }

  /// In an order in which each needs earlier ones only.
  private(set) var definitions: [Definition] = []
  private var locals: [String: String] = [:]
  private var axes: [(dimension: Dimension, parameter: String, index: Int, code: PythonCode)] = []

  init(_ parameters: [(variable: Variable, name: String)], _ names: inout PythonNames) {
    for (variable, name) in parameters {
      let shape = variable.shape
      // Columns and rows are arrays of one axis.
      let sizes = [shape.rows, shape.columns].filter { $0 != .one }
      for (index, dimension) in sizes.enumerated() where dimension.literal == nil {
        axes.append((dimension, name, index, PythonCode("\(name).shape[\(index)]")))
      }
    }
    for axis in axes {
      guard let name = axis.dimension.name, locals[name] == nil else { continue }
      define(name, axis.code, axis: (axis.parameter, axis.index), &names)
    }
    solvePolynomials(&names)
  }

  private mutating func define(
    _ name: String, _ code: PythonCode, axis: (parameter: String, index: Int)?, _ names: inout PythonNames
  ) {
    let local = names.fresh(name)
    locals[name] = local
    definitions.append(Definition(local: local, code: code, axis: axis))
  }

  /// Takes every dimension with one unknown name in turn and solves it where that is a division or a square root.
  private mutating func solvePolynomials(_ names: inout PythonNames) {
    var isChanged = true
    while isChanged {
      isChanged = false
      for axis in axes {
        let unknown = axis.dimension.names.filter { locals[$0] == nil }
        guard unknown.count == 1, let code = solution(of: axis.dimension, for: unknown[0], equalTo: axis.code) else {
          continue
        }
        define(unknown[0], code, axis: nil, &names)
        isChanged = true
      }
    }
  }

  private func solution(of dimension: Dimension, for name: String, equalTo size: PythonCode) -> PythonCode? {
    let constant = dimension.terms.filter { !$0.names.contains(name) }
    let powers = dimension.terms.filter { $0.names.contains(name) }
    let degree = powers[0].names.count { $0 == name }
    guard degree <= 2, powers.allSatisfy({ term in term.names.count { $0 == name } == degree }) else { return nil }
    let rest = PythonCode.sum([size] + constant.map { -code(of: $0, without: name) })
    let factor = PythonCode.sum(powers.map { code(of: $0, without: name) })
    let quotient = rest.floorDivided(by: factor)
    if degree == 1 { return quotient }
    return .call("np.int64", .sum([.call("np.sqrt", quotient), PythonCode("0.5")]))
  }

  private func code(of term: Dimension.Term, without name: String? = nil) -> PythonCode {
    let names = term.names.filter { $0 != name }.map { PythonCode(locals[$0] ?? $0) }
    return .product([PythonCode(Rational(term.coefficient))] + names)
  }

  /// The size as an integer expression in the locals.
  func code(of dimension: Dimension) throws(EmissionError) -> PythonCode {
    if dimension.names.allSatisfy({ locals[$0] != nil }) { return .sum(dimension.terms.map { code(of: $0) }) }
    guard let axis = axes.first(where: { $0.dimension == dimension }) else { throw .unknownSize(dimension) }
    return axis.code
  }
}
