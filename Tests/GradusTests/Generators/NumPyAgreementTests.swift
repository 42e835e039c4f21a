import Testing

@testable import Gradus

/// Emitted code against the plain evaluation of the same expression.
@Suite(.enabled(if: Python.hasNumPy, "needs python3 with NumPy and SciPy, on the path or named by GRADUS_PYTHON"))
struct NumPyAgreementTests {
  /// An expression with what the evaluator says of it.
  private struct Trial {
    let title: String
    let call: Python.Call
    let shape: Shape
    let value: DenseMatrix
  }

  /// Where the expression's variables do not tell every size, a vector of each length is a parameter too.
  private func trial(_ title: String, _ store: Store, _ node: Node, _ point: SamplePoint) throws -> Trial {
    let expression = Expression(store, node)
    var (parameters, point) = (expression.variables, point)
    var code = try? Generator.numPy.emit(expression)
    if code == nil {
      for (name, size) in point.sizes {
        parameters.append(Variable("size_\(name)", Shape(Dimension(name), 1)))
        point.values["size_\(name)"] = .zeros(size, 1)
      }
      parameters.sort { $0.name < $1.name }
      code = try Generator.numPy.emit(expression, parameters: parameters)
    }
    let call = Python.Call(code: try #require(code), parameters: parameters, point: point)
    return Trial(title: title, call: call, shape: expression.shape, value: try store.evaluate([node], at: point)[0])
  }

  /// The shape of the array that stands for a matrix: rows and columns have one axis.
  private func arrayShape(_ shape: Shape, _ value: DenseMatrix) -> [Int] {
    if shape.isScalar { return [] }
    return shape.columns == .one ? [value.rows] : shape.rows == .one ? [value.columns] : [value.rows, value.columns]
  }

  private func expectAgreement(_ trials: [Trial], tolerance: Double = 1e-8) throws {
    let outcomes = try Python.call(trials.map(\.call))
    try #require(outcomes.count == trials.count)
    for (trial, outcome) in zip(trials, outcomes) {
      switch outcome {
      case .failure(let message): Issue.record("\(trial.title):\n\(trial.call.code)\(message)")
      case .value(let shape, let elements):
        let same = shape == arrayShape(trial.shape, trial.value)
        #expect(same, "\(trial.title): \(shape) for \(trial.shape)\n\(trial.call.code)")
        guard same else { continue }
        let found = DenseMatrix(rows: trial.value.rows, columns: trial.value.columns, elements: elements)
        let allowed = tolerance * max(1, trial.value.maximumMagnitude)
        let isClose = (found - trial.value).maximumMagnitude <= allowed
        #expect(isClose, "\(trial.title)\n\(trial.call.code)gives\n\(found)\nnot\n\(trial.value)")
      }
    }
  }

  @Test func everyOperationAtItsExamples() throws {
    var trials: [Trial] = []
    for instance in try OperationInstance.all() where instance.operation != .custom {
      for seed in Campaign.seeds(1) {
        let point = try #require(instance.point(seed: seed), "\(instance)")
        trials.append(try trial("\(instance)", instance.store, instance.node, point))
      }
    }
    try expectAgreement(trials)
  }

  /// The forms that derivatives are made of: contributions to differentials, and adjoints.
  @Test func differentialsOfEveryOperation() throws {
    var trials: [Trial] = []
    for instance in try OperationInstance.all() where instance.operation != .custom {
      let store = instance.store
      let cotangent = Expression(store, store.variable(Variable("G", store.shape(instance.node))))
      for place in instance.operands.indices {
        let direction = Expression(store, store.variable(Variable("D", instance.operands[place].shape)))
        let dependence = instance.operation.definition.calculus.dependence(at: place)
        let form: Expression? =
          switch dependence {
          case .linear(let adjoint): adjoint(instance.call, place, cotangent)
          case .nonlinear(let contribution): contribution(instance.call, direction)
          case .elementwise(let derivative): derivative(instance.call) ⊙ direction
          case .refused, nil: nil
          }
        guard let form else { continue }
        var sampler = Sampler(seed: UInt64(place))
        let found = sampler.point(for: [form.node, instance.node], in: store, variables: instance.operands)
        trials.append(try trial("\(instance), operand \(place)", store, form.node, try #require(found, "\(instance)")))
      }
    }
    try expectAgreement(trials)
  }

  /// Far out, where plain formulas overflow; log(1 + eˣ) must give what the function that it spells gives.
  @Test func largeArguments() throws {
    let x = Expression(Variable("x", Shape("n", 1)))
    let z = Expression(Variable("Z", Shape("m", "n")))
    let stable: [Expression] = [
      sigmoid(x), softplus(x), silu(x), gelu(x), sech(x), csch(x), coth(x), tanh(x), elu(x, 2), relu(x), acot(x),
      leakyRelu(x, 0.1), erf(x), atan(x), softmax(x), logSoftmax(x), logsumexp(x), softmax(z, axis: .rows),
      softmax(z, axis: .columns), logSoftmax(z, axis: .rows), logSoftmax(z, axis: .columns), logsumexp(z),
      logsumexp(z, axis: .rows), logsumexp(z, axis: .columns),
    ]
    let spelled = [
      (log(1 + exp(x)), softplus(x)), (log(sum(exp(x))), logsumexp(x)),
      (log(sum(exp(z), axis: .columns)), logsumexp(z, axis: .columns)), (exp(x) ⊘ (1 + exp(x)), sigmoid(x)),
      (exp(-x) ⊙ x ⊘ (1 + exp(-x)), x ⊙ sigmoid(-x)),
    ]
    let numbers: [Double] = [-1000, 1000, -40, 40, 800, -800]
    let matrix = DenseMatrix(rows: 2, columns: 3, elements: numbers)
    var trials: [Trial] = []
    for (written, meant) in stable.map({ ($0, $0) }) + spelled {
      let isVector = written.variables[0].name == "x"
      let point = SamplePoint(
        values: ["x": .column(numbers), "Z": matrix], sizes: isVector ? ["n": 6] : ["m": 2, "n": 3])
      let call = Python.Call(code: try Generator.numPy.emit(written), parameters: written.variables, point: point)
      let value = try meant.evaluate(at: point)
      trials.append(Trial(title: "number \(trials.count)", call: call, shape: written.shape, value: value))
    }
    try expectAgreement(trials)
  }

  @Test func randomExpressions() throws {
    var trials: [Trial] = []
    for seed in Campaign.seeds(100) {
      let store = Store()
      var random = RandomExpression(seed: seed, in: store, for: .numbers)
      let node = random.next(depth: 2 + Int(seed % 3))
      // Code is written for derivatives, and for functions that Python knows.
      if store[node].holdsDifferential
        || store.reachable(from: [node]).contains(where: { store.operation($0) == .custom })
      {
        continue
      }
      var sampler = Sampler(seed: seed)
      guard let point = sampler.point(for: [node], in: store) else { continue }
      let evaluation = try PlainEvaluation(store, [node], sizes: point.sizes)
      guard evaluation.regularity(of: try evaluation.values(at: point)) == .smooth else { continue }
      trials.append(try trial("seed \(seed)", store, node, point))
    }
    #expect(trials.count > Campaign.seeds(30).count)
    try expectAgreement(trials, tolerance: 1e-6)
  }
}
