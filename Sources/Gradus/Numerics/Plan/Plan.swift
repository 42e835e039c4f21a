/// Expressions at concrete sizes as a list of instructions over memory laid out beforehand.
///
/// Shared work is done once, chains of products in the cheapest order, transposes go into the products, and what is
/// computed entry by entry or row by row shares walks over memory.
struct Plan: Sendable {
  enum Instruction: Sendable {
    case walk(LoopProgram)
    /// A sum of products, and of a multiple of a matrix.
    case products(Int, [Product], addend: Addend?)
    case transpose(Int, Int)
    case diagonalMatrix(Int, Int)
    case diagonal(Int, Int)
    case factorization(Int, PlanTerm)
    case inverse(Int, factors: Int)
    case logDeterminant(Int, factors: Int)
    case determinant(Int, factors: Int)
    case solution(Int, factors: Int, PlanTerm)
    /// The definition's own evaluation, by its place among the calls.
    case call(Int, Int, [PlanTerm])
  }

  /// coefficient · scalar · left · right.
  struct Product: Sendable {
    let coefficient: Double
    let scalar: Int?
    let left: PlanTerm
    let right: PlanTerm
  }

  /// coefficient · matrix.
  struct Addend: Sendable {
    let coefficient: Double
    let matrix: Int
  }

  /// Where a value lies.
  enum Place: Sendable {
    case input(Int)
    case workspace(Int)
    /// It is never in memory.
    case none
  }

  let inputs: [PlanInput]
  let calls: [PlainEvaluation.Step]
  private(set) var instructions: [Instruction] = []
  /// How many instructions compute the first phase's roots; the others find all that it leaves.
  let firstPhaseCount: Int
  /// Values whose memory each instruction reads or writes.
  private let touched: [[Int]]
  private(set) var places: [Place]
  let shapes: [Shape]
  /// Numbers that the workspace holds from the start.
  private(set) var numbers: [(offset: Int, value: Double)] = []
  private(set) var workspaceCount = 0
  let roots: [PlanTerm]

  struct Shape: Sendable {
    let rows: Int
    let columns: Int
    var count: Int { rows * columns }
  }

  /// With a first phase the first so many roots are computed by instructions of their own, before the others.
  init(
    _ store: Store, _ roots: [Node], sizes: [String: Int], firstPhase: Int? = nil
  ) throws(EvaluationError) {
    let lowering = try Lowering(store, roots, sizes: sizes)
    let arrangement = PlanArrangement(lowering.graph, roots: lowering.roots, firstPhase: firstPhase)
    let schedule = Schedule(arrangement)
    inputs = lowering.inputs
    calls = lowering.calls
    shapes = arrangement.shapes.map { Shape(rows: $0.rows, columns: $0.columns) }
    self.roots = arrangement.roots
    instructions = schedule.steps.map(\.instruction)
    firstPhaseCount = schedule.firstPhaseCount
    touched = schedule.steps.map(\.touched)
    places = Array(repeating: .none, count: arrangement.kinds.count)
    for id in arrangement.order {
      switch arrangement.kinds[id] {
      case .input(let input): places[id] = .input(input)
      case .number(let value) where arrangement.productSums[id] == nil:
        numbers.append((offset: workspaceCount, value: value))
        places[id] = .workspace(workspaceCount)
        workspaceCount += 1
      default: break
      }
    }
    layOut(schedule)
  }

  /// Gives memory that is no longer needed to values that come later.
  private mutating func layOut(_ schedule: Schedule) {
    var last: [Int: Int] = [:]
    for (index, step) in schedule.steps.enumerated() { for value in step.touched { last[value] = index } }
    for root in roots { last[root.id] = schedule.steps.count }
    // The second phase may run again on what the first has left.
    for step in schedule.steps.prefix(firstPhaseCount) {
      for value in step.touched where last[value, default: 0] >= firstPhaseCount { last[value] = schedule.steps.count }
    }
    let constants = Set(places.indices.filter { if case .workspace = places[$0] { true } else { false } })
    var memory = MemoryLayoutPlan(start: (workspaceCount + 15) / 16 * 16)
    for (index, step) in schedule.steps.enumerated() {
      for value in step.touched {
        if case .none = places[value], !schedule.isFactorization(value) {
          places[value] = .workspace(memory.take(shapes[value].count))
        }
      }
      for value in step.touched where last[value] == index && !constants.contains(value) {
        if case .workspace(let offset) = places[value] { memory.release(offset, shapes[value].count) }
      }
    }
    workspaceCount = memory.count
  }
}

extension Plan {
  /// The root's value, where products of the second phase compute it for nothing else and nothing reads the input any
  /// more: it may then be added to the input at once.
  func addableValue(ofRoot root: Int, toInput input: Int) -> Int? {
    let value = roots[root].id
    guard roots.count(where: { $0.id == value }) == 1, !roots[root].isTransposed else { return nil }
    let users = touched.indices.filter { touched[$0].contains(value) }
    guard users.count == 1, let place = users.first, place >= firstPhaseCount,
      case .products(value, _, addend: nil) = instructions[place]
    else { return nil }
    func isInput(_ value: Int) -> Bool { if case .input(input) = places[value] { true } else { false } }
    let isRead = touched[place...].contains { $0.contains(where: isInput) } || roots.contains { isInput($0.id) }
    return isRead ? nil : value
  }
}

/// Stretches of a workspace that are free again.
private struct MemoryLayoutPlan {
  private(set) var count: Int
  private var free: [(offset: Int, count: Int)] = []

  init(start: Int) { count = start }

  private static func rounded(_ count: Int) -> Int { max(16, (count + 15) / 16 * 16) }

  mutating func take(_ entries: Int) -> Int {
    let needed = Self.rounded(entries)
    let fitting = free.indices.filter { free[$0].count >= needed }.min { free[$0].count < free[$1].count }
    guard let fitting else {
      count += needed
      return count - needed
    }
    let offset = free[fitting].offset
    if free[fitting].count == needed {
      free.remove(at: fitting)
    } else {
      free[fitting] = (offset + needed, free[fitting].count - needed)
    }
    return offset
  }

  mutating func release(_ offset: Int, _ entries: Int) {
    free.append((offset, Self.rounded(entries)))
    free.sort { $0.offset < $1.offset }
    var merged: [(offset: Int, count: Int)] = []
    for part in free {
      if let end = merged.last, end.offset + end.count == part.offset {
        merged[merged.count - 1].count += part.count
      } else {
        merged.append(part)
      }
    }
    free = merged
  }
}
