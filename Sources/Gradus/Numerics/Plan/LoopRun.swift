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
        Scalar.larger(
          LoopShape(rows: 1, columns: accumulator.count), LoopOperand(base: target, step: 0, isNumber: false),
          LoopOperand(base: base, step: 0, isNumber: false), target)
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
    let (a, b) = (program.slots[operation.left].spread, program.slots[operation.right].spread)
    let isFull = program.slots[operation.result].spread == .full
    let columns = isFull ? program.columns : 1
    var left = operand(pointer(operation.left, first), a, isFull: isFull)
    var right = operand(pointer(operation.right, first), b, isFull: isFull)
    var (p, q) = (Scalar(operation.p), Scalar(operation.q))
    // Where every operand has all entries, or is one number, the rows are one.
    let isOneRow = !isFull || (a.isUniform && (b.isUniform || !operation.code.isBinary))
    let shape = isOneRow ? LoopShape(rows: 1, columns: rows * columns) : LoopShape(rows: rows, columns: columns)
    if case .zip(.definition(_, let call)) = operation.code {
      return evaluate(calls[call], [left, right], shape, result)
    }
    // Loops take a number on the right; two are met halfway.
    if left.isNumber, operation.code.isBinary, !right.isNumber {
      (left, right, p, q) = (right, left, q, p)
    } else if left.isNumber {
      for row in 0..<shape.rows {
        (result + row * shape.columns).update(repeating: left.base[row * left.step], count: shape.columns)
      }
      left = LoopOperand(base: result, step: shape.columns, isNumber: false)
    }
    switch operation.code {
    case .combine: Scalar.combine(shape, p, left, q, right, result)
    case .multiple:
      withUnsafePointer(to: p) { p in
        Scalar.multiply(shape, left, LoopOperand(base: p, step: 0, isNumber: true), result)
      }
    case .multiply: Scalar.multiply(shape, left, right, result)
    case .map(.definition(_, let call)): evaluate(calls[call], [left], shape, result)
    case .map(let function):
      for row in 0..<shape.rows {
        Scalar.map(function, shape.columns, left.base + row * left.step, result + row * shape.columns)
      }
    case .zip(let function):
      function == .larger
        ? Scalar.larger(shape, left, right, result) : Scalar.smaller(shape, left, right, result)
    default: preconditionFailure("a reduction among entrywise operations")
    }
  }

  /// An operand as rows of a full result read it, or as a column does.
  private func operand(
    _ base: UnsafeMutablePointer<Scalar>, _ spread: LoopProgram.Extension, isFull: Bool
  ) -> LoopOperand<Scalar> {
    switch spread {
    case .full: LoopOperand(base: base, step: program.columns, isNumber: false)
    case .row: LoopOperand(base: base, step: 0, isNumber: false)
    case .column: LoopOperand(base: base, step: isFull ? 1 : 0, isNumber: isFull)
    case .scalar: LoopOperand(base: base, step: 0, isNumber: true)
    }
  }

  /// A function of entries without a loop of its own, by its definition.
  private func evaluate(
    _ step: PlainEvaluation.Step, _ operands: [LoopOperand<Scalar>], _ shape: LoopShape,
    _ y: UnsafeMutablePointer<Scalar>
  ) {
    for row in 0..<shape.rows {
      let matrices = operands.map { operand in
        let count = operand.isNumber ? 1 : shape.columns
        return DenseMatrix(
          rows: 1, columns: count,
          elements: Array(unsafeUninitializedCapacity: count) { buffer, filled in
            if let base = buffer.baseAddress { Scalar.widen(count, operand.base + row * operand.step, base) }
            filled = count
          })
      }
      let kernel = Kernel(
        operands: matrices, rows: 1, columns: shape.columns, axis: step.axis, region: step.region,
        function: step.function)
      guard let values = try? step.operation.definition.evaluate(kernel).elements else {
        preconditionFailure("\(step.operation) is no function of entries")
      }
      values.withUnsafeBufferPointer { values in
        if let base = values.baseAddress { Scalar.narrow(shape.columns, base, y + row * shape.columns) }
      }
    }
  }

  private func reduce(_ operation: LoopProgram.Operation, _ first: Int, _ rows: Int) {
    let result = pointer(operation.result, first)
    let (left, right) = (pointer(operation.left, first), pointer(operation.right, first))
    let isFull = program.slots[operation.left].spread == .full
    let columns = isFull ? program.columns : 1
    let (shape, whole) = (LoopShape(rows: rows, columns: columns), LoopShape(rows: 1, columns: rows * columns))
    switch operation.code {
    case .rowSum: Scalar.totals(shape, left, result)
    case .rowLargest: Scalar.largest(shape, left, result)
    case .rowProduct:
      let isRow = program.slots[operation.right].spread == .row
      Scalar.dots(shape, left, right, isRow ? 0 : columns, result)
    case .total:
      var sum: Scalar = 0
      Scalar.totals(whole, left, &sum)
      result[0] += sum
    case .totalLargest:
      var largest: Scalar = 0
      Scalar.largest(whole, left, &largest)
      result[0] = max(result[0], largest)
    case .totalProduct: result[0] += Scalar.dot(left, right, count: rows * columns)
    case .columnSum: withUnsafePointer(to: Scalar(1)) { Scalar.addRows(shape, $0, 0, left, result) }
    case .columnLargest:
      let top = LoopOperand<Scalar>(base: result, step: 0, isNumber: false)
      for row in 0..<rows {
        let next = LoopOperand<Scalar>(base: left + row * columns, step: 0, isNumber: false)
        Scalar.larger(LoopShape(rows: 1, columns: columns), top, next, result)
      }
    case .weightedSum: Scalar.addRows(shape, right, 1, left, result)
    default: preconditionFailure("an entrywise operation among reductions")
    }
  }
}
