// swift-format-ignore-file
import Gradus

enum M: Size {}
enum N: Size {}
enum K: Size {}

let A = Matrix<M, K>("A")
let X = Matrix<M, N>("X")
let x = Vector<N>("x")

// Two shapes.
let shapes = A + X  // expected-error{{cannot convert value of type 'Matrix<M, N>' to expected argument type 'Matrix<M, K>'}} expected-note{{('N' and 'K') are expected to be equal}}

// A vector is not added to the rows of a matrix.
let rows = X + x  // expected-error{{binary operator '+' cannot be applied to operands of type 'Matrix<M, N>' and 'Vector<N>' (aka 'Matrix<N, One>')}}

// A typed expression beside one whose shape is known at run time only.
let untyped = X + X.expression  // expected-error{{binary operator '+' cannot be applied to operands of type 'Matrix<M, N>' and 'Expression'}} expected-note{{partially matching parameter lists}}
