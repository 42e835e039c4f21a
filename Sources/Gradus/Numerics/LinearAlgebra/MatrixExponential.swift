extension DenseMatrix {
  /// Coefficients of the numerator of the [13/13] Pade approximant to `exp`, times `13! 26! / (13! 13!)`.
  private static let padeCoefficients: [Double] = [
    64_764_752_532_480_000, 32_382_376_266_240_000, 7_771_770_303_897_600, 1_187_353_796_428_800,
    129_060_195_264_000, 10_559_470_521_600, 670_442_572_800, 33_522_128_640, 1_323_241_920, 40_840_800, 960_960,
    16_380, 182, 1,
  ]

  /// The 1-norm up to which the approximant is good to rounding without scaling.
  private static let padeRadius = 5.371920351148152

  /// `exp(A) = exp(A / 2^s)^(2^s)` with a Pade approximant of degree 13.
  ///
  /// Higham, "The scaling and squaring method for the matrix exponential revisited", SIAM J. Matrix Anal. Appl. 26
  /// (2005), algorithm 2.3. Entries that are not finite give NaN.
  public func exponential() -> DenseMatrix {
    precondition(isSquare, "exponential of \(rows)x\(columns)")
    let norm = oneNorm
    guard norm.isFinite else { return map { _ in .nan } }
    let squarings = norm <= Self.padeRadius ? 0 : Int((norm / Self.padeRadius).exponent) + 1
    let scaled = Double(sign: .plus, exponent: -squarings, significand: 1) * self
    var result = scaled.padeExponential()
    for _ in 0..<squarings { result = result.times(result) }
    return result
  }

  private func padeExponential() -> DenseMatrix {
    let b = Self.padeCoefficients
    let identity = DenseMatrix.identity(rows)
    let square = times(self)
    let fourth = square.times(square)
    let sixth = square.times(fourth)
    let oddHigh = sixth.times(b[13] * sixth + b[11] * fourth + b[9] * square)
    let odd = times(oddHigh + b[7] * sixth + b[5] * fourth + b[3] * square + b[1] * identity)
    let evenHigh = sixth.times(b[12] * sixth + b[10] * fourth + b[8] * square)
    let even = evenHigh + b[6] * sixth + b[4] * fourth + b[2] * square + b[0] * identity
    // The denominator is nonsingular within the radius, so only NaN could come out as singular.
    return (try? (even - odd).solve(even + odd)) ?? map { _ in .nan }
  }
}
