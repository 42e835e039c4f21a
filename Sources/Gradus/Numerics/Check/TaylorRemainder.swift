#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How ‖f(X + hE) − f(X) − h D[E]‖ falls with the step h: as h² with the right derivative D, as h with a wrong one.
struct TaylorRemainder: Sendable {
  let steps: [Double]
  let remainders: [Double]
  /// Below this a remainder is rounding.
  let floor: Double

  private static let firstStep = 0x1p-5
  private static let halvings = 14

  /// `value` at h = 0, `derivative` along E, and the function on the line, nil where it has no finite value.
  init(value: DenseMatrix, derivative: DenseMatrix, _ f: (Double) -> DenseMatrix?) {
    var steps: [Double] = []
    var remainders: [Double] = []
    for halving in 0..<Self.halvings {
      let step = Self.firstStep * exp2(-Double(halving))
      guard let moved = f(step) else { continue }
      steps.append(step)
      remainders.append((moved - value - step * derivative).maximumMagnitude)
    }
    self.steps = steps
    self.remainders = remainders
    floor = 1e3 * .ulpOfOne * (value.maximumMagnitude + derivative.maximumMagnitude * Self.firstStep)
  }

  /// The exponent p in remainder ~ hᵖ at the smallest steps that rounding leaves; nil where it leaves none, as of a linear
  /// function.
  var slope: Double? {
    let usable = zip(steps, remainders).filter { $0.1 > floor }
    guard usable.count >= 3 else { return nil }
    let last = usable.suffix(3)
    guard let first = last.first, let end = last.last else { return nil }
    return log2(first.1 / end.1) / log2(first.0 / end.0)
  }
}
