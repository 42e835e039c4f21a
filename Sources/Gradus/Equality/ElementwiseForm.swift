extension IndexAlgebra {
  /// An elementwise function of one argument, written in the basis.
  func elementwise(_ operation: Operation, _ x: IndexForm) throws -> IndexForm {
    let free = x.free
    if keepsFunctions { return try closed(operation, x) }
    let one = try constant(1, free: free)
    switch operation {
    case .exp: return try exponential(x)
    case .log: return try logarithm(x)
    case .abs: return try magnitude(x)
    case .sign: return try sign(x)
    case .step: return try step(x)
    case .sin: return try circular(x).sine
    case .cos: return try circular(x).cosine
    case .tan:
      let (sine, cosine) = try circular(x)
      return try quotient(sine, cosine)
    case .cot:
      let (sine, cosine) = try circular(x)
      return try quotient(cosine, sine)
    case .sec: return try power(try circular(x).cosine, -1)
    case .csc: return try power(try circular(x).sine, -1)
    case .asin, .atan, .erf: return try odd(.function, x, operation)
    case .acos: return try sum([(Rational(1, 2), try circleNumber(free)), (-1, try odd(.function, x, .asin))])
    case .acot: return try sum([(Rational(1, 2), try circleNumber(free)), (-1, try odd(.function, x, .atan))])
    case .sinh, .cosh: return try hyperbolic(x, isSine: operation == .sinh)
    case .tanh, .coth, .sech, .csch: return try hyperbolicQuotient(operation, x)
    case .sigmoid: return try sum([(1, one), (-1, try power(try sum([(1, one), (1, try exponential(x))]), -1))])
    case .silu: return try product(x, try elementwise(.sigmoid, x))
    case .softplus: return try logarithm(try sum([(1, one), (1, try exponential(x))]))
    case .relu: return try product(x, try step(x))
    case .gelu:
      let root = try monomial(try numberPower(2, Rational(-1, 2)), free: free)
      let error = try elementwise(.erf, try product(x, root))
      return try product(x, try sum([(Rational(1, 2), one), (Rational(1, 2), error)]))
    default: throw Undecided(reason: "the function \(operation)")
    }
  }

  /// A function of which nothing is used but its argument.
  func closed(_ operation: Operation, _ x: IndexForm) throws -> IndexForm {
    try monomial(try atom(.function, payload: Int(operation.rawValue), of: x), free: x.free)
  }

  /// A function of two arguments over the same indices.
  func elementwise(_ operation: Operation, _ a: IndexForm, _ b: IndexForm) throws -> IndexForm {
    let one = try constant(1, free: a.free)
    switch operation {
    case .larger, .smaller:
      let difference = try sum([(1, a), (-1, b)])
      let excess = try product(difference, try step(difference))
      return operation == .larger ? try sum([(1, b), (1, excess)]) : try sum([(1, a), (-1, excess)])
    case .leakyRelu:
      let slope = try sum([(1, one), (-1, b)])
      return try sum([(1, try product(a, b)), (1, try product(slope, try product(a, try step(a))))])
    case .elu:
      let step = try step(a)
      let below = try product(b, try sum([(1, try exponential(a)), (-1, one)]))
      return try sum([(1, try product(a, step)), (1, below), (-1, try product(below, step))])
    default: throw Undecided(reason: "the function \(operation)")
    }
  }

  func quotient(_ a: IndexForm, _ b: IndexForm) throws -> IndexForm { try product(a, try power(b, -1)) }

  func circleNumber(_ free: [Dim]) throws -> IndexForm {
    let head = head(Head(kind: .circleNumber), HeadTraits(isNonnegative: true))
    return try form([IndexTerm(coefficient: 1, factors: [Factor(head)])], free: free)
  }

  /// A user's own function: nothing is known of it.
  func custom(_ place: UInt32, _ x: IndexForm) throws -> IndexForm {
    try monomial(try atom(.function, payload: -1 - Int(place), of: x), free: x.free)
  }

  /// f(−x) = −f(x): the argument's first coefficient is made positive.
  private func odd(_ kind: Head.Kind, _ x: IndexForm, _ operation: Operation = .sin) throws -> IndexForm {
    guard let first = x.terms.first else { return x }
    let isNegative = first.coefficient.isNegative
    var atom = try atom(kind, payload: Int(operation.rawValue), of: isNegative ? try scaled(x, by: -1) : x)
    if isNegative { atom.coefficient = -atom.coefficient }
    return try monomial(atom, free: x.free)
  }

  /// sin and cos of k·x through those of x, for small whole k: sin kx = 2 cos x sin (k−1)x − sin (k−2)x, and so for cos.
  private func circular(_ x: IndexForm) throws -> (sine: IndexForm, cosine: IndexForm) {
    guard let multiple = commonCoefficient(x).intValue, (2...IndexAlgebra.largestMultiple).contains(multiple) else {
      return (try odd(.sine, x), try cosine(x))
    }
    let simple = try scaled(x, by: 1 / Rational(multiple))
    let (sine, cosine) = (try odd(.sine, simple), try cosine(simple))
    var (lower, upper) = ((try constant(0, free: x.free), try constant(1, free: x.free)), (sine, cosine))
    for _ in 2...multiple {
      let next = (
        try sum([(2, try product(cosine, upper.0)), (-1, lower.0)]),
        try sum([(2, try product(cosine, upper.1)), (-1, lower.1)])
      )
      (lower, upper) = (upper, next)
    }
    return upper
  }

  private static let largestMultiple = 6

  private func cosine(_ x: IndexForm) throws -> IndexForm {
    guard let first = x.terms.first else { return try constant(1, free: x.free) }
    let argument = first.coefficient.isNegative ? try scaled(x, by: -1) : x
    return try monomial(try atom(.cosine, payload: Int(Operation.sin.rawValue), of: argument), free: x.free)
  }

  private func hyperbolic(_ x: IndexForm, isSine: Bool) throws -> IndexForm {
    let (up, down) = (try exponential(x), try exponential(try scaled(x, by: -1)))
    return try sum([(Rational(1, 2), up), (Rational(isSine ? -1 : 1, 2), down)])
  }

  /// In e = exp x: tanh = 1 − 2/(e²+1), coth = 1 + 2/(e²−1), sech = 2e/(e²+1), csch = 2e/(e²−1).
  private func hyperbolicQuotient(_ operation: Operation, _ x: IndexForm) throws -> IndexForm {
    let one = try constant(1, free: x.free)
    let isSine = operation == .coth || operation == .csch
    let square = try exponential(try scaled(x, by: 2))
    let inverse = try power(try sum([(1, square), (isSine ? -1 : 1, one)]), -1)
    switch operation {
    case .tanh: return try sum([(1, one), (-2, inverse)])
    case .coth: return try sum([(1, one), (2, inverse)])
    default: return try product(try exponential(x), inverse, scale: 2)
    }
  }
}
