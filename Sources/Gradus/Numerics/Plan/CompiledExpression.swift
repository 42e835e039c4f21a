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
    case single(PlanRunner<Float>, [[Float]])
    case double(PlanRunner<Double>, [[Double]])
  }
  private var runner: Runner

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
    case .single:
      runner = .single(PlanRunner(compiled.plan, threads: threads), bound.map { $0.elements.map { Float($0) } })
    case .double: runner = .double(PlanRunner(compiled.plan, threads: threads), bound.map(\.elements))
    }
  }

  /// Computes all results anew.
  public func run() throws(EvaluationError) {
    switch runner {
    case .single(let runner, let inputs): try Self.run(runner, inputs)
    case .double(let runner, let inputs): try Self.run(runner, inputs)
    }
  }

  /// The value of the expression at a place, from the last run.
  public func result(_ place: Int) -> DenseMatrix {
    switch runner {
    case .single(let runner, _): runner.matrix(runner.result(place))
    case .double(let runner, _): runner.matrix(runner.result(place))
    }
  }

  private static func run<Scalar>(_ runner: PlanRunner<Scalar>, _ inputs: [[Scalar]]) throws(EvaluationError) {
    try bind(inputs[...], []) { pointers throws(EvaluationError) in try runner.run(pointers) }
  }

  private static func bind<Scalar>(
    _ inputs: ArraySlice<[Scalar]>, _ pointers: [UnsafePointer<Scalar>],
    _ body: ([UnsafePointer<Scalar>]) throws(EvaluationError) -> Void
  ) throws(EvaluationError) {
    guard let first = inputs.first else { return try body(pointers) }
    let outcome = first.withUnsafeBufferPointer { buffer in
      Result { () throws(EvaluationError) in
        // An empty matrix has no memory, and nothing reads it.
        let base = buffer.baseAddress ?? UnsafePointer(bitPattern: MemoryLayout<Scalar>.alignment)
        guard let base else { return }
        try bind(inputs.dropFirst(), pointers + [base], body)
      }
    }
    try outcome.get()
  }
}
