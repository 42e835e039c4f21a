/// One walk over rows, block by block, that computes many values at once.
struct LoopProgram: Sendable {
  /// How an operand extends over the rows and columns of the walk.
  enum Extension: Sendable {
    case full, column, row, scalar

    /// Whether rows need not be told from each other.
    var isUniform: Bool { self == .full || self == .scalar }
  }

  struct Slot: Sendable {
    enum Place: Sendable, Hashable {
      /// Where a value lies for good.
      case memory(Int)
      /// Where a block's part lies until the next block.
      case register(Int)
      /// Where a sum over all rows grows; it ends in the value's memory.
      case accumulator(Int)
    }
    var place: Place
    let spread: Extension
  }

  enum Code: Sendable {
    /// p·left + q·right.
    case combine
    /// p·left.
    case multiple
    case multiply
    case map(PlanGraph.Function)
    case zip(PlanGraph.Function)
    case rowSum, rowLargest, rowProduct
    case total, totalLargest, totalProduct
    case columnSum, columnLargest
    /// The sum of rows, each times its entry of a column.
    case weightedSum

    var isBinary: Bool {
      switch self {
      case .combine, .multiply, .zip: true
      default: false
      }
    }
  }

  struct Operation: Sendable {
    var code: Code
    var result: Int
    var left: Int
    var right = 0
    var p = 1.0
    var q = 1.0
  }

  let rows: Int
  let columns: Int
  var slots: [Slot] = []
  var operations: [Operation] = []
  /// Entries of the accumulators, and what they start with.
  var accumulators: [(value: Int, count: Int, start: Double)] = []
  /// How many registers of a block's full height and width, and how many of one entry a row.
  var fullRegisters = 0
  var columnRegisters = 0

  /// Half of what the nearest cache holds: all that is read and written for a block should fit.
  private static let blockEntries = 3072

  /// Rows of a block.
  var blockRows: Int {
    if columns == 1 { return min(rows, 1024) }
    let inMemory = slots.count { slot in
      if case .memory = slot.place { slot.spread == .full } else { false }
    }
    let fitting = min(rows, 1024, Self.blockEntries / (columns * max(1, fullRegisters + inMemory)))
    // Vectors meet four rows at once.
    return fitting > 4 ? fitting / 4 * 4 : max(1, fitting)
  }
}
