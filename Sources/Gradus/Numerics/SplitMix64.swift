#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A reproducible generator: one seed gives one sequence on every platform.
///
/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A uniform number in [0, 1), a multiple of 2^-53.
  public mutating func nextUniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  public mutating func next(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + nextUniform() * (range.upperBound - range.lowerBound)
  }

  /// A standard normal number: `sqrt(-2 ln u) cos(2 pi v)` (Box and Muller 1958).
  public mutating func nextNormal() -> Double {
    let radius = (-2 * log(1 - nextUniform())).squareRoot()
    return radius * cos(2 * .pi * nextUniform())
  }
}

extension DenseMatrix {
  /// Draws independent standard normal entries, row by row.
  public static func normal(_ rows: Int, _ columns: Int, using generator: inout SplitMix64) -> DenseMatrix {
    DenseMatrix(rows: rows, columns: columns) { _, _ in generator.nextNormal() }
  }
}
