// swift-format-ignore-file
import Gradus

enum M: Size {}
enum N: Size {}

let X = Matrix<M, N>("X")
let x = Vector<N>("x")
let Q = Matrix<N, N>("Q")

// A gradient is of a scalar.
let gradientOfVector = try gradient(of: X * x, by: x)  // expected-error{{a gradient is of a scalar; jacobian(of:by:) derives a matrix or a vector}} expected-warning{{no calls to throwing functions}}

// A derivative in one layout taken for one in the other.
let jacobians: Jacobian<Matrix<M, N>> = try jacobian(of: X * x, by: x, layout: .denominator)  // expected-error 2{{cannot assign value of type 'Derivative<Matrix<N, M>, DenominatorLayout>' to type 'Jacobian<Matrix<M, N>>'}} expected-note 3{{are expected to be equal}}
let gradients: Gradient<Matrix<M, N>> = try gradient(of: norm2(X), by: X, layout: .numerator)  // expected-error 2{{to type 'Gradient<Matrix<M, N>>' (aka 'Derivative<Matrix<M, N>, DenominatorLayout>')}} expected-note 3{{are expected to be equal}}
let square: Jacobian<Matrix<N, N>> = try jacobian(of: Q * x, by: x, layout: .denominator)  // expected-error{{to type 'Jacobian<Matrix<N, N>>'}} expected-note{{arguments to generic parameter 'Layout' ('DenominatorLayout' and 'NumeratorLayout') are expected to be equal}}
let step = try X - gradient(of: norm2(X), by: X, layout: .numerator).expression  // expected-error{{binary operator '-' cannot be applied to operands of type 'Matrix<M, N>' and 'Matrix<M, N>.Transposed' (aka 'Matrix<N, M>')}}

// A derivative by a differential.
let byDifferential = try gradient(of: norm2(X), by: d(X))  // expected-error{{requires that 'Differential<Matrix<M, N>>' conform to 'Symbolic'}}
