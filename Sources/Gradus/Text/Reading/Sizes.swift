/// Arithmetic of sizes with limits, so that a short text cannot ask for a huge polynomial.
enum Sizes {
  static let termLimit = 128
  static let degreeLimit = 48
  /// A bound of coefficients and of their sums.
  static let coefficientLimit = 1 << 40

  static func sum(_ left: Dimension, _ right: Dimension) -> Dimension? {
    guard left.terms.count + right.terms.count <= termLimit, weight(left) + weight(right) <= coefficientLimit else {
      return nil
    }
    return left + right
  }

  static func product(_ left: Dimension, _ right: Dimension) -> Dimension? {
    guard left.terms.count * right.terms.count <= termLimit, degree(left) + degree(right) <= degreeLimit,
      weight(left).multipliedReportingOverflow(by: weight(right)).overflow == false,
      weight(left) * weight(right) <= coefficientLimit
    else { return nil }
    return left * right
  }

  static func combine(_ sizes: [Dimension], _ combine: (Dimension, Dimension) -> Dimension?) -> Dimension? {
    guard var result = sizes.first else { return nil }
    for size in sizes.dropFirst() {
      guard let grown = combine(result, size) else { return nil }
      result = grown
    }
    return result
  }

  private static func degree(_ size: Dimension) -> Int { size.terms.first?.names.count ?? 0 }

  private static func weight(_ size: Dimension) -> Int { size.terms.reduce(0) { $0 + $1.coefficient } }
}

extension Syntax {
  /// The size that a part of the syntax says: a polynomial in names with natural coefficients.
  func size(_ range: Range<Int>) throws(Problem) -> Dimension {
    var stack: [Dimension] = []
    for place in range {
      let node = nodes[place]
      let operands = Array(stack.suffix(Int(node.count)))
      stack.removeLast(operands.count)
      let value: Dimension?
      switch node.kind {
      case .number:
        guard let literal = numbers[Int(node.value)].intValue, literal >= 0, literal < 1 << 31 else {
          throw problem(.sizeOutOfRange(excerpt(place)), at: place)
        }
        value = Dimension(literal)
      case .name:
        let name = name(node.value)
        value = knownSizes[name].map { Dimension($0) } ?? Dimension(name)
      case .group: value = operands.last
      case .sum: value = Sizes.combine(operands, Sizes.sum)
      case .product: value = Sizes.combine(operands, Sizes.product)
      case .power:
        guard let exponent = operands.last?.literal, let base = operands.first else {
          throw problem(.notASize(excerpt(place)), at: place)
        }
        let factors = Array(repeating: base, count: min(exponent, Sizes.degreeLimit + 1))
        value = exponent == 0 ? .one : Sizes.combine(factors, Sizes.product)
      default: throw problem(.notASize(excerpt(place)), at: place)
      }
      guard let value else { throw problem(.sizesTooLarge, at: place) }
      stack.append(value)
    }
    return stack[0]
  }
}
