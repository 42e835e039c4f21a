import Testing

@testable import Gradus

@Suite struct ProjectionTests {
  @Test(arguments: [
    ("1'*y = 1", "y: vector(n)"), ("sum(Y,1) = 1", "Y: matrix(m,n)"), ("sum(Y,0) = 1", "Y: matrix(m,n)"),
    ("A' = A", "A: matrix(n,n)"), ("norm2(x) = 1", "x: vector(n)"), ("X'*X = eye(n)", "X: matrix(5,3)"),
    ("A*x = b", "A: matrix(m,n); x: vector(n); b: vector(m)"), ("S*x = x", "S: matrix(n,n) symmetric; x: vector(n)"),
    ("1'*p = 2", "p: vector(n) positive"),
  ])
  func equationsHoldAfterwards(_ equation: String, _ declarations: String) throws {
    let fixed = equation.replacing("eye(n)", with: "eye(3)")
    let store = Store()
    let reading = try Reader("0", declarations: [declarations], assumptions: [fixed]).read(into: store)
    let hypothesis = reading.hypotheses[0]
    for seed in Campaign.seeds(5) {
      var sampler = Sampler(seed: seed)
      let drawn = sampler.point(for: [hypothesis.left, hypothesis.right], in: store, variables: reading.variables)
      let point = try #require(drawn)
      let projection = Projection(store, onto: [(hypothesis.left, hypothesis.right)], moving: reading.variables)
      guard let moved = projection.project(point) else { continue }
      let sides = try store.evaluate([hypothesis.left, hypothesis.right], at: moved)
      #expect((sides[0] - sides[1]).maximumMagnitude < 1e-10, "seed \(seed)")
      for variable in reading.variables {
        #expect(
          moved.values[variable.name].map { variable.attributes.holds(for: $0) } ?? true, "seed \(seed), \(variable)")
      }
    }
  }

  @Test func unitsBecomeActive() throws {
    let store = Store()
    let reading = try Reader(
      "0", declarations: ["X: matrix(m,n); w: vector(n); b: scalar"], assumptions: ["step(X*w+b*𝟏) = 1"]
    )
    .read(into: store)
    let hypothesis = reading.hypotheses[0]
    var sampler = Sampler(seed: 3)
    let drawn = sampler.point(for: [hypothesis.left], in: store, variables: reading.variables)
    let point = try #require(drawn)
    let moved = try #require(
      Projection(store, onto: [(hypothesis.left, hypothesis.right)], moving: reading.variables).project(point))
    #expect(try store.evaluate([hypothesis.left], at: moved)[0].elements.allSatisfy { $0 == 1 })
  }
}
