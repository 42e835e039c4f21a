/// Finds every node's rows and columns, over all texts at once, so that a name has one shape everywhere.
///
/// Whether a node is 1×1 never depends on an unknown, since an unknown is never 1; so one pass in postfix order suffices.
struct Inference {
  typealias Term = Unification.Term

  /// Rows and columns of a part of a text, and the leaf each comes from (node·2, + 1 for its columns).
  struct Side {
    var rows: Term
    var columns: Term
    var rowOrigin: Int32
    var columnOrigin: Int32
    /// UTF-8 offsets into the statement's source.
    var range: Range<Int>

    var isScalar: Bool { rows == 0 && columns == 0 }

    /// The part of a chain of operands up to one of them.
    func ending(at end: Int) -> Side {
      var side = self
      side.range = range.lowerBound..<end
      return side
    }
  }

  /// More would tell nothing new.
  private static let noticeLimit = 20

  let syntax: Syntax
  let resolution: Resolution
  var sizes = Unification()
  private(set) var rows: [Term]
  private(set) var columns: [Term]
  private var rowOrigins: [Int32]
  private var columnOrigins: [Int32]
  /// Rows and columns of the variables.
  private(set) var variables: [(rows: Term, columns: Term)] = []
  /// Roots of the operands that wait for their user.
  var stack: [Int32] = []
  /// The first clash met; the rest is still inferred, so that the message can name sizes.
  private(set) var clash: Clash?
  private(set) var notices: [Notice] = []
  /// The function whose body is read, where every part is a scalar.
  private(set) var ownFunction: String?

  init(_ resolution: Resolution) {
    self.resolution = resolution
    syntax = resolution.syntax
    let count = syntax.nodes.count
    rows = Array(repeating: 0, count: count)
    columns = rows
    rowOrigins = Array(repeating: -1, count: count)
    columnOrigins = rowOrigins
    for variable in resolution.variables {
      if let declared = variable.declared {
        variables.append((sizes.term(declared.shape.rows), sizes.term(declared.shape.columns)))
      } else {
        switch NameKind(of: variable.name) {
        case .scalar: variables.append((0, 0))
        case .vector: variables.append((sizes.unknown(), 0))
        case .matrix:
          let rows = sizes.unknown()
          variables.append((rows, sizes.unknown()))
        }
      }
    }
  }

  /// Reads all statements; `expected` are shapes that texts are known to have, by source.
  mutating func run(expected: [Int: Shape]) throws(Problem) {
    for statement in syntax.statements {
      begin(statement)
      for node in statement.nodes { try infer(node) }
      if case .equation(let middle) = statement.kind { equate(middle - 1, statement.root) }
      if case .expression = statement.kind, let shape = expected[statement.source] { expect(shape, of: statement.root) }
    }
    ownFunction = nil
    if let misfit = sizes.settle() { note(Clash(.unsettled(misfit.left, misfit.right), at: misfit.site)) }
    if squareWaiting(), let misfit = sizes.settle() {
      note(Clash(.unsettled(misfit.left, misfit.right), at: misfit.site))
    }
    nameUnknowns()
    if let misfit = sizes.firstUnsettled() { note(Clash(.unsettled(misfit.left, misfit.right), at: misfit.site)) }
    if let clash { throw problem(of: clash) }
  }

  /// Infers again what was inferred before, node by node, as long as the visitor wants more.
  mutating func walk(_ visit: (inout Inference, Int) -> Bool) {
    for statement in syntax.statements {
      begin(statement)
      for node in statement.nodes {
        guard (try? infer(node)) != nil, visit(&self, node) else { return }
      }
    }
  }

  private mutating func begin(_ statement: Statement) {
    if case .function(let name, _) = statement.kind { ownFunction = syntax.name(name) } else { ownFunction = nil }
    stack.removeAll(keepingCapacity: true)
  }

  private mutating func infer(_ place: Int) throws(Problem) {
    let node = syntax.nodes[place]
    let first = stack.count - Int(node.count)
    defer {
      stack.removeLast(Int(node.count))
      stack.append(Int32(place))
    }
    if resolution.sizes.isSize[place] { return }
    if ownFunction != nil { return try inferInFunction(node, place) }
    switch node.kind {
    case .number, .whole, .span: break
    case .onesColumn:
      set(place, sizes.unknown(), 0)
    case .name: inferName(place)
    case .group, .negation: copy(Int(stack[first]), to: place)
    case .transpose:
      let operand = Int(stack[first])
      rows[place] = columns[operand]
      columns[place] = rows[operand]
      rowOrigins[place] = columnOrigins[operand]
      columnOrigins[place] = rowOrigins[operand]
    case .sum: inferSum(place, first)
    case .product: inferProduct(place, first)
    case .hadamard: inferEntrywise(place, first, sign: ".*")
    case .entrywiseDivision: inferEntrywise(place, first, sign: "./")
    case .entrywisePower: inferEntrywise(place, first, sign: ".^")
    case .division:
      let (left, right) = (side(first), side(first + 1))
      if !right.isScalar { note(Clash(.division(left, right), at: place)) }
      set(place, left)
    case .power:
      let (base, exponent) = (side(first), side(first + 1))
      if !exponent.isScalar {
        note(Clash(.exponent(base, exponent), at: place))
      } else if !base.isScalar, !sizes.unify(base.rows, base.columns, at: place) {
        note(Clash(.nonSquarePower(base, exponent), at: place))
      }
      set(place, base)
    case .kronecker: kronecker(place, first)
    case .index: try inferIndex(place, first)
    case .call: try inferCall(place, first)
    }
    if sizes.isTooLarge { throw syntax.problem(.sizesTooLarge, at: place) }
  }

  // MARK: Shapes of nodes

  func side(_ entry: Int) -> Side {
    let node = Int(stack[entry])
    return side(ofNode: node)
  }

  func side(ofNode node: Int) -> Side {
    Side(
      rows: rows[node], columns: columns[node], rowOrigin: rowOrigins[node], columnOrigin: columnOrigins[node],
      range: syntax.nodes[node].range)
  }

  mutating func set(_ place: Int, _ side: Side) {
    rows[place] = side.rows
    columns[place] = side.columns
    rowOrigins[place] = side.rowOrigin
    columnOrigins[place] = side.columnOrigin
  }

  /// A shape that the node itself brings.
  mutating func set(_ place: Int, _ rows: Term, _ columns: Term) {
    self.rows[place] = rows
    self.columns[place] = columns
    rowOrigins[place] = Int32(truncatingIfNeeded: place * 2)
    columnOrigins[place] = Int32(truncatingIfNeeded: place * 2 + 1)
  }

  mutating func copy(_ operand: Int, to place: Int) { set(place, side(ofNode: operand)) }

  mutating func note(_ clash: Clash) {
    if self.clash == nil { self.clash = clash }
  }

  mutating func note(_ notice: Notice) {
    if notices.count < Inference.noticeLimit, !notices.contains(notice) { notices.append(notice) }
  }

  mutating func unify(_ left: Side, _ right: Side, at site: Int) -> Bool {
    let isFitting = sizes.unify(left.rows, right.rows, at: site)
    return sizes.unify(left.columns, right.columns, at: site) && isFitting
  }

  mutating func inferName(_ place: Int) {
    switch resolution.meanings[place] {
    case .variable(let variable), .differential(let variable):
      set(place, variables[variable].rows, variables[variable].columns)
    case .definition(let root): copy(root, to: place)
    case .identity:
      let size = sizes.unknown()
      set(place, size, size)
    default: break
    }
  }
}
