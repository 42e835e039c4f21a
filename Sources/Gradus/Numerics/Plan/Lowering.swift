/// Brings expressions of a store into a plan's graph, at concrete sizes.
struct Lowering {
  let store: Store
  let evaluation: PlainEvaluation
  private(set) var graph = PlanGraph()
  private(set) var roots: [PlanTerm] = []
  private(set) var inputs: [PlanInput] = []
  /// Steps of the plain evaluation that the plan calls, by the places of their calls.
  private(set) var calls: [PlainEvaluation.Step] = []
  private var terms: [PlanTerm] = []
  private let shared: SharedChains
  private let nodes: [Node]

  init(_ store: Store, _ roots: [Node], sizes: [String: Int]) throws(EvaluationError) {
    let roots = StableForm.of(roots, in: store)
    self.store = store
    evaluation = try PlainEvaluation(store, roots, sizes: sizes)
    nodes = store.reachable(from: roots)
    shared = SharedChains(nodes, in: store)
    for place in nodes.indices { terms.append(lower(place)) }
    self.roots = evaluation.roots.map { terms[$0] }
  }

  private mutating func lower(_ place: Int) -> PlanTerm {
    let step = evaluation.steps[place]
    let (rows, columns) = (step.rows, step.columns)
    let operands = step.operands.map { terms[$0] }
    if rows * columns == 0 { return call(step, operands) }
    switch step.source {
    case .constant(let value): return graph.number(value[0, 0])
    case .variable(let variable):
      return input(PlanInput(variable: variable, isDifferential: false, rows: rows, columns: columns))
    case .differential(let variable):
      return input(PlanInput(variable: variable, isDifferential: true, rows: rows, columns: columns))
    case .call: break
    }
    if operands.contains(where: { graph.count($0) == 0 }) { return call(step, operands) }
    switch step.operation {
    case .zeros: return graph.spread(graph.number(0), rows, columns)
    case .ones: return graph.spread(graph.number(1), rows, columns)
    case .identity: return graph.diagonalMatrix(graph.spread(graph.number(1), rows, 1))
    case .sum: return graph.combination(operands.map { _ in 1 }, operands, rows, columns)
    case .product: return chain(place, operands)
    case .hadamard, .scale: return graph.entrywise(operands, rows, columns)
    case .transpose: return graph.transpose(operands[0])
    case .power: return power(step, operands)
    case .inverse, .logDeterminant, .determinant: return factored(step, place, operands[0])
    case .trace: return graph.reduction(.sum, .all, graph.diagonal(operands[0]))
    case .diagonalMatrix: return graph.diagonalMatrix(operands[0])
    case .diagonal: return graph.diagonal(operands[0])
    case .total: return graph.reduction(.sum, direction(step.axis), operands[0])
    case .mean:
      let count = graph.count(operands[0]) / (rows * columns)
      let total = graph.reduction(.sum, direction(step.axis), operands[0])
      return graph.combination([1 / Double(count)], [total], rows, columns)
    case .maximum: return graph.reduction(.largest, direction(step.axis), operands[0])
    case .dot, .inner:
      return sum(
        graph.entrywise(operands, evaluation.steps[step.operands[0]].rows, evaluation.steps[step.operands[0]].columns))
    case .norm1: return sum(graph.map(.magnitude, operands[0]))
    case .norm2: return graph.map(.root, sum(graph.map(.square, operands[0])))
    case .logSumExp, .softmax, .logSoftmax: return normalized(step, operands[0])
    case .vec where columns == 1 && graph.columns(operands[0]) == 1: return operands[0]
    case .larger: return graph.zip(.larger, operands[0], operands[1], rows, columns)
    case .smaller: return graph.zip(.smaller, operands[0], operands[1], rows, columns)
    default: return elementwise(step, operands)
    }
  }

  private mutating func elementwise(_ step: PlainEvaluation.Step, _ operands: [PlanTerm]) -> PlanTerm {
    if let function = PlanGraph.Function(step.operation) { return graph.map(function, operands[0]) }
    guard step.operation.rawValue >= Operation.exp.rawValue else { return call(step, operands) }
    calls.append(step)
    let function = PlanGraph.Function.definition(step.operation, calls.count - 1)
    if operands.count == 1 { return graph.map(function, operands[0]) }
    return graph.zip(function, operands[0], operands[1], step.rows, step.columns)
  }

  private mutating func call(_ step: PlainEvaluation.Step, _ operands: [PlanTerm]) -> PlanTerm {
    calls.append(step)
    return graph.make(.call(calls.count - 1, operands), step.rows, step.columns)
  }

  private mutating func input(_ input: PlanInput) -> PlanTerm {
    inputs.append(input)
    return graph.make(.input(inputs.count - 1), input.rows, input.columns)
  }

  private func direction(_ axis: Axis) -> PlanGraph.Direction {
    switch axis {
    case .all: .all
    case .rows: .columns
    case .columns: .rows
    }
  }

  private mutating func sum(_ term: PlanTerm) -> PlanTerm { graph.reduction(.sum, .all, term) }

  private mutating func power(_ step: PlainEvaluation.Step, _ operands: [PlanTerm]) -> PlanTerm {
    let base = operands[0]
    if let exponent = graph.number(graph.unspread(operands[1])), graph.rows(base) == step.rows,
      graph.columns(base) == step.columns
    {
      switch exponent {
      case 2: return graph.map(.square, base)
      case 3: return graph.entrywise([base, graph.map(.square, base)], step.rows, step.columns)
      case 4: return graph.map(.square, graph.map(.square, base))
      case 0.5: return graph.map(.root, base)
      case -1: return graph.map(.reciprocal, base)
      case -2: return graph.map(.reciprocal, graph.map(.square, base))
      case -0.5: return graph.map(.reciprocal, graph.map(.root, base))
      default: break
      }
    }
    calls.append(step)
    return graph.zip(.definition(.power, calls.count - 1), base, operands[1], step.rows, step.columns)
  }

  /// Inverse and determinants of one matrix share its factorization; those of a transpose are taken from the matrix.
  private mutating func factored(_ step: PlainEvaluation.Step, _ place: Int, _ operand: PlanTerm) -> PlanTerm {
    let matrix = PlanTerm(id: operand.id)
    let size = step.operation == .inverse ? step.rows : graph.rows(operand)
    if size == 1 {
      switch step.operation {
      case .inverse: return graph.map(.reciprocal, operand)
      case .determinant: return operand
      default: return graph.map(.logarithm, graph.map(.magnitude, operand))
      }
    }
    let factors = graph.factorization(matrix)
    switch step.operation {
    case .logDeterminant: return graph.make(.logDeterminant(factors), 1, 1)
    case .determinant: return graph.make(.determinant(factors), 1, 1)
    default:
      let inverse = graph.make(.inverse(factors), size, size)
      if shared.isKept(nodes[place]) || evaluation.roots.contains(place) { graph.keptInverses.insert(inverse.id) }
      return inverse.transposed(if: operand.isTransposed)
    }
  }

  /// Exponentials are taken of what the largest entry of a slice exceeds, so that none overflows.
  ///
  /// Beside the largest, which counts 1, those below the normal numbers are nothing, and computing on with them would take
  /// a hundred times as long.
  private mutating func normalized(_ step: PlainEvaluation.Step, _ operand: PlanTerm) -> PlanTerm {
    let (rows, columns) = (graph.rows(operand), graph.columns(operand))
    let direction = direction(step.axis)
    let (height, width) = (direction == .rows ? rows : 1, direction == .columns ? columns : 1)
    let largest = graph.map(.finite, graph.reduction(.largest, direction, operand))
    let shifted = graph.combination([1, -1], [operand, graph.spread(largest, rows, columns)], rows, columns)
    let weights = graph.map(.weight, shifted)
    let total = graph.reduction(.sum, direction, weights)
    switch step.operation {
    case .softmax:
      return graph.entrywise([weights, graph.spread(graph.map(.reciprocal, total), rows, columns)], rows, columns)
    case .logSoftmax:
      let logarithm = graph.spread(graph.map(.logarithm, total), rows, columns)
      return graph.combination([1, -1], [shifted, logarithm], rows, columns)
    default:
      return graph.combination([1, 1], [largest, graph.map(.logarithm, total)], height, width)
    }
  }

  /// A matrix chain in the cheapest order at these sizes.
  private mutating func chain(_ place: Int, _ factors: [PlanTerm]) -> PlanTerm {
    if factors.count == 2 { return graph.product(factors[0], factors[1]) }
    let isDiagonalAlone = shared.isDiagonalAlone(nodes[place]) && !evaluation.roots.contains(place)
    let order = ChainSplits(
      factors, in: graph, shared: shared, node: nodes[place], isDiagonalAlone: isDiagonalAlone, store)
    return order.build { graph.product($0, $1) }
  }
}

/// A variable or a differential whose values a plan reads.
struct PlanInput: Sendable {
  let variable: Variable
  let isDifferential: Bool
  let rows: Int
  let columns: Int
}

extension PlanGraph.Function {
  /// The functions of one argument with loops of their own.
  fileprivate init?(_ operation: Operation) {
    switch operation {
    case .exp: self = .exponential
    case .log: self = .logarithm
    case .abs: self = .magnitude
    case .sign: self = .sign
    case .step: self = .step
    case .relu: self = .relu
    case .tanh: self = .tanh
    case .sigmoid: self = .sigmoid
    case .softplus: self = .softplus
    case .silu: self = .silu
    default: return nil
    }
  }
}
