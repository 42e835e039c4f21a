/// One step of a derivation; the nodes lie in the derivation's store.
enum Step: Sendable {
  /// A named equation, used at a place from left to right.
  case rewrite(String, before: Node, after: Node)
  /// d(node) by the operation's own differential rule.
  case differential(Operation, of: Node, is: Node)
  /// ⟨cotangent, node⟩ handed on to the operands that vary: Σ ⟨result, operand⟩.
  case adjoint(Operation, at: Node, cotangent: Node, parts: [Part])
  /// vec(node) = J vec(dX), for a node that is linear in dX.
  case jacobian(Operation, of: Node, before: Node, after: Node)
  /// The derivative by a variable, read off its differential.
  case identification(Identification, of: Node, is: Node)
  /// A rewriting that needs an attribute or an equation assumed, named by the text.
  case hypothesis(String, assumption: String, before: Node, after: Node)

  /// One operand's share of a scalar product.
  struct Part: Sendable {
    let operand: Node
    let result: Node
  }
}

/// What makes a factor of a differential the derivative.
enum Identification: String, CaseIterable, Sendable {
  case gradient = "gradient_of_inner"
  case jacobian = "jacobian_of_differential"

  var statement: String {
    switch self {
    case .gradient: "df = inner(G,dX) for all dX gives df/dX = G"
    case .jacobian: "vec(dY) = J*vec(dX) for all dX gives dY/dX = J"
    }
  }

  var cites: [Citation] {
    switch self {
    case .gradient: [.basic(92)]
    case .jacobian: [.magnusNeudecker("5.11")]
    }
  }
}
