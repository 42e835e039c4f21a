/// A real matrix held densely in row-major order: `A[i, j]` is `elements[i * columns + j]`.
///
/// Either dimension may be 0. Shapes that do not fit are programming errors and stop in a precondition.
public struct DenseMatrix: Sendable, Equatable {
  public let rows: Int
  public let columns: Int
  public internal(set) var elements: [Double]

  public init(rows: Int, columns: Int, elements: [Double]) {
    precondition(rows >= 0 && columns >= 0, "negative dimension \(rows)x\(columns)")
    precondition(elements.count == rows * columns, "\(elements.count) elements given for \(rows)x\(columns)")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  public init(rows: Int, columns: Int, repeating value: Double) {
    self.init(rows: rows, columns: columns, elements: Array(repeating: value, count: rows * columns))
  }

  public init(rows: Int, columns: Int, _ element: (_ row: Int, _ column: Int) throws -> Double) rethrows {
    var elements: [Double] = []
    elements.reserveCapacity(rows * columns)
    for row in 0..<rows {
      for column in 0..<columns { elements.append(try element(row, column)) }
    }
    self.init(rows: rows, columns: columns, elements: elements)
  }

  /// Takes the matrix row by row; no rows at all give the 0x0 matrix.
  public init(_ rowArrays: [[Double]]) {
    let columns = rowArrays.first?.count ?? 0
    precondition(rowArrays.allSatisfy { $0.count == columns }, "rows of different lengths")
    self.init(rows: rowArrays.count, columns: columns, elements: Array(rowArrays.joined()))
  }

  public static func zeros(_ rows: Int, _ columns: Int) -> DenseMatrix {
    DenseMatrix(rows: rows, columns: columns, repeating: 0)
  }

  public static func identity(_ order: Int) -> DenseMatrix {
    diagonal(Array(repeating: 1, count: order))
  }

  /// Puts the values on the diagonal of a square matrix that is 0 elsewhere.
  public static func diagonal(_ values: [Double]) -> DenseMatrix {
    var result = zeros(values.count, values.count)
    for (index, value) in values.enumerated() { result[index, index] = value }
    return result
  }

  public static func column(_ values: [Double]) -> DenseMatrix {
    DenseMatrix(rows: values.count, columns: 1, elements: values)
  }

  public static func row(_ values: [Double]) -> DenseMatrix {
    DenseMatrix(rows: 1, columns: values.count, elements: values)
  }

  public static func scalar(_ value: Double) -> DenseMatrix {
    DenseMatrix(rows: 1, columns: 1, elements: [value])
  }

  public subscript(_ row: Int, _ column: Int) -> Double {
    get {
      precondition(contains(row, column), "(\(row), \(column)) is outside \(rows)x\(columns)")
      return elements[row * columns + column]
    }
    set {
      precondition(contains(row, column), "(\(row), \(column)) is outside \(rows)x\(columns)")
      elements[row * columns + column] = newValue
    }
  }

  public var isSquare: Bool { rows == columns }

  private func contains(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < rows && column >= 0 && column < columns
  }
}
