/// A value of a plan's graph, read as it lies or transposed.
struct PlanTerm: Hashable, Sendable {
  var id: Int
  var isTransposed = false

  func transposed(if flag: Bool) -> PlanTerm { PlanTerm(id: id, isTransposed: isTransposed != flag) }
}

/// What a plan computes, in concrete sizes and up to transposition: equal values are one value.
///
/// Rows are kept as the columns that lie the same way in memory. Constructors apply the algebra that saves work: spread
/// columns and rows stay small, transposes and factors move outwards.
struct PlanGraph {
  enum Kind: Hashable {
    /// A variable, or a differential, by its place among the inputs.
    case input(Int)
    case number(Double)
    /// Σ cᵢ aᵢ, where columns, rows and scalars are spread.
    case combination([Double], [PlanTerm])
    /// The entrywise product, where columns, rows and scalars are spread.
    case entrywise([PlanTerm])
    case map(Function, PlanTerm)
    case zip(Function, PlanTerm, PlanTerm)
    /// A scalar, column or row that stands for a whole matrix.
    case spread(PlanTerm)
    /// The reduction over all entries (n×1 and 1×1 operands too), over each row or over each column.
    case reduction(Reduction, Direction, PlanTerm)
    case product(PlanTerm, PlanTerm)
    case diagonalMatrix(PlanTerm)
    case diagonal(PlanTerm)
    /// A copy that lies transposed in memory.
    case transposedCopy(PlanTerm)
    case factorization(PlanTerm)
    case inverse(PlanTerm)
    case logDeterminant(PlanTerm)
    case determinant(PlanTerm)
    /// X with A X = B for a factorization of A.
    case solution(PlanTerm, PlanTerm)
    /// The definition's own evaluation, by its place among the calls.
    case call(Int, [PlanTerm])
  }

  enum Reduction: Hashable { case sum, largest }

  enum Direction: Hashable { case all, rows, columns }

  enum Function: Hashable {
    case square, root, reciprocal, magnitude, sign, step, relu, exponential, logarithm, tanh, sigmoid, softplus, silu
    /// The exponential of a number that is not positive, and 0 instead of what is too small for all its digits.
    case weight
    /// The value where it is finite, 0 elsewhere.
    case finite
    case larger, smaller
    /// Any other function of entries, by its definition.
    case definition(Operation, Int)

    /// Cheap enough to be computed again rather than kept.
    var isCheap: Bool {
      switch self {
      case .square, .magnitude, .sign, .step, .relu, .larger, .smaller, .finite: true
      default: false
      }
    }

    /// Its value at a number; nil where it is not a function of one number with a loop of its own.
    func value(at number: Double) -> Double? {
      switch self {
      case .larger, .smaller, .definition: return nil
      default:
        var result = number
        Double.map(self, 1, [number], &result)
        return result
      }
    }
  }

  struct Value {
    let kind: Kind
    let rows: Int
    let columns: Int
  }

  private(set) var values: [Value] = []
  /// Inverses that are needed as matrices.
  var keptInverses: Set<Int> = []
  private var places: [Kind: [Int]] = [:]

  subscript(term: PlanTerm) -> Value { values[term.id] }

  func rows(_ term: PlanTerm) -> Int { term.isTransposed ? values[term.id].columns : values[term.id].rows }
  func columns(_ term: PlanTerm) -> Int { term.isTransposed ? values[term.id].rows : values[term.id].columns }
  func count(_ term: PlanTerm) -> Int { values[term.id].rows * values[term.id].columns }
  func isScalar(_ term: PlanTerm) -> Bool { values[term.id].rows == 1 && values[term.id].columns == 1 }

  /// The value, found or made; a row is made as a column.
  mutating func make(_ kind: Kind, _ rows: Int, _ columns: Int) -> PlanTerm {
    let isRow = rows == 1 && columns > 1
    let (rows, columns) = isRow ? (columns, 1) : (rows, columns)
    if let known = places[kind]?.first(where: { values[$0].rows == rows && values[$0].columns == columns }) {
      return PlanTerm(id: known, isTransposed: isRow)
    }
    places[kind, default: []].append(values.count)
    values.append(Value(kind: kind, rows: rows, columns: columns))
    return PlanTerm(id: values.count - 1, isTransposed: isRow)
  }

  func transpose(_ term: PlanTerm) -> PlanTerm { isScalar(term) ? term : term.transposed(if: true) }

  mutating func number(_ value: Double) -> PlanTerm { make(.number(value), 1, 1) }

  func number(_ term: PlanTerm) -> Double? {
    if case .number(let value) = self[term].kind { return value }
    return nil
  }

  /// A scalar, column or row repeated.
  mutating func spread(_ term: PlanTerm, _ rows: Int, _ columns: Int) -> PlanTerm {
    let term = unspread(term)
    if self.rows(term) == rows, self.columns(term) == columns { return term }
    if columns == 1, rows > 1 { return make(.spread(term), rows, columns) }
    if rows == 1, columns > 1 {
      let turned = make(.spread(term), columns, rows)
      return transpose(turned)
    }
    // One orientation for a row and a column.
    if term.isTransposed {
      let turned = make(.spread(transpose(term)), columns, rows)
      return transpose(turned)
    }
    return make(.spread(term), rows, columns)
  }

  /// The small value that a term spreads, seen with the term's orientation; the term itself where it is full.
  func unspread(_ term: PlanTerm) -> PlanTerm {
    if case .spread(let inner) = self[term].kind {
      return isScalar(inner) ? inner : inner.transposed(if: term.isTransposed)
    }
    return term
  }

  /// A value kept as a multiple: the coefficient and the rest.
  func splitCoefficient(_ term: PlanTerm) -> (coefficient: Double, core: PlanTerm) {
    if case .combination(let coefficients, let terms) = self[term].kind, terms.count == 1 {
      return (coefficients[0], isScalar(terms[0]) ? terms[0] : terms[0].transposed(if: term.isTransposed))
    }
    return (1, term)
  }

  func isKnown(_ kind: Kind, _ rows: Int, _ columns: Int) -> Bool {
    places[kind]?.contains { values[$0].rows == rows && values[$0].columns == columns } ?? false
  }
}
