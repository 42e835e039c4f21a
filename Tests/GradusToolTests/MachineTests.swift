import Foundation
import Testing

/// What the environment says about kernels is heeded, and every choice gives the same numbers.
struct MachineTests {
  /// Every combination of settings with the kernels that may then be in use.
  static let settings: [(environment: [String: String], kernels: Set<String>)] = [
    (["GRADUS_BLAS": "off", "GRADUS_VECTORS": "baseline"], ["portable"]),
    (["GRADUS_BLAS": "auto", "GRADUS_VECTORS": "baseline"], ["portable", "system"]),
    (["GRADUS_BLAS": "off", "GRADUS_VECTORS": "avx2"], ["portable", "avx2"]),
    (["GRADUS_BLAS": "auto", "GRADUS_VECTORS": "auto"], ["portable", "avx2", "avx512", "system"]),
  ]

  private struct Report: Decodable {
    struct Speed: Decodable {
      let kernel: String
      let value: Double
    }
    let kernel: String
    let systemBLAS: String?
    let processors: Int
    let memoryBytes: Int
    let gigaflops: [Speed]
  }

  @Test func settingsChooseTheKernel() throws {
    for (environment, kernels) in Self.settings {
      let outcome = try ToolRunner.run(["doctor", "--format", "json"], environment: environment)
      let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
      #expect(kernels.contains(report.kernel), "\(environment): \(report.kernel)")
      #expect(report.processors > 0 && report.memoryBytes > 1 << 20 && report.gigaflops.allSatisfy { $0.value > 0 })
      #expect((report.systemBLAS != nil) == report.gigaflops.contains { $0.kernel == "system" })
      // Without wide vectors the system's library is the faster one, unless it is to be left out.
      if environment["GRADUS_VECTORS"] == "baseline", environment["GRADUS_BLAS"] == "auto" {
        #expect(report.kernel == (report.systemBLAS == nil ? "portable" : "system"))
      }
    }
  }

  @Test func everySettingGivesTheSameNumbers() throws {
    let rows = (0..<60).map { row in
      "[" + (0..<60).map { "\((row * 7 + $0 * 3) % 11 - 5)" }.joined(separator: ",") + "]"
    }
    let matrix = "A=[\(rows.joined(separator: ","))]"
    let expression = "A*A'*A + 2*A - A'*A*A*eye(n)"
    let outputs = try Self.settings.map { environment, _ in
      try ToolRunner.run(["eval", expression, "--let", matrix, "--format", "json"], environment: environment)
    }
    #expect(outputs[0].code == 0 && outputs[0].output.count > 10_000, "\(outputs[0].errors)")
    // Products of small whole numbers are exact in any order.
    for output in outputs { #expect(output == outputs[0]) }
  }

  @Test func theReportIsReadable() throws {
    let outcome = try ToolRunner.run(["doctor"], environment: ["GRADUS_BLAS": "on", "GRADUS_VECTORS": "baseline"])
    #expect(outcome.code == 0)
    for part in ["GFLOP/s", "in use", "always there", "on is not known: auto, off", "processor", "GiB", "NumPy"] {
      #expect(outcome.output.contains(part), "\(part) is missing in\n\(outcome.output)")
    }
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.last != " " })
  }
}
