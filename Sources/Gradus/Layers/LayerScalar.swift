/// The number types in which layers compute: `Double` and `Float`.
public protocol LayerScalar: BinaryFloatingPoint, Sendable {}

extension Double: LayerScalar {}
extension Float: LayerScalar {}

/// A plan's two phases on memory of one number type, behind a type that can be named outside the library.
class LayerEngine<Element: LayerScalar> {
  /// Where each of the plan's inputs lies.
  let inputs: [UnsafeMutableBufferPointer<Element>]

  fileprivate init(_ inputs: [UnsafeMutableBufferPointer<Element>]) { self.inputs = inputs }

  deinit { for input in inputs { input.deallocate() } }

  func forward() throws(EvaluationError) {}
  func backward() throws(EvaluationError) {}
  func add(
    _ factor: Element, times source: UnsafeBufferPointer<Element>, to target: UnsafeMutableBufferPointer<Element>
  ) {}
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

  init(_ plan: Plan, threads: Int) {
    runner = PlanRunner(plan, threads: threads)
    super.init(
      plan.inputs.map { input in
        let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(1, input.rows * input.columns))
        memory.initialize(repeating: 0)
        return memory
      })
    runner.bind(inputs.compactMap { $0.baseAddress.map { UnsafePointer($0) } })
  }

  override func forward() throws(EvaluationError) { try runner.runFirstPhase() }
  override func backward() throws(EvaluationError) { try runner.runSecondPhase() }

  override func add(
    _ factor: Element, times source: UnsafeBufferPointer<Element>, to target: UnsafeMutableBufferPointer<Element>
  ) {
    guard let source = source.baseAddress, let place = target.baseAddress else { return }
    Element.combine(target.count, 1, place, factor, source, place)
  }

  override func result(_ root: Int) -> (rows: Int, columns: Int, elements: UnsafeBufferPointer<Element>) {
    let view = runner.result(root)
    return (view.rows, view.columns, UnsafeBufferPointer(start: view.base, count: view.rows * view.columns))
  }
}
