/// The cheapest order of a chain of matrix products by dynamic programming (Cormen et al., Introduction to Algorithms, 15.2).
struct ChainOrder {
  /// Rows and columns of a factor as far as they matter for cost; a diagonal factor costs one product an entry.
  struct Factor {
    var rows: Double
    var columns: Double
    var isDiagonal: Bool
  }

  /// For each stretch of factors the place after which its last product splits it, and what it costs.
  private let splits: [[Int]]
  private let costs: [[Double]]
  private let factors: [Factor]

  /// Longer chains are split at the end that a vector stands at, since the table grows with the square.
  private static let limit = 120

  init(_ factors: [Factor]) {
    self.factors = factors
    let count = factors.count
    guard count <= Self.limit else {
      (splits, costs) = ([], [])
      return
    }
    var splits = Array(repeating: Array(repeating: 0, count: count), count: count)
    var costs = Array(repeating: Array(repeating: 0.0, count: count), count: count)
    for length in stride(from: 2, through: count, by: 1) {
      for start in 0...(count - length) {
        let end = start + length - 1
        var best = Double.infinity
        for split in start..<end {
          let isDiagonal = split == start && factors[start].isDiagonal || split + 1 == end && factors[end].isDiagonal
          let inner = isDiagonal ? 1 : factors[split].columns
          let cost =
            costs[start][split] + costs[split + 1][end] + factors[start].rows * inner * factors[end].columns
          // Of equal costs the last split is taken, which needs no parentheses.
          if cost <= best { (best, splits[start][end]) = (cost, split) }
        }
        costs[start][end] = best
      }
    }
    (self.splits, self.costs) = (splits, costs)
  }

  /// The last factor of the left half of a stretch.
  func split(_ start: Int, _ end: Int) -> Int {
    if splits.isEmpty { return factors[end].columns == 1 ? start : end - 1 }
    return splits[start][end]
  }

  /// The last factor of the left half where of the last product only the diagonal is wanted.
  var traceSplit: Int {
    let end = factors.count - 1
    if costs.isEmpty { return end - 1 }
    func cost(_ split: Int) -> Double {
      costs[0][split] + costs[split + 1][end] + factors[0].rows * factors[split].columns
    }
    return (0..<end).reversed().min { cost($0) < cost($1) } ?? 0
  }
}

extension Dimension {
  /// A size to weigh costs by: names count as a hundred.
  var typicalSize: Double {
    let sizes = Dictionary(uniqueKeysWithValues: names.map { ($0, 100) })
    return value(at: sizes).map(Double.init) ?? .greatestFiniteMagnitude.squareRoot()
  }
}
