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
    /// Factors that rules may join with others into something else.
    var reactive = 0
  }

  /// Products of one sum or of all its terms beyond which nothing is multiplied out.
  static let limit = 64

  /// False only where no two products can be multiples of each other, or where there are too many.
  static func mayMeet(_ terms: UnsafeBufferPointer<Node>, _ s: Simplifier) -> Bool {
    var expansion = Expansion(s)
    var fingerprints: [UInt64] = []
    for term in terms {
      guard expansion.multiplyOut(term), fingerprints.count + expansion.products.count <= limit else { return false }
      if expansion.isDoubtful || expansion.products.contains(where: { $0.reactive > 1 }) { return true }
      fingerprints += expansion.products.map(\.fingerprint)
    }
    if !expansion.divisors.isDisjoint(with: expansion.multipliers) { return true }
    fingerprints.sort()
    return zip(fingerprints, fingerprints.dropFirst()).contains { $0 == $1 }
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
      for place in products.indices {
        products[place].fingerprint &+= product.fingerprint
        products[place].reactive += product.reactive
      }
      return true
    }
    guard products.count * record.operands.count <= Expansion.limit else { return false }
    let parts = record.operands.map { product(of: $0) }
    products = products.flatMap { product in
      parts.map {
        Product(fingerprint: product.fingerprint &+ $0.fingerprint, reactive: product.reactive + $0.reactive)
      }
    }
    return true
  }

  /// A term as it stands, without its coefficient.
  private mutating func product(of term: Node) -> Product {
    let record = s.store[term]
    var product = Product()
    switch record.operation {
    case .number, .ones: break
    case .scale, .hadamard:
      for operand in record.operands {
        let part = self.product(of: operand)
        product.fingerprint &+= part.fingerprint
        product.reactive += part.reactive
      }
    default: multiply(&product, by: term)
    }
    return product
  }

  private mutating func multiply(_ product: inout Product, by factor: Node) {
    var (base, exponent) = s.baseAndExponent(factor)
    // Of a sum and the same turned around, one stands for both.
    if s.operation(base) == .sum { base = min(base, s.opposite(base)) }
    guard let power = s.store.value(exponent), let whole = (power * Expansion.commonDenominator).intValue else {
      isDoubtful = true
      return
    }
    if s.operation(base) == .sum {
      if whole < 0 { divisors.insert(base) } else { multipliers.insert(base) }
    }
    product.fingerprint &+= UInt64(bitPattern: Int64(whole)) &* Expansion.number(of: base)
    if !isInert(base) { product.reactive += 1 }
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
