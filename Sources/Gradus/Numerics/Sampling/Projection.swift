/// Moves a point onto equations by Gauss-Newton steps of least length on the residuals r: x ← x − J⁺ r.
///
/// Structured variables move inside their structure. Of an equation step(u) = 1, which no derivative can reach, the
/// argument is moved to positive numbers.
struct Projection {
  typealias Equation = (left: Node, right: Node)

  /// What is brought to zero: left − right, or where there is no right side the distance of left from its target.
  private struct Residual {
    let left: Node
    let right: Node?
  }

  private let store: Store
  private let moving: [Variable]
  private let residuals: [Residual]

  private static let unknownLimit = 1_000
  private static let stepLimit = 40
  private static let dearStepLimit = 3
  private static let tolerance = 1e-12

  init(_ store: Store, onto equations: [Equation], moving: [Variable]) {
    self.store = store
    var residuals = equations.map { equation in
      store.operation(equation.left) == .step && store.isOnes(equation.right)
        ? Residual(left: store.operands(equation.left)[0], right: nil)
        : Residual(left: equation.left, right: equation.right)
    }
    let occurring = Set(store.variables(in: residuals.flatMap { [$0.left] + ($0.right.map { [$0] } ?? []) }))
    self.moving = moving.filter { occurring.contains($0) && $0.attributes.isDisjoint(with: .discrete) }
    for variable in self.moving { residuals += Projection.structure(of: variable, in: store) }
    self.residuals = residuals
  }

  /// A nearby point at which every equation holds up to rounding and every moved variable keeps its attributes.
  func project(_ start: SamplePoint) -> SamplePoint? {
    let roots = residuals.map(\.left) + residuals.compactMap(\.right)
    guard let evaluation = try? PlainEvaluation(store, roots, sizes: start.sizes) else { return nil }
    let directions = moving.flatMap { variable in
      start.values[variable.name].map { variable.attributes.directions(rows: $0.rows, columns: $0.columns) }?
        .map { (variable.name, $0) } ?? []
    }
    guard directions.count <= Projection.unknownLimit, let targets = targets(evaluation, start) else { return nil }
    var point = start
    guard var residual = self.residual(evaluation, point, targets) else { return nil }
    var dearSteps = 0
    for _ in 0..<Projection.stepLimit {
      if residual.maximumMagnitude <= Projection.tolerance { return keepsAttributes(point) ? point : nil }
      guard let (next, smaller) = improved(point, residual, directions, evaluation, targets, &dearSteps)
      else { break }
      (point, residual) = (next, smaller)
    }
    // Rounding can keep a long sum from getting nearer.
    return residual.maximumMagnitude <= 100 * Projection.tolerance && keepsAttributes(point) ? point : nil
  }

  /// A step, halved until it helps.
  private func improved(
    _ point: SamplePoint, _ residual: DenseMatrix, _ directions: [(String, DenseMatrix)],
    _ evaluation: PlainEvaluation, _ targets: [DenseMatrix?], _ dearSteps: inout Int
  ) -> (SamplePoint, DenseMatrix)? {
    var columns: [[Double]] = []
    for (name, direction) in directions {
      let step = 1e-5 * max(1, point.values[name]?.maximumMagnitude ?? 1)
      guard let above = self.residual(evaluation, point.moved(name, step, direction), targets),
        let below = self.residual(evaluation, point.moved(name, -step, direction), targets)
      else { return nil }
      columns.append(((0.5 / step) * (above - below)).elements)
    }
    let jacobian = DenseMatrix(rows: residual.rows, columns: columns.count) { columns[$1][$0] }
    func step(_ change: DenseMatrix) -> (SamplePoint, DenseMatrix)? {
      var length = 1.0
      for _ in 0..<8 {
        var next = point
        for (place, (name, direction)) in directions.enumerated() {
          next = next.moved(name, -length * change[place, 0], direction)
        }
        if let found = self.residual(evaluation, next, targets), found.maximumMagnitude < residual.maximumMagnitude {
          return (next, found)
        }
        length /= 2
      }
      return nil
    }
    // The singular values are dear, and needed only where Jᵀ(J Jᵀ + εI)⁻¹ r does not help.
    if let found = jacobian.leastLengthSolution(residual).flatMap(step) { return found }
    dearSteps += 1
    if dearSteps > Projection.dearStepLimit { return nil }
    return step(jacobian.pseudoInverse(relativeTolerance: 1e-9).times(residual))
  }

  /// For equations that ask for positive numbers: the numbers that are there, made positive and kept away from 0.
  private func targets(_ evaluation: PlainEvaluation, _ point: SamplePoint) -> [DenseMatrix?]? {
    guard let values = try? evaluation.values(at: point) else { return nil }
    return residuals.enumerated().map { place, residual in
      residual.right == nil ? values[evaluation.roots[place]].map { 0.2 + $0.magnitude } : nil
    }
  }

  /// All residuals one under the other; nil where something has no finite value.
  private func residual(_ evaluation: PlainEvaluation, _ point: SamplePoint, _ targets: [DenseMatrix?]) -> DenseMatrix?
  {
    guard let values = try? evaluation.values(at: point) else { return nil }
    var elements: [Double] = []
    var rightPlace = residuals.count
    for (place, target) in targets.enumerated() {
      let left = values[evaluation.roots[place]]
      if let target {
        elements += (left - target).elements
      } else {
        elements += (left - values[evaluation.roots[rightPlace]]).elements
        rightPlace += 1
      }
    }
    let residual = DenseMatrix.column(elements)
    return residual.isFinite ? residual : nil
  }

  private func keepsAttributes(_ point: SamplePoint) -> Bool {
    moving.allSatisfy { variable in point.values[variable.name].map { variable.attributes.holds(for: $0) } ?? true }
  }

  /// Equations that an attribute stands for and that small moves could break.
  private static func structure(of variable: Variable, in store: Store) -> [Residual] {
    let node = store.variable(variable)
    let extent = store.extent(node)
    var residuals: [Residual] = []
    if variable.attributes.contains(.orthogonal) {
      let square = store.product(store.transpose(node), node)
      residuals.append(Residual(left: square, right: store.identity(extent.columns)))
    }
    if variable.attributes.contains(.simplex) {
      let sums =
        extent.columns == .one
        ? store.product(store.ones(.one, extent.rows), node) : store.product(node, store.ones(extent.columns))
      residuals.append(Residual(left: sums, right: store.ones(store.extent(sums))))
    }
    return residuals
  }
}

extension DenseMatrix {
  /// The shortest x with J x = r, dependent rows damped: Jᵀ (J Jᵀ + εI)⁻¹ r.
  fileprivate func leastLengthSolution(_ right: DenseMatrix) -> DenseMatrix? {
    let square = times(transposed)
    let damping = 1e-12 * Swift.max(square.maximumMagnitude, 1e-300)
    let factors = LUFactorization(square + damping * DenseMatrix.identity(rows))
    guard let solution = try? factors.solve(right) else { return nil }
    let change = transposed.times(solution)
    return change.isFinite ? change : nil
  }
}

extension SamplePoint {
  fileprivate func moved(_ name: String, _ step: Double, _ direction: DenseMatrix) -> SamplePoint {
    var point = self
    point.values[name] = point.values[name].map { $0 + step * direction }
    return point
  }
}

extension Attributes {
  /// A basis of the moves that keep the attributes which are linear structures.
  fileprivate func directions(rows: Int, columns: Int) -> [DenseMatrix] {
    let isSymmetric = contains(.symmetric) || contains(.positiveDefinite)
    var directions: [DenseMatrix] = []
    for row in 0..<rows {
      for column in 0..<columns {
        if contains(.diagonal), row != column { continue }
        if contains(.lowerTriangular), row < column { continue }
        if isSymmetric, row < column { continue }
        if contains(.skew), row <= column { continue }
        var direction = DenseMatrix.zeros(rows, columns)
        direction[row, column] = 1
        if isSymmetric { direction[column, row] = 1 }
        if contains(.skew) { direction[column, row] = -1 }
        directions.append(direction)
      }
    }
    return directions
  }
}
