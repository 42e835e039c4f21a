extension Diagnostic {
  /// The check's line under a result; of a disagreement a paragraph.
  static func text(of check: GradientCheck) -> String {
    switch check.verdict {
    case .agrees:
      "check: \(counted(check.comparisons, "entry", "entries")) at \(counted(check.points, "point", "points")) "
        + "agree with central differences, largest relative error \(oneDigit(check.maximumRelativeError))"
        + seed(check)
    case .disagrees(let found): text(of: found, check)
    case .undecided(let doubt): "check undecided: " + text(of: doubt) + seed(check)
    }
  }

  private static func seed(_ check: GradientCheck) -> String { check.seed == 0 ? "" : ", seed \(check.seed)" }

  private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  private static func text(of found: GradientCheck.Disagreement, _ check: GradientCheck) -> String {
    let origin = check.isDerived ? "derived" : "claimed"
    let gap = (found.claimed - found.difference).magnitude
    var rows = [
      (origin, number(found.claimed)),
      (
        "central difference",
        number(found.difference, exactTo: found.estimatedError)
          + ", with an estimated error of \(oneDigit(found.estimatedError))"
      ),
      ("they differ by", twoDigits(gap)),
    ]
    if let slope = found.remainderSlope {
      rows.append(
        ("Taylor remainder", "falls as step^\(twoDigits(slope)); as step^2 where a derivative is right"))
    }
    let width = rows.map(\.0.count).max() ?? 0
    let table = rows.map { "  \($0)\(String(repeating: " ", count: width - $0.count))  \($1)" }
    let head = "check DISAGREES at entry (\(found.row + 1),\(found.column + 1))\(seed(check))"
    let again =
      found.commands.isEmpty
      ? ["  at " + values(found.point)] : ["  to see it again:"] + found.commands.map { "    " + $0 }
    return ([head] + table + again).joined(separator: "\n")
  }

  private static func values(_ point: [String: DenseMatrix]) -> String {
    point.sorted { $0.key < $1.key }.map { "\($0.key) = \(Counterexample.text($0.value))" }.joined(separator: ", ")
  }

  static func text(of doubt: GradientCheck.Doubt) -> String {
    switch doubt {
    case .noPoint: "no point was found at which the function and its derivative are finite"
    case .kink: "every point found lies near a kink or a singular matrix, where differences say nothing"
    case .oneSided(let row, let column):
      "for entry (\(row + 1),\(column + 1)) the function has no finite values on both sides of the points tried"
    case .noise(let row, let column, let claimed, let difference, let error):
      "rounding in the function leaves too few digits at entry (\(row + 1),\(column + 1)): derivative \(number(claimed)), "
        + "central difference \(number(difference, exactTo: error)) with an estimated error of \(oneDigit(error))"
    case .remainder(let slope):
      "entries agree with central differences, and yet the Taylor remainder falls as step^\(twoDigits(slope)) only"
    }
  }

  static func text(of error: DerivativeShapeError) -> String {
    "the derivative is \(text(of: error.claimed)); in \(error.layout.rawValue) layout it is \(text(of: error.expected))"
  }

  /// A magnitude as 3e-13, rounded up so that nothing looks better than it is.
  static func oneDigit(_ value: Double) -> String {
    guard value > 0, value.isFinite else { return value == 0 ? "0" : "\(value)" }
    var (mantissa, exponent) = scientific(value)
    mantissa = mantissa.rounded(.up)
    if mantissa == 10 { (mantissa, exponent) = (1, exponent + 1) }
    return exponent == 0 ? "\(Int(mantissa))" : "\(Int(mantissa))e\(exponent)"
  }

  /// Without the digits that an error makes meaningless, and whole numbers without a point.
  static func number(_ value: Double, exactTo error: Double = 0) -> String {
    // The sign of what is no number says nothing.
    if value.isNaN { return "nan" }
    var shown = value
    if error > 0, error.isFinite, value.isFinite {
      let exponent = scientific(error).1
      if exponent < 0, exponent > -18 {
        let parts = (0..<(-exponent)).reduce(1.0) { power, _ in power * 10 }
        shown = (value * parts).rounded() / parts
      }
    }
    return shown == shown.rounded() && shown.magnitude < 1e15 ? "\(Int(shown))" : "\(shown)"
  }

  /// Two digits, with a power of ten where the number is not of ordinary size.
  private static func twoDigits(_ value: Double) -> String {
    guard value.magnitude > 0, value.isFinite else { return "\(value)" }
    var (mantissa, exponent) = scientific(value.magnitude)
    mantissa = (mantissa * 10).rounded()
    if mantissa == 100 { (mantissa, exponent) = (10, exponent + 1) }
    let (sign, digits) = (value < 0 ? "-" : "", Int(mantissa))
    switch exponent {
    case 0: return sign + "\(digits / 10).\(digits % 10)"
    case 1: return sign + "\(digits)"
    case 2...5: return sign + "\(digits)" + String(repeating: "0", count: exponent - 1)
    default: return sign + "\(digits / 10).\(digits % 10)e\(exponent)"
    }
  }

  /// A mantissa in 1..<10 and the power of ten.
  private static func scientific(_ value: Double) -> (Double, Int) {
    var (mantissa, exponent) = (value, 0)
    while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    return (mantissa, exponent)
  }
}
