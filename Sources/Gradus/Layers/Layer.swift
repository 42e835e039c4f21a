/// A forward formula with its inputs and parameters, and the backward pass that is derived from it.
///
/// The lines of the formula are differentiated one by one from the end: given ∂L/∂Y of a line Y, the gradients by what it
/// uses are those of ⟨∂L/∂Y, Y⟩. A scalar at the end is L itself.
public struct Layer: Sendable {
  let form: LayerForm
  let pass: LayerPass
  let graph: LayerGraph
  /// The stores have no locks of their own.
  let lock: Lock

  init(_ form: LayerForm) throws(LayerError) {
    self.form = form
    pass = try LayerPass(form)
    graph = LayerGraph(pass)
    lock = Lock()
  }

  /// A layer from text: `Layer("H = relu(X*W+ones(n)*b'); H", inputs: ["X: matrix(n,i)"], parameters: ["W: matrix(i,o)", …])`.
  ///
  /// Lines before the last define names; each is differentiated by itself. Data are given and never differentiated by.
  public init(
    _ forward: String, inputs: [String], parameters: [String] = [], data: [String] = [], assuming: [String] = []
  ) throws(LayerError) {
    func declarations(_ texts: [String], _ role: LayerText.Role) -> [LayerText.Declaration] {
      texts.map { LayerText.Declaration(role: role, passage: Passage($0)) }
    }
    let all =
      declarations(inputs, .input) + declarations(parameters, .parameter) + declarations(data, .data)
    let text = LayerText(declarations: all, forward: [Passage(forward)], assumptions: assuming.map { Passage($0) })
    try self.init(text.form())
  }

  /// A layer from an expression; variables that are named neither inputs nor parameters are data.
  public init(_ forward: Expression, inputs: [Variable], parameters: [Variable] = []) throws(LayerError) {
    let store = Store()
    let node = forward.store.guarded { store.adopt(forward.node, from: $0) }
    let known = Set((inputs + parameters).map(\.name))
    let data = store.variables(in: [node]).filter { !known.contains($0.name) }
    let name = LayerText.freeName(besides: known.union(data.map(\.name)))
    try self.init(
      LayerForm(stages: [LayerStage(name, node, in: store)], inputs: inputs, parameters: parameters, data: data))
  }

  /// A layer from a typed expression, whose inputs and parameters are variables.
  public init(
    _ forward: some Symbolic, inputs: [any Symbolic], parameters: [any Symbolic] = []
  ) throws(LayerError) {
    func variables(_ list: [any Symbolic]) -> [Variable] { list.map { $0.expression.variable(for: "Layer") } }
    try self.init(forward.expression, inputs: variables(inputs), parameters: variables(parameters))
  }

  public var inputs: [Variable] { form.inputs }
  public var parameters: [Variable] { form.parameters }
  public var data: [Variable] { form.data }

  /// The output's name and shape.
  public var output: Variable { form.stages[form.stages.count - 1].variable }

  /// ∂L/∂Y, which `backward` takes; nil where the output is a scalar.
  public var upstream: Variable? { graph.upstream }

  /// The names of the sizes, sorted.
  public var sizes: [String] { form.sizeNames }

  /// The output as one expression of inputs, parameters and data.
  public var formula: Expression { shared(graph.output) }

  /// ∂L/∂X as one expression of inputs, parameters, data and the upstream gradient.
  public func gradient(by name: String, layout: Layout = .denominator) throws(LayerError) -> Expression {
    let node = try gradientNode(by: name)
    let own = Store()
    let adopted = lock.locked { own.adopt(node, from: graph.store) }
    let oriented = layout == .numerator ? own.transpose(adopted) : adopted
    let simplified = Simplifier(own, assumes: false).simplify(oriented)
    return SharedStore.building { $0.adopt(simplified, from: own) }
  }

  func gradientNode(by name: String) throws(LayerError) -> Node {
    guard let found = graph.gradients.first(where: { $0.variable.name == name }) else {
      throw .unknownName(name, known: graph.gradients.map(\.variable.name))
    }
    return found.node
  }

  private func shared(_ node: Node) -> Expression {
    lock.locked { SharedStore.building { $0.adopt(node, from: graph.store) } }
  }
}
