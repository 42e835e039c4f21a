extension DenseMatrix {
  /// The integer power `A^k` by repeated squaring, where `A^0 = I` and `A^-k = (A^-1)^k`.
  public func power(_ exponent: Int) throws(NumericalError) -> DenseMatrix {
    precondition(isSquare, "power of \(rows)x\(columns)")
    var base = exponent < 0 ? try inverse() : self
    var remaining = exponent.magnitude
    var result = DenseMatrix.identity(rows)
    while remaining > 0 {
      if !remaining.isMultiple(of: 2) { result = result.times(base) }
      remaining /= 2
      if remaining > 0 { base = base.times(base) }
    }
    return result
  }
}
