/// How a reduction runs over an array that may have one axis where its node has two.
private enum Slices {
  /// Every entry is a slice of its own.
  case single
  case whole
  case along(Int)

  init(_ extent: Extent, _ axis: Axis) {
    if extent.isScalar {
      self = .single
    } else if axis == .all {
      self = .whole
    } else if extent.columns == .one {
      self = axis == .rows ? .whole : .single
    } else if extent.rows == .one {
      self = axis == .rows ? .single : .whole
    } else {
      self = .along(axis == .rows ? 0 : 1)
    }
  }

  /// The arguments of a reduction method.
  var arguments: String {
    if case .along(let axis) = self { return "axis=\(axis)" }
    return ""
  }

  /// The same where the result is spread over the array again.
  var keptArguments: String {
    if case .along(let axis) = self { return "axis=\(axis), keepdims=True" }
    return ""
  }
}

extension NumPyWriter {
  func total(_ value: NumPyValue, _ axis: Axis) throws(EmissionError) -> NumPyValue {
    switch axis {
    case .rows: return try columnSums(value)
    case .columns: return try rowSums(value)
    case .all:
      guard value.isMatrix, case .full(let code) = value.form else { return try rowSums(columnSums(value)) }
      return NumPyValue(form: .full(code.suffixedLinearly(".sum()")), extent: .scalar)
    }
  }

  func mean(_ node: Node) throws(EmissionError) -> NumPyForm {
    let value = value(store.operands(node)[0])
    let slices = Slices(value.extent, axis(node))
    if case .single = slices { return value.form }
    return .full(try code(value).suffixedLinearly(".mean(\(slices.arguments))"))
  }

  func maximum(_ node: Node) throws(EmissionError) -> NumPyForm {
    let value = value(store.operands(node)[0])
    let slices = Slices(value.extent, axis(node))
    if case .single = slices { return value.form }
    return .full(try code(value).suffixed(".max(\(slices.arguments))"))
  }

  /// 1 where the place along the axis is that of the largest entry.
  func largestPlace(_ node: Node) throws(EmissionError) -> NumPyForm {
    let value = value(store.operands(node)[0])
    let slices = Slices(value.extent, axis(node))
    if case .single = slices { return value.isScalar ? .full(PythonCode("1.0")) : .constant(.one) }
    let array = named(try code(value))
    let place = array.suffixed(".argmax(\(slices.arguments))").text
    let places: String
    switch slices {
    case .single, .whole: places = "np.arange(\(array.text).size) == \(place)"
    case .along(0): places = "np.arange(\(try size(value.extent.rows).text))[:, None] == \(place)"
    case .along: places = "np.arange(\(try size(value.extent.columns).text)) == \(place)[:, None]"
    }
    let chosen = PythonCode("(\(places)).astype(np.float64)")
    return .full(value.isMatrix && axis(node) == .all ? chosen.suffixed(".reshape(\(array.text).shape)") : chosen)
  }

  /// log Σ exp, shifted by the largest entry so that nothing overflows.
  func logSumExp(_ value: NumPyValue, _ axis: Axis) throws(EmissionError) -> NumPyForm {
    let slices = Slices(value.extent, axis)
    if case .single = slices { return value.form }
    let array = named(try code(value))
    let largest = named(array.suffixed(".max(\(slices.keptArguments))"))
    let shifted = PythonCode.call("np.exp", .sum([array, -largest])).suffixed(".sum(\(slices.arguments))")
    let base =
      switch slices {
      case .single, .whole: largest
      case .along(0): largest.suffixedLinearly("[0]")
      case .along: largest.suffixedLinearly("[:, 0]")
      }
    return .full(.sum([base, .call("np.log", shifted)]))
  }

  func softmax(_ node: Node) throws(EmissionError) -> NumPyForm {
    let value = value(store.operands(node)[0])
    let slices = Slices(value.extent, axis(node))
    if case .single = slices { return value.isScalar ? .full(PythonCode("1.0")) : .constant(.one) }
    let weights = named(.call("np.exp", try shifted(value, slices)))
    return .full(.product([weights], over: [weights.suffixed(".sum(\(slices.keptArguments))")]))
  }

  func logSoftmax(_ node: Node) throws(EmissionError) -> NumPyForm {
    let value = value(store.operands(node)[0])
    let slices = Slices(value.extent, axis(node))
    if case .single = slices { return value.isScalar ? .full(PythonCode("0.0")) : .constant(.zero) }
    let shifted = named(try shifted(value, slices))
    let totals = PythonCode.call("np.exp", shifted).suffixed(".sum(\(slices.keptArguments))")
    return .full(.sum([shifted, -PythonCode.call("np.log", totals)]))
  }

  private func shifted(_ value: NumPyValue, _ slices: Slices) throws(EmissionError) -> PythonCode {
    let array = named(try code(value))
    return .sum([array, -array.suffixed(".max(\(slices.keptArguments))")])
  }

  /// ⟨A, B⟩.
  func inner(_ left: Node, _ right: Node) throws(EmissionError) -> NumPyForm {
    let (a, b) = (value(left), value(right))
    if a.isScalar { return .full(a.form.code * b.form.code) }
    if a.isColumn { return try multiply(transposed(a), b).form }
    if a.isRow { return try multiply(a, transposed(b)).form }
    let products = NumPyValue(form: try entrywise([a, b], a.extent) { .product($0) }, extent: a.extent)
    return try total(products, .all).form
  }

  func norm(_ node: Node, _ function: String, _ suffix: String) throws(EmissionError) -> NumPyForm {
    let value = value(store.operands(node)[0])
    if value.isScalar { return .full(.call("np.abs", value.form.code)) }
    return .full(.call(function, try code(value)).suffixed(suffix))
  }
}
