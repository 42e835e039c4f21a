/// A derived expression with the reasons for it; its expressions lie in the shared store, as those written by hand.
public struct DerivedResult: Sendable, CustomStringConvertible {
  public let expression: Expression
  /// The differential that the derivative was read off, linear in dX.
  public let differential: Expression
  public let layout: Layout
  /// What the result needs beyond the expression's own domain.
  public let assumptions: [String]
  public let notes: [String]
  private let derivation: Derivation
  /// The derivation's own store has no lock.
  private let lock = Lock()

  init(_ derivation: Derivation, expression: Node) {
    self.derivation = derivation
    let own = derivation.store
    self.expression = SharedStore.building { $0.adopt(expression, from: own) }
    differential = SharedStore.building { $0.adopt(derivation.differential, from: own) }
    layout = derivation.layout
    assumptions = derivation.assumptions
    notes = derivation.notes
  }

  /// The steps in the text syntax, in order.
  public var steps: [StepLine] { steps(as: .ascii) }

  public func steps(as dialect: Dialect) -> [StepLine] { lock.locked { derivation.lines(as: dialect) } }

  /// The derivative against central differences at random points; nil where there is only a differential.
  public func check(sizes: [String: Int] = [:], points: Int = 2, seed: UInt64 = 1) -> GradientCheck? {
    lock.locked { derivation.check(sizes: sizes, points: points, seed: seed) }
  }

  /// Replays each step by the rule that it names and, where wanted, tries it in numbers at a random point.
  public func checkSteps(inNumbers: Bool = true, seed: UInt64 = 1) -> StepCheck {
    lock.locked { derivation.checkSteps(inNumbers: inNumbers, seed: seed) }
  }

  /// The expression in the text syntax.
  public var description: String { expression.description }
}
