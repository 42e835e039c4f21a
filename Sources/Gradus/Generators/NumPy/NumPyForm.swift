/// What is known of an array before it is made, so that ones, repeated vectors and diagonal matrices need not be.
///
/// Rows and columns are one-dimensional arrays alike; which of them is meant, the node's shape says.
enum NumPyForm {
  /// A float for a scalar, an array of one axis for a row or column, else of two.
  case full(PythonCode)
  /// The same float everywhere.
  case constant(PythonCode)
  /// A matrix all of whose columns are this vector: v 1ᵀ.
  case columns(PythonCode)
  /// A matrix all of whose rows are this vector: 1 vᵀ.
  case rows(PythonCode)
  case diagonal(PythonCode)
  case multipleOfIdentity(PythonCode)
  /// The inverse of a matrix, which a product turns into the solution of equations.
  case inverse(PythonCode)

  var code: PythonCode {
    switch self {
    case .full(let code), .constant(let code), .columns(let code), .rows(let code), .diagonal(let code),
      .multipleOfIdentity(let code), .inverse(let code):
      code
    }
  }

  func mapCode(_ transform: (PythonCode) -> PythonCode) -> NumPyForm {
    switch self {
    case .full(let code): .full(transform(code))
    case .constant(let code): .constant(transform(code))
    case .columns(let code): .columns(transform(code))
    case .rows(let code): .rows(transform(code))
    case .diagonal(let code): .diagonal(transform(code))
    case .multipleOfIdentity(let code): .multipleOfIdentity(transform(code))
    case .inverse(let code): .inverse(transform(code))
    }
  }

  var isDiagonal: Bool {
    switch self {
    case .diagonal, .multipleOfIdentity: true
    case .full, .constant, .columns, .rows, .inverse: false
    }
  }

  var isConstant: Bool {
    if case .constant = self { return true }
    return false
  }

  var repeatsColumns: Bool {
    if case .columns = self { return true }
    return false
  }

  var repeatsRows: Bool {
    if case .rows = self { return true }
    return false
  }

  var isInverse: Bool {
    if case .inverse = self { return true }
    return false
  }
}

/// A form with its rows and columns.
struct NumPyValue {
  let form: NumPyForm
  let extent: Extent

  /// Zeros are zeros everywhere, however they came about.
  init(form: NumPyForm, extent: Extent) {
    self.form = form.code.isZero && !extent.isScalar ? .constant(.zero) : form
    self.extent = extent
  }

  var isScalar: Bool { extent.isScalar }
  var isColumn: Bool { extent.columns == .one }
  var isRow: Bool { extent.rows == .one }
  /// Of one axis: a row or a column, which is no scalar.
  var isVector: Bool { isColumn != isRow }
  var isMatrix: Bool { !isColumn && !isRow }
}
