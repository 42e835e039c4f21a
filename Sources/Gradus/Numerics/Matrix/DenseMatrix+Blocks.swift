extension DenseMatrix {
  /// Copies out the entries at the crossings of the given rows and columns.
  public func block(rows rowRange: Range<Int>, columns columnRange: Range<Int>) -> DenseMatrix {
    DenseMatrix(rows: rowRange.count, columns: columnRange.count) {
      self[rowRange.lowerBound + $0, columnRange.lowerBound + $1]
    }
  }

  /// Leaves out one row and one column.
  public func removing(row: Int, column: Int) -> DenseMatrix {
    DenseMatrix(rows: rows - 1, columns: columns - 1) { i, j in
      self[i < row ? i : i + 1, j < column ? j : j + 1]
    }
  }

  /// Assembles `[[A, E], [0, A]]`, whose function `f` holds the derivative of `f` in its upper right block.
  func blockUpperTriangular(direction: DenseMatrix) -> DenseMatrix {
    requireSameShape(direction)
    return DenseMatrix(rows: 2 * rows, columns: 2 * columns) { i, j in
      switch (i < rows, j < columns) {
      case (true, true): self[i, j]
      case (true, false): direction[i, j - columns]
      case (false, true): 0
      case (false, false): self[i - rows, j - columns]
      }
    }
  }
}
