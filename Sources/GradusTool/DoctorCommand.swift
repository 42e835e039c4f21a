import Gradus

enum DoctorCommand {
  static let command = Command(
    name: "doctor", summary: "what this computer has for numbers, how fast it is, and what would help",
    usage: """
      usage: gradus doctor [--format text|json]

      Measures each way to multiply matrices that is found here, for about half a second, and names the one in use.
        GRADUS_BLAS=off                 keeps the system's BLAS (Accelerate, OpenBLAS) out; auto is the default
        GRADUS_VECTORS=avx2|baseline    keeps wider vectors out

      example: GRADUS_VECTORS=baseline gradus doctor
      """,
    run: { arguments in
      let options = try Options(arguments, valued: ["format"], flags: [])
      if let extra = options.operands.first { throw UsageError(message: "unexpected \(extra)") }
      let format = try options.choice("format", of: ["text", "json"], default: "text")
      let report = MachineReport()
      Streams.output(format == "json" ? report.json.description : report.text)
      return .done
    })
}
