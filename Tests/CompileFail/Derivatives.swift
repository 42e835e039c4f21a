import Gradus

enum M: Size {}
enum N: Size {}

let X = Matrix<M, N>("X")
let x = Vector<N>("x")
let y = Vector<M>("y")

// A gradient is of a scalar.
let gradientOfVector = try gradient(of: X * x, by: x)  // expected-error{{a gradient is of a scalar; jacobian(of:by:) derives a matrix or a vector}}

// A derivative in one layout taken for one in the other.
let jacobians: Jacobian<Matrix<M, N>> = try jacobian(of: X * x, by: x, layout: .denominator)  // expected-error 1+{{cannot assign value of type}} expected-note 1+{{are expected to be equal}}
let gradients: Gradient<Matrix<M, N>> = try gradient(of: norm2(X), by: X, layout: .numerator)  // expected-error 1+{{cannot assign value of type}} expected-note 1+{{are expected to be equal}}
let step = try X - gradient(of: norm2(X), by: X, layout: .numerator).expression  // expected-error{{}}

// A derivative by a differential.
let byDifferential = try gradient(of: norm2(X), by: d(X))  // expected-error{{}}
