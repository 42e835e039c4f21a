import Gradus
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct VectorFunctionTests {
  private typealias Run = (UnsafePointer<Double>, UnsafeMutablePointer<Double>, Int) -> Void

  private func apply(_ function: Run, _ values: [Double]) -> [Double] {
    var results = Array(repeating: Double.nan, count: values.count)
    results.withUnsafeMutableBufferPointer { target in
      values.withUnsafeBufferPointer { source in
        if let source = source.baseAddress, let target = target.baseAddress { function(source, target, values.count) }
      }
    }
    return results
  }

  /// Expects agreement within four units in the last place, as the reference itself is off by up to one.
  private func check(_ name: String, _ function: Run, _ reference: (Double) -> Double, on values: [Double]) {
    for (value, result) in zip(values, apply(function, values)) {
      let expected = reference(value)
      let same = result == expected || (result.isNaN && expected.isNaN) || abs(result - expected) <= 4 * expected.ulp
      #expect(same, "\(name)(\(value)) = \(result) against \(expected)")
    }
  }

  private func samples(seed: UInt64, in range: ClosedRange<Double>) -> [Double] {
    var generator = SplitMix64(seed: seed)
    return (0..<500).map { _ in generator.next(in: range) } + (0..<200).map { _ in exp(generator.next(in: -740...700)) }
  }

  private let extremes: [Double] = [
    0, -0.0, 1, -1, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude,
    .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 709.782712893384, 709.7827128933841, -745.1332191019411,
    -745.1332191019412, -708.5, -740, 36.7, -36.7, 1e-20, -1e-20, 0x1p-53, 1 - 0x1p-53, 1 + 0x1p-52,
  ]

  @Test func functionsAgreeWithTheLibrary() {
    let symmetric = samples(seed: 101, in: -750...750) + samples(seed: 102, in: -3...3) + extremes
    let values = symmetric + symmetric.map { -$0 }
    check("exp", VectorFunctions.exponential, { exp($0) }, on: values)
    check("log", VectorFunctions.logarithm, { log($0) }, on: values)
    check("softplus", VectorFunctions.softplus, ScalarFunctions.softplus, on: values)
    check("tanh", VectorFunctions.tanh, { tanh($0) }, on: values)
    check("sigmoid", VectorFunctions.sigmoid, ScalarFunctions.sigmoid, on: values)
  }

  @Test func everyLengthAndPlaceGivesTheSame() {
    let values = samples(seed: 103, in: -3...3).prefix(40).map { abs($0) }
    for function in [
      VectorFunctions.exponential, VectorFunctions.logarithm, VectorFunctions.softplus, VectorFunctions.tanh,
      VectorFunctions.sigmoid,
    ] as [Run] {
      let whole = apply(function, values)
      for count in 0...40 {
        for (one, other) in zip(apply(function, Array(values.prefix(count))), whole) {
          #expect(abs(one - other) <= 2 * other.ulp, "seed 103")
        }
      }
      var inPlace = values
      inPlace.withUnsafeMutableBufferPointer { buffer in
        if let base = buffer.baseAddress { function(base, base, buffer.count) }
      }
      #expect(inPlace == whole, "seed 103")
    }
  }
}
