extension Inference {
  /// In a function's body everything is a scalar, and what is not is refused by name.
  mutating func inferInFunction(_ node: SyntaxNode, _ place: Int) throws(Problem) {
    let function = ownFunction ?? ""
    switch node.kind {
    case .name:
      switch resolution.meanings[place] {
      case .variable, .differential, .definition:
        inferName(place)
        if !side(ofNode: place).isScalar { note(Clash(.notScalar(side(ofNode: place), function), at: place)) }
        set(place, 0, 0)
      case .identity: throw syntax.problem(.notElementwise(function: "I", in: function), at: place)
      default: break
      }
    case .onesColumn, .index, .whole, .span, .kronecker:
      throw syntax.problem(.notElementwise(function: syntax.excerpt(place), in: function), at: place)
    case .call:
      switch resolution.meanings[place] {
      case .ownFunction: break
      case .function(let name):
        switch name.form {
        case .elementwise, .pair, .squareRoot, .logarithm, .power: break
        case .reductionOrPair where node.count == 2: break
        default: throw syntax.problem(.notElementwise(function: syntax.name(node.value), in: function), at: place)
        }
      default: throw syntax.problem(.notElementwise(function: syntax.name(node.value), in: function), at: place)
      }
    default: break
    }
  }
}
