/// What a variable's values are known to satisfy; attributes never enter a derivative, they simplify its printed form.
public struct Attributes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public static let symmetric = Attributes(rawValue: 1 << 0)
  public static let positiveDefinite = Attributes(rawValue: 1 << 1)
  public static let diagonal = Attributes(rawValue: 1 << 2)
  public static let orthogonal = Attributes(rawValue: 1 << 3)
  public static let lowerTriangular = Attributes(rawValue: 1 << 4)
  public static let skew = Attributes(rawValue: 1 << 5)
  public static let invertible = Attributes(rawValue: 1 << 6)
  public static let positive = Attributes(rawValue: 1 << 7)
  public static let unitInterval = Attributes(rawValue: 1 << 8)
  public static let oneHot = Attributes(rawValue: 1 << 9)
  public static let oneHotRows = Attributes(rawValue: 1 << 10)
  public static let simplex = Attributes(rawValue: 1 << 11)
  public static let binary = Attributes(rawValue: 1 << 12)
  public static let signs = Attributes(rawValue: 1 << 13)

  /// Every attribute with the word that declares it, in the order in which they are listed.
  public static let named: [(word: String, attribute: Attributes)] = [
    ("symmetric", .symmetric), ("psd", .positiveDefinite), ("diagonal", .diagonal), ("orthogonal", .orthogonal),
    ("lower_triangular", .lowerTriangular), ("skew", .skew), ("invertible", .invertible), ("positive", .positive),
    ("unit_interval", .unitInterval), ("onehot", .oneHot), ("onehot_rows", .oneHotRows), ("simplex", .simplex),
    ("binary", .binary), ("signs", .signs),
  ]

  /// The words of the attributes held.
  public var words: [String] { Attributes.named.filter { contains($0.attribute) }.map(\.word) }

  /// The attributes that make sense for square matrices only.
  static let square: Attributes = [.symmetric, .positiveDefinite, .diagonal, .lowerTriangular, .skew, .invertible]
}

/// A name with its one shape and its one set of attributes.
public struct Variable: Hashable, Sendable, CustomStringConvertible {
  public let name: String
  public let shape: Shape
  public let attributes: Attributes

  public init(_ name: String, _ shape: Shape, _ attributes: Attributes = []) {
    self.name = name
    self.shape = shape
    self.attributes = attributes
  }

  /// The declaration in the text syntax.
  public var description: String {
    (["\(name): \(shape)"] + attributes.words).joined(separator: " ")
  }
}
