/// Finds sizes for which one layer's output is another's input.
struct LayerUnification {
  private(set) var sizes: [String: Dimension] = [:]

  /// Makes two shapes equal by replacing names of sizes; false where that cannot be done.
  mutating func unify(_ left: Shape, _ right: Shape) -> Bool {
    unify(left.rows, right.rows) && unify(left.columns, right.columns)
  }

  private mutating func unify(_ left: Dimension, _ right: Dimension) -> Bool {
    let (left, right) = (resolved(left), resolved(right))
    if left == right { return true }
    // The later layer's names give way to the earlier one's.
    if let name = right.name, !left.names.contains(name) {
      replace(name, by: left)
    } else if let name = left.name, !right.names.contains(name) {
      replace(name, by: right)
    } else {
      return false
    }
    return true
  }

  private func resolved(_ dimension: Dimension) -> Dimension { dimension.substituting { sizes[$0] } }

  private mutating func replace(_ name: String, by dimension: Dimension) {
    sizes = sizes.mapValues { $0.substituting { $0 == name ? dimension : nil } }
    sizes[name] = dimension
  }
}
