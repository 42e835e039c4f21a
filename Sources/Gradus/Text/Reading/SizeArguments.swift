/// First and last row or column that an index takes, counted from 1.
struct Span {
  let first: Dimension
  let last: Dimension
  let isSingle: Bool
}

/// Finds the arguments of calls that are sizes, and the places of indices.
struct SizeArguments {
  /// Nodes that belong to a size.
  private(set) var isSize: [Bool]
  /// The sizes among a call's arguments, by its node.
  private(set) var ofCalls: [Int: [Dimension]] = [:]
  /// The places of an index, by its node; nil takes all.
  private(set) var indices: [Int: [Span?]] = [:]
  /// Names that stand for sizes here.
  private(set) var names: Set<String> = []

  private let syntax: Syntax
  private let variables: Set<Int32>
  private let declaredSizes: Set<String>
  private var spans: [Int: Span] = [:]

  init(
    of syntax: Syntax, functions: [FunctionName?], variables: Set<Int32>, declaredSizes: Set<String>
  ) throws(Problem) {
    self.syntax = syntax
    self.variables = variables
    self.declaredSizes = declaredSizes
    isSize = Array(repeating: false, count: syntax.nodes.count)
    var own: Set<Int32> = []
    var starts: [Int] = []
    for statement in syntax.statements {
      starts.removeAll(keepingCapacity: true)
      for place in statement.nodes {
        let node = syntax.nodes[place]
        let count = Int(node.count)
        let first = starts.count - count
        func operand(_ index: Int) -> Range<Int> {
          starts[first + index]..<(index + 1 < count ? starts[first + index + 1] : place)
        }
        switch node.kind {
        case .call:
          if let function = functions[Int(node.value)], !own.contains(node.value), !variables.contains(node.value) {
            for index in function.sizes.clamped(to: 0..<count) {
              ofCalls[place, default: []].append(try readSize(operand(index)))
            }
          }
        case .span:
          spans[place] = Span(first: try readSize(operand(0)), last: try readSize(operand(1)), isSingle: false)
        case .index:
          for index in 1..<count {
            let range = operand(index)
            indices[place, default: []].append(try readPlace(range))
          }
        default: break
        }
        let start = count == 0 ? place : starts[first]
        starts.removeLast(count)
        starts.append(start)
      }
      if case .function(let name, _) = statement.kind { own.insert(name) }
    }
  }

  /// A place of an index; nil for all of it.
  private mutating func readPlace(_ range: Range<Int>) throws(Problem) -> Span? {
    let root = range.upperBound - 1
    switch syntax.nodes[root].kind {
    case .whole: return nil
    case .span: return spans[root]
    default:
      let size = try readSize(range)
      return Span(first: size, last: size, isSingle: true)
    }
  }

  private mutating func readSize(_ range: Range<Int>) throws(Problem) -> Dimension {
    let size = try syntax.size(range)
    for place in range where syntax.nodes[place].kind == .name {
      let name = syntax.nodes[place].value
      if variables.contains(name), !declaredSizes.contains(syntax.name(name)),
        syntax.knownSizes[syntax.name(name)] == nil
      {
        throw syntax.problem(.sizeIsVariable(syntax.name(name)), at: place)
      }
    }
    names.formUnion(size.names)
    for place in range { isSize[place] = true }
    return size
  }
}
