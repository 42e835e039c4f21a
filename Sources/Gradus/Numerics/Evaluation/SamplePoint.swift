/// Values for what occurs in an expression: its variables and differentials by the variable's name, its dimensions by theirs.
public struct SamplePoint: Sendable, Equatable {
  public var values: [String: DenseMatrix]
  public var differentials: [String: DenseMatrix]
  public var sizes: [String: Int]

  public init(
    values: [String: DenseMatrix], differentials: [String: DenseMatrix] = [:], sizes: [String: Int] = [:]
  ) {
    self.values = values
    self.differentials = differentials
    self.sizes = sizes
  }
}
