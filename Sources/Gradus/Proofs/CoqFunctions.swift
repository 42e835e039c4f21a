extension Operation {
  /// The function of numbers that an entrywise operation applies.
  var coqFunction: String? {
    switch self {
    case .exp: "expR"
    case .log: "ln"
    case .abs: "absolute"
    case .sign: "Num.sg"
    case .step, .sin, .cos, .tan, .cot, .sec, .csc, .asin, .acos, .atan, .acot, .sinh, .cosh, .tanh, .coth, .sech,
      .csch, .sigmoid, .relu, .elu, .gelu, .silu, .softplus, .erf, .larger, .smaller:
      "\(self)"
    case .leakyRelu: "leaky_relu"
    default: nil
    }
  }

  /// The function of whole matrices, by the axis where there are several.
  func coqReduction(_ axis: Axis) -> String? {
    switch self {
    case .total: "total" + axis.coqSuffix
    case .maximum, .argmax: "\(self)" + axis.coqSuffix
    case .logSumExp: "logsumexp" + axis.coqSuffix
    case .softmax: "softmax" + axis.coqSuffix
    case .logSoftmax: "log_softmax" + axis.coqSuffix
    case .vec, .diagonal: "\(self)"
    case .diagonalMatrix: "diag"
    case .lowerTriangle: "lower_triangle"
    case .logDeterminant: "logdet"
    case .norm1, .norm2, .dot: "\(self)"
    case .mean: "mean" + axis.coqSuffix
    default: nil
    }
  }
}

extension Axis {
  fileprivate var coqSuffix: String {
    switch self {
    case .all: ""
    case .rows: "_rows"
    case .columns: "_columns"
    }
  }
}
