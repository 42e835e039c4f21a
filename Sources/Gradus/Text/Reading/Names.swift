/// What a name applied to arguments means, and how it is typed.
final class FunctionName: Sendable {
  enum Form: Sendable {
    /// A function of a scalar, entry by entry.
    case elementwise(Operation)
    /// A function of the program's own, entry by entry.
    /// Two operands entry by entry; either may be a scalar.
    case pair(Operation)
    /// The operation's signature says all.
    case fixed(Operation)
    /// A reduction with an axis, over all entries without.
    case reduction(Operation)
    /// As `reduction`, or the entrywise pair where the second argument is no axis.
    case reductionOrPair(Operation, Operation)
    /// Along an axis, which only a column can leave out.
    case slices(Operation)
    case concatenation(Operation)
    case diagonalMatrix
    case squareRoot, logarithm, power, maximumOfAll
    case ones, zeros, identity, unit, commutation, vecDiagonal
    case unvec, kroneckerLeft, kroneckerRight, place
    /// ⟨G, df⟩ read off for dX, and df along a direction.
    case pulledBack, pushedForward
  }

  let form: Form
  let arguments: ClosedRange<Int>
  /// Which arguments are sizes rather than expressions.
  let sizes: Range<Int>
  let usage: String

  init(_ form: Form, _ arguments: ClosedRange<Int>, sizes: Range<Int> = 0..<0, _ usage: String) {
    self.form = form
    self.arguments = arguments
    self.sizes = sizes
    self.usage = usage
  }

  /// Every function by its name: the operations' notations, then the names that are no operations of their own.
  static let all: [String: FunctionName] = {
    var table: [String: FunctionName] = [:]
    for operation in Operation.allCases {
      guard let name = operation.definition.notation.name, let function = FunctionName(operation, name) else {
        continue
      }
      if table[name] == nil { table[name] = function }
    }
    table["max"] = FunctionName(.reductionOrPair(.maximum, .larger), 1...2, "max(x), max(X,0), max(X,1) or max(A,B)")
    table["maxout"] = FunctionName(.maximumOfAll, 1...1, "maxout(x)")
    table["log"] = FunctionName(.logarithm, 1...2, "log(x) or log(x,base)")
    table["sqrt"] = FunctionName(.squareRoot, 1...1, "sqrt(x)")
    table["pow"] = FunctionName(.power, 2...2, "pow(a,x)")
    table["ones"] = FunctionName(.ones, 1...2, sizes: 0..<2, "ones(n) or ones(m,n)")
    table["zeros"] = FunctionName(.zeros, 1...2, sizes: 0..<2, "zeros(n) or zeros(m,n)")
    table["eye"] = FunctionName(.identity, 1...1, sizes: 0..<1, "eye(n)")
    table["unit"] = FunctionName(.unit, 2...2, sizes: 0..<2, "unit(n,i)")
    table["commutation"] = FunctionName(.commutation, 2...2, sizes: 0..<2, "commutation(m,n)")
    table["vjp"] = FunctionName(.pulledBack, 3...3, "vjp(Y,X,G)")
    table["jvp"] = FunctionName(.pushedForward, 3...3, "jvp(Y,X,E)")
    table["vecdiag"] = FunctionName(.vecDiagonal, 1...1, sizes: 0..<1, "vecdiag(n)")
    return table
  }()

  private convenience init?(_ operation: Operation, _ name: String) {
    let signature = operation.definition.signature
    switch operation {
    case .larger, .smaller, .leakyRelu, .elu: self.init(.pair(operation), 2...2, "\(name)(a,b)")
    case .total, .mean, .maximum, .argmax, .logSumExp:
      self.init(.reduction(operation), 1...2, "\(name)(X), \(name)(X,0) or \(name)(X,1)")
    case .softmax, .logSoftmax: self.init(.slices(operation), 1...2, "\(name)(z), \(name)(Z,0) or \(name)(Z,1)")
    case .horizontal, .vertical: self.init(.concatenation(operation), 1...Int.max, "\(name)(A,B)")
    case .diagonalMatrix: self.init(.diagonalMatrix, 1...1, "diag(x)")
    case .unvec: self.init(.unvec, 3...3, sizes: 1..<3, "unvec(v,m,n)")
    case .kroneckerLeft: self.init(.kroneckerLeft, 4...4, sizes: 2..<4, "kron_left(G,B,m,n)")
    case .kroneckerRight: self.init(.kroneckerRight, 4...4, sizes: 2..<4, "kron_right(G,A,p,q)")
    case .place: self.init(.place, 5...5, sizes: 1..<5, "place(A,m,n,i,j)")
    default:
      if signature.isFree { return nil }
      if case .every(.elementwise) = operation.definition.calculus {
        self.init(.elementwise(operation), 1...1, "\(name)(x)")
      } else {
        let count = signature.operands.count
        let isPlain = operation == .kronecker || operation == .inner
        let letters = count == 1 ? "A" : operation == .dot ? "x,y" : isPlain ? "A,B" : "A,E"
        self.init(.fixed(operation), count...count, "\(name)(\(letters))")
      }
    }
  }
}
