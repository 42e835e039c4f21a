import Gradus
import Testing

@Suite struct DenseMatrixTests {
  @Test func elementsAreRowMajor() {
    let matrix = DenseMatrix([[1, 2, 3], [4, 5, 6]])
    #expect(matrix.elements == [1, 2, 3, 4, 5, 6])
    #expect(matrix[1, 0] == 4 && matrix[0, 2] == 3)
    #expect(matrix == DenseMatrix(rows: 2, columns: 3) { Double(3 * $0 + $1 + 1) })
    #expect(matrix.transposed == DenseMatrix([[1, 4], [2, 5], [3, 6]]))
    #expect(matrix.block(rows: 1..<2, columns: 1..<3) == DenseMatrix([[5, 6]]))
    #expect(matrix.removing(row: 0, column: 1) == DenseMatrix([[4, 6]]))
  }

  @Test func emptyShapesAreLegal() {
    #expect(DenseMatrix([]) == .identity(0))
    let wide = DenseMatrix.zeros(0, 3)
    #expect(wide.transposed == .zeros(3, 0))
    #expect(DenseMatrix.zeros(2, 0).times(wide) == .zeros(2, 3))
    #expect(wide.times(.zeros(3, 2)) == .zeros(0, 2))
    #expect(wide.maximumMagnitude == 0 && wide.frobeniusNorm == 0 && wide.isFinite)
    #expect(wide.description == "[0x3]")
  }

  @Test func descriptionAlignsColumns() {
    #expect(DenseMatrix([[1, -20], [300, 4.5]]).description == "[  1.0  -20.0]\n[300.0    4.5]")
  }

  @Test func normsSeeInfinityAndNaN() {
    let matrix = DenseMatrix([[1, .nan], [-.infinity, 2]])
    #expect(matrix.maximumMagnitude.isNaN && matrix.oneNorm.isNaN && !matrix.isFinite)
    expectClose(DenseMatrix([[-3e200, 4e200]]).frobeniusNorm / 5e200, 1, tolerance: 1e-15)
    #expect(DenseMatrix([[-.infinity, 2]]).maximumMagnitude == .infinity)
  }

  @Test func ringLaws() {
    var generator = SplitMix64(seed: 11)
    for (rows, columns) in sampleShapes {
      for inner in [0, 1, 4] {
        let a = DenseMatrix.normal(rows, columns, using: &generator)
        let b = DenseMatrix.normal(columns, inner, using: &generator)
        let c = DenseMatrix.normal(columns, inner, using: &generator)
        expectClose(a.times(b + c), a.times(b) + a.times(c), "seed 11")
        expectClose(a.times(2 * b - c), 2 * a.times(b) - a.times(c), "seed 11")
        expectClose(a.times(b).transposed, b.transposed.times(a.transposed), "seed 11")
        expectClose(b.innerProduct(c), b.transposed.times(c).trace, "seed 11")
        #expect(a.times(.identity(columns)) == a && DenseMatrix.identity(rows).times(a) == a)
      }
    }
  }

  @Test func productMatchesItsDefinition() {
    let product = DenseMatrix([[1, 2], [3, 4], [5, 6]]).times(DenseMatrix([[7, 8, 9], [10, 11, 12]]))
    #expect(product == DenseMatrix([[27, 30, 33], [61, 68, 75], [95, 106, 117]]))
  }
}
