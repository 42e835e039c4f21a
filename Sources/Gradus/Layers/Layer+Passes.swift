// One pass at a time, compiled for the sizes of the values; many passes are the work of a `LayerRun`.

extension Layer {
  /// The output.
  public func forward(_ values: [String: DenseMatrix], sizes: [String: Int] = [:]) throws(LayerError) -> DenseMatrix {
    let run = try LayerRun<Double>(self, sizes: deducedSizes(from: values, known: sizes), gradientsBy: [])
    try run.set(values)
    try run.forward()
    return try run.output
  }

  /// All gradients by name, given ∂L/∂Y unless the output is a scalar.
  public func backward(
    _ values: [String: DenseMatrix], upstream: DenseMatrix? = nil, sizes: [String: Int] = [:]
  ) throws(LayerError) -> [String: DenseMatrix] {
    let run = try LayerRun<Double>(self, sizes: deducedSizes(from: values, known: sizes))
    try run.set(values)
    try run.forward()
    try run.backward(upstream)
    return try run.gradients()
  }

  /// The sizes that values say: a matrix(m,n) that holds 3×4 numbers says m = 3 and n = 4.
  public func deducedSizes(
    from values: [String: DenseMatrix], known: [String: Int] = [:]
  ) throws(LayerError) -> [String: Int] {
    var deduction = SizeDeduction(known: known)
    for variable in form.variables {
      guard let value = values[variable.name] else { throw .missingValue(variable.name) }
      deduction.add(variable.shape, rows: value.rows, columns: value.columns)
    }
    deduction.solve()
    return deduction.sizes
  }
}
