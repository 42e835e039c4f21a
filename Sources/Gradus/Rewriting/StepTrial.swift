/// Tries every step of a derivation in numbers at one sampled point on the hypotheses.
struct StepTrial {
  private let derivation: Derivation
  private let store: Store

  init(_ derivation: Derivation) {
    self.derivation = derivation
    store = derivation.store
  }

  /// How many steps have values on both sides, and the numbers of those whose sides differ; nil where no point was found.
  func outcome(of numbers: [Int], seed: UInt64) -> (tried: Int, failures: [Int])? {
    let nodes = numbers.flatMap { derivation.steps[$0].nodes }
    let hypotheses = derivation.request.hypotheses
    let anchors =
      [derivation.request.function, derivation.target, derivation.differential] + (derivation.result.map { [$0] } ?? [])
    var sampler = Sampler(seed: seed)
    let variables = derivation.varying + [derivation.request.variable]
    guard let drawn = sampler.point(for: anchors + hypotheses.map(\.left), in: store, variables: variables),
      var point = projected(drawn, hypotheses)
    else { return nil }
    for variable in variables where point.differentials[variable.name] == nil {
      point.differentials[variable.name] = point.values[variable.name].map { direction(like: $0, seed: seed) }
    }
    guard let evaluation = try? PlainEvaluation(store, nodes, sizes: point.sizes),
      let all = try? evaluation.values(at: point)
    else { return nil }
    var values: [Node: DenseMatrix] = [:]
    for (node, place) in zip(nodes, evaluation.roots) { values[node] = all[place] }
    var tried = 0
    var failures: [Int] = []
    for number in numbers {
      let step = derivation.steps[number]
      guard let (left, right, error) = sides(of: step, values, point), left.isFinite, right.isFinite else { continue }
      tried += 1
      let scale = max(left.maximumMagnitude, right.maximumMagnitude, 1e-3)
      let fits = left.rows == right.rows && left.columns == right.columns
      if !fits || (left - right).maximumMagnitude > max(1e-7 * scale, 10 * error) { failures.append(number) }
    }
    return (tried, failures)
  }

  /// Both sides of a step's equation, and how far they may be apart by differencing.
  private func sides(
    of step: Step, _ values: [Node: DenseMatrix], _ point: SamplePoint
  ) -> (left: DenseMatrix, right: DenseMatrix, error: Double)? {
    switch step {
    case .rewrite(let name, let before, let after):
      // A projection changes the value; the derivation's check compares it along the structure.
      if Structure(projectionRule: name) != nil { return nil }
      return pair(values[before], values[after])
    case .hypothesis(_, _, let before, let after), .jacobian(_, _, let before, let after):
      return pair(values[before], values[after])
    case .differential(_, let node, let differential):
      guard let stated = values[differential],
        let estimate = try? CentralDifference(store, node, at: point).directional(along: point.differentials)
      else { return nil }
      return (estimate.value, stated, estimate.error.maximumMagnitude)
    case .adjoint(_, let node, let cotangent, let parts):
      guard let upstream = values[cotangent], let value = values[node] else { return nil }
      var total = 0.0
      for part in parts {
        guard let result = values[part.result], let operand = values[part.operand] else { return nil }
        total += result.innerProduct(operand)
      }
      return (DenseMatrix.column([upstream.innerProduct(value)]), DenseMatrix.column([total]), 0)
    case .identification: return nil
    }
  }

  private func pair(
    _ left: DenseMatrix?, _ right: DenseMatrix?
  ) -> (left: DenseMatrix, right: DenseMatrix, error: Double)? {
    guard let left, let right else { return nil }
    return (left, right, 0)
  }

  private func projected(_ point: SamplePoint, _ hypotheses: [Hypothesis]) -> SamplePoint? {
    if hypotheses.isEmpty { return point }
    let moving = store.variables(in: [derivation.target] + hypotheses.flatMap { [$0.left, $0.right] })
    return Projection(store, onto: hypotheses.map { ($0.left, $0.right) }, moving: moving).project(point)
  }

  private func direction(like value: DenseMatrix, seed: UInt64) -> DenseMatrix {
    var generator = SplitMix64(seed: seed &+ 1)
    return DenseMatrix(rows: value.rows, columns: value.columns) { _, _ in generator.nextNormal() }
  }
}

extension Step {
  /// The nodes whose values the step's equation is about.
  fileprivate var nodes: [Node] {
    switch self {
    case .rewrite(_, let before, let after), .hypothesis(_, _, let before, let after),
      .jacobian(_, _, let before, let after):
      [before, after]
    case .differential(_, _, let differential): [differential]
    case .adjoint(_, let node, let cotangent, let parts):
      [node, cotangent] + parts.flatMap { [$0.operand, $0.result] }
    case .identification: []
    }
  }
}
