/// Sizes of dimension names, found from the shapes of values: a matrix(m,n) that holds 3×4 numbers says m = 3 and n = 4.
struct SizeDeduction {
  private(set) var sizes: [String: Int]
  private var open: [(dimension: Dimension, size: Int)] = []

  init(known sizes: [String: Int]) { self.sizes = sizes }

  mutating func add(_ shape: Shape, rows: Int, columns: Int) {
    open += [(shape.rows, rows), (shape.columns, columns)]
  }

  /// Solves one equation after another, each for the last name not yet known in it.
  mutating func solve() {
    var isChanged = true
    while isChanged {
      isChanged = false
      for equation in open {
        let unknown = equation.dimension.names.filter { sizes[$0] == nil }
        guard unknown.count == 1, let size = root(of: equation.dimension, in: unknown[0], equalTo: equation.size) else {
          continue
        }
        sizes[unknown[0]] = size
        isChanged = true
      }
    }
  }

  /// A polynomial with natural coefficients grows with its variable, so that its root is found by counting up.
  private func root(of dimension: Dimension, in name: String, equalTo size: Int) -> Int? {
    if dimension.name != nil { return size }
    var trial = sizes
    for candidate in 0...max(size, 0) {
      trial[name] = candidate
      guard let value = dimension.value(at: trial), value < size else {
        return dimension.value(at: trial) == size ? candidate : nil
      }
    }
    return nil
  }
}
