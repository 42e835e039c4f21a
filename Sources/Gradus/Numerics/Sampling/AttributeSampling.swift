extension Attributes {
  /// The attributes under which only finitely many values are possible, so that no derivative moves the variable.
  static let discrete: Attributes = [.oneHot, .oneHotRows, .binary, .signs]

  /// A value that has every attribute, or nil where a few draws of this size found none.
  func sample(
    rows: Int, columns: Int, from distribution: Distribution, using generator: inout SplitMix64
  ) -> DenseMatrix? {
    if !isDisjoint(with: .square), rows != columns { return nil }
    for _ in 0..<20 {
      let value = structured(entries(rows, columns, distribution, &generator))
      if holds(for: value) { return value }
    }
    return nil
  }

  private func entries(
    _ rows: Int, _ columns: Int, _ distribution: Distribution, _ generator: inout SplitMix64
  ) -> DenseMatrix {
    func each(_ draw: (inout SplitMix64) -> Double) -> DenseMatrix {
      DenseMatrix(rows: rows, columns: columns) { _, _ in draw(&generator) }
    }
    if contains(.oneHotRows) || contains(.oneHot) {
      let hot = (0..<rows).map { _ in Int(generator.next() % UInt64(columns)) }
      if contains(.oneHotRows) { return DenseMatrix(rows: rows, columns: columns) { $1 == hot[$0] ? 1 : 0 } }
      let row = Int(generator.next() % UInt64(rows))
      return DenseMatrix(rows: rows, columns: columns) { $0 == row && $1 == hot[row] ? 1 : 0 }
    }
    if contains(.binary) { return each { $0.next() & 1 == 0 ? 0 : 1 } }
    if contains(.signs) { return each { $0.next() & 1 == 0 ? -1 : 1 } }
    if contains(.simplex) { return each { $0.next(in: 0.2...1) }.normalised }
    if contains(.unitInterval) { return each { $0.next(in: 0.05...0.95) } }
    let drawn = distribution.matrix(rows, columns, using: &generator)
    return contains(.positive) ? drawn.map { 0.1 + $0.magnitude } : drawn
  }

  private func structured(_ entries: DenseMatrix) -> DenseMatrix {
    var value = entries
    if contains(.positiveDefinite) { value = value.definite }
    if contains(.orthogonal) {
      value = contains(.symmetric) || contains(.positiveDefinite) ? value.reflection : value.polarFactor
    }
    if contains(.symmetric) { value = 0.5 * (value + value.transposed) }
    if contains(.skew) { value = 0.5 * (value - value.transposed) }
    if contains(.lowerTriangular) { value = value.masked { $0 >= $1 }.withDiagonalAwayFromZero }
    if contains(.diagonal) { value = value.masked { $0 == $1 }.withDiagonalAwayFromZero }
    if contains(.diagonal), contains(.orthogonal) { value = value.map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 } }
    return value
  }

  /// Whether a value has the attributes, up to rounding, and is well enough conditioned for inverses.
  func holds(for value: DenseMatrix) -> Bool {
    Attributes.named.allSatisfy { !contains($0.attribute) || value.satisfies($0.attribute) }
  }
}

extension DenseMatrix {
  fileprivate func satisfies(_ attribute: Attributes) -> Bool {
    switch attribute {
    case .symmetric: isSymmetric
    case .positiveDefinite: isSymmetric && isWellConditioned && (try? choleskyFactor()) != nil
    case .diagonal: isSquare && masked { $0 != $1 }.maximumMagnitude == 0
    case .orthogonal: (transposed.times(self) - .identity(columns)).maximumMagnitude < 1e-12
    case .lowerTriangular: isSquare && masked { $0 < $1 }.maximumMagnitude == 0 && isWellConditioned
    case .skew: isSquare && (self + transposed).maximumMagnitude == 0
    case .invertible: isSquare && isWellConditioned
    case .positive: elements.allSatisfy { $0 > 0 }
    case .unitInterval: elements.allSatisfy { $0 > 0 && $0 < 1 }
    case .oneHot: elements.allSatisfy { $0 == 0 || $0 == 1 } && elements.reduce(0, +) == 1
    case .oneHotRows: elements.allSatisfy { $0 == 0 || $0 == 1 } && slices.allSatisfy { $0.reduce(0, +) == 1 }
    case .simplex: elements.allSatisfy { $0 > 0 } && (self - normalised).maximumMagnitude < 1e-12
    case .binary: elements.allSatisfy { $0 == 0 || $0 == 1 }
    case .signs: elements.allSatisfy { $0.magnitude == 1 }
    default: false
    }
  }

  private var isWellConditioned: Bool {
    let values = SingularValueDecomposition(self).values
    guard let largest = values.first, let smallest = values.last else { return true }
    return smallest > 0.02 * largest
  }

  private var slices: [ArraySlice<Double>] {
    (0..<rows).map { elements[$0 * columns..<($0 + 1) * columns] }
  }

  /// A column divided by its sum, of other matrices each row.
  fileprivate var normalised: DenseMatrix {
    let totals = columns == 1 ? Array(repeating: elements.reduce(0, +), count: rows) : slices.map { $0.reduce(0, +) }
    return DenseMatrix(rows: rows, columns: columns) { self[$0, $1] / totals[$0] }
  }

  fileprivate func masked(_ isKept: (Int, Int) -> Bool) -> DenseMatrix {
    DenseMatrix(rows: rows, columns: columns) { isKept($0, $1) ? self[$0, $1] : 0 }
  }

  fileprivate var withDiagonalAwayFromZero: DenseMatrix {
    DenseMatrix(rows: rows, columns: columns) { row, column in
      let value = self[row, column]
      return row != column ? value : value < 0 ? value - 0.5 : value + 0.5
    }
  }

  /// I − 2 v vᵀ / vᵀv for the first column v: symmetric and orthogonal (Householder 1958).
  fileprivate var reflection: DenseMatrix {
    let normal = block(rows: 0..<rows, columns: 0..<1)
    return DenseMatrix.identity(rows) - (2 / normal.innerProduct(normal)) * normal.times(normal.transposed)
  }
}
