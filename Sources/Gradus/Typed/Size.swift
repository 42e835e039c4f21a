/// A size of a matrix as a type without values, declared as `enum M: Size {}`.
///
/// Two sizes are the same where they are the same type; `dimension` may be overridden to print another name.
public protocol Size {
  static var dimension: Dimension { get }
}

extension Size {
  /// The type's name in lower case: `enum Batch: Size {}` is the dimension batch.
  public static var dimension: Dimension { Dimension("\(Self.self)".lowercased()) }

  /// The size standing as a scalar, as in `sum(x) / N.count`.
  public static var count: Scalar { Scalar(unchecked: .scalar(dimension)) }
}

/// The size 1: vectors have one column, rows have one row.
public enum One: Size {
  public static var dimension: Dimension { .one }
}

/// A size that is a number, as in `Vector<Fixed<3>>`.
@available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *)
public enum Fixed<let n: Int>: Size {
  public static var dimension: Dimension { Dimension(n) }
}

/// The product of two sizes, such as the rows of a Kronecker product; it is not simplified, not even by `One`.
public enum Times<Outer: Size, Inner: Size>: Size {
  public static var dimension: Dimension { Outer.dimension * Inner.dimension }
}

/// The sum of two sizes, such as the columns of two matrices side by side.
public enum Plus<First: Size, Second: Size>: Size {
  public static var dimension: Dimension { First.dimension + Second.dimension }
}
