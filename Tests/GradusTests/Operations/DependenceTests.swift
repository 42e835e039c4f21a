import Testing

@testable import Gradus

/// What definitions say of differentials, against central differences and against each other.
@Suite struct DependenceTests {
  private static let seeds = Campaign.seeds(2)

  /// The operand's contribution to the differential, as the definition says it.
  private func contribution(_ instance: OperationInstance, _ place: Int, _ dependence: Dependence) throws -> Node? {
    let store = instance.store
    let differential = store.differential(instance.operands[place])
    let da = Expression(store, differential)
    switch dependence {
    case .linear:
      var operands = instance.operands.map { store.variable($0) }
      if Self.jointlyLinear.contains(instance.operation) { operands = operands.map { store.zeros(store.extent($0)) } }
      operands[place] = differential
      return try instance.rebuilt(operands)
    case .nonlinear(let form): return form(instance.call, da).node
    case .elementwise(let derivative): return (derivative(instance.call) ⊙ da).node
    case .refused: return nil
    }
  }

  /// Linear in all operands together, where others are linear in each alone.
  private static let jointlyLinear: [Operation] = [.sum, .horizontal, .vertical]

  /// Runs the body for every operand of every instance whose definition says a dependence.
  private func forEveryOperand(_ body: (OperationInstance, Int, Dependence) throws -> Void) throws {
    for instance in try OperationInstance.all() {
      for place in instance.operands.indices {
        guard let dependence = instance.operation.definition.calculus.dependence(at: place) else { continue }
        try body(instance, place, dependence)
      }
    }
  }

  @Test func contributionsAreWhatCentralDifferencesSay() throws {
    var comparisons = 0
    try forEveryOperand { instance, place, dependence in
      guard let contribution = try contribution(instance, place, dependence) else { return }
      let (stated, whole) = (instance.store.shape(contribution), instance.store.shape(instance.node))
      #expect(stated == whole, "\(instance), operand \(place)")
      for seed in Self.seeds {
        let (point, direction) = try pointAndDirection(instance, place, seed)
        let stated = try instance.store.evaluate([contribution], at: point)[0]
        let difference = try CentralDifference(instance.store, instance.node, at: point)
        let estimate = try difference.directional(along: [instance.operands[place].name: direction])
        let allowed = 1e-7 * max(1, stated.maximumMagnitude)
        #expect(
          (stated - estimate.value).maximumMagnitude < allowed,
          "\(instance), operand \(place), seed \(seed):\n\(stated)\nis stated, differences say\n\(estimate.value)")
        comparisons += stated.elements.count
      }
    }
    #expect(comparisons > 1000)
  }

  @Test func adjointsAreAdjoint() throws {
    try forEveryOperand { instance, place, dependence in
      guard case .linear(let adjoint) = dependence else { return }
      let store = instance.store
      let cotangent = Variable("G", store.shape(instance.node))
      let pulled = adjoint(instance.call, place, Expression(store, store.variable(cotangent))).node
      #expect(store.shape(pulled) == instance.operands[place].shape, "\(instance), operand \(place)")
      let contribution = try #require(try contribution(instance, place, dependence))
      for seed in Self.seeds {
        var (point, direction) = try pointAndDirection(instance, place, seed)
        var generator = SplitMix64(seed: seed)
        let result = try store.evaluate([contribution], at: point)[0]
        let g = DenseMatrix.normal(result.rows, result.columns, using: &generator)
        point.values["G"] = g
        let (left, right) = (g.innerProduct(result), try store.evaluate([pulled], at: point)[0].innerProduct(direction))
        #expect(
          (left - right).magnitude < 1e-9 * max(1, left.magnitude),
          "\(instance), operand \(place), seed \(seed): \(left) against \(right)")
      }
    }
  }

  /// A differential stands only where the operations around it are linear, so that it can be brought to ⟨G, dA⟩.
  @Test func contributionsAreWrittenWithLinearOperations() throws {
    try forEveryOperand { instance, place, dependence in
      guard let contribution = try contribution(instance, place, dependence) else { return }
      let store = instance.store
      var varying: Set<Node> = []
      for node in store.reachable(from: [contribution]) {
        let operands = store.operands(node)
        let places = operands.indices.filter { varying.contains(operands[$0]) }
        if store.operation(node) == .differential || !places.isEmpty { varying.insert(node) }
        guard let first = places.first else { continue }
        let operation = store.operation(node)
        #expect(places.count == 1 || Self.jointlyLinear.contains(operation), "\(instance): d ⊙ d in \(operation)")
        guard case .linear = operation.definition.calculus.dependence(at: first) else {
          Issue.record("\(instance), operand \(place): \(operation) of a differential")
          continue
        }
      }
    }
  }

  /// Powers with a number above, of negative bases too where it is whole.
  @Test func constantExponents() throws {
    let base = Variable("A", Shape("m", "n"))
    let exponents: [Rational] = [-3, -2, -1, 2, 3, 5, Rational(1, 2), Rational(-1, 2), Rational(1, 3), Rational(-7, 5)]
    for (seed, exponent) in exponents.enumerated() {
      let store = Store()
      let power = store.power(store.variable(base), exponent)
      guard case .nonlinear(let form) = Definition.power.calculus.dependence(at: 0) else { return }
      let stated = form(Call(value: Expression(store, power)), Expression(store, store.differential(base))).node
      var sampler = Sampler(seed: UInt64(seed))
      let found = sampler.point(for: [power, stated], in: store)
      let point = try #require(found)
      let direction = try #require(point.differentials["A"])
      let estimate = try CentralDifference(store, power, at: point).directional(along: ["A": direction])
      let off = try store.evaluate([stated], at: point)[0] - estimate.value
      #expect(off.maximumMagnitude < 1e-7 * max(1, estimate.value.maximumMagnitude), "A.^(\(exponent))")
    }
  }

  @Test func openedAbbreviationsHaveTheSameValue() throws {
    for instance in try OperationInstance.all() {
      guard case .abbreviation(let opening) = instance.operation.definition.calculus else { continue }
      let opened = opening(instance.call).node
      #expect(instance.store.extent(opened) == instance.store.extent(instance.node), "\(instance)")
      for seed in Self.seeds {
        let point = try #require(instance.point(seed: seed), "\(instance)")
        let values = try instance.store.evaluate([instance.node, opened], at: point)
        #expect((values[0] - values[1]).maximumMagnitude < 1e-12 * max(1, values[0].maximumMagnitude), "\(instance)")
      }
    }
  }

  /// A point, and a direction for one operand, which the differential of that operand takes.
  private func pointAndDirection(
    _ instance: OperationInstance, _ place: Int, _ seed: UInt64
  ) throws -> (SamplePoint, DenseMatrix) {
    var point = try #require(instance.point(seed: seed), "\(instance)")
    let name = instance.operands[place].name
    let base = try #require(point.values[name])
    var generator = SplitMix64(seed: seed &+ 1000)
    let direction = DenseMatrix.normal(base.rows, base.columns, using: &generator)
    point.differentials[name] = direction
    return (point, direction)
  }
}
