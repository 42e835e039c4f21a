/// What came of comparing a derivative, entry by entry, with central differences of what it is the derivative of.
public struct GradientCheck: Sendable {
  public enum Verdict: Sendable {
    case agrees
    case disagrees(Disagreement)
    case undecided(Doubt)
  }

  /// An entry where the two differ by more than their estimated error allows.
  public struct Disagreement: Sendable {
    /// Counted from 0, in the layout of the derivative.
    public let row: Int
    public let column: Int
    /// What the derivative says.
    public let claimed: Double
    /// What the function's values say, and how far that may be off.
    public let difference: Double
    public let estimatedError: Double
    /// The exponent with which the Taylor remainder falls: 1 where the derivative is wrong, 2 where it is right.
    public let remainderSlope: Double?
    /// Where it happens, by the names of variables.
    public let point: [String: DenseMatrix]
    /// Lines that show it again in a shell.
    public let commands: [String]
  }

  /// Why nothing can be said.
  public enum Doubt: Sendable {
    /// No point was found at which function and derivative are finite.
    case noPoint
    /// At every point found something has a kink nearby.
    case kink
    /// The function has no finite values on both sides of the point.
    case oneSided(row: Int, column: Int)
    /// Rounding errors of the function leave too few digits of the difference.
    case noise(row: Int, column: Int, claimed: Double, difference: Double, estimatedError: Double)
    /// Differences agree, and the Taylor remainder falls as if the derivative were wrong.
    case remainder(slope: Double)
  }

  public internal(set) var verdict = Verdict.undecided(.noPoint)
  public internal(set) var points = 0
  public internal(set) var comparisons = 0
  public internal(set) var maximumRelativeError = 0.0
  /// The smallest exponent with which the Taylor remainder fell; nil where it was rounding throughout.
  public internal(set) var remainderSlope: Double?
  public let seed: UInt64
  /// Whether the derivative was derived here, and not given by someone.
  let isDerived: Bool

  init(seed: UInt64, isDerived: Bool = false) {
    self.seed = seed
    self.isDerived = isDerived
  }

  /// Whether at least one point was tried and every entry agreed.
  public var passed: Bool {
    if case .agrees = verdict { return true }
    return false
  }

  public var disagreement: Disagreement? {
    if case .disagrees(let disagreement) = verdict { return disagreement }
    return nil
  }
}

extension GradientCheck: CustomStringConvertible {
  /// The outcome with the seed; of a disagreement both values and how to see it again.
  public var description: String { Diagnostic.text(of: self) }
}

/// Thrown where a derivative is not shown to be right.
public struct GradientMismatch: Error, Sendable, CustomStringConvertible {
  public let check: GradientCheck

  public var description: String { check.description }
}

/// A derivative that cannot be compared, since its shape is not the one that the layout asks for.
public struct DerivativeShapeError: Error, Sendable, CustomStringConvertible {
  public let claimed: Shape
  public let expected: Shape
  public let layout: Layout

  public var description: String { Diagnostic.text(of: self) }
}
