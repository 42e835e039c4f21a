/// The values of a graph at a point, and what becomes of them when one entry moves.
final class ChangingValues {
  typealias Memory = UnsafeMutablePointer<Double>

  /// What is made of the input, operands before users.
  private var moving: [ChangingStep] = []
  private let widths: [Int]
  /// All values, what their entries were, and what is being computed.
  private let numbers: NumberMemory<Double>
  private let values: [Memory]
  private let former: [Memory]
  private let scratch: Memory
  private var regions: [ChangingRegion?]
  private let root: Int
  private var input = 0

  init?(_ lowering: Lowering, moving variable: String, at point: [String: DenseMatrix]) {
    let graph = lowering.graph
    root = lowering.roots[0].id
    var depends = [Bool](repeating: false, count: graph.values.count)
    var needed = depends
    needed[root] = true
    for id in graph.values.indices.reversed() where needed[id] {
      for operand in graph.values[id].kind.operands { needed[operand.id] = true }
    }
    let counts = graph.values.map { $0.rows * $0.columns }
    numbers = NumberMemory(counts + counts + [counts.max() ?? 0])
    values = Array(numbers.places[..<counts.count])
    former = Array(numbers.places[counts.count..<(2 * counts.count)])
    scratch = numbers.places[2 * counts.count]
    widths = graph.values.map(\.columns)
    regions = Array(repeating: nil, count: graph.values.count)
    var found: Int?
    for (id, value) in graph.values.enumerated() where needed[id] {
      depends[id] = value.kind.operands.contains { depends[$0.id] }
      switch value.kind {
      case .input(let place):
        let name = lowering.inputs[place].variable.name
        guard !lowering.inputs[place].isDifferential, let matrix = point[name] else { return nil }
        values[id].update(from: matrix.elements, count: counts[id])
        if name == variable { (found, depends[id]) = (id, true) }
      case .number(let number): values[id][0] = number
      default:
        guard let step = ChangingStep(id, in: graph) else { return nil }
        compute(step, step.whole)
        if depends[id] { moving.append(step) }
      }
    }
    guard let found else { return nil }
    input = found
  }

  /// The function with one entry of the variable moved; all values are as before afterwards.
  func value(moving row: Int, _ column: Int, by change: Double) -> Double {
    let width = widths[input]
    // A row lies as a column.
    let (row, column) = width == 1 ? (max(row, column), 0) : (row, column)
    keep(input, ChangingRegion(rows: row..<(row + 1), columns: column..<(column + 1)))
    values[input][row * width + column] += change
    for step in moving { move(step) }
    let result = values[root][0]
    restore(input)
    for step in moving { restore(step.id) }
    return result
  }

  private func keep(_ id: Int, _ region: ChangingRegion) {
    let (source, target) = (values[id], former[id])
    regions[id] = region
    region.forEach(width: widths[id]) { place, entry in target[place] = source[entry] }
  }

  private func restore(_ id: Int) {
    guard let region = regions[id] else { return }
    let (source, target) = (former[id], values[id])
    region.forEach(width: widths[id]) { place, entry in target[entry] = source[place] }
    regions[id] = nil
  }

  private func region(_ operand: ChangingStep.Operand) -> ChangingRegion? {
    operand.isTransposed ? regions[operand.id]?.transposed : regions[operand.id]
  }

  private func move(_ step: ChangingStep) {
    switch step.code {
    case .product:
      switch (region(step.operands[0]), region(step.operands[1])) {
      case (nil, nil): return
      case (let change?, nil):
        keep(step.id, ChangingRegion(rows: change.rows, columns: 0..<step.columns))
        addLeft(step, change)
      case (nil, let change?):
        keep(step.id, ChangingRegion(rows: 0..<step.rows, columns: change.columns))
        addRight(step, change)
      default:
        keep(step.id, step.whole)
        compute(step, step.whole)
      }
    case .sum(let direction):
      guard let change = regions[step.operands[0].id] else { return }
      switch direction {
      case .all: keep(step.id, ChangingRegion(rows: 0..<1, columns: 0..<1))
      case .rows: keep(step.id, ChangingRegion(rows: change.rows, columns: 0..<1))
      case .columns: keep(step.id, ChangingRegion(rows: change.columns, columns: 0..<1))
      }
      addSum(step, direction, change)
    default:
      var change: ChangingRegion?
      for operand in step.operands {
        guard let part = region(operand) else { continue }
        let spread = ChangingRegion(
          rows: operand.hasRows ? part.rows : 0..<step.rows,
          columns: operand.hasColumns ? part.columns : 0..<step.columns)
        change = change?.union(spread) ?? spread
      }
      guard let change else { return }
      keep(step.id, change)
      compute(step, change)
    }
  }

  /// How far an entry of a factor has moved.
  private func difference(_ factor: ChangingStep.Operand, _ i: Int, _ j: Int) -> Double {
    guard let kept = regions[factor.id] else { return 0 }
    let (row, column) = factor.isTransposed ? (j, i) : (i, j)
    let place = (row - kept.rows.lowerBound) * kept.columns.count + column - kept.columns.lowerBound
    return values[factor.id][row * widths[factor.id] + column] - former[factor.id][place]
  }

  private func addLeft(_ step: ChangingStep, _ change: ChangingRegion) {
    let right = step.operands[1]
    for i in change.rows {
      let target = values[step.id] + i * step.columns
      for j in change.columns {
        let (moved, source) = (difference(step.operands[0], i, j), values[right.id] + j * right.rowStride)
        for k in 0..<step.columns { target[k] += moved * source[k * right.columnStride] }
      }
    }
  }

  private func addRight(_ step: ChangingStep, _ change: ChangingRegion) {
    let left = step.operands[0]
    for i in change.rows {
      let source = values[left.id] + i * left.columnStride
      for j in change.columns {
        let (moved, target) = (difference(step.operands[1], i, j), values[step.id] + j)
        for k in 0..<step.rows { target[k * step.columns] += source[k * left.rowStride] * moved }
      }
    }
  }

  private func addSum(_ step: ChangingStep, _ direction: PlanGraph.Direction, _ change: ChangingRegion) {
    let operand = step.operands[0].id
    let (now, before, target) = (values[operand], former[operand], values[step.id])
    let width = widths[operand]
    if direction == .all {
      // A large sum is rounded once.
      var moved = 0.0
      change.forEach(width: width) { place, entry in moved += now[entry] - before[place] }
      target[0] += moved
    } else {
      change.forEach(width: width) { place, entry in
        target[direction == .rows ? entry / width : entry % width] += now[entry] - before[place]
      }
    }
  }

  /// Computes a region of a value from its operands.
  private func compute(_ step: ChangingStep, _ region: ChangingRegion) {
    let (target, run) = (values[step.id], scratch)
    switch step.code {
    case .product:
      let (a, b) = (step.operands[0], step.operands[1])
      for i in region.rows {
        for j in region.columns {
          let (left, right) = (values[a.id] + i * a.rowStride, values[b.id] + j * b.columnStride)
          var sum = 0.0
          for k in 0..<step.inner { sum += left[k * a.columnStride] * right[k * b.rowStride] }
          target[i * step.columns + j] = sum
        }
      }
      return
    case .sum(let direction):
      let operand = step.operands[0].id
      let (source, width) = (values[operand], widths[operand])
      target.update(repeating: 0, count: step.rows * step.columns)
      for entry in 0..<(step.inner) {
        target[direction == .all ? 0 : direction == .rows ? entry / width : entry % width] += source[entry]
      }
      return
    case .combination(let coefficients):
      run.update(repeating: 0, count: region.count)
      for (coefficient, operand) in zip(coefficients, step.operands) {
        operand.forEach(in: region, of: values[operand.id]) { place, entry in run[place] += coefficient * entry }
      }
    case .entrywise:
      run.update(repeating: 1, count: region.count)
      for operand in step.operands {
        operand.forEach(in: region, of: values[operand.id]) { place, entry in run[place] *= entry }
      }
    case .map(let function):
      let operand = step.operands[0]
      operand.forEach(in: region, of: values[operand.id]) { place, entry in run[place] = entry }
      Double.map(function, region.count, run, run)
    }
    region.forEach(width: step.columns) { place, entry in target[entry] = run[place] }
  }
}
