extension Store {
  /// The values of expressions at a point, where sizes not given are deduced from the values.
  func evaluate(_ roots: [Node], at point: SamplePoint) throws(EvaluationError) -> [DenseMatrix] {
    let evaluation = try PlainEvaluation(self, roots, sizes: deducedSizes(of: roots, at: point))
    let values = try evaluation.values(at: point)
    return evaluation.roots.map { values[$0] }
  }

  func deducedSizes(of roots: [Node], at point: SamplePoint) throws(EvaluationError) -> [String: Int] {
    var deduction = SizeDeduction(known: point.sizes)
    for node in reachable(from: roots) {
      let record = self[node]
      guard record.operation == .variable || record.operation == .differential else { continue }
      let variable = variables[record.payload]
      let values = record.operation == .variable ? point.values : point.differentials
      guard let value = values[variable.name] else { continue }
      deduction.add(variable.shape, rows: value.rows, columns: value.columns)
    }
    deduction.solve()
    return deduction.sizes
  }
}

extension Expression {
  /// The value where variables, and differentials by their variable's name, take the values given.
  ///
  /// Sizes of dimension names are needed only where no value says them.
  public func evaluate(
    _ values: [String: DenseMatrix], differentials: [String: DenseMatrix] = [:], sizes: [String: Int] = [:]
  ) throws(EvaluationError) -> DenseMatrix {
    try evaluate(at: SamplePoint(values: values, differentials: differentials, sizes: sizes))
  }

  public func evaluate(at point: SamplePoint) throws(EvaluationError) -> DenseMatrix {
    let outcome = store.guarded { store in
      Result { () throws(EvaluationError) in try store.evaluate(StableForm.of([node], in: store), at: point)[0] }
    }
    return try outcome.get()
  }
}
