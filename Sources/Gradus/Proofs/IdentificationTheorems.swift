extension Identification {
  /// What reading a derivative off a differential says: it is the derivative, and the only one.
  var theorem: TheoremStatement {
    switch self {
    case .gradient:
      TheoremStatement(
        rawValue,
        binders: [
          "(m n : nat)", "(f : 'M[R]_(m.+1, n.+1) -> R)", "(df : 'M[R]_(m.+1, n.+1) -> R)",
          "(X G : 'M[R]_(m.+1, n.+1))",
        ],
        premises: ["is_diff X f df", "(forall dX, df dX = inner G dX)"],
        conclusion: "is_gradient f X G /\\ (forall G', is_gradient f X G' -> G' = G)")
    case .jacobian:
      TheoremStatement(
        rawValue,
        binders: [
          "(m n p q : nat)", "(Y dY : 'M[R]_(m.+1, n.+1) -> 'M[R]_(p, q))", "(X : 'M[R]_(m.+1, n.+1))",
          "(J : 'M[R]_(q * p, n.+1 * m.+1))",
        ],
        premises: ["mxd X Y dY", "(forall dX, vec (dY dX) = J *m vec dX)"],
        conclusion: "is_jacobian Y X J /\\ (forall J', is_jacobian Y X J' -> J' = J)")
    }
  }
}
