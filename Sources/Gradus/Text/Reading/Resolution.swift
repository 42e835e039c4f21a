/// What a name or call in the syntax stands for.
enum Meaning {
  case none
  case variable(Int)
  case differential(Int)
  case dimension
  /// The node that the name was defined as.
  case definition(Int)
  case parameter(Int)
  case identity, circleNumber
  case function(FunctionName)
  /// A function of one's own, by its statement.
  case ownFunction(Int)
  /// A function that the reader was given.
  case custom(ElementwiseFunction)
  /// d(…) of a whole expression.
  case differentialOfPart
}

/// A variable, declared or met in a text.
struct Occurrence {
  let name: String
  let declared: Variable?
  /// Where it was met first.
  let node: Int?
}

/// Says of every name what it stands for: the text's own definitions first, then declarations, sizes, constants and
/// functions, and what is left is a variable.
struct Resolution {
  let syntax: Syntax
  private(set) var meanings: [Meaning]
  let sizes: SizeArguments
  private(set) var variables: [Occurrence] = []
  let dimensionNames: Set<String>

  private var variablePlaces: [Int32: Int] = [:]
  private var definitions: [Int32: Int] = [:]
  private var functions: [Int32: Int] = [:]
  private var parameters: [Int32: Int] = [:]
  private var candidates: Set<Int32> = []
  private var isVariableName: [Int32: Bool] = [:]
  private let isDimension: [Bool]
  private let builtIn: [FunctionName?]
  private let custom: [String: ElementwiseFunction]
  /// The variables that move in d(…) of an expression; without any only d of a variable is read.
  let moving: Set<String>

  init(
    _ syntax: Syntax, declared: [Variable], dimensions: Set<String>, functions: [ElementwiseFunction] = [],
    moving: Set<String> = [], asked: Set<String> = []
  ) throws(Problem) {
    self.moving = moving
    var syntax = syntax
    custom = Dictionary(functions.map { ($0.name, $0) }) { first, _ in first }
    for variable in declared {
      variablePlaces[syntax.name(variable.name)] = variables.count
      variables.append(Occurrence(name: variable.name, declared: variable, node: nil))
    }
    let askedPlaces = asked.sorted().map { syntax.name($0) }
    self.syntax = syntax
    meanings = Array(repeating: .none, count: syntax.nodes.count)
    builtIn = syntax.names.map { FunctionName.all[$0] }
    sizes = try SizeArguments(
      of: syntax, functions: builtIn, variables: Set(variablePlaces.keys), declaredSizes: dimensions)
    dimensionNames = dimensions.union(sizes.names)
    isDimension = syntax.names.map { [dimensionNames] in dimensionNames.contains($0) }
    findCandidates()
    candidates.formUnion(askedPlaces)
    for statement in syntax.statements.indices { try resolve(statement) }
  }

  // MARK: Names

  /// Names that stand as operands somewhere, since "dX" is a differential only beside a variable X.
  private mutating func findCandidates() {
    for statement in syntax.statements {
      if case .function(_, let own) = statement.kind {
        let own = Set(own)
        for place in statement.nodes where syntax.nodes[place].kind == .name && !sizes.isSize[place] {
          if !own.contains(syntax.nodes[place].value) { candidates.insert(syntax.nodes[place].value) }
        }
      } else {
        for place in statement.nodes where syntax.nodes[place].kind == .name && !sizes.isSize[place] {
          candidates.insert(syntax.nodes[place].value)
        }
      }
    }
    for statement in syntax.statements {
      if case .definition(let name) = statement.kind { candidates.remove(name) }
    }
  }

  private mutating func resolve(_ index: Int) throws(Problem) {
    let statement = syntax.statements[index]
    parameters.removeAll()
    if case .function(_, let own) = statement.kind {
      for (place, name) in own.enumerated() { parameters[name] = place }
    }
    for place in statement.nodes where !sizes.isSize[place] {
      switch syntax.nodes[place].kind {
      case .name: meanings[place] = try meaning(ofName: syntax.nodes[place].value, at: place)
      case .call: meanings[place] = try meaning(ofCall: syntax.nodes[place], at: place, in: index)
      default: break
      }
    }
    switch statement.kind {
    case .definition(let name):
      try checkDefined(name, statement)
      definitions[name] = statement.root
    case .function(let name, _):
      try checkDefined(name, statement)
      functions[name] = index
    case .expression, .equation: break
    }
  }

  /// A text defines a name once, and nothing else is called so.
  private func checkDefined(_ name: Int32, _ statement: Statement) throws(Problem) {
    let text = syntax.name(name)
    func problem(_ code: Problem.Code) -> Problem {
      Problem(code, in: syntax.sources[statement.source], at: statement.nameRange)
    }
    let earlier =
      definitions[name].flatMap { syntax.statement(of: $0) } ?? functions[name].map { syntax.statements[$0] }
    if let earlier, earlier.source == statement.source { throw problem(.definedTwice(text)) }
    if sizes.names.contains(text) { throw problem(.definitionOfSize(text)) }
    guard let place = variablePlaces[name] else { return }
    guard let node = variables[place].node else { throw problem(.definitionOfVariable(text)) }
    throw syntax.problem(statement.nodes.contains(node) ? .recursion(text) : .usedBeforeDefinition(text), at: node)
  }

  private mutating func meaning(ofName name: Int32, at node: Int) throws(Problem) -> Meaning {
    if let place = parameters[name] { return .parameter(place) }
    if let root = definitions[name] { return .definition(root) }
    if let place = variablePlaces[name] { return .variable(place) }
    if isDimension[Int(name)] { return .dimension }
    let text = syntax.name(name)
    if text == "I" { return .identity }
    if text == "pi" || text == "π" { return .circleNumber }
    if functions[name] != nil { throw syntax.problem(.functionWithoutArguments(text, usage: "\(text)(x)"), at: node) }
    if let function = builtIn[Int(name)] {
      throw syntax.problem(.functionWithoutArguments(text, usage: function.usage), at: node)
    }
    if let base = differentiated(name) {
      if definitions[base] != nil { throw syntax.problem(.differentialOfNonVariable(text), at: node) }
      if isVariable(base) { return .differential(variable(base, at: node)) }
    }
    return .variable(variable(name, at: node))
  }

  /// X, where the name is dX and X occurs too.
  private func differentiated(_ name: Int32) -> Int32? {
    let text = syntax.name(name)
    guard text.utf8.count > 1, text.utf8.first == UInt8(ascii: "d") else { return nil }
    return syntax.place(of: String(text.dropFirst()))
  }

  /// Whether a name is a variable and not, say, itself the differential of one; each name is looked into once.
  private mutating func isVariable(_ name: Int32) -> Bool {
    var names = [name]
    while let last = names.last, isVariableName[last] == nil, variablePlaces[last] == nil,
      let base = differentiated(last)
    {
      names.append(base)
    }
    var answer = false
    for name in names.reversed() {
      answer = isVariableName[name] ?? (variablePlaces[name] != nil || mayBeVariable(name) && !answer)
      isVariableName[name] = answer
    }
    return answer
  }

  private func mayBeVariable(_ name: Int32) -> Bool {
    let text = syntax.name(name)
    return candidates.contains(name) && !isDimension[Int(name)] && text != "I" && text != "pi" && text != "π"
      && builtIn[Int(name)] == nil
  }

  private mutating func variable(_ name: Int32, at node: Int) -> Int {
    if let place = variablePlaces[name] { return place }
    variablePlaces[name] = variables.count
    variables.append(Occurrence(name: syntax.name(name), declared: nil, node: node))
    return variables.count - 1
  }

  // MARK: Calls

  private mutating func meaning(ofCall node: SyntaxNode, at place: Int, in statement: Int) throws(Problem) -> Meaning {
    let name = node.value
    let text = syntax.name(name)
    if let own = functions[name] {
      try checkCount(node, at: place, own)
      return .ownFunction(own)
    }
    if case .function(name, _) = syntax.statements[statement].kind { throw syntax.problem(.recursion(text), at: place) }
    if parameters[name] != nil || definitions[name] != nil || variablePlaces[name] != nil {
      throw syntax.problem(.notAFunction(text), at: place)
    }
    if let function = custom[text] {
      guard function.arity == Int(node.count) else {
        throw syntax.problem(.argumentCount(function: text, usage: function.usage, found: Int(node.count)), at: place)
      }
      return .custom(function)
    }
    if text.last == "'" { throw syntax.problem(.missingOperator(left: text, right: "("), at: place) }
    if text == "d" {
      guard node.count == 1, case .variable(let variable) = meanings[syntax.ungrouped(place - 1)],
        syntax.nodes[syntax.ungrouped(place - 1)].kind == .name
      else {
        if node.count == 1, !moving.isEmpty { return .differentialOfPart }
        throw syntax.problem(.differentialOfNonVariable(syntax.excerpt(place)), at: place)
      }
      return .differential(variable)
    }
    if let function = builtIn[Int(name)] {
      guard function.arguments.contains(Int(node.count)) else {
        throw syntax.problem(.argumentCount(function: text, usage: function.usage, found: Int(node.count)), at: place)
      }
      return .function(function)
    }
    let isLater = syntax.statements.contains { if case .function(name, _) = $0.kind { true } else { false } }
    if isLater { throw syntax.problem(.usedBeforeDefinition(text), at: place) }
    if candidates.contains(name) { throw syntax.problem(.notAFunction(text), at: place) }
    let own = functions.keys.prefix(100).map { syntax.name($0) }
    let suggestion = Suggestion.function(for: text, besides: own.sorted())
    throw syntax.problem(.unknownFunction(text, suggestion: suggestion), at: place)
  }

  private func checkCount(_ node: SyntaxNode, at place: Int, _ own: Int) throws(Problem) {
    guard case .function(let name, let parameters) = syntax.statements[own].kind else { return }
    if parameters.count != Int(node.count) {
      let usage = "\(syntax.name(name))(\(parameters.map { syntax.name($0) }.joined(separator: ",")))"
      throw syntax.problem(
        .argumentCount(function: syntax.name(name), usage: usage, found: Int(node.count)), at: place)
    }
  }
}
