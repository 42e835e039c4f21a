// swift-format-ignore-file
import Gradus

enum M: Size {}
enum N: Size {}

let X = Matrix<M, N>("X")

let trace = tr(X)  // expected-error{{cannot convert value of type 'Matrix<M, N>' to expected argument type 'Matrix<M, M>'}} expected-note{{('N' and 'M') are expected to be equal}}
let inverse = inv(X)  // expected-error{{expected argument type 'Matrix<M, M>'}} expected-note{{('N' and 'M') are expected to be equal}}
let determinant = det(X)  // expected-error{{expected argument type 'Matrix<M, M>'}} expected-note{{('N' and 'M') are expected to be equal}}
let exponential = expm(X)  // expected-error{{expected argument type 'Matrix<M, M>'}} expected-note{{('N' and 'M') are expected to be equal}}
let identity = Matrix<M, N>.identity  // expected-error{{static property 'identity' requires the types 'M' and 'N' be equivalent}}
