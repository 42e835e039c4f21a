/// A program at work: where its operands lie, for one thread's share of the rows.
struct LoopRun<Scalar: LoopScalar> {
  private let program: LoopProgram
  private let calls: [PlainEvaluation.Step]
  private let bases: [UnsafeMutablePointer<Scalar>]
  private let strides: [Int]
  private let blockRows: Int

  /// Entries that one thread needs for registers and accumulators.
  static func scratchCount(_ program: LoopProgram) -> Int {
    let block = program.blockRows
    return program.accumulators.reduce(0) { $0 + rounded($1.count) }
      + program.fullRegisters * rounded(block * program.columns) + program.columnRegisters * rounded(block)
  }

  /// Whole cache lines.
  private static func rounded(_ count: Int) -> Int { (count + 15) / 16 * 16 }

  init(
    _ program: LoopProgram, memory: UnsafePointer<UnsafeMutablePointer<Scalar>>, scratch: UnsafeMutablePointer<Scalar>,
    calls: [PlainEvaluation.Step]
  ) {
    self.program = program
    self.calls = calls
    blockRows = program.blockRows
    var accumulators: [UnsafeMutablePointer<Scalar>] = []
    var next = scratch
    for accumulator in program.accumulators {
      accumulators.append(next)
      next.update(repeating: Scalar(accumulator.start), count: accumulator.count)
      next += Self.rounded(accumulator.count)
    }
    let full = next
    let fullCount = Self.rounded(blockRows * program.columns)
    let column = full + program.fullRegisters * fullCount
    let columnCount = Self.rounded(blockRows)
    bases = program.slots.map { slot in
      switch slot.place {
      case .memory(let value): memory[value]
      case .accumulator(let place): accumulators[place]
      case .register(let place): slot.spread == .full ? full + place * fullCount : column + place * columnCount
      }
    }
    strides = program.slots.map { slot in
      guard case .memory = slot.place else { return 0 }
      return slot.spread == .full ? program.columns : slot.spread == .column ? 1 : 0
    }
  }

  func run(rows range: Range<Int>) {
    for first in stride(from: range.lowerBound, to: range.upperBound, by: blockRows) {
      let rows = min(blockRows, range.upperBound - first)
      for operation in program.operations { perform(operation, first, rows) }
    }
  }

  /// Adds this run's accumulators to those in memory, or writes them there.
  func finish(into memory: UnsafePointer<UnsafeMutablePointer<Scalar>>, isFirst: Bool) {
    for (slot, base) in Swift.zip(program.slots, bases) {
      guard case .accumulator(let place) = slot.place else { continue }
      let accumulator = program.accumulators[place]
      let target = memory[accumulator.value]
      if isFirst {
        target.update(from: base, count: accumulator.count)
      } else if accumulator.start == 0 {
        Scalar.add(1, times: base, to: target, count: accumulator.count)
      } else {
        Scalar.larger(accumulator.count, target, base, target)
      }
    }
  }

  @inline(__always)
  private func pointer(_ slot: Int, _ first: Int) -> UnsafeMutablePointer<Scalar> {
    bases[slot] + first * strides[slot]
  }

  private func perform(_ operation: LoopProgram.Operation, _ first: Int, _ rows: Int) {
    switch operation.code {
    case .combine, .multiple, .multiply, .map, .zip: entrywise(operation, first, rows)
    default: reduce(operation, first, rows)
    }
  }

  private func entrywise(_ operation: LoopProgram.Operation, _ first: Int, _ rows: Int) {
    let result = pointer(operation.result, first)
    let (left, right) = (pointer(operation.left, first), pointer(operation.right, first))
    let (a, b) = (program.slots[operation.left].spread, program.slots[operation.right].spread)
    let isBinary: Bool
    switch operation.code {
    case .multiple, .map: isBinary = false
    default: isBinary = true
    }
    guard program.slots[operation.result].spread == .full else {
      return compute(operation, rows, result, left, a == .scalar, right, isBinary && b == .scalar)
    }
    let columns = program.columns
    let needsRows = a == .row || a == .column || (isBinary && (b == .row || b == .column))
    guard needsRows else {
      return compute(operation, rows * columns, result, left, a == .scalar, right, isBinary && b == .scalar)
    }
    let (leftStep, rightStep) = (step(a), step(b))
    for row in 0..<rows {
      compute(
        operation, columns, result + row * columns, left + row * leftStep, a == .scalar || a == .column,
        right + row * rightStep, isBinary && (b == .scalar || b == .column))
    }
  }

  /// How far an operand moves from row to row.
  private func step(_ spread: LoopProgram.Extension) -> Int {
    switch spread {
    case .full: program.columns
    case .column: 1
    case .row, .scalar: 0
    }
  }

  /// One operation over a contiguous run, where an operand may be one number.
  private func compute(
    _ operation: LoopProgram.Operation, _ count: Int, _ y: UnsafeMutablePointer<Scalar>,
    _ a: UnsafeMutablePointer<Scalar>, _ aIsNumber: Bool, _ b: UnsafeMutablePointer<Scalar>, _ bIsNumber: Bool
  ) {
    let (p, q) = (Scalar(operation.p), Scalar(operation.q))
    switch operation.code {
    case .combine:
      switch (aIsNumber, bIsNumber) {
      case (false, false): Scalar.combine(count, p, a, q, b, y)
      case (false, true): Scalar.combine(count, p, a, q * b[0], y)
      case (true, false): Scalar.combine(count, q, b, p * a[0], y)
      case (true, true): y.update(repeating: p * a[0] + q * b[0], count: count)
      }
    case .multiple:
      if aIsNumber { y.update(repeating: p * a[0], count: count) } else { Scalar.multiply(count, a, p, y) }
    case .multiply:
      switch (aIsNumber, bIsNumber) {
      case (false, false): Scalar.multiply(count, a, b, y)
      case (false, true): Scalar.multiply(count, a, b[0], y)
      case (true, false): Scalar.multiply(count, b, a[0], y)
      case (true, true): y.update(repeating: a[0] * b[0], count: count)
      }
    case .map(let function): map(function, count, y, a, aIsNumber)
    case .zip(let function): zip(function, count, y, a, aIsNumber, b, bIsNumber)
    default: preconditionFailure("a reduction among entrywise operations")
    }
  }

  private func map(
    _ function: PlanGraph.Function, _ count: Int, _ y: UnsafeMutablePointer<Scalar>, _ a: UnsafeMutablePointer<Scalar>,
    _ isNumber: Bool
  ) {
    if isNumber {
      var value = a[0]
      map(function, 1, &value, a, false)
      return y.update(repeating: value, count: count)
    }
    if case .definition(_, let call) = function {
      evaluate(calls[call], [(a, count)], y, count)
    } else {
      Scalar.map(function, count, a, y)
    }
  }

  private func zip(
    _ function: PlanGraph.Function, _ count: Int, _ y: UnsafeMutablePointer<Scalar>, _ a: UnsafeMutablePointer<Scalar>,
    _ aIsNumber: Bool, _ b: UnsafeMutablePointer<Scalar>, _ bIsNumber: Bool
  ) {
    if case .definition(_, let call) = function {
      return evaluate(calls[call], [(a, aIsNumber ? 1 : count), (b, bIsNumber ? 1 : count)], y, count)
    }
    let isLarger = function == .larger
    switch (aIsNumber, bIsNumber) {
    case (false, false): isLarger ? Scalar.larger(count, a, b, y) : Scalar.smaller(count, a, b, y)
    case (false, true): isLarger ? Scalar.larger(count, a, b[0], y) : Scalar.smaller(count, a, b[0], y)
    case (true, false): isLarger ? Scalar.larger(count, b, a[0], y) : Scalar.smaller(count, b, a[0], y)
    case (true, true):
      y.update(repeating: isLarger ? max(a[0], b[0]) : min(a[0], b[0]), count: count)
    }
  }

  /// A function of entries without a loop of its own, by its definition.
  private func evaluate(
    _ step: PlainEvaluation.Step, _ operands: [(base: UnsafeMutablePointer<Scalar>, count: Int)],
    _ y: UnsafeMutablePointer<Scalar>, _ count: Int
  ) {
    let matrices = operands.map { operand in
      DenseMatrix(
        rows: 1, columns: operand.count,
        elements: Array(unsafeUninitializedCapacity: operand.count) { buffer, filled in
          if let base = buffer.baseAddress { Scalar.widen(operand.count, operand.base, base) }
          filled = operand.count
        })
    }
    let kernel = Kernel(
      operands: matrices, rows: 1, columns: count, axis: step.axis, region: step.region, function: step.function)
    guard let values = try? step.operation.definition.evaluate(kernel).elements else {
      preconditionFailure("\(step.operation) is no function of entries")
    }
    values.withUnsafeBufferPointer { values in
      if let base = values.baseAddress { Scalar.narrow(count, base, y) }
    }
  }

  private func reduce(_ operation: LoopProgram.Operation, _ first: Int, _ rows: Int) {
    let result = pointer(operation.result, first)
    let (left, right) = (pointer(operation.left, first), pointer(operation.right, first))
    let isFull = program.slots[operation.left].spread == .full
    let columns = isFull ? program.columns : 1
    switch operation.code {
    case .rowSum: for row in 0..<rows { result[row] = Scalar.total(columns, left + row * columns) }
    case .rowLargest: for row in 0..<rows { result[row] = Scalar.largest(columns, left + row * columns) }
    case .rowProduct:
      let rightStep = step(program.slots[operation.right].spread)
      var row = 0
      while rightStep == 0, row + 4 <= rows {
        Scalar.dotRows(columns, left + row * columns, columns, right, result + row)
        row += 4
      }
      for row in row..<rows { result[row] = Scalar.dot(left + row * columns, right + row * rightStep, count: columns) }
    case .total: result[0] += Scalar.total(rows * columns, left)
    case .totalLargest: result[0] = max(result[0], Scalar.largest(rows * columns, left))
    case .totalProduct: result[0] += Scalar.dot(left, right, count: rows * columns)
    case .columnSum: for row in 0..<rows { Scalar.add(1, times: left + row * columns, to: result, count: columns) }
    case .columnLargest: for row in 0..<rows { Scalar.larger(columns, result, left + row * columns, result) }
    case .weightedSum:
      var row = 0
      while row + 4 <= rows {
        Scalar.addRows(columns, right + row, left + row * columns, columns, result)
        row += 4
      }
      for row in row..<rows { Scalar.add(right[row], times: left + row * columns, to: result, count: columns) }
    default: preconditionFailure("an entrywise operation among reductions")
    }
  }
}
