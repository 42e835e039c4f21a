// swift-format-ignore-file
import Gradus

enum M: Size {}
enum N: Size {}

let X = Matrix<M, N>("X")
let Q = Matrix<N, N>("Q")
let x = Vector<N>("x")
let s = Scalar("s")

// A product of two differentials is not linear.
let product = d(X) * d(X)  // expected-error{{binary operator '*' cannot be applied to two 'Differential<Matrix<M, N>>' operands}}
let square = d(s) * d(s)  // expected-error{{binary operator '*' cannot be applied to two 'Differential<Scalar>' operands}}
let form = d(x).T * d(x)  // expected-error{{binary operator '*' cannot be applied to operands of type}}

// Nor is a function of one, or a differential plus a constant.
let function = exp(d(X))  // expected-error{{no exact matches in call to global function 'exp'}}
let affine = d(X) + X  // expected-error{{binary operator '+' cannot be applied to operands of type 'Differential<Matrix<M, N>>' and 'Matrix<M, N>'}}
let inverse = inv(d(Q))  // expected-error{{cannot convert value of type 'Differential<Matrix<N, N>>' to expected argument type}}

// The differential of a variable is constant.
let second = d(d(X))  // expected-error{{global function 'd' requires that 'Differential<Matrix<M, N>>' conform to 'Symbolic'}}
