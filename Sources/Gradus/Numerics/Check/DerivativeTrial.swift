/// A derivative at one point, where it and what is differentiated have values.
struct DerivativeTrial {
  private let check: DerivativeCheck
  let point: SamplePoint
  private let base: DenseMatrix
  /// The derivative's value.
  let claimed: DenseMatrix
  private let difference: CentralDifference
  private let arrangement: Arrangement

  private var store: Store { check.store }

  init?(_ check: DerivativeCheck, at point: SamplePoint) {
    guard let claimed = try? check.store.evaluate([check.derivative], at: point)[0], claimed.isFinite,
      var difference = try? CentralDifference(check.store, check.target, at: point), difference.value.isFinite,
      let base = point.values[check.variable.name]
    else { return nil }
    difference.progress = check.progress
    (self.check, self.point, self.claimed, self.difference, self.base) = (check, point, claimed, difference, base)
    arrangement = Arrangement(
      rows: difference.value.rows, columns: difference.value.columns, variableRows: base.rows,
      variableColumns: base.columns, layout: check.layout, isGradient: check.isGradient,
      isByScalar: check.variable.shape.isScalar && !check.keepsColumn)
  }

  func outcome() -> CheckTally.Outcome {
    guard let estimate = estimate(stepFactor: 1) else { return .doubtful(.noPoint) }
    return CheckTally.Outcome(
      claimed, estimate, isSmooth: isSmooth, again: { self.estimate(stepFactor: $0) }, spread: { self.spread },
      slope: { remainder?.slope })
  }

  /// Central differences of every entry, arranged as the derivative.
  func estimate(stepFactor: Double) -> Extrapolation.Estimate? {
    var difference = difference
    difference.stepFactor = stepFactor
    guard let found = try? difference.jacobian(by: check.variable.name, inside: check.structure) else { return nil }
    var estimate = Extrapolation.Estimate(value: arranged(found.value), error: arranged(found.error))
    // Each projected entry is a mean of at most two.
    if check.projectsRows { estimate.error = estimate.error.map { _ in found.error.maximumMagnitude } }
    return estimate.value.rows == claimed.rows && estimate.value.columns == claimed.columns ? estimate : nil
  }

  /// ∂vec(Y)/∂vec(X)ᵀ in the shape of the derivative.
  func arranged(_ jacobian: DenseMatrix) -> DenseMatrix {
    arrangement.arranged(check.projectsRows ? projected(jacobian) : jacobian)
  }

  /// Differences with one step for all entries, arranged as the derivative; nil where a value is not finite.
  func plainDifferences(step: Double) -> (central: DenseMatrix, forward: DenseMatrix)? {
    let found = try? difference.plainJacobians(by: check.variable.name, inside: check.structure, step: step)
    return found.flatMap { $0 }.map { (arranged($0.central), arranged($0.forward)) }
  }

  /// The Taylor remainder along a random direction, inside the structure if there is one.
  var remainder: TaylorRemainder? {
    var generator = SplitMix64(seed: check.seed &+ 1)
    var direction = DenseMatrix.normal(base.rows, base.columns, using: &generator)
    if let structure = check.structure { direction = structure.projection(of: direction, at: base) }
    // A derivative projected on both sides is no longer that of the function along a line.
    guard !check.projectsRows, direction.maximumMagnitude > 0 else { return nil }
    direction = (1 / direction.maximumMagnitude) * direction
    let slope = arrangement.jacobian(of: claimed).times(direction.vectorized)
    guard slope.rows == difference.value.rows * difference.value.columns else { return nil }
    let derivative = slope.unvectorized(rows: difference.value.rows, columns: difference.value.columns)
    return TaylorRemainder(value: difference.value, derivative: derivative) { step in
      difference.value(moving: [check.variable.name: base + step * direction])
    }
  }

  /// Whether kinks and singular matrices are far.
  private var isSmooth: Bool {
    guard let evaluation = try? PlainEvaluation(store, [check.target, check.derivative], sizes: point.sizes),
      let values = try? evaluation.values(at: point)
    else { return false }
    return evaluation.regularity(of: values) == .smooth
  }

  /// How far the derivative's own rounding errors reach: how it changes when its arguments change in their last digits.
  private var spread: DenseMatrix {
    var generator = SplitMix64(seed: check.seed &+ 2)
    var widest = claimed.map { _ in 0.0 }
    for _ in 0..<4 {
      var moved = point
      for (name, value) in point.values {
        moved.values[name] = value.map { $0 * (1 + 0x1p-49 * generator.next(in: -1...1)) }
      }
      guard let value = try? store.evaluate([check.derivative], at: moved)[0], value.isFinite else { continue }
      widest = widest.combined(with: value - claimed) { max($0, $1.magnitude) }
    }
    return widest
  }

  /// Every column, as a matrix, projected onto the structure.
  private func projected(_ jacobian: DenseMatrix) -> DenseMatrix {
    guard let structure = check.structure else { return jacobian }
    var projected = jacobian
    for place in 0..<jacobian.columns {
      let column = jacobian.block(rows: 0..<jacobian.rows, columns: place..<(place + 1))
      let matrix = structure.projection(of: column.unvectorized(rows: base.rows, columns: base.columns), at: base)
      for (row, value) in matrix.vectorized.elements.enumerated() { projected[row, place] = value }
    }
    return projected
  }
}
