#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program or library that is of use beside the toolkit, and whether it is here.
struct Tool {
  let name: String
  let purpose: String
  /// What it says of itself; nil where it is missing.
  let found: String?
  let installation: String

  static func all() -> [Tool] {
    [
      Tool(
        name: "system BLAS", purpose: "products of matrices where the processor has no wide vectors",
        found: SystemBLAS.shared?.name, installation: "apt-get install --no-install-recommends libopenblas0"),
      Tool(
        name: "NumPy", purpose: "running emitted Python",
        found: output(of: "python3 -c 'import numpy; print(numpy.__version__)'"),
        installation: "apt-get install python3-numpy, or pip install numpy"),
      Tool(
        name: "Coq", purpose: "checking proofs", found: output(of: "coqc --print-version"),
        installation: "apt-get install coq"),
    ]
  }

  /// The first line that a command prints; nil where it fails.
  private static func output(of command: String) -> String? {
    guard let pipe = popen(command + " 2>/dev/null", "r") else { return nil }
    var bytes: [UInt8] = []
    while case let byte = fgetc(pipe), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    guard pclose(pipe) == 0, !bytes.isEmpty else { return nil }
    return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}
