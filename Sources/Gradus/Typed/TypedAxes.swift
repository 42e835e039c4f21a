// Axes and layouts as types, so that the shape of a result is known from the word typed.

/// The direction down the rows, NumPy's axis 0.
public enum AxisOfRows: Sendable { case rows }

/// The direction along the columns, NumPy's axis 1.
public enum AxisOfColumns: Sendable { case columns }

/// The slices that a function such as softmax works in: `rows` runs down each column, `columns` along each row.
public enum SliceAxis: Sendable {
  case rows, columns

  var axis: Axis { self == .rows ? .rows : .columns }
}
