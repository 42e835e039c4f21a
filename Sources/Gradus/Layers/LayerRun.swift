/// A layer at given sizes with memory of its own: values go in, `forward` computes the output, `backward` the gradients
/// out of what forward has left.
///
/// It belongs to one thread at a time.
public final class LayerRun<Element: LayerScalar> {
  public let layer: Layer
  public let sizes: [String: Int]
  private let engine: LayerEngine<Element>
  /// The variables' places among the engine's inputs.
  private let places: [String: Int]
  private let variables: [(variable: Variable, rows: Int, columns: Int)]
  private let gradientNames: [String]
  private var given: Set<String> = []
  /// Whether the last forward pass was one of the values as they are.
  private var isForwarded = false
  private var hasOutput = false
  /// Gradients stay readable, whatever is set, until the next forward pass.
  private var hasGradients = false

  /// Compiles the layer for sizes; by the names given, or by all inputs and parameters, `backward` differentiates.
  public init(
    _ layer: Layer, sizes: [String: Int], gradientsBy names: [String]? = nil, threads: Int = 1
  ) throws(LayerError) {
    self.layer = layer
    self.sizes = sizes
    gradientNames = names ?? layer.graph.gradients.map(\.variable.name)
    var nodes = [layer.graph.output]
    for name in gradientNames { nodes.append(try layer.gradientNode(by: name)) }
    var variables: [(variable: Variable, rows: Int, columns: Int)] = []
    for variable in layer.form.variables + [layer.upstream].compactMap({ $0 }) {
      variables.append(
        (
          variable, try LayerRun.size(variable.shape.rows, of: variable, in: sizes),
          try LayerRun.size(variable.shape.columns, of: variable, in: sizes)
        ))
    }
    self.variables = variables
    let plan: Plan
    do throws(EvaluationError) {
      plan = try layer.lock.locked {
        Result { () throws(EvaluationError) in
          try Plan(layer.graph.store, nodes, sizes: sizes, firstPhase: 1)
        }
      }.get()
    } catch {
      throw .evaluation(error)
    }
    engine = .make(plan, threads: threads)
    places = Dictionary(plan.inputs.enumerated().map { ($1.variable.name, $0) }) { first, _ in first }
  }

  private static func size(
    _ dimension: Dimension, of variable: Variable, in sizes: [String: Int]
  ) throws(LayerError) -> Int {
    guard let size = dimension.value(at: sizes) else { throw .missingSize(dimension, of: variable.name) }
    return size
  }

  // MARK: Values

  /// The rows and columns of a variable at these sizes.
  public func shape(of name: String) throws(LayerError) -> (rows: Int, columns: Int) {
    let found = try find(name)
    return (found.rows, found.columns)
  }

  private func find(_ name: String) throws(LayerError) -> (variable: Variable, rows: Int, columns: Int) {
    guard let found = variables.first(where: { $0.variable.name == name }) else {
      throw .unknownName(name, known: layer.form.variables.map(\.name))
    }
    return found
  }

  public func set(_ name: String, _ value: DenseMatrix) throws(LayerError) {
    let place = try prepare(name, value.rows, value.columns)
    guard let memory = place.map({ engine.inputs[$0] }) else { return }
    if let memory = memory as? UnsafeMutableBufferPointer<Double> {
      _ = memory.update(from: value.elements)
    } else {
      for (index, element) in value.elements.enumerated() { memory[index] = Element(element) }
    }
  }

  /// The value row by row.
  public func set(_ name: String, _ elements: [Element]) throws(LayerError) {
    let (variable, rows, columns) = try find(name)
    guard elements.count == rows * columns else {
      throw .wrongShape(variable, rows: rows, columns: columns, givenRows: 1, givenColumns: elements.count)
    }
    if let place = try prepare(name, rows, columns) { _ = engine.inputs[place].update(from: elements) }
  }

  /// Several values by name.
  public func set(_ values: [String: DenseMatrix]) throws(LayerError) {
    for (name, value) in values.sorted(by: { $0.key < $1.key }) { try set(name, value) }
  }

  /// The place of a variable's memory, if anything reads it, once the shape fits.
  private func prepare(_ name: String, _ givenRows: Int, _ givenColumns: Int) throws(LayerError) -> Int? {
    let (variable, rows, columns) = try find(name)
    guard givenRows == rows, givenColumns == columns else {
      throw .wrongShape(variable, rows: rows, columns: columns, givenRows: givenRows, givenColumns: givenColumns)
    }
    given.insert(name)
    if name != layer.upstream?.name { isForwarded = false }
    return places[name]
  }

  /// The value that a variable has now.
  public func value(of name: String) throws(LayerError) -> DenseMatrix {
    let (_, rows, columns) = try find(name)
    guard given.contains(name), let place = places[name] else { throw .missingValue(name) }
    return DenseMatrix(
      rows: rows, columns: columns, elements: engine.inputs[place].prefix(rows * columns).map(Double.init))
  }

  // MARK: Passes

  /// Computes the output from the values given.
  public func forward() throws(LayerError) {
    for variable in layer.form.variables where !given.contains(variable.name) { throw .missingValue(variable.name) }
    hasGradients = false
    do throws(EvaluationError) { try engine.forward() } catch { throw .evaluation(error) }
    (isForwarded, hasOutput) = (true, true)
  }

  /// Computes the gradients out of what `forward` has left; of an output that is no scalar the gradient by it is given.
  public func backward(_ upstream: DenseMatrix? = nil) throws(LayerError) {
    try prepareBackward(upstream)
    do throws(EvaluationError) { try engine.backward() } catch { throw .evaluation(error) }
    hasGradients = true
  }

  /// The backward pass and a step of plain descent in one: X becomes X − rate · ∂L/∂X for every parameter that this run
  /// differentiates by. The gradients themselves are not kept.
  public func descend(rate: Element, upstream: DenseMatrix? = nil) throws(LayerError) {
    try prepareBackward(upstream)
    var pairs: [(root: Int, input: Int)] = []
    for parameter in layer.parameters {
      guard let root = gradientNames.firstIndex(of: parameter.name), let place = places[parameter.name] else {
        continue
      }
      pairs.append((root + 1, place))
    }
    do throws(EvaluationError) { try engine.backward(adding: -rate, times: pairs) } catch { throw .evaluation(error) }
    (isForwarded, hasGradients) = (false, false)
  }

  private func prepareBackward(_ upstream: DenseMatrix?) throws(LayerError) {
    if !isForwarded { throw .notForwarded }
    guard let variable = layer.upstream else { return }
    guard let upstream else { throw .upstreamMissing(layer.output) }
    for row in 0..<upstream.rows {
      for column in 0..<upstream.columns where !upstream[row, column].isFinite {
        throw .notFinite(variable.name, row: row, column: column, upstream[row, column])
      }
    }
    try set(variable.name, upstream)
  }

  // MARK: Results

  /// The output of the last forward pass.
  public var output: DenseMatrix {
    get throws(LayerError) {
      if !hasOutput { throw .notForwarded }
      return matrix(0)
    }
  }

  /// The output's first entry: the loss, where the output is one.
  public var loss: Double { get throws(LayerError) { try output[0, 0] } }

  /// ∂L/∂X of the last backward pass, shaped like X.
  public func gradient(by name: String) throws(LayerError) -> DenseMatrix { matrix(try root(of: name)) }

  /// All gradients of the last backward pass by name.
  public func gradients() throws(LayerError) -> [String: DenseMatrix] {
    var all: [String: DenseMatrix] = [:]
    for name in gradientNames { all[name] = try gradient(by: name) }
    return all
  }

  /// Changes a variable in place, its entries and those of its gradient row by row.
  public func update(
    _ name: String, _ body: (UnsafeMutableBufferPointer<Element>, UnsafeBufferPointer<Element>) -> Void
  ) throws(LayerError) {
    let gradient = engine.result(try root(of: name)).elements
    guard let place = places[name] else { return }
    body(UnsafeMutableBufferPointer(rebasing: engine.inputs[place].prefix(gradient.count)), gradient)
    isForwarded = false
  }

  private func root(of name: String) throws(LayerError) -> Int {
    guard let place = gradientNames.firstIndex(of: name) else { throw .unknownName(name, known: gradientNames) }
    if !hasGradients { throw .notBackwarded }
    return place + 1
  }

  private func matrix(_ root: Int) -> DenseMatrix {
    let (rows, columns, elements) = engine.result(root)
    return DenseMatrix(rows: rows, columns: columns, elements: elements.map(Double.init))
  }
}
