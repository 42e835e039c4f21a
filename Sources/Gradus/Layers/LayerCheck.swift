/// What came of comparing each of a layer's gradients with central differences, entry by entry.
public struct LayerCheck: Sendable, CustomStringConvertible {
  /// In the order of the inputs, then of the parameters.
  public let gradients: [(variable: Variable, check: GradientCheck)]

  public var passed: Bool { gradients.allSatisfy(\.check.passed) }
  public var comparisons: Int { gradients.reduce(0) { $0 + $1.check.comparisons } }
  public var maximumRelativeError: Double { gradients.map(\.check.maximumRelativeError).max() ?? 0 }

  /// One sentence where all agree; else a line for each gradient that does not.
  public var description: String { Diagnostic.text(of: self) }
}

extension Layer {
  /// Compares every gradient of the whole layer with central differences of the forward formula, at sampled points.
  public func check(sizes: [String: Int] = [:], points: Int = 2, seed: UInt64 = 1) -> LayerCheck {
    lock.locked {
      let variables = form.variables + [upstream].compactMap { $0 }
      let hypotheses = form.assumptions.map { $0.hypothesis(in: graph.store) }
      return LayerCheck(
        gradients: graph.gradients.map { variable, node in
          let check = DerivativeCheck(
            store: graph.store, target: graph.objective, variable: variable, derivative: node, layout: .denominator,
            isGradient: true, hypotheses: hypotheses, variables: variables, sizes: sizes, points: points, seed: seed)
          return (variable, check.run())
        })
    }
  }
}
