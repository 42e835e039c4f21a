// Functions of a scalar, applied entry by entry.

public func exp<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: exp(a.expression)) }
public func log<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: log(a.expression)) }
public func sqrt<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: sqrt(a.expression)) }
public func abs<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: abs(a.expression)) }
public func sign<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: sign(a.expression)) }
public func step<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: step(a.expression)) }

public func sin<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: sin(a.expression)) }
public func cos<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: cos(a.expression)) }
public func tan<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: tan(a.expression)) }
public func cot<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: cot(a.expression)) }
public func sec<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: sec(a.expression)) }
public func csc<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: csc(a.expression)) }
public func asin<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: asin(a.expression)) }
public func acos<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: acos(a.expression)) }
public func atan<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: atan(a.expression)) }
public func acot<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: acot(a.expression)) }
public func sinh<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: sinh(a.expression)) }
public func cosh<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: cosh(a.expression)) }
public func tanh<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: tanh(a.expression)) }
public func coth<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: coth(a.expression)) }
public func sech<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: sech(a.expression)) }
public func csch<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: csch(a.expression)) }

public func sigmoid<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: sigmoid(a.expression)) }
public func relu<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: relu(a.expression)) }
public func gelu<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: gelu(a.expression)) }
public func silu<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: silu(a.expression)) }
public func softplus<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: softplus(a.expression)) }
public func erf<Value: Symbolic>(_ a: Value) -> Value { Value(unchecked: erf(a.expression)) }

/// max(a, 0) + slope · min(a, 0).
public func leakyRelu<Value: Symbolic>(_ a: Value, _ slope: Scalar) -> Value {
  Value(unchecked: leakyRelu(a.expression, slope.expression))
}

/// a for a > 0, alpha (exp(a) − 1) elsewhere.
public func elu<Value: Symbolic>(_ a: Value, _ alpha: Scalar) -> Value {
  Value(unchecked: elu(a.expression, alpha.expression))
}

extension Symbolic {
  /// The entrywise power; no operator, since a prefix minus would bind tighter than it in Swift.
  public func power(_ exponent: Scalar) -> Self { Self(unchecked: expression.power(exponent.expression)) }
}

extension Matrix {
  public func power(_ exponent: Matrix) -> Matrix { Matrix(unchecked: expression.power(exponent.expression)) }
}

/// Every entry of the base to its exponent, a fixed base to every exponent.
public func pow<Value: Symbolic>(_ base: Value, _ exponent: Scalar) -> Value { base.power(exponent) }

public func pow<R: Size, C: Size>(_ base: Scalar, _ exponent: Matrix<R, C>) -> Matrix<R, C> {
  Matrix(unchecked: base.expression.power(exponent.expression))
}

/// log a / log base.
public func log<Value: Symbolic>(_ a: Value, base: Scalar) -> Value {
  Value(unchecked: log(a.expression) / log(base.expression))
}

extension ElementwiseFunction {
  public func callAsFunction<Value: Symbolic>(_ argument: Value) -> Value {
    Value(unchecked: callAsFunction(argument.expression))
  }
}
