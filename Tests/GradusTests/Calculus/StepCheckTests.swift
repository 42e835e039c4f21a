import Testing

@testable import Gradus

/// Every step of a derivation can be taken again by its rule and holds in numbers.
struct StepCheckTests {
  private func derivation(
    _ text: String, by name: String, declarations: [String] = [], assumptions: [String] = [], order: Int = 1
  ) throws -> Derivation {
    let store = Store()
    let reading = try Reader(text, declarations: declarations, assumptions: assumptions).read(into: store)
    let variable = try #require(reading.variables.first { $0.name == name })
    var request = DerivationRequest(function: reading.expressions[0], variable: variable)
    request.order = order
    request.hypotheses = reading.hypotheses
    return try Deriver.derive(request, in: store)
  }

  @Test(arguments: [
    ("tr(A'*X*B)", "X", []), ("-y'*log(softmax(z))", "z", ["1'*y = 1"]), ("norm2(A*X-B)^2", "X", []),
    ("logdet(X)", "X", []), ("(x'*A*x)/(x'*x)", "x", []), ("sum(softmax(X*W,1).*Y)", "W", []),
    ("A*x", "x", []), ("inv(A*X*B)", "X", []), ("det(X'*A*X)", "X", []),
  ])
  func stepsHold(text: String, name: String, assumptions: [String]) throws {
    let check = try derivation(text, by: name, assumptions: assumptions).checkSteps()
    #expect(check.passed, "\(check)")
    #expect(check.steps > 1)
    #expect(check.tried >= check.steps - 2, "\(check)")
  }

  /// A derivation with a step exchanged for a wrong one is told apart, by its rule and in numbers.
  @Test func wrongStepsAreFound() throws {
    let right = try derivation("tr(A*X)+norm2(X)^2", by: "X")
    let store = right.store
    for (number, step) in right.steps.enumerated() {
      guard let wrong = step.falsified(in: store) else { continue }
      var steps = right.steps
      steps[number] = wrong
      let derivation = right.replacing(steps: steps)
      var replay = Replay(derivation)
      #expect(replay.failures(among: Array(steps.indices)).contains(number), "\(right.lines(of: [number], as: .ascii))")
      let trial = try #require(StepTrial(derivation).outcome(of: Array(steps.indices), seed: 3))
      #expect(trial.failures == [number], "\(right.lines(of: [number], as: .ascii))")
    }
  }

  @Test func randomDerivationsReplay() throws {
    var failures: [String] = []
    var (steps, tried) = (0, 0)
    for seed in Campaign.seeds(80) {
      let store = Store()
      var random = RandomExpression(seed: seed &+ 5_000, in: store, for: .numbers)
      let node = random.next(depth: 2 + Int(seed % 2))
      let variables = store.variables(in: [node])
      guard !store[node].holdsDifferential, store[node].size < 60, let variable = variables.first else { continue }
      let request = DerivationRequest(function: node, variable: variable)
      guard let derivation = try? Deriver.derive(request, in: store) else { continue }
      let check = derivation.checkSteps(seed: seed)
      steps += check.steps
      tried += check.tried
      if !check.passed { failures.append("seed \(seed): \(store.text(node)) by \(variable): \(check)") }
    }
    print("random derivations: \(steps) steps replayed, \(tried) tried in numbers, \(failures.count) with a failure")
    #expect(failures.isEmpty, "\(failures.prefix(8).joined(separator: "\n"))")
    #expect(tried * 2 > steps)
  }
}

extension Step {
  /// The step with the sign of its right side changed.
  fileprivate func falsified(in store: Store) -> Step? {
    switch self {
    case .rewrite(let name, let before, let after): .rewrite(name, before: before, after: store.negated(after))
    case .differential(let operation, let node, let differential):
      .differential(operation, of: node, is: store.negated(differential))
    case .adjoint(let operation, let node, let cotangent, let parts):
      .adjoint(
        operation, at: node, cotangent: cotangent,
        parts: parts.map { Part(operand: $0.operand, result: store.negated($0.result)) })
    case .jacobian(let operation, let node, let before, let after):
      .jacobian(operation, of: node, before: before, after: store.negated(after))
    case .hypothesis, .identification: nil
    }
  }
}

extension Derivation {
  fileprivate func replacing(steps: [Step]) -> Derivation {
    Derivation(
      store: store, request: request, layout: layout, target: target, variable: variable, varying: varying,
      differential: differential, result: result, whyNoResult: whyNoResult, steps: steps, stages: stages,
      assumptions: assumptions, notes: notes, isContinued: isContinued)
  }
}
