import Testing

@testable import Gradus

/// What is simplified has the value that it had.
struct SimplifierValueTests {
  /// Few atoms, so that factors meet themselves, their powers and themselves turned around.
  private static let atoms = [
    "s", "(1-s)", "(s-1)", "t", "(t-s)", "(s-t)", "sigmoid(t)", "(1-sigmoid(t))", "(sigmoid(t)-1)", "2", "1/(1+t)",
    "s^2",
    "(1+t)", "(1-s)^2", "exp(t)", "0.5",
  ]
  private static let matrixAtoms = [
    "X", "(X-Y)", "(Y-X)", "Y", "X.^2", "(ones(m,n)-X)", "(X-ones(m,n))", "exp(Y)", "diag(y)*X", "Y*diag(z)",
    "sigmoid(X)",
  ]

  @Test func sumsOfProductsKeepTheirValue() throws {
    var random = SplitMix64(seed: 11)
    var shortened = 0
    let rounds = Campaign.isLong ? 4_000 : 200
    for round in 0..<rounds {
      let isMatrix = round % 2 == 1
      let text = SimplifierValueTests.sum(isMatrix, &random)
      let store = Store()
      let reading = try Reader(text, declarations: ["s: scalar", "t: scalar", "X: matrix(m,n)", "Y: matrix(m,n)"])
        .read(into: store)
      let node = reading.expressions[0]
      let simplified = Simplifier(store).simplify(node)
      if store[simplified].size < store[node].size { shortened += 1 }
      let sizes = ["m": 2, "n": 3]
      var values: [String: DenseMatrix] = [:]
      for (name, rows, columns) in [("s", 1, 1), ("t", 1, 1), ("X", 2, 3), ("Y", 2, 3), ("y", 2, 1), ("z", 3, 1)] {
        values[name] = DenseMatrix(rows: rows, columns: columns) { _, _ in Double.random(in: 0.2...1.7, using: &random)
        }
      }
      let before = try Expression(store, node).evaluate(values, sizes: sizes)
      let after = try Expression(store, simplified).evaluate(values, sizes: sizes)
      let gap = zip(before.elements, after.elements).map { ($0 - $1).magnitude / (1 + $0.magnitude) }.max() ?? 0
      #expect(gap < 1e-10, "seed 11, round \(round): \(text) becomes \(store.text(simplified))")
    }
    #expect(shortened > rounds / 2)
  }

  private static func sum(_ isMatrix: Bool, _ random: inout SplitMix64) -> String {
    (0..<Int.random(in: 2...5, using: &random)).map { _ in
      let scalars = (0..<Int.random(in: isMatrix ? 0...2 : 2...4, using: &random)).map { _ in
        atoms[Int.random(in: 0..<atoms.count, using: &random)]
      }
      if !isMatrix { return scalars.joined(separator: "*") }
      let matrices = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        "(" + matrixAtoms[Int.random(in: 0..<matrixAtoms.count, using: &random)] + ")"
      }
      return (scalars + [matrices.joined(separator: ".*")]).joined(separator: "*")
    }.joined(separator: Bool.random(using: &random) ? " + " : " - ")
  }
}
