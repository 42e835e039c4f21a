public struct Generator: Sendable {
  public let name: String
  let function: @Sendable (Store, Node, [Variable]) throws(EmissionError) -> String
  public static let all: [Generator] = []
}
public enum EmissionError: Error { case none }
extension Diagnostic { static func text(of error: EmissionError) -> String { "" } }
