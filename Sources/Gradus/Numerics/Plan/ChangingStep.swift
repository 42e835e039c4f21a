/// One value of a graph as it is computed anew when something it is made of moves.
struct ChangingStep {
  enum Code {
    case combination([Double])
    case entrywise
    case map(PlanGraph.Function)
    case product
    case sum(PlanGraph.Direction)
  }

  /// A value as another reads it: entry (i, j) lies `i * rowStride + j * columnStride` after its first.
  struct Operand {
    let id: Int
    let rowStride: Int
    let columnStride: Int
    let isTransposed: Bool
    /// Whether rows and columns are those of what reads it, rather than one for all.
    let hasRows: Bool
    let hasColumns: Bool

    init(_ term: PlanTerm, in graph: PlanGraph, rows: Int, columns: Int) {
      let width = graph.values[term.id].columns
      id = term.id
      isTransposed = term.isTransposed
      hasRows = graph.rows(term) == rows
      hasColumns = graph.columns(term) == columns
      rowStride = graph.rows(term) == 1 && rows > 1 ? 0 : term.isTransposed ? 1 : width
      columnStride = graph.columns(term) == 1 && columns > 1 ? 0 : term.isTransposed ? width : 1
    }

    /// Calls the body with the entries of a region, counted row by row.
    @inline(__always)
    func forEach(in region: ChangingRegion, of value: UnsafeMutablePointer<Double>, _ body: (Int, Double) -> Void) {
      var place = 0
      for row in region.rows {
        for column in region.columns {
          body(place, value[row * rowStride + column * columnStride])
          place += 1
        }
      }
    }
  }

  let id: Int
  let code: Code
  let operands: [Operand]
  let rows: Int
  let columns: Int
  /// How many products of entries a product sums, or entries a sum.
  let inner: Int

  var whole: ChangingRegion { ChangingRegion(rows: 0..<rows, columns: 0..<columns) }

  /// Nil where it is not known here how a change spreads.
  init?(_ id: Int, in graph: PlanGraph) {
    let value = graph.values[id]
    self.id = id
    (rows, columns) = (value.rows, value.columns)
    func operand(_ term: PlanTerm) -> Operand { Operand(term, in: graph, rows: value.rows, columns: value.columns) }
    switch value.kind {
    case .combination(let coefficients, let terms): (code, operands) = (.combination(coefficients), terms.map(operand))
    case .entrywise(let terms): (code, operands) = (.entrywise, terms.map(operand))
    case .spread(let term): (code, operands) = (.combination([1]), [operand(term)])
    case .map(.definition, _): return nil
    case .map(let function, let term): (code, operands) = (.map(function), [operand(term)])
    case .product(let left, let right):
      code = .product
      operands = [left, right].map { Operand($0, in: graph, rows: graph.rows($0), columns: graph.columns($0)) }
      inner = graph.columns(left)
      return
    case .reduction(.sum, let direction, let term):
      code = .sum(direction)
      operands = [Operand(term, in: graph, rows: graph.rows(term), columns: graph.columns(term))]
      inner = graph.count(term)
      return
    default: return nil
    }
    inner = 0
  }
}

/// A rectangle of entries.
struct ChangingRegion {
  var rows: Range<Int>
  var columns: Range<Int>

  var count: Int { rows.count * columns.count }
  var transposed: ChangingRegion { ChangingRegion(rows: columns, columns: rows) }

  func union(_ other: ChangingRegion) -> ChangingRegion {
    ChangingRegion(
      rows: min(rows.lowerBound, other.rows.lowerBound)..<max(rows.upperBound, other.rows.upperBound),
      columns: min(columns.lowerBound, other.columns.lowerBound)..<max(columns.upperBound, other.columns.upperBound))
  }

  /// Calls the body with the places of entries in the region and in a matrix of a width.
  @inline(__always)
  func forEach(width: Int, _ body: (Int, Int) -> Void) {
    var place = 0
    for row in rows {
      for column in columns {
        body(place, row * width + column)
        place += 1
      }
    }
  }
}
