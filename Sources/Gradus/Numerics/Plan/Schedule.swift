/// Instructions in an order in which each finds its operands.
struct Schedule {
  struct Step {
    let instruction: Plan.Instruction
    /// Values whose memory the instruction reads or writes.
    let touched: [Int]
  }

  private(set) var steps: [Step] = []
  /// How many steps the first phase has.
  private(set) var firstPhaseCount = 0
  private let arrangement: PlanArrangement
  private let groups: LoopGroups
  private var stored: Set<Int> = []
  private var uses: [Int]

  init(_ arrangement: PlanArrangement) {
    self.arrangement = arrangement
    groups = LoopGroups(arrangement)
    uses = Array(repeating: 0, count: arrangement.kinds.count)
    for root in arrangement.roots { uses[root.id] += 1 }
    for id in arrangement.order { for operand in arrangement.operands(id) { uses[operand.id] += 1 } }
    chooseStored()
    var timed: [(level: Int, rank: Int, step: Step)] = []
    var rank = [Int](repeating: 0, count: arrangement.kinds.count)
    for (place, id) in arrangement.order.enumerated() {
      rank[id] = place
      guard let instruction = instruction(id) else { continue }
      let touched = Set(arrangement.operands(id).map(\.id) + [id]).filter { !isFactorization($0) }
      timed.append((groups.levels[id], place, Step(instruction: instruction, touched: touched.sorted())))
    }
    for var group in groups.groups {
      group.members.sort { rank[$0] < rank[$1] }
      let stored = stored
      let builder = LoopBuilder(group, arrangement, uses: uses) { stored.contains($0) }
      timed.append(
        (
          group.level, rank[group.members[0]],
          Step(instruction: .walk(builder.program), touched: builder.reads.sorted())
        ))
    }
    steps = timed.sorted { ($0.level, $0.rank) < ($1.level, $1.rank) }.map(\.step)
    let isPhased = arrangement.firstPhaseCount < arrangement.order.count
    firstPhaseCount = isPhased ? timed.count { $0.level < groups.lowestLevel } : steps.count
  }

  func isFactorization(_ id: Int) -> Bool {
    if case .factorization = arrangement.kinds[id] { return true }
    return false
  }

  private func isInLoops(_ id: Int) -> Bool { arrangement.productSums[id] == nil && arrangement.kinds[id].isInLoops }

  /// Values that need a place in memory: what more than one walk needs and cannot compute again as quickly.
  private mutating func chooseStored() {
    for root in arrangement.roots { stored.insert(root.id) }
    var crossing: [Int] = []
    for id in arrangement.order {
      if !isInLoops(id) {
        stored.insert(id)
        for operand in arrangement.operands(id) { stored.insert(operand.id) }
        continue
      }
      if case .reduction(_, let direction, _) = arrangement.kinds[id], direction != .rows { stored.insert(id) }
      for operand in arrangement.operands(id)
      where isInLoops(operand.id) && groups.group(of: operand.id) != groups.group(of: id) {
        let isSmall = arrangement.shapes[operand.id].columns == 1
        if isSmall { stored.insert(operand.id) } else { crossing.append(operand.id) }
      }
    }
    for id in crossing where !stored.contains(id) && !isCheaplyRepeated(id) { stored.insert(id) }
  }

  private func isCheaplyRepeated(_ id: Int) -> Bool {
    switch arrangement.kinds[id] {
    case .map(let function, let operand): function.isCheap && stored.contains(operand.id)
    default: false
    }
  }

  private func instruction(_ id: Int) -> Plan.Instruction? {
    if let sum = arrangement.productSums[id] {
      let products = sum.parts.map {
        Plan.Product(coefficient: $0.coefficient, scalar: $0.scalar?.id, left: $0.left, right: $0.right)
      }
      let addend = sum.addend.map { Plan.Addend(coefficient: $0.coefficient, matrix: $0.term.id) }
      return .products(id, products, addend: addend)
    }
    switch arrangement.kinds[id] {
    case .transposedCopy(let operand): return .transpose(id, operand.id)
    case .diagonalMatrix(let operand): return .diagonalMatrix(id, operand.id)
    case .diagonal(let operand): return .diagonal(id, operand.id)
    case .factorization(let operand): return .factorization(id, operand)
    case .inverse(let factors): return .inverse(id, factors: factors.id)
    case .logDeterminant(let factors): return .logDeterminant(id, factors: factors.id)
    case .determinant(let factors): return .determinant(id, factors: factors.id)
    case .solution(let factors, let right): return .solution(id, factors: factors.id, right)
    case .call(let place, let operands): return .call(id, place, operands)
    default: return nil
    }
  }
}
