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
  static let expansionLimit = 1 << 17
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

  /// The body of a function of one's own is being built.
  var isInFunction: Bool { frames.last?.call != nil }

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
    if resolution.sizes.isSize[place] || node.kind == .whole || node.kind == .span {
      values.removeLast(count)
      values.append(store.zero)
      return
    }
    if frame.call != nil {
      expanded += 1
      if expanded > Elaboration.expansionLimit {
        throw syntax.problem(.expansionTooLarge(limit: Elaboration.expansionLimit), at: place)
      }
    }
    if node.kind == .call, case .ownFunction(let function) = resolution.meanings[place] {
      return call(function, count)
    }
    let operands = Array(values[(values.count - count)...])
    values.removeLast(count)
    try checkNumbers(in: node.kind, operands, at: place)
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
}
