import Testing

@testable import Gradus

/// The same request gives the same bytes: whatever was built before, however terms were ordered, whatever the names are.
struct StabilityTests {
  private static let count = 60

  /// The result and the steps as text; nil where there is no derivative.
  private func answer(_ node: Node, by name: String, in store: Store) -> [String]? {
    guard let variable = store.variables(in: [node]).first(where: { $0.name == name }),
      let derivation = try? Deriver.derive(DerivationRequest(function: node, variable: variable), in: store)
    else { return nil }
    let steps = derivation.lines(as: .ascii).map { "\($0.before) = \($0.after) by \($0.rule)" }
    return [derivation.result.map { store.text($0) } ?? "none"] + steps
  }

  private func random(_ seed: UInt64, in store: Store) -> (node: Node, name: String)? {
    var random = RandomExpression(seed: seed &+ 9_000, in: store, for: .numbers)
    let node = random.next(depth: 3)
    guard !store[node].holdsDifferential, store[node].size < 80, let variable = store.variables(in: [node]).first else {
      return nil
    }
    return (node, variable.name)
  }

  @Test func historyDoesNotMatter() throws {
    var compared = 0
    for seed in Campaign.seeds(Self.count) {
      let fresh = Store()
      guard let (node, name) = random(seed, in: fresh) else { continue }
      let used = Store()
      for other in UInt64(0)..<5 { _ = random(seed &* 31 &+ other &+ 77, in: used) }
      let again = used.adopt(node, from: fresh)
      let text = fresh.text(node)
      let (first, second) = (answer(node, by: name, in: fresh), answer(again, by: name, in: used))
      #expect(first == second, "seed \(seed): \(text)")
      compared += first == nil ? 0 : 1
    }
    #expect(compared > 20)
  }

  /// Names that keep their order change nothing but the names.
  @Test func namesDoNotMatter() throws {
    var compared = 0
    for seed in Campaign.seeds(Self.count) {
      let store = Store()
      guard let (node, name) = random(seed, in: store) else { continue }
      let renamed = Store()
      var substitution = Substitution(into: renamed)
      let variables = store.variables(in: [node])
      for variable in variables {
        let other = Variable("q" + variable.name, variable.shape, variable.attributes)
        substitution.variables[variable.name] = renamed.variable(other)
      }
      let copy = substitution.copy(node, from: store)
      let original = answer(node, by: name, in: store)?.first
      let back = answer(copy, by: "q" + name, in: renamed)?.first.map { text in
        variables.reduce(text) { $0.replacing("q" + $1.name, with: $1.name) }
      }
      #expect(original == back, "seed \(seed): \(store.text(node))")
      compared += original == nil ? 0 : 1
    }
    #expect(compared > 20)
  }

  /// Terms and entrywise factors may be written in any order; the steps follow the order in which they are written.
  @Test func orderDoesNotMatter() throws {
    var generator = SplitMix64(seed: 3)
    let terms = ["x'*A*x", "b'*x", "sum(exp(x))", "2*norm2(x)^2", "c*tr(A)", "sin(b'*x)"]
    let factors = ["exp(x)", "b", "tanh(x)", "(A*x)"]
    let declarations = ["A: matrix(n,n)", "x: vector(n)", "b: vector(n)"]
    var answers: Set<String> = []
    for _ in 0..<12 {
      let product = "sum(" + factors.shuffled(using: &generator).joined(separator: ".*") + ")"
      let text = (terms + [product]).shuffled(using: &generator).joined(separator: "+")
      let store = Store()
      let reading = try Reader(text, declarations: declarations).read(into: store)
      answers.insert(try #require(answer(reading.expressions[0], by: "x", in: store)?.first))
    }
    #expect(answers.count == 1, "\(answers)")
  }
}
