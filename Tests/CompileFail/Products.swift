// swift-format-ignore-file
import Gradus

enum M: Size {}
enum N: Size {}
enum K: Size {}

let A = Matrix<M, K>("A")
let X = Matrix<M, N>("X")
let x = Vector<N>("x")
let y = Vector<M>("y")

// The inner sizes differ, and both are named.
let inner = A * X  // expected-error{{cannot convert value of type 'Matrix<M, N>' to expected argument type 'Matrix<K, N>'}} expected-note{{arguments to generic parameter 'Rows' ('M' and 'K') are expected to be equal}}

// The square of a matrix that is not square.
let square = A * A  // expected-error{{cannot convert value of type 'Matrix<M, K>' to expected argument type 'Matrix<K, K>'}} expected-note{{('M' and 'K') are expected to be equal}}

// A column times a column lacks a transpose.
let columns = x * x  // expected-error{{cannot convert value of type 'Vector<N>' (aka 'Matrix<N, One>') to expected argument type 'Matrix<One, One>'}} expected-note{{('N' and 'One') are expected to be equal}}

// Entrywise products and inner products are of one shape.
let entrywise = A ⊙ X  // expected-error{{cannot convert value of type 'Matrix<M, N>' to expected argument type 'Matrix<M, K>'}} expected-note{{('N' and 'K') are expected to be equal}}
let lengths = dot(x, y)  // expected-error{{cannot convert value of type 'Vector<M>' (aka 'Matrix<M, One>') to expected argument type 'Matrix<N, One>'}} expected-note{{('M' and 'N') are expected to be equal}}

// Nothing is divided by a vector.
let quotient = x / x  // expected-error{{binary operator '/' cannot be applied to two 'Vector<N>' (aka 'Matrix<N, One>') operands}}

// A row times a column is a scalar, and a quadratic form no matrix.
let scalar: Matrix<N, N> = x.T * x  // expected-error{{cannot convert value of type 'Scalar' to specified type 'Matrix<N, N>'}}
