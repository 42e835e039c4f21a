extension Store {
  /// Every dimension name that evaluating the nodes needs the size of, sorted.
  func dimensionNames(in roots: [Node], and variables: [Variable]) -> [String] {
    var names = Set(variables.flatMap { $0.shape.rows.names + $0.shape.columns.names })
    for node in reachable(from: roots) {
      let record = self[node]
      let shape = shape(record.extent)
      names.formUnion(shape.rows.names + shape.columns.names)
      switch record.operation {
      case .dimension: names.formUnion(dimensions[record.payload].names)
      case .unit, .commutation, .block, .place:
        let region = regions[record.payload]
        for part in [region.rowOffset, region.columnOffset, region.rows, region.columns] { names.formUnion(part.names) }
      default: break
      }
    }
    return names.sorted()
  }
}

extension SplitMix64 {
  /// Different small sizes for the names, none of them among those taken; later attempts reach further up.
  mutating func sizes(for names: [String], besides taken: Set<Int>, attempt: Int) -> [String: Int] {
    var pool: [Int] = []
    let count = Swift.max(4, names.count) + attempt / 4
    var candidate = 2
    while pool.count < count {
      if !taken.contains(candidate) { pool.append(candidate) }
      candidate += 1
    }
    pool.shuffle(using: &self)
    return Dictionary(uniqueKeysWithValues: zip(names, pool))
  }
}
