extension Operation {
  /// Where the operation's derivative holds, if not wherever its value is defined.
  ///
  /// At a kink the toolkit uses: step(0) = 0, so relu'(0) = 0, leaky_relu'(0) = a, elu'(0) = 2a; sign(0) = 0, so abs'(0) = 0;
  /// of two equal operands of max or min the second's derivative; of equal entries of max(x) the first. norm2 has no
  /// derivative at 0, and the formula gives 0/0 there.
  var proviso: Proviso? {
    switch self {
    case .relu, .leakyRelu, .elu, .abs, .sign, .step: .kink("away from 0 in the argument of")
    case .larger, .smaller: .kink("away from equal operands of")
    case .argmax: .kink("away from ties in")
    case .norm2: .kink("away from 0 in the argument of")
    case .maximum: .assumption("a unique maximum in")
    case .pseudoinverse: .assumption("constant rank of the argument of")
    case .nuclearNorm: .assumption("full rank of the argument of")
    default: nil
    }
  }
}

/// A restriction on the points at which a derivative holds.
enum Proviso: Sendable {
  /// The function has corners; the result holds elsewhere.
  case kink(String)
  /// The formula needs a property of the argument, listed among the assumptions.
  case assumption(String)
}
