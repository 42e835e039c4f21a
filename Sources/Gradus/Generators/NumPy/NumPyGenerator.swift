extension Generator {
  /// One self-contained Python function for NumPy, and SciPy where NumPy has no such function.
  ///
  /// Scalars are floats, rows and columns arrays of one axis, other matrices arrays of two.
  public static let numPy = Generator(name: "numpy", fileExtension: "py", function: NumPyWriter.function)
}
