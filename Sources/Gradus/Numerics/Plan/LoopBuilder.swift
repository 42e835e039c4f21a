/// Writes the program of one group of values.
struct LoopBuilder {
  private let arrangement: PlanArrangement
  private let uses: [Int]
  private let isStored: (Int) -> Bool
  private let members: Set<Int>
  private(set) var program: LoopProgram
  private var slots: [PlanTerm: Int] = [:]
  private var registerCount = 0

  /// Values whose place in memory the program reads or writes.
  private(set) var reads: Set<Int> = []

  init(
    _ group: LoopGroups.Group, _ arrangement: PlanArrangement, uses: [Int], isStored: @escaping (Int) -> Bool
  ) {
    self.arrangement = arrangement
    self.uses = uses
    self.isStored = isStored
    members = Set(group.members)
    program = LoopProgram(rows: group.rows, columns: group.columns)
    // A product that is only summed is not computed: the sum takes its factors at once.
    let absorbed = Set(
      group.members.filter { factors(of: $0) != nil }.compactMap { arrangement.kinds[$0].operands.first?.id })
    for id in group.members where !absorbed.contains(id) { _ = slot(of: PlanTerm(id: id)) }
    allocateRegisters()
  }

  /// The two factors of what a member sums, where the sum of their product has an operation of its own.
  private func factors(of member: Int) -> (left: PlanTerm, right: PlanTerm)? {
    guard case .reduction(.sum, let direction, let operand) = arrangement.kinds[member], members.contains(operand.id),
      uses[operand.id] == 1, !isStored(operand.id)
    else { return nil }
    if case .map(.square, let base) = arrangement.kinds[operand.id], direction != .columns { return (base, base) }
    guard case .entrywise(let terms) = arrangement.kinds[operand.id], terms.count == 2 else { return nil }
    let shape = arrangement.shapes[operand.id]
    let spreads = terms.map { spread($0, shape) }
    switch (direction, spreads[0], spreads[1]) {
    case (.rows, .full, .full), (.rows, .full, .row), (.columns, .full, .column): return (terms[0], terms[1])
    case (.rows, .row, .full), (.columns, .column, .full): return (terms[1], terms[0])
    case (.all, let left, let right) where left == right && (left == .full || left == .column):
      return (terms[0], terms[1])
    default: return nil
    }
  }

  /// How an operand extends in a walk of the program's rows, seen from a value of a shape.
  private func spread(_ term: PlanTerm, _ shape: (rows: Int, columns: Int)) -> LoopProgram.Extension {
    let inner = arrangement.shapes[term.id]
    if inner == shape, !(term.isTransposed && shape.columns == 1 && shape.rows > 1) {
      return shape.columns == 1 ? .column : .full
    }
    if inner == (1, 1) { return .scalar }
    return term.isTransposed ? .row : .column
  }

  private mutating func newSlot(_ place: LoopProgram.Slot.Place, _ spread: LoopProgram.Extension) -> Int {
    program.slots.append(.init(place: place, spread: spread))
    return program.slots.count - 1
  }

  private mutating func slot(of term: PlanTerm, in shape: (rows: Int, columns: Int)? = nil) -> Int {
    if let known = slots[term] { return known }
    let id = term.id
    let kind = arrangement.kinds[id]
    let isMember = members.contains(id)
    guard isMember || (!isStored(id) && kind.isElementwise) else {
      reads.insert(id)
      let place = newSlot(.memory(id), spread(term, shape ?? arrangement.shapes[id]))
      slots[term] = place
      return place
    }
    let result = write(id, kind)
    slots[PlanTerm(id: id)] = result
    return result
  }

  private mutating func write(_ id: Int, _ kind: PlanGraph.Kind) -> Int {
    let shape = arrangement.shapes[id]
    if case .reduction(let reduction, let direction, let operand) = kind {
      return writeReduction(id, reduction, direction, operand)
    }
    let operands = kind.operands.map { slot(of: $0, in: shape) }
    let spread: LoopProgram.Extension = shape.columns == 1 ? .column : .full
    let result: Int
    if isStored(id) {
      reads.insert(id)
      result = newSlot(.memory(id), spread)
    } else {
      registerCount += 1
      result = newSlot(.register(registerCount), spread)
    }
    func emit(_ code: LoopProgram.Code, _ left: Int, _ right: Int = 0, p: Double = 1, q: Double = 1) {
      program.operations.append(.init(code: code, result: result, left: left, right: right, p: p, q: q))
    }
    switch kind {
    case .combination(let coefficients, _):
      if operands.count == 1 { emit(.multiple, operands[0], p: coefficients[0]) }
      if operands.count > 1 { emit(.combine, operands[0], operands[1], p: coefficients[0], q: coefficients[1]) }
      for place in operands.indices.dropFirst(2) { emit(.combine, result, operands[place], q: coefficients[place]) }
    case .entrywise:
      emit(.multiply, operands[0], operands[1])
      for operand in operands.dropFirst(2) { emit(.multiply, result, operand) }
    case .map(let function, _): emit(.map(function), operands[0])
    case .zip(let function, _, _): emit(.zip(function), operands[0], operands[1])
    default: emit(.multiple, operands[0])
    }
    return result
  }

  private mutating func writeReduction(
    _ id: Int, _ reduction: PlanGraph.Reduction, _ direction: PlanGraph.Direction, _ operand: PlanTerm
  ) -> Int {
    let shape = arrangement.shapes[operand.id]
    let pair = factors(of: id)
    let left = slot(of: pair?.left ?? operand, in: shape)
    let right = pair.map { slot(of: $0.right, in: shape) } ?? 0
    let count = arrangement.count(id)
    let result: Int
    if direction == .rows {
      if isStored(id) {
        reads.insert(id)
        result = newSlot(.memory(id), .column)
      } else {
        registerCount += 1
        result = newSlot(.register(registerCount), .column)
      }
    } else {
      reads.insert(id)
      program.accumulators.append((value: id, count: count, start: reduction == .sum ? 0 : -.infinity))
      result = newSlot(.accumulator(program.accumulators.count - 1), direction == .all ? .scalar : .row)
    }
    let code: LoopProgram.Code =
      switch (direction, reduction) {
      case (.rows, .sum): pair == nil ? .rowSum : .rowProduct
      case (.rows, .largest): .rowLargest
      case (.columns, .sum): pair == nil ? .columnSum : .weightedSum
      case (.columns, .largest): .columnLargest
      case (.all, .sum): pair == nil ? .total : .totalProduct
      case (.all, .largest): .totalLargest
      }
    program.operations.append(.init(code: code, result: result, left: left, right: right))
    return result
  }

  /// Gives registers whose value is no longer needed to values that come later.
  private mutating func allocateRegisters() {
    var last: [Int: Int] = [:]
    for (place, operation) in program.operations.enumerated() {
      for slot in [operation.result, operation.left, operation.right] { last[slot] = place }
    }
    var free: (full: [Int], column: [Int]) = ([], [])
    var given: [Int: Int] = [:]
    for (place, operation) in program.operations.enumerated() {
      for slot in Set([operation.left, operation.right]) {
        guard last[slot] == place, slot != operation.result, let register = given[slot] else { continue }
        if program.slots[slot].spread == .full { free.full.append(register) } else { free.column.append(register) }
      }
      let slot = operation.result
      guard case .register = program.slots[slot].place, given[slot] == nil else { continue }
      if program.slots[slot].spread == .full {
        if free.full.isEmpty {
          free.full.append(program.fullRegisters)
          program.fullRegisters += 1
        }
        given[slot] = free.full.removeLast()
      } else {
        if free.column.isEmpty {
          free.column.append(program.columnRegisters)
          program.columnRegisters += 1
        }
        given[slot] = free.column.removeLast()
      }
      program.slots[slot].place = .register(given[slot] ?? 0)
    }
  }
}
