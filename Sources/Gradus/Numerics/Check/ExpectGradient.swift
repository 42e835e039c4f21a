/// For tests: throws, with both values and a counterexample, unless `gradient` is the gradient of `f`.
///
/// In Swift Testing: `@Test func loss() throws { try expectGradient(loss, wrt: x, equals: 2 * A.T * (A * x - b)) }`.
@discardableResult
public func expectGradient(
  _ f: Expression, wrt variable: Variable, equals gradient: Expression, layout: Layout = .denominator,
  sizes: [String: Int] = [:], points: Int = 2, seed: UInt64 = 1
) throws -> GradientCheck {
  try GradientCheck(
    of: f, wrt: variable, equals: gradient, layout: layout, sizes: sizes, points: points, seed: seed
  ).get()
}

/// The same of typed expressions, where a wrong shape does not compile.
@discardableResult
public func expectGradient<Value: Symbolic>(
  _ f: Scalar, wrt variable: Value, equals gradient: Value, sizes: [String: Int] = [:], points: Int = 2,
  seed: UInt64 = 1
) throws -> GradientCheck {
  try GradientCheck(of: f, wrt: variable, equals: gradient, sizes: sizes, points: points, seed: seed).get()
}

/// The same of a function of numbers at a point.
@discardableResult
public func expectGradient(
  _ f: @escaping ([Double]) -> Double, at point: [Double], equals gradient: @escaping ([Double]) -> [Double]
) throws -> GradientCheck {
  try GradientCheck(of: f, at: point, equals: gradient).get()
}

extension GradientCheck {
  /// The check itself if it passed.
  public func get() throws(GradientMismatch) -> GradientCheck {
    if passed { return self }
    throw GradientMismatch(check: self)
  }
}
