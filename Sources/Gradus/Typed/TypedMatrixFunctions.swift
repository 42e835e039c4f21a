// Functions of a whole matrix; what wants a square one says so by its type.

public func tr<N: Size>(_ a: Matrix<N, N>) -> Scalar { Scalar(unchecked: tr(a.expression)) }
public func det<N: Size>(_ a: Matrix<N, N>) -> Scalar { Scalar(unchecked: det(a.expression)) }

/// log |det A|.
public func logdet<N: Size>(_ a: Matrix<N, N>) -> Scalar { Scalar(unchecked: logdet(a.expression)) }
public func inv<N: Size>(_ a: Matrix<N, N>) -> Matrix<N, N> { Matrix(unchecked: inv(a.expression)) }
public func adj<N: Size>(_ a: Matrix<N, N>) -> Matrix<N, N> { Matrix(unchecked: adj(a.expression)) }
public func pinv<R: Size, C: Size>(_ a: Matrix<R, C>) -> Matrix<C, R> { Matrix(unchecked: pinv(a.expression)) }

/// UVᵀ of the singular value decomposition UΣVᵀ.
public func polar<R: Size, C: Size>(_ a: Matrix<R, C>) -> Matrix<R, C> { Matrix(unchecked: polar(a.expression)) }
public func expm<N: Size>(_ a: Matrix<N, N>) -> Matrix<N, N> { Matrix(unchecked: expm(a.expression)) }
public func logm<N: Size>(_ a: Matrix<N, N>) -> Matrix<N, N> { Matrix(unchecked: logm(a.expression)) }

/// The Fréchet derivative of expm at A in the direction E.
public func dexpm<N: Size>(_ a: Matrix<N, N>, _ e: Matrix<N, N>) -> Matrix<N, N> {
  Matrix(unchecked: dexpm(a.expression, e.expression))
}

/// The Fréchet derivative of logm at A in the direction E.
public func dlogm<N: Size>(_ a: Matrix<N, N>, _ e: Matrix<N, N>) -> Matrix<N, N> {
  Matrix(unchecked: dlogm(a.expression, e.expression))
}

/// The sum of absolute values.
public func norm1<R: Size, C: Size>(_ a: Matrix<R, C>) -> Scalar { Scalar(unchecked: norm1(a.expression)) }

/// The Euclidean and Frobenius norm.
public func norm2<R: Size, C: Size>(_ a: Matrix<R, C>) -> Scalar { Scalar(unchecked: norm2(a.expression)) }
public func normNuclear<R: Size, C: Size>(_ a: Matrix<R, C>) -> Scalar {
  Scalar(unchecked: normNuclear(a.expression))
}

/// xᵀy.
public func dot<N: Size>(_ x: Vector<N>, _ y: Vector<N>) -> Scalar {
  Scalar(unchecked: dot(x.expression, y.expression))
}

/// ⟨A, B⟩ = Σ A_ij B_ij.
public func inner<R: Size, C: Size>(_ a: Matrix<R, C>, _ b: Matrix<R, C>) -> Scalar {
  Scalar(unchecked: inner(a.expression, b.expression))
}
