/// A rule's printed equation, tried in numbers at sampled points of several sizes.
///
/// d(f(A)) = … is held against differences of f along dA; everything else is two expressions with values.
struct RuleTrial {
  enum Outcome: Equatable {
    case holds
    case fails
    /// No point was found at which both sides have values.
    case untried
  }

  let store = Store()
  let variables: [Variable]
  /// The left side, of a differential's equation the function in it.
  let left: Node
  let right: Node
  private let isDifferential: Bool

  init(_ statement: String, declarations: [String], definitions: String? = nil) throws(Problem) {
    let sides = RuleTrial.sides(of: statement)
    isDifferential = sides.left.hasPrefix("d(")
    let function = isDifferential ? String(sides.left.dropFirst(2).dropLast()) : sides.left
    let defined = definitions.map { $0 + "; " } ?? ""
    let reading = try Reader(defined + function, sides.right, declarations: declarations).read(into: store)
    (left, right) = (reading.expressions[0], reading.expressions[1])
    variables = reading.variables
  }

  func outcome(points: Int = 2, seed: UInt64 = 1) -> Outcome {
    if isDifferential { return differentialOutcome(points: points, seed: seed) }
    switch Trials(store: store, variables: variables, seed: seed).compare(left, right, points: points) {
    case .agrees: return .holds
    case .differs: return .fails
    case .untried: return .untried
    }
  }

  /// The right side against (f(A + h dA) − f(A − h dA)) / 2h.
  private func differentialOutcome(points: Int, seed: UInt64) -> Outcome {
    var sampler = Sampler(seed: seed)
    var tried = 0
    for _ in 0..<points {
      guard let point = sampler.point(for: [left, right], in: store, variables: variables),
        let stated = try? store.evaluate([right], at: point)[0],
        let difference = try? CentralDifference(store, left, at: point).directional(along: point.differentials)
      else { continue }
      let scale = max(stated.maximumMagnitude, difference.value.maximumMagnitude, 1e-3)
      let gap = (stated - difference.value).maximumMagnitude
      if gap > max(1e-7 * scale, 10 * difference.error.maximumMagnitude) { return .fails }
      tried += 1
    }
    return tried > 0 ? .holds : .untried
  }

  /// The two sides of the one equation sign that stands outside parentheses.
  private static func sides(of statement: String) -> (left: String, right: String) {
    var depth = 0
    for index in statement.indices {
      switch statement[index] {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "=" where depth == 0:
        var left = statement[..<index]
        while left.last == " " { left.removeLast() }
        return (String(left), String(statement[statement.index(after: index)...]))
      default: break
      }
    }
    return (statement, "")
  }
}
