/// The number types in which layers compute: `Double` and `Float`.
public protocol LayerScalar: BinaryFloatingPoint, Sendable {}

extension Double: LayerScalar {}
extension Float: LayerScalar {}

/// A plan's two phases on memory of one number type, behind a type that can be named outside the library.
class LayerEngine<Element: LayerScalar> {
  /// Where each of the plan's inputs lies.
  let inputs: [UnsafeMutableBufferPointer<Element>]

  fileprivate init(_ inputs: [UnsafeMutableBufferPointer<Element>]) { self.inputs = inputs }

  func forward() throws(EvaluationError) {}
  func backward() throws(EvaluationError) {}
  /// The backward pass, with factor · root added to an input for each pair.
  func backward(adding factor: Element, times pairs: [(root: Int, input: Int)]) throws(EvaluationError) {}
  func result(_ root: Int) -> (rows: Int, columns: Int, elements: UnsafeBufferPointer<Element>) {
    (0, 0, UnsafeBufferPointer(start: nil, count: 0))
  }

  static func make(_ plan: Plan, threads: Int) -> LayerEngine<Element> {
    let engine: AnyObject =
      Element.self == Float.self
      ? PlanEngine<Float>(plan, threads: threads) : PlanEngine<Double>(plan, threads: threads)
    guard let engine = engine as? LayerEngine<Element> else {
      preconditionFailure("layers compute in Double or Float, not in \(Element.self)")
    }
    return engine
  }
}

private final class PlanEngine<Element: LoopScalar & LayerScalar>: LayerEngine<Element> {
  private let runner: PlanRunner<Element>
  /// Roots that are inputs are copied when they are computed, since inputs change afterwards.
  private let copies: [Int: UnsafeMutableBufferPointer<Element>]

  init(_ plan: Plan, threads: Int) {
    let copied = plan.roots.indices.filter { root in
      if case .input = plan.places[plan.roots[root].id] { true } else { false }
    }
    let counts = plan.inputs.map { $0.rows * $0.columns } + copied.map { plan.shapes[plan.roots[$0].id].count }
    let memory = NumberMemory<Element>(counts)
    runner = PlanRunner(plan, inputs: memory, threads: threads)
    let buffers = zip(memory.places, counts).map { UnsafeMutableBufferPointer(start: $0, count: $1) }
    copies = Dictionary(uniqueKeysWithValues: zip(copied, buffers[plan.inputs.count...]))
    super.init(Array(buffers[..<plan.inputs.count]))
  }

  override func forward() throws(EvaluationError) {
    try runner.runFirstPhase()
    copyInputs { $0 == 0 }
  }

  override func backward() throws(EvaluationError) {
    try runner.runSecondPhase()
    copyInputs { $0 > 0 }
  }

  private func copyInputs(_ isNeeded: (Int) -> Bool) {
    for (root, copy) in copies where isNeeded(root) {
      let view = runner.result(root)
      _ = copy.update(from: UnsafeBufferPointer(start: view.base, count: view.rows * view.columns))
    }
  }

  override func backward(adding factor: Element, times pairs: [(root: Int, input: Int)]) throws(EvaluationError) {
    var additions: [Int: PlanRunner<Element>.Addition] = [:]
    var rest: [(root: Int, input: Int)] = []
    for pair in pairs {
      if let value = runner.plan.addableValue(ofRoot: pair.root, toInput: pair.input),
        let memory = inputs[pair.input].baseAddress
      {
        additions[value] = PlanRunner.Addition(memory: memory, factor: factor)
      } else {
        rest.append(pair)
      }
    }
    try runner.runSecondPhase(adding: additions)
    copyInputs { $0 > 0 }
    for pair in rest {
      let source = result(pair.root).elements
      guard let first = source.baseAddress, let target = inputs[pair.input].baseAddress else { continue }
      Element.add(factor, times: first, to: target, count: source.count)
    }
  }

  override func result(_ root: Int) -> (rows: Int, columns: Int, elements: UnsafeBufferPointer<Element>) {
    let view = runner.result(root)
    let elements = copies[root].map { UnsafeBufferPointer(rebasing: $0.prefix(view.rows * view.columns)) }
    return (
      view.rows, view.columns, elements ?? UnsafeBufferPointer(start: view.base, count: view.rows * view.columns)
    )
  }
}
