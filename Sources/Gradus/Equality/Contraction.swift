/// A product of entries under construction: which index stands where, and which are summed over.
///
/// A row or column of size 1 has no index; nil stands for it.
struct Contraction {
  private let algebra: IndexAlgebra
  private(set) var free: [Dim]
  private var start: IndexTerm
  private var parts: [(form: IndexForm, indices: [Int])] = []
  let row: Int?
  let column: Int?

  init(_ algebra: IndexAlgebra, _ extent: Extent, scale: Rational = 1) {
    self.algebra = algebra
    free = IndexAlgebra.free(extent)
    row = extent.rows == .one ? nil : 0
    column = extent.columns == .one ? nil : free.count - 1
    start = IndexTerm(coefficient: scale)
  }

  init(_ algebra: IndexAlgebra, free: [Dim], scale: Rational = 1) {
    self.algebra = algebra
    self.free = free
    (row, column) = (nil, nil)
    start = IndexTerm(coefficient: scale)
  }

  /// A new index to sum over.
  mutating func sum(over dim: Dim) -> Int? {
    if dim == .one { return nil }
    start.bound.append(dim)
    return free.count + start.bound.count - 1
  }

  mutating func multiply(_ form: IndexForm, _ indices: Int?...) { parts.append((form, indices.compactMap { $0 })) }

  mutating func multiply(_ form: IndexForm, at indices: [Int]) { parts.append((form, indices)) }

  mutating func multiply(_ factor: Factor) { start.factors.append(factor) }

  mutating func identify(_ first: Int?, _ second: Int?) {
    if let first, let second, first != second { start.factors.append(algebra.delta(first, second)) }
  }

  func dim(_ index: Int) -> Dim { index < free.count ? free[index] : start.bound[index - free.count] }

  /// The index runs through pairs of the two others, the second one running faster.
  mutating func pair(_ index: Int?, _ high: Int?, _ low: Int?) {
    guard let index else { return }
    guard let high else { return identify(index, low) }
    guard let low else { return identify(index, high) }
    let head = Head(kind: .pair, dims: [dim(high), dim(low)])
    start.factors.append(
      Factor(algebra.head(head, HeadTraits(isZeroOrOne: true, isNonnegative: true)), [index, high, low]))
  }

  /// The index of a whole is the index of a part behind an offset.
  mutating func shift(_ whole: Int?, _ part: Int?, by offset: Dimension) {
    guard let whole else { return }
    start.factors.append(
      part.map { algebra.shift(offset, of: dim($0), in: dim(whole), whole, $0) }
        ?? algebra.unit(offset, of: dim(whole), at: whole))
  }

  func form() throws -> IndexForm {
    try algebra.form(try algebra.distributed([start], parts, free: free.count), free: free)
  }
}

extension IndexAlgebra {
  static func free(_ extent: Extent) -> [Dim] { [extent.rows, extent.columns].filter { $0 != .one } }
}
