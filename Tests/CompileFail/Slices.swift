import Gradus

enum M: Size {}
enum N: Size {}

let X = Matrix<M, N>("X")

// Both ways are offered.
let softmaxes = softmax(X)  // expected-error{{a matrix needs an axis: softmax(Z, axis: .columns) along each row, or .rows along each column}}
let rows: Vector<M> = sum(X, axis: .rows)  // expected-error{{}}
