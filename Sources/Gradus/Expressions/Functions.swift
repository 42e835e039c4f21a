// The mathematician's names for operations, as functions of expressions.

public func tr(_ a: Expression) -> Expression { .call(.trace, a) }
public func det(_ a: Expression) -> Expression { .call(.determinant, a) }
public func logdet(_ a: Expression) -> Expression { .call(.logDeterminant, a) }
public func inv(_ a: Expression) -> Expression { .call(.inverse, a) }
public func pinv(_ a: Expression) -> Expression { .call(.pseudoinverse, a) }
public func adj(_ a: Expression) -> Expression { .call(.adjugate, a) }
public func polar(_ a: Expression) -> Expression { .call(.polar, a) }
public func expm(_ a: Expression) -> Expression { .call(.matrixExponential, a) }
public func logm(_ a: Expression) -> Expression { .call(.matrixLogarithm, a) }
public func dexpm(_ a: Expression, _ e: Expression) -> Expression { .call(.matrixExponentialDerivative, a, e) }
public func dlogm(_ a: Expression, _ e: Expression) -> Expression { .call(.matrixLogarithmDerivative, a, e) }
public func diag(_ x: Expression) -> Expression { .call(.diagonalMatrix, x) }
public func diagonal(_ a: Expression) -> Expression { .call(.diagonal, a) }
public func tril(_ a: Expression) -> Expression { .call(.lowerTriangle, a) }
public func vec(_ a: Expression) -> Expression { .call(.vec, a) }
public func kron(_ a: Expression, _ b: Expression) -> Expression { .call(.kronecker, a, b) }
public func dot(_ x: Expression, _ y: Expression) -> Expression { .call(.dot, x, y) }
public func inner(_ a: Expression, _ b: Expression) -> Expression { .call(.inner, a, b) }
public func norm1(_ a: Expression) -> Expression { .call(.norm1, a) }
public func norm2(_ a: Expression) -> Expression { .call(.norm2, a) }
public func normNuclear(_ a: Expression) -> Expression { .call(.nuclearNorm, a) }
public func sum(_ a: Expression, axis: Axis = .all) -> Expression { .call(.total, axis: axis, a) }
public func mean(_ a: Expression, axis: Axis = .all) -> Expression { .call(.mean, axis: axis, a) }
public func max(_ a: Expression, axis: Axis = .all) -> Expression { .call(.maximum, axis: axis, a) }
public func argmax(_ a: Expression, axis: Axis = .all) -> Expression { .call(.argmax, axis: axis, a) }
public func logsumexp(_ a: Expression, axis: Axis = .all) -> Expression { .call(.logSumExp, axis: axis, a) }
public func softmax(_ a: Expression, axis: Axis = .rows) -> Expression { .call(.softmax, axis: axis, a) }
public func logSoftmax(_ a: Expression, axis: Axis = .rows) -> Expression { .call(.logSoftmax, axis: axis, a) }

public func exp(_ a: Expression) -> Expression { .call(.exp, a) }
public func log(_ a: Expression) -> Expression { .call(.log, a) }
public func abs(_ a: Expression) -> Expression { .call(.abs, a) }
public func sign(_ a: Expression) -> Expression { .call(.sign, a) }
public func step(_ a: Expression) -> Expression { .call(.step, a) }
public func sqrt(_ a: Expression) -> Expression { a.power(Expression(Rational(1, 2))) }
public func sin(_ a: Expression) -> Expression { .call(.sin, a) }
public func cos(_ a: Expression) -> Expression { .call(.cos, a) }
public func tan(_ a: Expression) -> Expression { .call(.tan, a) }
public func cot(_ a: Expression) -> Expression { .call(.cot, a) }
public func sec(_ a: Expression) -> Expression { .call(.sec, a) }
public func csc(_ a: Expression) -> Expression { .call(.csc, a) }
public func asin(_ a: Expression) -> Expression { .call(.asin, a) }
public func acos(_ a: Expression) -> Expression { .call(.acos, a) }
public func atan(_ a: Expression) -> Expression { .call(.atan, a) }
public func acot(_ a: Expression) -> Expression { .call(.acot, a) }
public func sinh(_ a: Expression) -> Expression { .call(.sinh, a) }
public func cosh(_ a: Expression) -> Expression { .call(.cosh, a) }
public func tanh(_ a: Expression) -> Expression { .call(.tanh, a) }
public func coth(_ a: Expression) -> Expression { .call(.coth, a) }
public func sech(_ a: Expression) -> Expression { .call(.sech, a) }
public func csch(_ a: Expression) -> Expression { .call(.csch, a) }
public func sigmoid(_ a: Expression) -> Expression { .call(.sigmoid, a) }
public func relu(_ a: Expression) -> Expression { .call(.relu, a) }
public func leakyRelu(_ a: Expression, _ slope: Expression) -> Expression { .call(.leakyRelu, a, slope) }
public func elu(_ a: Expression, _ alpha: Expression) -> Expression { .call(.elu, a, alpha) }
public func gelu(_ a: Expression) -> Expression { .call(.gelu, a) }
public func silu(_ a: Expression) -> Expression { .call(.silu, a) }
public func softplus(_ a: Expression) -> Expression { .call(.softplus, a) }
public func erf(_ a: Expression) -> Expression { .call(.erf, a) }
public func max(_ a: Expression, _ b: Expression) -> Expression { .call(.larger, a, b) }
public func min(_ a: Expression, _ b: Expression) -> Expression { .call(.smaller, a, b) }

extension Expression {
  /// The circle number.
  public static var pi: Expression { SharedStore.building { $0.leaf(.pi, .scalar) } }

  /// ⟨A, B⟩ = Σ A_ij B_ij, in the shortest form that the shape allows.
  func contracted(with other: Expression) -> Expression {
    let extent = store.extent(node)
    if extent.isScalar { return self * other }
    if extent.columns == .one { return T * other }
    if extent.rows == .one { return self * other.T }
    return tr(T * other)
  }

  /// The all-ones matrix of this shape.
  var onesLikeThis: Expression { Expression(store, store.ones(store.extent(node))) }

  var zerosLikeThis: Expression { Expression(store, store.zeros(store.extent(node))) }

  /// A row, column or scalar repeated along an axis up to an extent.
  func spread(along axis: Axis, to extent: Extent) -> Expression {
    switch axis {
    case .all: self * Expression(store, store.ones(extent))
    case .rows: Expression(store, store.ones(extent.rows)) * self
    case .columns: self * Expression(store, store.ones(.one, extent.columns))
    }
  }

  /// Every slice along an axis multiplied by its entry of this row or column.
  func scaling(_ matrix: Expression, along axis: Axis) -> Expression {
    let extent = store.extent(node)
    if extent.isScalar { return self * matrix }
    return axis == .rows ? matrix * diag(T) : diag(self) * matrix
  }
}
