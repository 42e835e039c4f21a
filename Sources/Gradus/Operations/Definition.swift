/// Everything that is known of an operation; no field has a default, so half a declaration does not compile.
final class Definition: Sendable {
  let notation: Notation
  let signature: Signature
  let calculus: Calculus
  /// Where the differential stands in print.
  let cites: [Citation]
  /// The value by its definition, plain and obviously right; faster kernels are tested against it.
  let evaluate: @Sendable (Kernel) throws -> DenseMatrix
  let examples: [Example]

  init(
    notation: Notation, signature: Signature, calculus: Calculus, cites: [Citation],
    evaluate: @escaping @Sendable (Kernel) throws -> DenseMatrix, examples: [Example]
  ) {
    self.notation = notation
    self.signature = signature
    self.calculus = calculus
    self.cites = cites
    self.evaluate = evaluate
    self.examples = examples
  }
}

/// How an operation is written.
enum Notation: Sendable {
  /// A constant, a variable, or signs between operands: the printers know each.
  case signs
  /// A name applied to operands; with an axis where the operation has one.
  case function(String, latex: String)

  var name: String? {
    if case .function(let name, _) = self { return name }
    return nil
  }
}

/// What an operation does to differentials.
enum Calculus: Sendable {
  /// Nothing varies in it.
  case constant
  /// One way for each operand.
  case operands([Dependence])
  /// The same way for every operand, others held.
  case every(Dependence)
  /// Linear in all operands together: d f(A, B) = f(dA, dB).
  case jointly(adjoint: @Sendable (Call, Int, Expression) -> Expression)
  /// It is an abbreviation, opened before differentiation.
  case abbreviation(@Sendable (Call) -> Expression)

  func dependence(at operand: Int) -> Dependence? {
    switch self {
    case .operands(let all): all[operand]
    case .every(let one): one
    case .jointly(let adjoint): .linear(adjoint: adjoint)
    case .constant, .abbreviation: nil
    }
  }

  var isJoint: Bool {
    if case .jointly = self { return true }
    return false
  }
}

/// How an operation depends on one operand.
enum Dependence: Sendable {
  /// Linear in it: d f(A) = f(dA), and ⟨g, f(dA)⟩ = ⟨adjoint(g), dA⟩.
  case linear(adjoint: @Sendable (Call, Int, Expression) -> Expression)
  /// The operand's contribution to the differential, linear in dA and written with operations that are.
  case nonlinear(@Sendable (Call, Expression) -> Expression)
  /// Elementwise: the contribution is f'(A) ⊙ dA.
  case elementwise(@Sendable (Call) -> Expression)
  /// No derivative is known here; the words say what to do instead.
  case refused(String)
}

/// A node seen by the closures of its definition.
struct Call {
  let value: Expression

  var store: Store { value.store }
  var operands: UnsafeBufferPointer<Node> { store.operands(value.node) }
  subscript(operand: Int) -> Expression { Expression(store, operands[operand]) }
  var axis: Axis { Axis(rawValue: store[value.node].payload) ?? .all }
  var region: Region { store.regions[store[value.node].payload] }
  /// The rows and columns of an operand.
  func extent(_ operand: Int) -> Extent { store.extent(operands[operand]) }
}

/// Operand values and sizes for one evaluation of an operation.
struct Kernel {
  let operands: [DenseMatrix]
  let rows: Int
  let columns: Int
  let axis: Axis
  /// Row and column offset, rows and columns of the region that the node carries.
  let region: (row: Int, column: Int, rows: Int, columns: Int)
  let function: ElementwiseFunction?

  subscript(operand: Int) -> DenseMatrix { operands[operand] }
}

/// Where a formula stands in print.
public struct Citation: Hashable, Sendable, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }

  /// An equation of the notes "basic formulas", by its number.
  static func basic(_ equation: Int) -> Citation { Citation("basic-formulas (\(equation))") }
  /// Petersen and Pedersen, The Matrix Cookbook, 2012.
  static func cookbook(_ equation: Int) -> Citation { Citation("Matrix Cookbook (\(equation))") }
  /// Magnus and Neudecker, Matrix Differential Calculus, 3rd edition, 2019.
  static func magnusNeudecker(_ section: String) -> Citation { Citation("Magnus & Neudecker \(section)") }
  /// Higham, Functions of Matrices, 2008.
  static func higham(_ section: String) -> Citation { Citation("Higham \(section)") }
  /// Olver et al., NIST Digital Library of Mathematical Functions.
  static func dlmf(_ section: String) -> Citation { Citation("DLMF \(section)") }
  /// Horn and Johnson, Matrix Analysis, 2nd edition, 2013.
  static func hornJohnson(_ section: String) -> Citation { Citation("Horn & Johnson \(section)") }
}

/// Operand shapes and domains at which an operation is tried.
struct Example: Sendable {
  struct Operand: Sendable {
    let shape: Shape
    let domain: Domain
  }
  let operands: [Operand]
  let axis: Axis
  let region: Region

  /// Operand shapes are written like a signature's left side: "m,k; k,n".
  init(
    _ shapes: String, in domains: Domain..., axis: Axis = .rows,
    region: Region = Region(rowOffset: 0, columnOffset: 0, rows: 1, columns: 1)
  ) {
    let parsed = Signature(shapes + " -> 1,1").operands
    operands = parsed.enumerated().map { place, shape in
      Operand(shape: shape, domain: domains.isEmpty ? .real : domains[min(place, domains.count - 1)])
    }
    self.axis = axis
    self.region = region
  }
}

/// Values at which a function is defined and smooth.
enum Domain: Sendable, Hashable {
  case real, positive, nonzero, unitInterval, aboveOne, invertible, positiveDefinite, distinct
}
