/// Reads texts together with what is declared and assumed of the names in them.
///
/// All texts are inferred jointly, so that a name has one shape everywhere.
public struct Reader: Sendable {
  /// Declarations as text, such as "A: matrix(m,k) symmetric".
  public var declarations: [String]
  /// Declarations that were read already.
  public var variables: [Variable]
  /// Equations that are assumed to hold.
  public var assumptions: [String]
  /// Expressions, each with definitions before it if wanted; a later text sees the definitions of those before it.
  public var texts: [String]
  /// Functions of which only their derivatives' names are known, or a library user's own.
  public var functions: [ElementwiseFunction] = []
  /// Sizes that are known as numbers, by their names.
  public var sizes: [String: Int] = [:]
  /// The variables that move where a text says d(…) of a whole expression.
  var moving: Set<String> = []
  /// Names that are variables although only their differentials may occur.
  public var asked: Set<String> = []
  /// Shapes that texts are known to have, by their places.
  public var expectedShapes: [Int: Shape] = [:]

  public init(
    _ texts: String..., declarations: [String] = [], variables: [Variable] = [], assumptions: [String] = []
  ) {
    self.texts = texts
    self.declarations = declarations
    self.variables = variables
    self.assumptions = assumptions
  }

  /// The texts' expressions.
  public func expressions() throws(Problem) -> [Expression] {
    let reading = try read(into: Store())
    return SharedStore.current.guarded { shared in
      shared.adopt(reading.expressions, from: reading.store).map { Expression(shared, $0) }
    }
  }

  /// Every variable, declared or inferred, by name.
  public func allVariables() throws(Problem) -> [Variable] { try read(into: Store()).variables }

  func read(into store: Store) throws(Problem) -> Reading {
    let declared = try declaredVariables()
    var syntax = Syntax()
    syntax.knownSizes = sizes
    for (number, text) in texts.enumerated() { try Parser.parse(Source(.expression, number, text), into: &syntax) }
    for (number, text) in assumptions.enumerated() {
      try Parser.parse(Source(.assumption, number, text), into: &syntax)
    }
    let names = Set(declared.flatMap { $0.shape.rows.names + $0.shape.columns.names })
    var inference = Inference(
      try Resolution(syntax, declared: declared, dimensions: names, functions: functions, moving: moving, asked: asked))
    try inference.run(expected: expectedShapes)
    var elaboration = Elaboration(inference, into: store)
    return try elaboration.reading()
  }

  private func declaredVariables() throws(Problem) -> [Variable] {
    var all = variables
    var byName = Dictionary(variables.map { ($0.name, $0) }) { first, _ in first }
    for (number, text) in declarations.enumerated() {
      let source = Source(.declaration, number, text)
      for variable in try Declarations.read(source) {
        if let known = byName[variable.name] {
          if known == variable { continue }
          throw Problem(.declaredTwice(variable.name), in: source, at: 0..<text.utf8.count)
        }
        byName[variable.name] = variable
        all.append(variable)
      }
    }
    return all.map { variable in
      func known(_ size: Dimension) -> Dimension { size.substituting { sizes[$0].map { Dimension($0) } } }
      let shape = Shape(known(variable.shape.rows), known(variable.shape.columns))
      return Variable(variable.name, shape, variable.attributes)
    }
  }
}

/// An assumed equation.
struct Hypothesis {
  let left: Node
  let right: Node
  let text: String
}

/// What was read.
struct Reading {
  let store: Store
  /// The texts' expressions, in their order.
  var expressions: [Node] = []
  var hypotheses: [Hypothesis] = []
  /// Every variable, declared or inferred, by name.
  var variables: [Variable] = []
  /// The variables that the first text names, whether or not its expression still holds them.
  var mentioned: [Variable] = []
  /// What definitions name, in order; of things without parts there is nothing to name.
  var names: [(node: Node, name: String)] = []
  /// The names of sizes, sorted.
  var dimensionNames: [String] = []
  var notices: [Notice] = []

  var warnings: [String] { notices.map(Diagnostic.text(of:)) }
}

extension Elaboration {
  /// Builds every statement.
  mutating func reading() throws(Problem) -> Reading {
    var reading = Reading(store: store)
    for statement in syntax.statements {
      switch statement.kind {
      case .expression: reading.expressions.append(try build(statement.nodes))
      case .definition(let name):
        let node = try build(statement.nodes)
        define(statement.root, as: node)
        if store[node].count > 0 { reading.names.append((node, syntax.names[Int(name)])) }
      case .function: break
      case .equation(let middle):
        let left = try build(statement.nodes.lowerBound..<middle)
        let right = try rightSide(middle..<statement.nodes.upperBound, of: left)
        reading.hypotheses.append(
          Hypothesis(left: left, right: right, text: syntax.sources[statement.source].text))
      }
    }
    reading.variables = resolution.variables.indices.map { inference.variable($0) }.sorted { $0.name < $1.name }
    let shapes = reading.variables.flatMap { $0.shape.rows.names + $0.shape.columns.names }
    reading.dimensionNames = Set(shapes).union(resolution.dimensionNames).sorted()
    reading.mentioned = mentioned(inSource: 0)
    reading.notices = inference.notices
    return reading
  }

  /// The variables that an expression's text names, with its definitions and functions.
  private mutating func mentioned(inSource number: Int) -> [Variable] {
    var places: Set<Int> = []
    for statement in syntax.statements {
      let source = syntax.sources[statement.source]
      guard source.role == .expression, source.number == number else { continue }
      for place in statement.nodes {
        switch resolution.meanings[place] {
        case .variable(let variable), .differential(let variable): places.insert(variable)
        default: break
        }
      }
    }
    return places.map { inference.variable($0) }
  }

  /// A bare 1 or 0 takes the left side's shape.
  private mutating func rightSide(_ nodes: Range<Int>, of left: Node) throws(Problem) -> Node {
    let right = try build(nodes)
    if right == store.one { return store.ones(store.extent(left)) }
    if right == store.zero { return store.zeros(store.extent(left)) }
    return right
  }
}
