/// The values of a graph at a point, and what becomes of them when one entry moves.
struct ChangingValues {
  /// A rectangle of entries.
  struct Region {
    var rows: Range<Int>
    var columns: Range<Int>
    var count: Int { rows.count * columns.count }

    func union(_ other: Region) -> Region {
      Region(
        rows: min(rows.lowerBound, other.rows.lowerBound)..<max(rows.upperBound, other.rows.upperBound),
        columns: min(columns.lowerBound, other.columns.lowerBound)..<max(columns.upperBound, other.columns.upperBound))
    }

    var transposed: Region { Region(rows: columns, columns: rows) }
  }

  private let graph: PlanGraph
  private let root: PlanTerm
  private var input = 0
  /// The values made of the input, operands before users.
  private var moving: [Int] = []
  private var values: [[Double]]
  private var regions: [Region?]
  private var former: [[Double]]

  init?(_ lowering: Lowering, moving variable: String, at point: [String: DenseMatrix]) {
    graph = lowering.graph
    root = lowering.roots[0]
    var depends = [Bool](repeating: false, count: graph.values.count)
    var needed = depends
    needed[root.id] = true
    for id in graph.values.indices.reversed() where needed[id] {
      for operand in graph.values[id].kind.operands { needed[operand.id] = true }
    }
    values = graph.values.map { Array(repeating: 0, count: $0.rows * $0.columns) }
    regions = Array(repeating: nil, count: graph.values.count)
    former = Array(repeating: [], count: graph.values.count)
    var found: Int?
    for (id, value) in graph.values.enumerated() where needed[id] {
      depends[id] = value.kind.operands.contains { depends[$0.id] }
      switch value.kind {
      case .input(let place):
        let name = lowering.inputs[place].variable.name
        guard !lowering.inputs[place].isDifferential, let matrix = point[name] else { return nil }
        values[id] = matrix.elements
        if name == variable { (found, depends[id]) = (id, true) }
      case .number(let number): values[id] = [number]
      case .combination, .entrywise, .spread, .map(_, _), .product, .reduction(.sum, _, _):
        if case .map(.definition, _) = value.kind { return nil }
        compute(id, Region(rows: 0..<value.rows, columns: 0..<value.columns))
      default: return nil
      }
      if depends[id], id != found { moving.append(id) }
    }
    guard let found else { return nil }
    input = found
  }

  /// The function with one entry of the variable moved; all values are as before afterwards.
  mutating func value(moving row: Int, _ column: Int, by change: Double) -> Double {
    let width = graph.values[input].columns
    // A row lies as a column.
    let (row, column) = width == 1 ? (max(row, column), 0) : (row, column)
    let region = Region(rows: row..<(row + 1), columns: column..<(column + 1))
    keep(input, region)
    values[input][row * width + column] += change
    for id in moving { move(id) }
    let result = values[root.id][0]
    restore(input)
    for id in moving where regions[id] != nil { restore(id) }
    return result
  }

  private mutating func keep(_ id: Int, _ region: Region) {
    let width = graph.values[id].columns
    regions[id] = region
    former[id].removeAll(keepingCapacity: true)
    for row in region.rows {
      for column in region.columns { former[id].append(values[id][row * width + column]) }
    }
  }

  private mutating func restore(_ id: Int) {
    guard let region = regions[id] else { return }
    let width = graph.values[id].columns
    var place = 0
    for row in region.rows {
      for column in region.columns {
        values[id][row * width + column] = former[id][place]
        place += 1
      }
    }
    regions[id] = nil
  }

  private mutating func move(_ id: Int) {
    let value = graph.values[id]
    let whole = Region(rows: 0..<value.rows, columns: 0..<value.columns)
    switch value.kind {
    case .product(let left, let right):
      switch (region(left), region(right)) {
      case (nil, nil): return
      case (let change?, nil):
        keep(id, Region(rows: change.rows, columns: whole.columns))
        addProduct(id, left, change, right, isLeft: true)
      case (nil, let change?):
        keep(id, Region(rows: whole.rows, columns: change.columns))
        addProduct(id, left, change, right, isLeft: false)
      default:
        keep(id, whole)
        compute(id, whole)
      }
    case .reduction(_, let direction, let operand):
      guard let change = regions[operand.id] else { return }
      switch direction {
      case .all: keep(id, Region(rows: 0..<1, columns: 0..<1))
      case .rows: keep(id, Region(rows: change.rows, columns: 0..<1))
      case .columns: keep(id, Region(rows: change.columns, columns: 0..<1))
      }
      addSum(id, operand.id, direction, change)
    default:
      var change: Region?
      for operand in value.kind.operands {
        guard let part = region(operand) else { continue }
        let spread = Region(
          rows: graph.rows(operand) == value.rows ? part.rows : whole.rows,
          columns: graph.columns(operand) == value.columns ? part.columns : whole.columns)
        change = change?.union(spread) ?? spread
      }
      guard let change else { return }
      keep(id, change)
      compute(id, change)
    }
  }

  private func region(_ term: PlanTerm) -> Region? {
    term.isTransposed ? regions[term.id]?.transposed : regions[term.id]
  }

  /// Where an entry of a term lies, for terms that are spread as well.
  private func strides(_ term: PlanTerm, _ rows: Int, _ columns: Int) -> (row: Int, column: Int) {
    let width = graph.values[term.id].columns
    let (row, column) = term.isTransposed ? (1, width) : (width, 1)
    return (graph.rows(term) == 1 && rows > 1 ? 0 : row, graph.columns(term) == 1 && columns > 1 ? 0 : column)
  }

  /// Adds what a change of one factor adds to a product.
  private mutating func addProduct(_ id: Int, _ left: PlanTerm, _ change: Region, _ right: PlanTerm, isLeft: Bool) {
    let factor = isLeft ? left : right
    let width = graph.values[id].columns
    let (leftStride, rightStride) = (
      strides(left, graph.rows(left), graph.columns(left)), strides(right, graph.rows(right), graph.columns(right))
    )
    for i in change.rows {
      for j in change.columns {
        let (row, column) = factor.isTransposed ? (j, i) : (i, j)
        let kept = regions[factor.id] ?? change
        let place = (row - kept.rows.lowerBound) * kept.columns.count + column - kept.columns.lowerBound
        let difference = values[factor.id][row * graph.values[factor.id].columns + column] - former[factor.id][place]
        if isLeft {
          for k in 0..<width {
            values[id][i * width + k] += difference * values[right.id][j * rightStride.row + k * rightStride.column]
          }
        } else {
          for k in 0..<graph.values[id].rows {
            values[id][k * width + j] += values[left.id][k * leftStride.row + i * leftStride.column] * difference
          }
        }
      }
    }
  }

  private mutating func addSum(_ id: Int, _ operand: Int, _ direction: PlanGraph.Direction, _ change: Region) {
    let width = graph.values[operand].columns
    var place = 0
    for row in change.rows {
      for column in change.columns {
        let target = direction == .all ? 0 : direction == .rows ? row : column
        values[id][target] += values[operand][row * width + column] - former[operand][place]
        place += 1
      }
    }
  }

  /// Computes a region of a value from its operands.
  private mutating func compute(_ id: Int, _ region: Region) {
    let value = graph.values[id]
    let width = value.columns
    switch value.kind {
    case .product(let left, let right):
      let (a, b) = (
        strides(left, graph.rows(left), graph.columns(left)), strides(right, graph.rows(right), graph.columns(right))
      )
      for i in region.rows {
        for j in region.columns {
          values[id][i * width + j] = (0..<graph.columns(left)).reduce(0) { sum, k in
            sum + values[left.id][i * a.row + k * a.column] * values[right.id][k * b.row + j * b.column]
          }
        }
      }
    case .reduction(_, let direction, let operand):
      values[id] = Array(repeating: 0, count: value.rows * value.columns)
      let inner = graph.values[operand.id]
      for row in 0..<inner.rows {
        for column in 0..<inner.columns {
          values[id][direction == .all ? 0 : direction == .rows ? row : column] +=
            values[operand.id][row * inner.columns + column]
        }
      }
    default:
      var run = [Double](repeating: startValue(value.kind), count: region.count)
      for (place, operand) in value.kind.operands.enumerated() { take(operand, place, value, region, into: &run) }
      if case .map(let function, _) = value.kind {
        run.withUnsafeMutableBufferPointer { run in
          if let base = run.baseAddress { Double.map(function, run.count, base, base) }
        }
      }
      var place = 0
      for row in region.rows {
        for column in region.columns {
          values[id][row * width + column] = run[place]
          place += 1
        }
      }
    }
  }

  private func startValue(_ kind: PlanGraph.Kind) -> Double {
    if case .entrywise = kind { return 1 }
    return 0
  }

  /// Adds an operand's entries to a run, or multiplies the run by them.
  private func take(
    _ operand: PlanTerm, _ place: Int, _ value: PlanGraph.Value, _ region: Region, into run: inout [Double]
  ) {
    let stride = strides(operand, value.rows, value.columns)
    var coefficient = 1.0
    var multiplies = false
    switch value.kind {
    case .combination(let coefficients, _): coefficient = coefficients[place]
    case .entrywise: multiplies = true
    default: break
    }
    values[operand.id].withUnsafeBufferPointer { entries in
      var target = 0
      for row in region.rows {
        for column in region.columns {
          let entry = entries[row * stride.row + column * stride.column]
          if multiplies { run[target] *= entry } else { run[target] += coefficient * entry }
          target += 1
        }
      }
    }
  }
}
