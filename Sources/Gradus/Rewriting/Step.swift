/// One step of a derivation; the nodes lie in the derivation's store.
enum Step: Sendable {
  /// A named equation, used at a place from left to right.
  case rewrite(String, before: Node, after: Node)
  /// d(node) by the operation's own differential rule.
  case differential(Operation, of: Node, is: Node)
  /// ⟨cotangent, node⟩ handed on to an operand: ⟨result, operand⟩.
  case adjoint(Operation, at: Node, operand: Node, cotangent: Node, is: Node)
  /// df = ⟨G, dX⟩ for all dX makes G the gradient.
  case identification(of: Node, is: Node)
  /// A rewriting that needs an attribute or an equation assumed, named by the text.
  case hypothesis(String, assumption: String, before: Node, after: Node)
}
