/// The structure in which a variable moves when `structured` is asked for.
enum Structure: String, Sendable {
  case symmetric, skew, diagonal, lowerTriangular, orthogonal

  init?(_ attributes: Attributes) {
    if attributes.contains(.diagonal) {
      self = .diagonal
    } else if !attributes.isDisjoint(with: [.symmetric, .positiveDefinite]) {
      self = .symmetric
    } else if attributes.contains(.skew) {
      self = .skew
    } else if attributes.contains(.lowerTriangular) {
      self = .lowerTriangular
    } else if attributes.contains(.orthogonal) {
      self = .orthogonal
    } else {
      return nil
    }
  }

  /// Whether the directions of movement depend on the place.
  var isCurved: Bool { self == .orthogonal }

  /// The name under which the projection is a step.
  var projectionRule: String { "project_" + rawValue }

  init?(projectionRule name: String) {
    guard name.hasPrefix("project_") else { return nil }
    self.init(rawValue: String(name.dropFirst("project_".count)))
  }

  /// The orthogonal projection of a gradient onto the directions that the variable X can move in.
  func projection(of gradient: Expression, at variable: Expression) -> Expression {
    let half = Expression(gradient.store, gradient.store.number(Rational(1, 2)))
    switch self {
    case .symmetric: return half * (gradient + gradient.T)
    case .skew: return half * (gradient - gradient.T)
    case .diagonal: return diag(Gradus.diagonal(gradient))
    case .lowerTriangular: return tril(gradient)
    case .orthogonal:
      // The tangent space at X is {Z : XᵀZ + ZᵀX = 0} (Edelman, Arias and Smith 1998).
      let normal = variable.T * gradient
      return gradient - half * (variable * (normal + normal.T))
    }
  }

  /// The same projection in numbers.
  func projection(of gradient: DenseMatrix, at variable: DenseMatrix) -> DenseMatrix {
    switch self {
    case .symmetric: return 0.5 * (gradient + gradient.transposed)
    case .skew: return 0.5 * (gradient - gradient.transposed)
    case .diagonal:
      return DenseMatrix(rows: gradient.rows, columns: gradient.columns) { $0 == $1 ? gradient[$0, $1] : 0 }
    case .lowerTriangular:
      return DenseMatrix(rows: gradient.rows, columns: gradient.columns) { $0 >= $1 ? gradient[$0, $1] : 0 }
    case .orthogonal:
      let normal = variable.transposed.times(gradient)
      return gradient - 0.5 * variable.times(normal + normal.transposed)
    }
  }

  /// The matrix P of the projection at X, vec(projected) = P vec(free).
  func matrix(at variable: Node, in store: Store) -> Node {
    let extent = store.extent(variable)
    let order = extent.rows
    let size = store.multiplying(order, extent.columns)
    let half = store.number(Rational(1, 2))
    switch self {
    case .symmetric: return store.scale(half, store.sum(store.identity(size), store.commutation(order, order)))
    case .skew: return store.scale(half, store.difference(store.identity(size), store.commutation(order, order)))
    case .diagonal:
      let spread = store.vecDiagonal(order)
      return store.product(spread, store.transpose(spread))
    case .lowerTriangular:
      let square = Extent(rows: order, columns: order)
      let mask = store.intern(.lowerTriangle, square, store.ones(square))
      let column = store.intern(.vec, Extent(rows: size, columns: .one), mask)
      return store.intern(.diagonalMatrix, Extent(rows: size, columns: size), column)
    case .orthogonal:
      // vec(XXᵀZ) = (I ⊗ XXᵀ) vec Z and vec(XZᵀX) = (Xᵀ ⊗ X) K vec Z.
      let space = Extent(rows: size, columns: size)
      let transposed = store.transpose(variable)
      let outer = store.product(variable, transposed)
      let straight = store.intern(.kronecker, space, [store.identity(extent.columns), outer])
      let mixed = store.intern(.kronecker, space, [transposed, variable])
      let turned = store.product(mixed, store.commutation(order, extent.columns))
      return store.difference(store.identity(size), store.scale(half, store.sum(straight, turned)))
    }
  }

  /// How the result is named for a reader.
  var words: String {
    switch self {
    case .symmetric: "sym(G) = (G+G')/2, the gradient under the Frobenius inner product among symmetric matrices"
    case .skew: "(G-G')/2, the gradient among skew matrices"
    case .diagonal: "the diagonal of G, the gradient among diagonal matrices"
    case .lowerTriangular: "the lower triangle of G, the gradient among lower triangular matrices"
    case .orthogonal: "G projected onto the tangent space of X'*X = I"
    }
  }
}
