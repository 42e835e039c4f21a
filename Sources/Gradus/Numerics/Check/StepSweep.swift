#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How far differences with one step are from a derivative, for many steps: first the error of the truncated series
/// falls with the step, then the rounding error grows.
struct StepSweep {
  struct Sample {
    let step: Double
    /// The largest error of an entry, relative to the derivative's largest entry.
    let central: Double
    let forward: Double
  }

  let samples: [Sample]

  private static let steps = (0...28).map { pow(10, -Double($0) / 2) }

  init(_ trial: DerivativeTrial) {
    let scale = max(trial.claimed.maximumMagnitude, 1e-3)
    samples = Self.steps.compactMap { step in
      guard let found = trial.plainDifferences(step: step), found.central.rows == trial.claimed.rows,
        found.central.columns == trial.claimed.columns
      else { return nil }
      return Sample(
        step: step, central: (found.central - trial.claimed).maximumMagnitude / scale,
        forward: (found.forward - trial.claimed).maximumMagnitude / scale)
    }
  }

  /// The power of the step by which an error falls at large steps and rises at small ones; nil where it does not.
  struct Slopes {
    let falling: Double?
    let rising: Double?
  }

  func slopes(_ error: (Sample) -> Double) -> Slopes {
    let curve = samples.map { (step: $0.step, error: error($0)) }.filter { $0.error > 0 }
    guard let lowest = curve.indices.min(by: { curve[$0].error < curve[$1].error }) else {
      return Slopes(falling: nil, rising: nil)
    }
    // Near the bottom both errors mix, and large steps leave the series behind.
    let bottom = curve[lowest].error
    let falling = curve[..<lowest].filter { $0.error > 30 * bottom && $0.step < 0.2 }
    let rising = curve[(lowest + 1)...].filter { $0.error > 3 * bottom }
    return Slopes(falling: Self.slope(falling), rising: Self.slope(rising))
  }

  /// The exponent p of error ~ stepᵖ by least squares on the logarithms.
  private static func slope(_ curve: [(step: Double, error: Double)]) -> Double? {
    guard curve.count >= 3 else { return nil }
    let points = curve.map { (x: log10($0.step), y: log10($0.error)) }
    let count = Double(points.count)
    let (meanX, meanY) = (points.reduce(0) { $0 + $1.x } / count, points.reduce(0) { $0 + $1.y } / count)
    let variance = points.reduce(0) { $0 + ($1.x - meanX) * ($1.x - meanX) }
    return points.reduce(0) { $0 + ($1.x - meanX) * ($1.y - meanY) } / variance
  }
}
