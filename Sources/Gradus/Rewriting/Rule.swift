/// A named, cited equation between two expressions, used from left to right.
///
/// The statement is the equation's smallest form; the rewriting applies it at n-ary nodes, where it stands for that many
/// uses of the statement.
final class Rule: Sendable {
  enum Purpose: String, Sendable {
    /// Makes the expression smaller.
    case simplifying
    /// Opens a definition.
    case expanding
    /// Chooses one of several equal forms.
    case reordering
    /// Gives a named function back.
    case folding
  }

  let name: String
  /// The equation in the text syntax.
  let statement: String
  /// What the statement's names are, where their first letters do not say it.
  let declarations: String
  let purpose: Purpose
  let cites: [Citation]
  /// What must hold, in words; empty for an equation that always holds.
  let conditions: [String]
  let heads: [Operation]
  let rewrite: @Sendable (Simplifier, Node, Record) -> Node?

  init(
    _ name: String, _ statement: String, where declarations: String = "", _ purpose: Purpose, cites: Citation...,
    conditions: [String] = [], at heads: Operation..., rewrite: @escaping @Sendable (Simplifier, Node, Record) -> Node?
  ) {
    self.name = name
    self.statement = statement
    self.declarations = declarations
    self.purpose = purpose
    self.cites = cites
    self.conditions = conditions
    self.heads = heads
    self.rewrite = rewrite
  }

  static let all: [Rule] = [
    TransposeRules.all, TraceRules.all, ProductRules.all, HadamardRules.all, PowerRules.all,
    SumRules.all, CancellingRules.all, DiagonalRules.all, InverseRules.all, MatrixFunctionRules.all,
    KroneckerRules.all, KroneckerColumnRules.all, CommutationRules.all, BlockRules.all, ReductionRules.all,
    FunctionRules.all, FoldingRules.all, SoftmaxRules.all, AttributeRules.all,
  ].flatMap { $0 }

  /// Rules by the operations at which they apply, kept for ever, so that a loop over them counts no references.
  struct Table: @unchecked Sendable {
    private let rules: UnsafeBufferPointer<UnsafeBufferPointer<Unmanaged<Rule>>>

    init(_ all: [Rule]) {
      rules = Self.kept(
        Operation.allCases.map { operation in
          Self.kept(all.filter { $0.heads.contains(operation) }.map { Unmanaged.passRetained($0) })
        })
    }

    subscript(_ operation: Operation) -> UnsafeBufferPointer<Unmanaged<Rule>> { rules[Int(operation.rawValue)] }

    private static func kept<Element>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
      let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
      _ = memory.initialize(from: elements)
      return UnsafeBufferPointer(memory)
    }
  }

  static let table = Table(all)

  static let byName: [String: Rule] = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
}
