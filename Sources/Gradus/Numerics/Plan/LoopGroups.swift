/// Which values are computed in one walk over rows, and when.
///
/// A value of a row (an entry of it, its sum, its largest entry) is there as soon as the row is, so that everything
/// made of rows shares one walk; sums over all rows end it.
struct LoopGroups {
  struct Group {
    var level: Int
    var rows: Int
    var columns: Int
    var members: [Int]
  }

  private(set) var groups: [Group] = []
  /// The level at which a value is there: those of one level do not need each other.
  private(set) var levels: [Int]
  private var groupOf: [Int]
  /// Values of a later phase stand above all levels of the phase before, and share no walk with it.
  private(set) var lowestLevel = 0
  private let arrangement: PlanArrangement

  init(_ arrangement: PlanArrangement) {
    self.arrangement = arrangement
    levels = Array(repeating: -1, count: arrangement.kinds.count)
    groupOf = Array(repeating: -1, count: arrangement.kinds.count)
    for (position, id) in arrangement.order.enumerated() {
      if position == arrangement.firstPhaseCount { lowestLevel = (levels.max() ?? -1) + 1 }
      if arrangement.productSums[id] == nil, arrangement.kinds[id].isInLoops { join(id) } else { place(id) }
    }
    groups.removeAll { $0.members.isEmpty }
  }

  private mutating func place(_ id: Int) {
    switch arrangement.kinds[id] {
    case .input: return
    case .number where arrangement.productSums[id] == nil: return
    default: levels[id] = max(lowestLevel, (arrangement.operands(id).map { levels[$0.id] }.max() ?? -1) + 1)
    }
  }

  /// Rows and columns of the walk that computes a value.
  private func walk(_ id: Int) -> (rows: Int, columns: Int) {
    if case .reduction(_, _, let operand) = arrangement.kinds[id] { return arrangement.shapes[operand.id] }
    return arrangement.shapes[id]
  }

  private mutating func join(_ id: Int) {
    let (rows, columns) = walk(id)
    var level = lowestLevel
    var neighbours: [Int] = []
    for operand in arrangement.operands(id) {
      let group = groupOf[operand.id]
      if group >= 0, groups[group].level >= lowestLevel, isImmediate(operand, rows: rows, in: group) {
        neighbours.append(group)
        level = max(level, groups[group].level)
      } else {
        level = max(level, levels[operand.id] + 1)
      }
    }
    let joined = Set(neighbours.filter { groups[$0].level == level }).sorted()
    let widths = Set((joined.map { groups[$0].columns } + [columns]).filter { $0 > 1 })
    if widths.count > 1 { return open(id, level + 1, rows, columns) }
    guard let first = joined.first else { return open(id, level, rows, columns) }
    for other in joined.dropFirst() { merge(other, into: first) }
    groups[first].columns = max(groups[first].columns, columns)
    add(id, to: first)
  }

  /// Whether an operand's part for a row is there as soon as that row has been walked.
  private func isImmediate(_ operand: PlanTerm, rows: Int, in group: Int) -> Bool {
    if case .reduction(_, let direction, _) = arrangement.kinds[operand.id], direction != .rows { return false }
    let shape = arrangement.shapes[operand.id]
    return groups[group].rows == rows && shape.rows == rows && !(operand.isTransposed && rows > 1)
  }

  private mutating func open(_ id: Int, _ level: Int, _ rows: Int, _ columns: Int) {
    let known = groups.firstIndex {
      $0.level == level && $0.rows == rows && $0.columns == columns && !$0.members.isEmpty
    }
    if let known { return add(id, to: known) }
    groups.append(Group(level: level, rows: rows, columns: columns, members: []))
    add(id, to: groups.count - 1)
  }

  private mutating func add(_ id: Int, to group: Int) {
    groups[group].members.append(id)
    groupOf[id] = group
    levels[id] = groups[group].level
  }

  private mutating func merge(_ other: Int, into group: Int) {
    groups[group].members = (groups[group].members + groups[other].members)
    groups[group].columns = max(groups[group].columns, groups[other].columns)
    for member in groups[other].members { groupOf[member] = group }
    groups[other].members = []
  }

  func group(of id: Int) -> Int? { groupOf[id] >= 0 ? groupOf[id] : nil }
}
