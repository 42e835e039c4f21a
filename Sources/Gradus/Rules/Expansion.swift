/// The products that come of multiplying out a sum, each known by a fingerprint before any of them is built.
///
/// Products of the same powers have the same fingerprint, Σ exponent · number of the base.
struct Expansion {
  private let s: Simplifier
  private var products: [Product] = []
  /// Sums below a bar, and sums above one.
  private var divisors: Set<Node> = []
  private var multipliers: Set<Node> = []
  private var isDoubtful = false

  private struct Product {
    var fingerprint: UInt64 = 0
    /// A factor that rules may join with others of its kind into something else: its place counted from 1, or `exp`.
    var reactive: UInt32 = 0
    /// Whether two of them meet.
    var isDoubtful = false

    static let exp = UInt32.max

    static func * (left: Product, right: Product) -> Product {
      var product = left
      product.fingerprint &+= right.fingerprint
      product.isDoubtful = left.isDoubtful || right.isDoubtful
      if left.reactive == 0 { product.reactive = right.reactive }
      if left.reactive != 0, right.reactive != 0, left.reactive != right.reactive { product.isDoubtful = true }
      return product
    }
  }

  /// Products of one sum or of all its terms beyond which nothing is multiplied out.
  static let limit = 64

  /// Different products beyond which they are not put together anew, which never makes them as short as they were.
  private static let mostLeft = 12

  /// False only where no two products can be multiples of each other, or where too many are left.
  static func mayMeet(_ terms: UnsafeBufferPointer<Node>, _ s: Simplifier) -> Bool {
    var expansion = Expansion(s)
    var fingerprints: [UInt64] = []
    for term in terms {
      guard expansion.multiplyOut(term), fingerprints.count + expansion.products.count <= limit else { return false }
      if expansion.isDoubtful || expansion.products.contains(where: \.isDoubtful) { return true }
      fingerprints += expansion.products.map(\.fingerprint)
    }
    if !expansion.divisors.isDisjoint(with: expansion.multipliers) { return true }
    let left = Set(fingerprints).count
    return left < fingerprints.count && left <= mostLeft
  }

  private init(_ s: Simplifier) { self.s = s }

  /// The products of one term; false where there are too many.
  private mutating func multiplyOut(_ term: Node) -> Bool {
    products = [Product()]
    let record = s.store[term]
    guard record.operation == .scale else { return multiplyFactors(of: term) }
    return multiplyFactors(of: record.operands[0]) && multiplyFactors(of: record.operands[1])
  }

  private mutating func multiplyFactors(of node: Node) -> Bool {
    let record = s.store[node]
    guard record.operation == .hadamard else { return multiply(by: node) }
    if record.extent.rows != .one, record.extent.columns != .one { isDoubtful = true }
    for factor in record.operands where !multiply(by: factor) { return false }
    return true
  }

  private mutating func multiply(by factor: Node) -> Bool {
    let record = s.store[factor]
    guard record.operation == .sum else {
      let product = self.product(of: factor)
      for place in products.indices { products[place] = products[place] * product }
      return true
    }
    guard products.count * record.operands.count <= Expansion.limit else { return false }
    let parts = record.operands.map { product(of: $0) }
    products = products.flatMap { product in parts.map { product * $0 } }
    return true
  }

  /// A term as it stands, without its coefficient.
  private mutating func product(of term: Node) -> Product {
    let record = s.store[term]
    switch record.operation {
    case .number, .ones: return Product()
    case .scale, .hadamard:
      var product = Product()
      for operand in record.operands { product = product * self.product(of: operand) }
      return product
    case .exp: return exponential(record.operands[0])
    default: return power(term)
    }
  }

  private mutating func power(_ factor: Node) -> Product {
    var (base, exponent) = s.baseAndExponent(factor)
    let isSum = s.operation(base) == .sum
    // Of a sum and the same turned around, one stands for both.
    if isSum, s.store.coefficient(s.store.operands(base)[0]).isNegative { base = s.opposite(base) }
    guard let power = s.store.value(exponent), let whole = Expansion.whole(power) else {
      isDoubtful = true
      return Product()
    }
    if isSum {
      if whole < 0 { divisors.insert(base) } else { multipliers.insert(base) }
    }
    return Product(
      fingerprint: UInt64(bitPattern: Int64(whole)) &* Expansion.number(of: base),
      reactive: isInert(base) ? 0 : base.index + 1)
  }

  /// e^(a+b) = e^a e^b: an exponential has the fingerprint of all those that it can be put together from.
  private mutating func exponential(_ exponent: Node) -> Product {
    var product = Product(reactive: Product.exp)
    for term in s.terms(exponent) {
      let (core, coefficient) = s.store.split(term)
      guard let whole = Expansion.whole(coefficient), s.operation(core) != .sum else {
        isDoubtful = true
        return product
      }
      // Told apart from the exponent standing as a factor.
      product.fingerprint &+= UInt64(bitPattern: Int64(whole)) &* Expansion.number(of: core) &* 0xD6E8_FEB8_6659_FD93
    }
    return product
  }

  private static func whole(_ power: Rational) -> Int? {
    guard let whole = (power * commonDenominator).intValue, Int32(exactly: whole) != nil else { return nil }
    return whole
  }

  /// A multiple of the denominators that exponents have.
  private static let commonDenominator: Rational = 12

  private static func number(of node: Node) -> UInt64 {
    var mixed = (UInt64(node.index) &+ 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// Whether a factor joins with nothing but powers of itself.
  private func isInert(_ base: Node) -> Bool {
    let record = s.store[base]
    switch record.operation {
    case .variable, .differential, .dimension, .product, .sum, .trace, .norm1, .norm2, .determinant, .log, .tanh,
      .softplus, .logSumExp:
      return true
    case .total: return s.operation(record.operands[0]) != .exp
    default: return false
    }
  }
}
