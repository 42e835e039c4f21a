// swift-format-ignore-file
import Gradus

enum M: Size {}
enum N: Size {}

let X = Matrix<M, N>("X")

// Both ways are offered.
let softmaxes = softmax(X)  // expected-error{{a matrix needs an axis: softmax(Z, axis: .columns) along each row, or .rows along each column}}

// Sums down the rows leave a row.
let rows: Vector<M> = sum(X, axis: .rows)  // expected-error{{to type 'Vector<M>' (aka 'Matrix<M, One>')}} expected-note 2{{are expected to be equal}}
