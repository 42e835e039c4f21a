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

  /// Nodes with a name of their own are not opened; nor are nested products that reading keeps nested.
  init(_ node: Node, in store: Store, named: [Node: String]) {
    let record = store[node]
    if record.operation == .scale {
      let (scalar, matrix) = (record.operands[0], record.operands[1])
      if Term.isOpen(scalar, store, named) { addScalars(of: scalar, store, named) } else { scalars.append(scalar) }
      if Term.isOpen(matrix, store, named) { addEntries(of: matrix, store, named) } else { entries.append(matrix) }
    } else if record.extent.isScalar {
      addScalars(of: node, store, named)
    } else {
      addEntries(of: node, store, named)
    }
  }

  private static func isOpen(_ node: Node, _ store: Store, _ named: [Node: String]) -> Bool {
    store.operands(node).count <= Store.flatteningLimit && named[node] == nil
  }

  private mutating func addScalars(of node: Node, _ store: Store, _ named: [Node: String]) {
    let record = store[node]
    if record.operation == .hadamard {
      for factor in record.operands { addScalar(factor, store, named) }
    } else {
      addScalar(node, store, named)
    }
  }

  private mutating func addScalar(_ node: Node, _ store: Store, _ named: [Node: String]) {
    if named[node] != nil {
      scalars.append(node)
    } else if let value = store.value(node) {
      coefficient *= value
    } else if let divisor = store.divisor(node) {
      divisors.append(divisor)
    } else {
      scalars.append(node)
    }
  }

  private mutating func addEntries(of node: Node, _ store: Store, _ named: [Node: String]) {
    let record = store[node]
    if record.operation == .hadamard {
      for factor in record.operands { addEntry(factor, store, named) }
    } else {
      addEntry(node, store, named)
    }
  }

  private mutating func addEntry(_ node: Node, _ store: Store, _ named: [Node: String]) {
    if named[node] == nil, let divisor = store.divisor(node) {
      entryDivisors.append(divisor)
    } else {
      entries.append(node)
    }
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
