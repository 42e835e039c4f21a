/// An equation that the user assumes, oriented from its larger to its smaller side; it also holds transposed.
struct OrientedHypothesis: Sendable {
  let text: String
  let left: Node
  let right: Node

  /// The forms in which an equation can be used; none where both sides are the same.
  static func oriented(_ left: Node, _ right: Node, text: String, in s: Simplifier) -> [OrientedHypothesis] {
    let (a, b) = (s.simplify(left), s.simplify(right))
    if a == b { return [] }
    let (from, to) = s.store.precedes(a, b) ? (b, a) : (a, b)
    var forms = [OrientedHypothesis(text: text, left: from, right: to)]
    let mirrored = OrientedHypothesis(text: text, left: s.transpose(from), right: s.transpose(to))
    if mirrored.left != from { forms.append(mirrored) }
    if s.operation(from) == .norm2 {
      let argument = Expression(s.store, s.store.operands(from)[0])
      let square = s.normalize(argument.contracted(with: argument).node)
      forms.append(OrientedHypothesis(text: text, left: square, right: s.power(to, 2)))
    }
    return forms
  }

  /// The node with the left side replaced, as a whole, as a run of factors, or as some of the commuting operands.
  func rewrite(_ s: Simplifier, _ node: Node, _ record: Record) -> Node? {
    if node == left { return right }
    let pattern = s.store[left]
    guard pattern.operation == record.operation, pattern.count < record.count else { return nil }
    switch record.operation {
    case .product:
      let (length, factors) = (Int(pattern.count), Array(record.operands))
      for start in 0...(factors.count - length) where factors[start..<start + length].elementsEqual(pattern.operands) {
        return ProductRules.join(s, factors[..<start], right, factors[(start + length)...])
      }
      return nil
    case .hadamard, .sum:
      var rest = Array(record.operands)
      for operand in pattern.operands {
        guard let place = rest.firstIndex(of: operand) else { return nil }
        rest.remove(at: place)
      }
      return record.operation == .sum ? s.sum(rest + [right]) : s.hadamard(rest + [right])
    default: return nil
    }
  }
}
