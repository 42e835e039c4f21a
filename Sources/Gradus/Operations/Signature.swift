/// Operand and result shapes with letters for sizes, such as "m,k; k,n -> m,n".
struct Signature: Sendable {
  let operands: [Shape]
  let result: Shape
  /// The last operand's shape repeats.
  let isVariadic: Bool
  /// The result's shape is said by what the node carries, not by its operands.
  let isFree: Bool

  init(_ text: String, variadic: Bool = false, free: Bool = false) {
    let sides = Signature.pieces(text, separator: "-")
    operands = sides[0].isEmpty ? [] : Signature.pieces(sides[0], separator: ";").map(Signature.shape)
    result = Signature.shape(String(sides[sides.count - 1].drop { $0 == ">" || $0 == " " }))
    isVariadic = variadic
    isFree = free
  }

  private static func pieces(_ text: String, separator: Character) -> [String] {
    text.split(separator: separator, omittingEmptySubsequences: false).map { piece in
      String(piece.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  private static func shape(_ text: String) -> Shape {
    let sizes = pieces(text, separator: ",").map(dimension)
    return Shape(sizes[0], sizes[1])
  }

  private static func dimension(_ text: String) -> Dimension {
    pieces(text, separator: "+").reduce(Dimension(0)) { sum, term in
      sum
        + pieces(term, separator: "*").reduce(Dimension.one) { product, factor in
          product * (Int(factor).map { Dimension($0) } ?? Dimension(factor))
        }
    }
  }

  /// The result's extent, or nil where the operands do not fit.
  func result(of extents: some Collection<Extent>, in store: Store) -> Extent? {
    guard extents.count == operands.count else { return nil }
    var sizes: [(name: String, dim: Dim)] = []
    func bind(_ pattern: Dimension, to dim: Dim) -> Bool {
      guard let name = pattern.name else { return dim == store.dim(pattern) }
      if let known = sizes.first(where: { $0.name == name }) { return known.dim == dim }
      sizes.append((name, dim))
      return true
    }
    for (pattern, extent) in zip(operands, extents) {
      guard bind(pattern.rows, to: extent.rows), bind(pattern.columns, to: extent.columns) else { return nil }
    }
    func value(_ pattern: Dimension) -> Dim {
      if let name = pattern.name { return sizes.first { $0.name == name }?.dim ?? .one }
      return store.dim(
        pattern.substituting { name in sizes.first { $0.name == name }.map { store.dimension($0.dim) } })
    }
    return Extent(rows: value(result.rows), columns: value(result.columns))
  }
}
