#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A logarithmic axis between two powers of ten.
struct PowersOfTen {
  let lowest: Int
  let highest: Int
  let start: Double
  let end: Double

  /// Where a positive number lies; numbers beyond the ends lie at the ends.
  func place(_ value: Double) -> Double {
    let exponent = value > 0 ? min(max(log10(value), Double(lowest)), Double(highest)) : Double(lowest)
    return start + (end - start) * (exponent - Double(lowest)) / Double(highest - lowest)
  }

  /// Powers to be labelled, an even number of them apart.
  var ticks: [Int] {
    let step = highest - lowest > 8 ? 2 : 1
    return (lowest...highest).filter { $0.isMultiple(of: step) }
  }

  /// 10⁻¹².
  static func label(_ exponent: Int) -> String {
    if exponent == 0 { return "1" }
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let raised = "\(exponent.magnitude)".map { digits[$0.wholeNumberValue ?? 0] }
    return "10" + (exponent < 0 ? "⁻" : "") + String(raised)
  }
}
