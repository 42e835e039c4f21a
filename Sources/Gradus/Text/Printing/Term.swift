/// A term taken apart for print: coefficient · scalars · entries / divisors, as each notation arranges them.
struct Term {
  /// x^q with q > 0, standing in a denominator.
  struct Divisor {
    let base: Node
    let exponent: Rational
  }

  var coefficient: Rational = 1
  private(set) var scalars: [Node] = []
  private(set) var divisors: [Divisor] = []
  /// The matrix, or the factors of its entrywise product.
  private(set) var entries: [Node] = []
  private(set) var entryDivisors: [Divisor] = []

  init(_ node: Node, in store: Store, named: [Node: String]) {
    let record = store[node]
    let isScaled = record.operation == .scale
    if isScaled || record.extent.isScalar {
      let scalar = isScaled ? record.operands[0] : node
      for (factor, isOpen) in Term.factors(of: scalar, isWhole: !isScaled, in: store, named) {
        if isOpen, let value = store.value(factor) {
          coefficient *= value
        } else if isOpen, let divisor = store.divisor(factor) {
          divisors.append(divisor)
        } else {
          scalars.append(factor)
        }
      }
    }
    if isScaled || !record.extent.isScalar {
      let matrix = isScaled ? record.operands[1] : node
      for (factor, isOpen) in Term.factors(of: matrix, isWhole: !isScaled, in: store, named) {
        if isOpen, let divisor = store.divisor(factor) {
          entryDivisors.append(divisor)
        } else {
          entries.append(factor)
        }
      }
    }
  }

  /// The factors of an entrywise product, and whether print may look into them: not where they have names, nor in a
  /// product so long that reading gathers it only if no division interrupts it.
  private static func factors(
    of node: Node, isWhole: Bool, in store: Store, _ named: [Node: String]
  ) -> [(node: Node, isOpen: Bool)] {
    let record = store[node]
    let isLong = record.count > Store.flatteningLimit
    if !isWhole, isLong || named[node] != nil { return [(node, false)] }
    guard record.operation == .hadamard else { return [(node, true)] }
    return record.operands.map { ($0, !isLong && named[$0] == nil) }
  }

  /// The one factor, if the term is nothing else but a sign.
  var lone: Node? {
    guard coefficient.isOne || coefficient.isMinusOne, divisors.isEmpty, entryDivisors.isEmpty,
      scalars.count + entries.count == 1
    else { return nil }
    return scalars.first ?? entries.first
  }
}

extension Store {
  /// What a negative power divides by. Powers of the number 0 stay as they are: 0² would be read as 0.
  func divisor(_ node: Node) -> Term.Divisor? {
    let record = self[node]
    guard record.operation == .power, let exponent = value(record.operands[1]), exponent.isNegative,
      record.operands[0] != zero || exponent.isMinusOne
    else { return nil }
    return Term.Divisor(base: record.operands[0], exponent: -exponent)
  }
}
