import Testing

@testable import Gradus

@Suite struct SamplerTests {
  @Test func everyAttributeHolds() throws {
    for (word, attribute) in Attributes.named {
      for size in 1...5 {
        let columns = attribute.isDisjoint(with: .square) ? (size + 1) / 2 : size
        let variable = Variable("X", Shape(Dimension(size), Dimension(columns)), attribute)
        let store = Store()
        var sampler = Sampler(seed: UInt64(size))
        let value = sampler.point(for: [store.variable(variable)], in: store)?.values["X"]
        #expect(attribute.holds(for: try #require(value, "\(word) \(size)")), "\(word) \(size)")
      }
    }
  }

  @Test(arguments: [
    [Attributes.symmetric, .invertible], [.symmetric, .orthogonal], [.diagonal, .positiveDefinite],
    [.diagonal, .orthogonal], [.symmetric, .positive], [.lowerTriangular, .invertible], [.skew, .invertible],
  ])
  func attributesCombine(attributes: [Attributes]) throws {
    let combined = Attributes(attributes)
    let store = Store()
    var sampler = Sampler(seed: 3)
    let point = sampler.point(for: [store.variable(Variable("X", Shape("n", "n"), combined))], in: store)
    #expect(combined.holds(for: try #require(point?.values["X"])))
  }

  @Test func simplicesAreColumnsOrRows() throws {
    var generator = SplitMix64(seed: 1)
    let column = try #require(Attributes.simplex.sample(rows: 4, columns: 1, from: .normal, using: &generator))
    #expect((column.elements.reduce(0, +) - 1).magnitude < 1e-14)
    let rows = try #require(Attributes.simplex.sample(rows: 2, columns: 3, from: .normal, using: &generator))
    #expect((rows.elements[..<3].reduce(0, +) - 1).magnitude < 1e-14)
  }

  @Test func pointsDependOnTheSeedOnly() throws {
    let store = Store()
    let root = store.variable(Variable("X", Shape("m", "n")))
    func draw(_ seed: UInt64) -> SamplePoint? {
      var sampler = Sampler(seed: seed)
      return sampler.point(for: [root], in: store)
    }
    #expect(draw(5) == draw(5))
    #expect(draw(5) != draw(6))
  }

  /// Restricted domains, sizes that make a product invertible, and kinks.
  @Test func smoothPointsAreFound() throws {
    let (x, y) = (Expression(Variable("x", Shape("n", 1))), Expression(Variable("y", Shape("n", 1))))
    let a = Expression(Variable("A", Shape("m", "n")))
    let square = Expression(Variable("S", Shape("n", "n")))
    let orthogonal = Expression(Variable("Q", Shape("m", "n"), .orthogonal))
    let expressions = [
      log(x), asin(x), sqrt(x - 1), log(1 - x.T * x), log(-x), log(x) ⊙ asin(y), x.power(y), relu(a), max(a),
      inv(a.T * a), inv(a * a.T), logm(square), logdet(square), pinv(a), orthogonal.T * a, normNuclear(a), tan(x),
      acos(x) ⊙ sqrt(y - 1), max(x, y), logm(a * a.T),
    ]
    for (index, expression) in expressions.enumerated() {
      var sampler = Sampler(seed: UInt64(index))
      let found = sampler.point(for: [expression.node], in: expression.store)
      let point = try #require(found, "\(index)")
      let evaluation = try PlainEvaluation(expression.store, [expression.node], sizes: point.sizes)
      #expect(evaluation.regularity(of: try evaluation.values(at: point)) == .smooth, "\(index)")
      #expect(Set(point.sizes.values).count == point.sizes.count)
    }
  }

  @Test func roughPointsAreTheLastResortAndUndefinedOnesNone() throws {
    let x = Expression(Variable("x", Shape("n", 1)))
    var sampler = Sampler(seed: 1)
    let rough = abs(x ⊙ relu(-abs(x)))
    #expect(sampler.point(for: [rough.node], in: rough.store) != nil)
    let undefined = log(-abs(x))
    #expect(sampler.point(for: [undefined.node], in: undefined.store) == nil)
  }

  @Test func sizesAreKeptWhereTheyAreFixedAndReachIndices() throws {
    let store = Store()
    let a = store.variable(Variable("A", Shape("m", "n")))
    var sampler = Sampler(seed: 1)
    #expect(sampler.point(for: [a], in: store, sizes: ["m": 7])?.sizes["m"] == 7)
    let far = store.block(a, Region(rowOffset: 8, columnOffset: 0, rows: 1, columns: "n"))
    let reaching = sampler.point(for: [far], in: store)
    #expect(try #require(reaching?.sizes["m"]) > 8)
  }
}
