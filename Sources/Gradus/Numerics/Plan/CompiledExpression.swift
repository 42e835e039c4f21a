/// Expressions compiled together for given sizes, so that what they share is computed once.
public struct CompiledExpression: Sendable {
  public enum Precision: Sendable { case single, double }

  let plan: Plan

  public init(_ expressions: [Expression], sizes: [String: Int]) throws(EvaluationError) {
    guard let first = expressions.first else { preconditionFailure("there is nothing to compile") }
    let store = first.store
    if expressions.allSatisfy({ $0.store === store }) {
      plan = try store.guarded { store in
        Result { () throws(EvaluationError) in try Plan(store, expressions.map(\.node), sizes: sizes) }
      }.get()
    } else {
      let common = Store()
      let nodes = expressions.map { expression in expression.store.guarded { common.adopt(expression.node, from: $0) } }
      plan = try Plan(common, nodes, sizes: sizes)
    }
  }

  /// The expressions' values; for many runs keep an `Evaluator`.
  public func evaluate(
    _ values: [String: DenseMatrix], differentials: [String: DenseMatrix] = [:], precision: Precision = .double,
    threads: Int = 1
  ) throws(EvaluationError) -> [DenseMatrix] {
    let evaluator = try Evaluator(
      self, values, differentials: differentials, precision: precision, threads: threads)
    try evaluator.run()
    return plan.roots.indices.map { evaluator.result($0) }
  }
}

/// Compiled expressions with memory of their own and values bound to their variables.
///
/// It belongs to one thread at a time.
public final class Evaluator {
  private enum Runner {
    case single(PlanRunner<Float>)
    case double(PlanRunner<Double>)
  }
  private let runner: Runner

  public init(
    _ compiled: CompiledExpression, _ values: [String: DenseMatrix], differentials: [String: DenseMatrix] = [:],
    precision: CompiledExpression.Precision = .double, threads: Int = 1
  ) throws(EvaluationError) {
    var bound: [DenseMatrix] = []
    for input in compiled.plan.inputs {
      let name = input.variable.name
      guard let value = input.isDifferential ? differentials[name] : values[name] else {
        throw input.isDifferential ? .missingDifferential(variable: name) : .missingValue(variable: name)
      }
      guard value.rows == input.rows, value.columns == input.columns else {
        throw .wrongShape(variable: name, declared: input.variable.shape, rows: value.rows, columns: value.columns)
      }
      bound.append(value)
    }
    switch precision {
    case .single: runner = .single(PlanRunner(compiled.plan, inputs: NumberMemory(bound), threads: threads))
    case .double: runner = .double(PlanRunner(compiled.plan, inputs: NumberMemory(bound), threads: threads))
    }
  }

  /// Computes all results anew.
  public func run() throws(EvaluationError) {
    switch runner {
    case .single(let runner): try runner.run()
    case .double(let runner): try runner.run()
    }
  }

  /// The value of the expression at a place, from the last run.
  public func result(_ place: Int) -> DenseMatrix {
    switch runner {
    case .single(let runner): runner.matrix(runner.result(place))
    case .double(let runner): runner.matrix(runner.result(place))
    }
  }
}

extension NumberMemory where Scalar: LoopScalar {
  /// Holds the entries of matrices, one after the other.
  fileprivate convenience init(_ matrices: [DenseMatrix]) {
    self.init(matrices.map(\.elements.count))
    for (place, matrix) in zip(places, matrices) {
      matrix.elements.withUnsafeBufferPointer { elements in
        if let base = elements.baseAddress { Scalar.narrow(elements.count, base, place) }
      }
    }
  }
}
