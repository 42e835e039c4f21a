import Gradus
import Testing

@Suite struct KroneckerProductTests {
  @Test func knownProduct() {
    let product = DenseMatrix([[1, 2]]).kronecker(DenseMatrix([[0, 1], [2, 3]]))
    #expect(product == DenseMatrix([[0, 1, 0, 2], [2, 3, 4, 6]]))
    #expect(DenseMatrix([[1, 2], [3, 4]]).vectorized == .column([1, 3, 2, 4]))
  }

  @Test func vectorisationTurnsProductsIntoKroneckerProducts() {
    var generator = SplitMix64(seed: 61)
    for (rows, columns) in sampleShapes {
      for (outerRows, outerColumns) in [(0, 2), (1, 1), (3, 2)] {
        let a = DenseMatrix.normal(outerRows, rows, using: &generator)
        let x = DenseMatrix.normal(rows, columns, using: &generator)
        let b = DenseMatrix.normal(columns, outerColumns, using: &generator)
        let expected = b.transposed.kronecker(a).times(x.vectorized)
        expectClose(a.times(x).times(b).vectorized, expected, "seed 61")
        #expect(x.vectorized.unvectorized(rows: rows, columns: columns) == x)
        #expect(DenseMatrix.commutation(rows: rows, columns: columns).times(x.vectorized) == x.transposed.vectorized)
      }
    }
  }

  @Test func commutationSwapsKroneckerFactors() {
    var generator = SplitMix64(seed: 62)
    let a = DenseMatrix.normal(2, 3, using: &generator)
    let b = DenseMatrix.normal(4, 5, using: &generator)
    let swap = { DenseMatrix.commutation(rows: $0, columns: $1) }
    // K(p, m) (A (x) B) K(n, q) = B (x) A for A of m x n and B of p x q.
    #expect(swap(4, 2).times(a.kronecker(b)).times(swap(3, 5)) == b.kronecker(a))
    #expect(swap(4, 2).transposed == swap(2, 4))
  }

  @Test func mixedProductLaw() {
    var generator = SplitMix64(seed: 63)
    let (a, c) = (DenseMatrix.normal(2, 3, using: &generator), DenseMatrix.normal(3, 2, using: &generator))
    let (b, d) = (DenseMatrix.normal(4, 1, using: &generator), DenseMatrix.normal(1, 3, using: &generator))
    expectClose(a.kronecker(b).times(c.kronecker(d)), a.times(c).kronecker(b.times(d)), "seed 63")
  }
}
