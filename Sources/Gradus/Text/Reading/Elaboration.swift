/// Builds nodes from syntax whose shapes are known, with a stack of frames instead of recursion.
struct Elaboration {
  /// A statement, or a function's body with its arguments.
  struct Frame {
    var next: Int
    let end: Int
    var arguments: [Node] = []
    /// What a function's result has to fill.
    var extent = Extent.scalar
    var call: OwnCall?
  }

  struct OwnCall: Hashable {
    let function: Int
    let arguments: [Node]
  }

  /// Nodes that all calls of functions of one's own may expand to.
  static let expansionLimit = 1 << 19
  /// The highest power of a matrix, which is written out as a product.
  static let powerLimit = 256

  let syntax: Syntax
  let resolution: Resolution
  let store: Store
  var inference: Inference
  var values: [Node] = []
  private var frames: [Frame] = []
  private var definitions: [Int: Node] = [:]
  private var ownCalls: [OwnCall: Node] = [:]
  private var expanded = 0
  private var variables: [Node?]
  private var dims: [Unification.Term: Dim] = [:]

  init(_ inference: Inference, into store: Store) {
    self.inference = inference
    self.store = store
    syntax = inference.syntax
    resolution = inference.resolution
    variables = Array(repeating: nil, count: inference.resolution.variables.count)
  }

  /// The expression that a statement's nodes say.
  mutating func build(_ nodes: Range<Int>) throws(Problem) -> Node {
    frames.append(Frame(next: nodes.lowerBound, end: nodes.upperBound))
    while let frame = frames.last {
      if frame.next == frame.end {
        finish(frame)
        continue
      }
      frames[frames.count - 1].next += 1
      try step(frame.next, in: frame)
    }
    return values.removeLast()
  }

  mutating func define(_ root: Int, as node: Node) { definitions[root] = node }

  private mutating func finish(_ frame: Frame) {
    frames.removeLast()
    guard let call = frame.call, let value = values.last else { return }
    let filled = store.isScalar(value) && !frame.extent.isScalar ? store.scale(value, store.ones(frame.extent)) : value
    ownCalls[call] = filled
    values[values.count - 1] = filled
  }

  private mutating func step(_ place: Int, in frame: Frame) throws(Problem) {
    let node = syntax.nodes[place]
    let count = Int(node.count)
    if resolution.isSize[place] || node.kind == .whole || node.kind == .span {
      values.removeLast(count)
      values.append(store.zero)
      return
    }
    if frame.call != nil {
      expanded += 1
      if expanded > Elaboration.expansionLimit {
        throw syntax.problem(.expansionTooLarge(function: "let"), at: place)
      }
    }
    if node.kind == .call, case .ownFunction(let function) = resolution.meanings[place] {
      return call(function, count)
    }
    let operands = Array(values[(values.count - count)...])
    values.removeLast(count)
    values.append(try value(node, place, operands, in: frame))
  }

  private mutating func call(_ function: Int, _ count: Int) {
    let call = OwnCall(function: function, arguments: Array(values[(values.count - count)...]))
    values.removeLast(count)
    if let known = ownCalls[call] {
      values.append(known)
      return
    }
    let body = syntax.statements[function].nodes
    let extent = call.arguments.map { store.extent($0) }.first { !$0.isScalar } ?? .scalar
    frames.append(
      Frame(next: body.lowerBound, end: body.upperBound, arguments: call.arguments, extent: extent, call: call))
  }

  private mutating func value(
    _ node: SyntaxNode, _ place: Int, _ operands: [Node], in frame: Frame
  ) throws(Problem) -> Node {
    switch node.kind {
    case .number: return store.number(syntax.numbers[Int(node.value)])
    case .onesColumn: return store.ones(extent(place))
    case .name: return name(node, place, frame)
    case .group: return operands[0]
    case .negation: return store.negated(operands[0])
    case .transpose: return frame.call == nil ? store.transpose(operands[0]) : operands[0]
    case .sum: return frame.call == nil ? store.sum(operands) : filledSum(operands, frame.extent)
    case .product: return frame.call == nil ? product(operands) : entrywise(operands)
    case .hadamard: return entrywise(operands)
    case .division, .entrywiseDivision: return store.entrywise(operands[0], store.reciprocal(operands[1]))
    case .entrywisePower: return store.power(operands[0], operands[1])
    case .power:
      if frame.call != nil || store.isScalar(operands[0]) { return store.power(operands[0], operands[1]) }
      return try matrixPower(operands[0], operands[1], place)
    case .kronecker: return try apply(.kronecker, operands, at: place)
    case .index: return try block(operands[0], place)
    case .call: return try call(node, place, operands)
    case .whole, .span: return store.zero
    }
  }

  // MARK: Leaves

  mutating func dim(_ term: Unification.Term) -> Dim {
    if term == 0 { return .one }
    if let known = dims[term] { return known }
    let dim = store.dim(inference.sizes.size(term))
    dims[term] = dim
    return dim
  }

  mutating func extent(_ place: Int) -> Extent {
    Extent(rows: dim(inference.rows[place]), columns: dim(inference.columns[place]))
  }

  private mutating func name(_ node: SyntaxNode, _ place: Int, _ frame: Frame) -> Node {
    switch resolution.meanings[place] {
    case .variable(let variable):
      if let known = variables[variable] { return known }
      let node = store.variable(inference.variable(variable))
      variables[variable] = node
      return node
    case .differential(let variable): return store.differential(inference.variable(variable))
    case .dimension: return store.scalar(store.dim(Dimension(syntax.name(node.value))))
    case .definition(let root): return definitions[root] ?? store.zero
    case .parameter(let index): return frame.arguments[index]
    case .identity: return store.identity(dim(inference.rows[place]))
    case .circleNumber: return store.leaf(.pi, .scalar)
    case .none, .function, .ownFunction, .custom, .differentialOfPart: return store.zero
    }
  }

  // MARK: Signs

  /// In a function of one's own a scalar beside a matrix stands in every entry.
  private func filledSum(_ operands: [Node], _ extent: Extent) -> Node {
    if operands.allSatisfy({ store.isScalar($0) }) { return store.sum(operands) }
    return store.sum(operands.map { store.isScalar($0) ? store.scale($0, store.ones(extent)) : $0 })
  }

  /// The product from left to right, where a part that has become 1×1 multiplies what follows.
  private func product(_ operands: [Node]) -> Node {
    var scalars: [Node] = []
    var chain: [Node] = []
    for operand in operands {
      if store.isScalar(operand) {
        scalars.append(operand)
        continue
      }
      if let first = chain.first, let last = chain.last, store.extent(first).rows == .one, store.extent(last).columns == .one {
        scalars.append(store.product(chain))
        chain.removeAll(keepingCapacity: true)
      }
      chain.append(operand)
    }
    if chain.isEmpty { return store.hadamard(scalars) }
    let matrix = store.product(chain)
    return scalars.isEmpty ? matrix : store.scale(store.hadamard(scalars), matrix)
  }

  private func entrywise(_ operands: [Node]) -> Node {
    let scalars = operands.filter { store.isScalar($0) }
    let matrices = operands.filter { !store.isScalar($0) }
    if matrices.isEmpty { return store.hadamard(scalars) }
    let matrix = store.hadamard(matrices)
    return scalars.isEmpty ? matrix : store.scale(store.hadamard(scalars), matrix)
  }

  private func matrixPower(_ base: Node, _ exponent: Node, _ place: Int) throws(Problem) -> Node {
    let parts = syntax.nodes[place]
    guard let power = store.value(exponent)?.intValue else {
      let text = syntax.source(of: place)[parts.range]
      throw syntax.problem(.exponentNotInteger(text), at: place)
    }
    if power.magnitude > Elaboration.powerLimit {
      throw syntax.problem(.powerTooHigh(limit: Elaboration.powerLimit), at: place)
    }
    if power == 0 { return store.identity(store.extent(base).rows) }
    let factor = power > 0 ? base : try apply(.inverse, [base], at: place)
    return store.product(Array(repeating: factor, count: Int(power.magnitude)))
  }

  func apply(
    _ operation: Operation, axis: Axis? = nil, _ operands: [Node], at place: Int
  ) throws(Problem) -> Node {
    do throws(ShapeClash) {
      return try store.apply(operation, payload: axis?.rawValue ?? 0, operands)
    } catch {
      throw syntax.problem(.operands(error), at: place)
    }
  }
}
