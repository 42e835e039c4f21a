/// A size that may be symbolic: a polynomial in names with natural coefficients, such as 3, n, m·n or p + q.
public struct Dimension: Hashable, Sendable {
  /// One monomial: a positive coefficient and the names multiplied, sorted.
  struct Term: Hashable, Sendable {
    var coefficient: Int
    var names: [String]
  }

  /// Sorted by falling degree, then by names; empty stands for 0.
  private(set) var terms: [Term]

  public static let one = Dimension(1)

  public init(_ literal: Int) {
    precondition(literal >= 0, "a dimension is not negative")
    terms = literal == 0 ? [] : [Term(coefficient: literal, names: [])]
  }

  public init(_ name: String) {
    terms = [Term(coefficient: 1, names: [name])]
  }

  private init(collecting terms: [Term]) {
    var coefficients: [[String]: Int] = [:]
    for term in terms { coefficients[term.names, default: 0] &+= term.coefficient }
    self.terms = coefficients.map { Term(coefficient: $0.value, names: $0.key) }.filter { $0.coefficient != 0 }.sorted {
      $0.names.count != $1.names.count ? $0.names.count > $1.names.count : $0.names.lexicographicallyPrecedes($1.names)
    }
  }

  /// The number, if no name occurs.
  public var literal: Int? {
    if terms.isEmpty { return 0 }
    return terms.count == 1 && terms[0].names.isEmpty ? terms[0].coefficient : nil
  }

  /// The name, if the dimension is just one.
  public var name: String? {
    terms.count == 1 && terms[0].coefficient == 1 && terms[0].names.count == 1 ? terms[0].names[0] : nil
  }

  /// Every name that occurs, sorted.
  public var names: [String] { Set(terms.flatMap(\.names)).sorted() }

  public static func + (left: Dimension, right: Dimension) -> Dimension {
    Dimension(collecting: left.terms + right.terms)
  }

  public static func * (left: Dimension, right: Dimension) -> Dimension {
    var products: [Term] = []
    for a in left.terms {
      for b in right.terms {
        products.append(Term(coefficient: a.coefficient &* b.coefficient, names: (a.names + b.names).sorted()))
      }
    }
    return Dimension(collecting: products)
  }

  /// The difference where it is again a dimension: every coefficient stays natural.
  public func subtracting(_ other: Dimension) -> Dimension? {
    let negated = other.terms.map { Term(coefficient: -$0.coefficient, names: $0.names) }
    let difference = Dimension(collecting: terms + negated)
    return difference.terms.allSatisfy { $0.coefficient > 0 } ? difference : nil
  }

  /// An index counted from 0 for this one counted from 1; of a symbolic index the constant is then −1.
  var countedFromZero: Dimension { Dimension(collecting: terms + [Term(coefficient: -1, names: [])]) }

  /// The number that the dimension takes when its names take the given sizes; nil if one is missing or it overflows.
  public func value(at sizes: [String: Int]) -> Int? {
    var total = 0
    for term in terms {
      var product = term.coefficient
      for name in term.names {
        guard let size = sizes[name] else { return nil }
        let (value, overflow) = product.multipliedReportingOverflow(by: size)
        if overflow { return nil }
        product = value
      }
      let (value, overflow) = total.addingReportingOverflow(product)
      if overflow { return nil }
      total = value
    }
    return total
  }

  /// The dimension with names replaced; names without a replacement stay.
  public func substituting(_ replacement: (String) -> Dimension?) -> Dimension {
    var result = Dimension(0)
    for term in terms {
      var product = Dimension(term.coefficient)
      for name in term.names { product = product * (replacement(name) ?? Dimension(name)) }
      result = result + product
    }
    return result
  }
}

extension Dimension: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
  public init(stringLiteral value: String) { self.init(value) }
}

extension Dimension: CustomStringConvertible {
  public var description: String {
    if terms.isEmpty { return "0" }
    return terms.map { term in
      if term.names.isEmpty { return "\(term.coefficient)" }
      let names = term.names.joined(separator: "*")
      return term.coefficient == 1 ? names : "\(term.coefficient)*\(names)"
    }.joined(separator: "+")
  }
}

/// Rows and columns of an expression; a column vector has one column, a scalar is 1×1.
public struct Shape: Hashable, Sendable, CustomStringConvertible {
  public var rows: Dimension
  public var columns: Dimension

  public init(_ rows: Dimension, _ columns: Dimension) {
    self.rows = rows
    self.columns = columns
  }

  public static let scalar = Shape(1, 1)
  public var isScalar: Bool { self == .scalar }
  public var transposed: Shape { Shape(columns, rows) }

  public var description: String {
    if isScalar { return "scalar" }
    return columns == .one ? "vector(\(rows))" : "matrix(\(rows),\(columns))"
  }
}
