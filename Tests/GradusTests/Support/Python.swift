import Foundation

@testable import Gradus

/// The Python interpreter that emitted code is tried with: `GRADUS_PYTHON`, or else `python3` on the path.
enum Python {
  /// An emitted function and the point that it is called at.
  struct Call {
    let code: String
    let parameters: [Variable]
    let point: SamplePoint
  }

  enum Outcome {
    case value(shape: [Int], elements: [Double])
    case failure(String)
  }

  private static let executable = ProcessInfo.processInfo.environment["GRADUS_PYTHON"] ?? "python3"

  static let hasNumPy = (try? run("import numpy, scipy", [])) != nil

  struct Failure: Error {
    let output: String
  }

  /// Calls every function in a namespace of its own; warnings of invalid operations count as failures.
  static func call(_ calls: [Call]) throws -> [Outcome] {
    let requests = calls.map { call -> [String: Any] in
      let arguments = call.parameters.map { variable -> [String: Any] in
        let value = call.point.values[variable.name] ?? .zeros(0, 0)
        let isVector = variable.shape.columns == .one
        let shape = variable.shape.isScalar ? [] : isVector ? [value.rows] : [value.rows, value.columns]
        return ["shape": shape, "data": value.elements]
      }
      return ["code": call.code, "arguments": arguments]
    }
    let answers = try run(driver, requests)
    return answers.map { answer in
      guard let shape = answer["shape"] as? [Int], let data = answer["data"] as? [Any] else {
        return .failure(answer["error"] as? String ?? "no answer")
      }
      return .value(shape: shape, elements: data.map { Double("\($0)") ?? .nan })
    }
  }

  private static let driver = """
    import json, sys, traceback, warnings
    import numpy as np
    warnings.simplefilter("error")
    warnings.filterwarnings("ignore", message="logm result may be inaccurate")
    np.seterr(all="raise", under="ignore")
    answers = []
    for request in json.load(sys.stdin):
      try:
        scope = {}
        exec(request["code"], scope)
        arguments = [
          np.array(a["data"], dtype=float).reshape(a["shape"]) if a["shape"] else a["data"][0] for a in request["arguments"]]
        kept = [np.copy(a) for a in arguments]
        result = scope["derivative"](*arguments)
        assert all(np.array_equal(a, b) for a, b in zip(arguments, kept)), "an argument has been changed"
        assert np.ndim(result) > 0 or isinstance(result, float), f"{type(result)} is no float"
        data = [repr(float(x)) for x in np.ravel(result)]
        answers.append({"shape": list(np.shape(result)), "data": data})
      except Exception:
        answers.append({"error": traceback.format_exc(limit=-1)})
    json.dump(answers, sys.stdout)
    """

  @discardableResult
  private static func run(_ program: String, _ requests: [[String: Any]]) throws -> [[String: Any]] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appendingPathComponent("in.json"), folder.appendingPathComponent("out.json"))
    try JSONSerialization.data(withJSONObject: requests).write(to: input)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [executable, "-c", program]
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let written = try Data(contentsOf: output)
    guard process.terminationStatus == 0 else { throw Failure(output: String(decoding: written, as: UTF8.self)) }
    if written.isEmpty { return [] }
    return try JSONSerialization.jsonObject(with: written) as? [[String: Any]] ?? []
  }
}
