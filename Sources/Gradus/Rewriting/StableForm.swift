/// Equal forms that stay finite where those that were written overflow.
///
/// log(softmax(z)) becomes log_softmax(z), log(1 + exp(x)) becomes softplus(x), and so on, before numbers are computed.
enum StableForm {
  private static let folding: [Rule] =
    [
      FoldingRules.sigmoid, FoldingRules.exponentialSigmoid, FoldingRules.softplus, FoldingRules.logSumExp,
    ] + SoftmaxRules.all

  private static let opening = (ExpandingRules.logOfSoftmax + [ExpandingRules.logOfSigmoid, ExpandingRules.logOfRest])
    .map { rule in
      Rule(rule.name, rule.statement, where: rule.declarations, .expanding, at: .log) { s, node, _ in
        rule.expand(s.store, node).map { s.normalize($0) }
      }
    }

  static let table = Rule.Table(folding + opening)

  static func of(_ roots: [Node], in store: Store) -> [Node] {
    let simplifier = Simplifier(store, rules: table)
    return roots.map { simplifier.simplify($0) }
  }
}
