import Gradus
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct ScalarFunctionTests {
  private let extremes = [-Double.infinity, -1e300, -1000, -745, -40, -1, -1e-300, -0.0, 0, 1e-300, 1, 40, 745, 1000]

  @Test func sigmoidFamily() {
    for x in extremes + [1e300, .infinity] {
      let sum = ScalarFunctions.sigmoid(x) + ScalarFunctions.sigmoid(-x)
      expectClose(sum, 1, tolerance: 1e-15, "sigmoid \(x)")
      #expect(!ScalarFunctions.softplus(x).isNaN && ScalarFunctions.softplus(x) >= max(0, x))
      #expect(ScalarFunctions.logSigmoid(x) == -ScalarFunctions.softplus(-x))
      #expect(!ScalarFunctions.silu(x).isNaN && !ScalarFunctions.gelu(x).isNaN, "\(x)")
    }
    #expect(ScalarFunctions.softplus(0) == log(2))
    #expect(ScalarFunctions.softplus(-745) == .leastNonzeroMagnitude)
    #expect(ScalarFunctions.softplus(.nan).isNaN && ScalarFunctions.sigmoid(.nan).isNaN)
    #expect(ScalarFunctions.sigmoid(-745) > 0 && ScalarFunctions.sigmoid(-1000) == 0)
    expectClose(ScalarFunctions.sigmoid(-30) / exp(-30), 1)
    #expect(ScalarFunctions.silu(2) == 2 * ScalarFunctions.sigmoid(2))
  }

  @Test func geluKeepsItsTail() {
    for x in stride(from: -6.0, through: 6, by: 0.25) {
      expectClose(ScalarFunctions.gelu(x), x * (1 + ScalarFunctions.errorFunction(x / 2.0.squareRoot())) / 2)
      expectClose(ScalarFunctions.gelu(x) - ScalarFunctions.gelu(-x), x)
    }
    // x phi(x) (-1/x + 1/x^3 - 3/x^5 + 15/x^7) far to the left.
    expectClose(ScalarFunctions.gelu(-30) / (-exp(-450) / (2 * .pi).squareRoot()), 0.99889258, tolerance: 1e-7)
    #expect(ScalarFunctions.gelu(.infinity) == .infinity && ScalarFunctions.gelu(-.infinity) == 0)
  }

  @Test func reciprocalTrigonometry() {
    for x in [-3.0, -1, 0.5, 2, 1e3] {
      expectClose(ScalarFunctions.acot(x), .pi / 2 - atan(x), tolerance: 1e-15)
      expectClose(ScalarFunctions.cot(x) * tan(x), 1, tolerance: 1e-15)
      expectClose(ScalarFunctions.sec(x) * cos(x), 1, tolerance: 1e-15)
      expectClose(ScalarFunctions.csc(x) * sin(x), 1, tolerance: 1e-15)
    }
    #expect(ScalarFunctions.acot(1e200) == 1e-200)
    #expect(ScalarFunctions.acot(0) == .pi / 2 && ScalarFunctions.acot(-.infinity) == .pi)
  }

  @Test func reciprocalHyperbolics() {
    for x in [-20.0, -1, -1e-9, 1e-9, 0.3, 2, 30, 700] {
      expectClose(ScalarFunctions.sech(x) * cosh(x), 1, tolerance: 1e-15)
      expectClose(ScalarFunctions.csch(x) * sinh(x), 1, tolerance: 1e-15)
      expectClose(ScalarFunctions.coth(x) * tanh(x), 1, tolerance: 1e-15)
    }
    for x in [1000, 1e300, Double.infinity] {
      #expect(ScalarFunctions.sech(x) == 0 && ScalarFunctions.sech(-x) == 0)
      #expect(ScalarFunctions.csch(x) == 0 && ScalarFunctions.csch(-x) == 0)
      #expect(ScalarFunctions.coth(x) == 1 && ScalarFunctions.coth(-x) == -1)
    }
    #expect(ScalarFunctions.csch(0) == .infinity && ScalarFunctions.csch(-0.0) == -.infinity)
    #expect(ScalarFunctions.sech(0) == 1 && ScalarFunctions.sech(720) > 0)
  }

  @Test func softmaxFamily() {
    let rows: [[Double]] = [[0], [1, 2, 3], [1000, 999, -1000], [-1000, -1001], [-.infinity, 0, 1], [7, 7, 7, 7]]
    for row in rows {
      let weights = ScalarFunctions.softmax(row)
      expectClose(weights.reduce(0, +), 1, tolerance: 1e-15, "\(row)")
      let logs = ScalarFunctions.logSoftmax(row[...])
      let total = ScalarFunctions.logSumExp(row[...])
      for (index, value) in row.enumerated() {
        expectClose(exp(logs[index]), weights[index], tolerance: 1e-15, "\(row)")
        #expect(logs[index] == value - total || abs(logs[index] - (value - total)) < 1e-12, "\(row)")
      }
    }
    expectClose(ScalarFunctions.logSumExp([1000, 1000]), 1000 + log(2))
    expectClose(ScalarFunctions.logSumExp([-1000, -1000]), -1000 + log(2))
    #expect(ScalarFunctions.logSumExp([]) == -.infinity)
    #expect(ScalarFunctions.logSumExp([-.infinity, -.infinity]) == -.infinity)
    #expect(ScalarFunctions.logSumExp([.infinity, 0]) == .infinity)
    #expect(ScalarFunctions.logSumExp([1, .nan]).isNaN && ScalarFunctions.softmax([]).isEmpty)
    #expect(ScalarFunctions.softmax([-.infinity, -.infinity]).allSatisfy { $0.isNaN })
    #expect(ScalarFunctions.logSoftmax([0, -1000])[1] == -1000)
  }
}
