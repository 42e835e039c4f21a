// swift-format-ignore-file: AlwaysUseLowerCamelCase

import Gradus

// A page of ordinary formulas as one writes them; each line must type-check in a tenth of a second.

enum M: Size {}
enum N: Size {}
enum K: Size {}
enum Batch: Size {}
enum Hidden: Size {}
enum Classes: Size {}

struct PageOfFormulas {
  let A = Matrix<M, K>("A")
  let B = Matrix<N, K>("B")
  let X = Matrix<M, N>("X")
  let Y = Matrix<M, N>("Y")
  let S = Matrix<N, N>("S", .symmetric)
  let P = Matrix<N, N>("P", .positiveDefinite)
  let Q = Matrix<N, N>("Q")
  let w = Vector<N>("w")
  let x = Vector<N>("x")
  let y = Vector<M>("y")
  let mu = Vector<N>("mu")
  let b = Scalar("b")
  let s = Scalar("s")
  let t = Scalar("t")
  let lambda = Scalar("lambda", .positive)
  let sigma = Scalar("sigma", .positive)

  // Logistic regression.
  var logistic: Scalar { sum(log(1 + exp(-y ⊙ (X * w)))) }
  var ridgedLogistic: Scalar { sum(log(1 + exp(-y ⊙ (X * w + b)))) / M.count + 0.5 * lambda * norm2(w).power(2) }
  var logLikelihood: Scalar { dot(y, log(sigmoid(X * w))) + dot(1 - y, log(1 - sigmoid(X * w))) }

  // Gaussian likelihoods.
  var gaussian: Scalar {
    -0.5 * (x - mu).T * inv(P) * (x - mu) - 0.5 * logdet(P) - 0.5 * N.count * log(2 * .pi)
  }
  var gaussianSum: Scalar {
    -M.count / 2 * log(2 * .pi * sigma.power(2)) - norm2(y - X * w).power(2) / (2 * sigma.power(2))
  }
  var wishart: Scalar { 0.5 * (s - N.count - 1) * logdet(P) - 0.5 * tr(inv(S) * P) }
  var mixture: Scalar { log(s * exp(-0.5 * (t - b).power(2)) + (1 - s) * exp(-0.5 * (t + b).power(2) / sigma)) }

  // Least squares and its kin.
  var ridge: Scalar { norm2(X * w - y).power(2) + lambda * norm2(w).power(2) }
  var ridgeSolution: Vector<N> { inv(X.T * X + lambda * .identity) * X.T * y }
  var lasso: Scalar { 0.5 * norm2(X * w - y).power(2) + lambda * norm1(w) }
  var rayleigh: Scalar { (x.T * S * x) / (x.T * x) }
  var huber: Scalar { sum(sqrt(1 + (X * w - y).power(2)) - 1) }
  var bilinear: Scalar { tr(A.T * X * B) + 2 * tr(X.T * X) }
  var quadratic: Scalar { x.T * Q * x - 2 * w.T * x + 3 }
  var elasticNet: Scalar {
    norm2(X * w - y).power(2) / (2 * M.count) + s * norm1(w) + 0.5 * (1 - s) * norm2(w).power(2)
  }

  // Matrix factorisation.
  let U = Matrix<M, K>("U")
  let V = Matrix<N, K>("V")
  var factorisation: Scalar { norm2(X - U * V.T).power(2) + lambda * (norm2(U).power(2) + norm2(V).power(2)) }
  var masked: Scalar { norm2(Y ⊙ (X - U * V.T)).power(2) }
  var nonnegative: Scalar { sum(X ⊙ log(X ⊘ (U * V.T)) - X + U * V.T) }

  // Softmax and cross-entropy.
  let Z = Matrix<Batch, Classes>("Z")
  let labels = Matrix<Batch, Classes>("Y", .oneHotRows)
  let z = Vector<Classes>("z")
  let target = Vector<Classes>("p", .simplex)
  var crossEntropy: Scalar { -dot(target, logSoftmax(z)) }
  var batchedCrossEntropy: Scalar { -sum(labels ⊙ logSoftmax(Z, axis: .columns)) / Batch.count }
  var entropy: Scalar { -sum(softmax(z) ⊙ log(softmax(z))) }
  var freeEnergy: Scalar { t * logsumexp(z / t) - target.T * z }

  // A perceptron with two layers.
  let inputs = Matrix<Batch, N>("X")
  let W1 = Matrix<N, Hidden>("W1")
  let W2 = Matrix<Hidden, Classes>("W2")
  let b1 = Matrix<One, Hidden>("b1")
  let b2 = Matrix<One, Classes>("b2")
  let all = Vector<Batch>.ones
  var hidden: Matrix<Batch, Hidden> { relu(inputs * W1 + all * b1) }
  var logits: Matrix<Batch, Classes> { relu(inputs * W1 + all * b1) * W2 + all * b2 }
  var perceptron: Scalar {
    -sum(labels ⊙ logSoftmax(relu(inputs * W1 + all * b1) * W2 + all * b2, axis: .columns)) / Batch.count
  }

  // Attention.
  let queries = Matrix<M, K>("Q")
  let keys = Matrix<N, K>("K")
  let values = Matrix<N, Hidden>("V")
  var attention: Matrix<M, Hidden> { softmax(queries * keys.T / sqrt(K.count), axis: .columns) * values }

  // Layer normalisation of rows.
  let gamma = Matrix<One, N>("gamma")
  let beta = Matrix<One, N>("beta")
  var centred: Matrix<Batch, N> { inputs - mean(inputs, axis: .columns) * .ones }
  var deviation: Vector<Batch> { sqrt(mean(centred ⊙ centred, axis: .columns) + 1e-5) }
  var layerNorm: Matrix<Batch, N> { (all * gamma) ⊙ centred ⊘ (deviation * .ones) + all * beta }

  // A gated recurrent unit.
  let h = Vector<Hidden>("h")
  let Wr = Matrix<Hidden, N>("W_r")
  let Ur = Matrix<Hidden, Hidden>("U_r")
  let Wz = Matrix<Hidden, N>("W_z")
  let Uz = Matrix<Hidden, Hidden>("U_z")
  let Wh = Matrix<Hidden, N>("W_h")
  let Uh = Matrix<Hidden, Hidden>("U_h")
  let bz = Vector<Hidden>("b_z")
  var reset: Vector<Hidden> { sigmoid(Wr * x + Ur * h) }
  var update: Vector<Hidden> { sigmoid(Wz * x + Uz * h + bz) }
  var candidate: Vector<Hidden> { tanh(Wh * x + Uh * (reset ⊙ h)) }
  var gated: Vector<Hidden> { (1 - update) ⊙ h + update ⊙ candidate }
  var gatedInOneLine: Vector<Hidden> {
    (1 - sigmoid(Wz * x + Uz * h + bz)) ⊙ h + sigmoid(Wz * x + Uz * h + bz) ⊙ tanh(Wh * x + Uh * (reset ⊙ h))
  }

  // Others.
  var kalmanGain: Matrix<N, M> { P * X.T * inv(X * P * X.T + sigma * .identity) }
  var cosine: Scalar { dot(x, w) / (norm2(x) * norm2(w)) }
  var kernel: Scalar { exp(-norm2(x - w).power(2) / (2 * sigma.power(2))) }
  var householder: Vector<N> { x - 2 * (w.T * x) / (w.T * w) * w }
  var flow: Matrix<N, N> { expm(t * Q) * S - S * expm(-t * Q.T) }
  var outer: Matrix<N, M> { x * y.T + 2 * w * y.T }
  var distances: Matrix<M, N> { norm2(x) * X + s - X / t }
  var sylvester: Matrix<Times<N, M>, Times<N, M>> { kron(.identity, X * X.T) + kron(S, .identity) }
  var polynomial: Scalar { 3 * s.power(4) - 2 * s.power(3) * t + 0.5 * s * t - t / 3 + 1 }
  var gelus: Vector<N> { 0.5 * x ⊙ (1 + tanh(sqrt(2 / .pi) * (x + 0.044715 * x.power(3)))) }
  var student: Scalar { -(s + 1) / 2 * log(1 + t.power(2) / s) - 0.5 * log(s * .pi) }
  var poisson: Scalar { dot(y, X * w) - sum(exp(X * w)) }
  var focal: Scalar { -sum((1 - sigmoid(x)).power(2) ⊙ log(sigmoid(x))) }

  // Longer lines than one ought to write.
  var longPolynomial: Scalar {
    1 + 2 * s + 3 * s.power(2) + 4 * s.power(3) + 5 * s.power(4) + 6 * s.power(5) + 7 * s.power(6)
  }
  var evidenceBound: Scalar {
    -0.5 * sum(1 + w - mu ⊙ mu - exp(w)) + 0.5 * norm2(x - w).power(2) / sigma + 0.5 * N.count * log(2 * .pi * sigma)
  }
  var marginalLikelihood: Scalar {
    -0.5 * M.count * log(2 * .pi) - 0.5 * logdet(X * X.T + sigma * .identity)
      - 0.5 * y.T * inv(X * X.T + sigma * .identity) * y
  }
  var matrixSum: Matrix<M, N> { X + 2 * Y - 3 * X ⊙ Y + 4 * X / s - Y ⊘ (1 + X ⊙ X) + s * X - t * Y + 1 }
  var penalizedLikelihood: Scalar {
    -dot(y, log(sigmoid(X * w + s))) - dot(1 - y, log(1 - sigmoid(X * w + s)))
      + 0.5 * t * (norm2(w).power(2) + s.power(2)) - 3
  }

  // Differentials.
  var dBilinear: Differential<Scalar> { tr(A.T * d(X) * B) }
  var dQuadratic: Differential<Scalar> { d(x).T * S * x + x.T * S * d(x) }
  var dInverse: Differential<Matrix<N, N>> { -inv(Q) * d(Q) * inv(Q) }
  var dDeterminant: Differential<Scalar> { det(Q) * tr(inv(Q) * d(Q)) }
  var dGram: Differential<Matrix<N, N>> { d(X).T * X + X.T * d(X) }
  var dLogistic: Differential<Scalar> { -(y ⊙ sigmoid(-y ⊙ (X * w))).T * (X * d(w)) }
  var dSigmoid: Differential<Vector<N>> { sigmoid(x) ⊙ (1 - sigmoid(x)) ⊙ d(x) }
  var dResidual: Differential<Scalar> { 2 * (X * w - y).T * (d(X) * w + X * d(w)) + 2 * lambda * w.T * d(w) }
}
