/// Reads each input as an expression, a declaration and an assumption: whatever comes must not stop the program.
@_cdecl("LLVMFuzzerTestOneInput")
public func readText(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  for reader in [Reader(text), Reader("tr(A)", declarations: [text]), Reader("tr(A)", assumptions: [text])] {
    do throws(Problem) {
      _ = try reader.read(into: Store())
    } catch {
      precondition(error.description.hasPrefix("error: "))
    }
  }
  return 0
}
