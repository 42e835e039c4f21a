import Testing

@testable import Gradus

@Suite struct ChainOrderTests {
  /// The cost of the order chosen, against the least of all orders tried one by one.
  @Test func ordersAreCheapest() {
    var generator = SplitMix64(seed: 1)
    for _ in 0..<50 {
      let widths = (0...5).map { _ in Double(1 + generator.next() % 9) }
      let factors = zip(widths, widths.dropFirst()).map { pair in
        ChainOrder.Factor(rows: pair.0, columns: pair.1, isDiagonal: pair.0 == pair.1 && generator.next() % 2 == 0)
      }
      let order = ChainOrder(factors)
      #expect(cost(factors, 0, 4) { [order.split($0, $1)] } == cost(factors, 0, 4) { Array($0..<$1) }, "\(widths)")
    }
  }

  /// The least cost of a stretch over the splits that are allowed.
  private func cost(_ factors: [ChainOrder.Factor], _ start: Int, _ end: Int, _ splits: (Int, Int) -> [Int]) -> Double {
    if start == end { return 0 }
    let costs = splits(start, end).map { split in
      let scales = split == start && factors[start].isDiagonal || split + 1 == end && factors[end].isDiagonal
      let last = factors[start].rows * (scales ? 1 : factors[split].columns) * factors[end].columns
      return cost(factors, start, split, splits) + cost(factors, split + 1, end, splits) + last
    }
    return costs.min() ?? 0
  }

  @Test func longChainsWithAVectorStayCheap() {
    let factors = (0..<500).map { ChainOrder.Factor(rows: 100, columns: $0 == 499 ? 1 : 100, isDiagonal: false) }
    let order = ChainOrder(factors)
    #expect(order.split(0, 499) == 0)
    #expect(order.split(0, 400) == 399)
  }
}
