import Gradus

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@main
enum Main {
  static let suites: [(name: String, run: @Sendable (inout Harness) throws -> Void)] = [
    ("derive", DeriveSuite.run), ("scale", ScaleSuite.run), ("evaluate", EvaluateSuite.run),
    ("threads", ThreadsSuite.run), ("layer", LayerSuite.run), ("hessian", HessianSuite.run),
    ("gradcheck", GradientCheckSuite.run), ("nodes", NodesSuite.run), ("startup", StartupSuite.run),
  ]

  static func main() {
    var harness = Harness()
    var chosen: [String] = []
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      switch argument {
      case "--help", "-h":
        print(help)
        return
      case "--json": harness.printsJSON = true
      case "--float": harness.precision = .single
      case "--only": harness.only = arguments.popFirst()
      case "--threads":
        guard let count = arguments.popFirst().flatMap({ Int($0) }), count > 0 else { fail("--threads takes a number") }
        harness.threads = count
      case _ where suites.contains { $0.name == argument }: chosen.append(argument)
      default: fail("unknown argument \(argument)\n\(help)")
      }
    }
    for suite in suites where chosen.isEmpty || chosen.contains(suite.name) {
      harness.suite = suite.name
      do {
        try suite.run(&harness)
      } catch {
        fail("\(suite.name): \(error)", code: 1)
      }
    }
  }

  private static var help: String {
    """
    usage: GradusBenchmarks [SUITE…] [--only NAME] [--json] [--threads N] [--float]
    suites, all where none is named: \(suites.map(\.name).joined(separator: " "))
    """
  }

  private static func fail(_ message: String, code: Int32 = 64) -> Never {
    let line = "GradusBenchmarks: \(message)\n"
    _ = line.withCString { write(2, $0, strlen($0)) }
    exit(code)
  }
}
