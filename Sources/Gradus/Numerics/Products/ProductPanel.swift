import GradusKernels

/// One step of a product, `C = alpha A B + beta D` where `B` and `C` are no wider than a tile.
struct ProductPanel<Scalar> {
  let rows: Int
  let columns: Int
  let depth: Int
  /// Rows come in tiles: entry `(i, p)` of a tile lies `i * leftRow + p * leftColumn` after its first.
  let left: UnsafePointer<Scalar>
  let leftRow: Int
  let leftColumn: Int
  let leftTile: Int
  let right: UnsafePointer<Scalar>
  let rightRow: Int
  let alpha: Scalar
  let beta: Scalar
  let addend: UnsafePointer<Scalar>
  let addendRow: Int
  let target: UnsafeMutablePointer<Scalar>
  let targetRow: Int
}

extension ProductPanel<Double> {
  var kernelPanel: gradus_panel_double {
    gradus_panel_double(
      rows: rows, columns: columns, depth: depth, a: left, a_row: leftRow, a_column: leftColumn, a_tile: leftTile,
      b: right, b_row: rightRow, alpha: alpha, beta: beta, d: addend, d_row: addendRow, c: target, c_row: targetRow)
  }
}

extension ProductPanel<Float> {
  var kernelPanel: gradus_panel_float {
    gradus_panel_float(
      rows: rows, columns: columns, depth: depth, a: left, a_row: leftRow, a_column: leftColumn, a_tile: leftTile,
      b: right, b_row: rightRow, alpha: alpha, beta: beta, d: addend, d_row: addendRow, c: target, c_row: targetRow)
  }
}
