import Gradus

/// Reads each input as an expression, a declaration and an assumption: whatever comes must not stop the program, and what
/// is read and printed must read as the same expression.
@_cdecl("LLVMFuzzerTestOneInput")
public func readText(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  for reader in [Reader(text), Reader("tr(A)", declarations: [text]), Reader("tr(A)", assumptions: [text])] {
    do throws(Problem) {
      let variables = try reader.allVariables()
      for expression in try reader.expressions() where expression.size < 200 { readBack(expression, variables) }
    } catch {
      precondition(error.description.hasPrefix("error: "))
    }
  }
  return 0
}

private func readBack(_ expression: Expression, _ variables: [Variable]) {
  do throws(Problem) {
    let again = try Reader(expression.ascii, variables: variables).expressions()[0]
    if again != expression { fatalError("\(expression.ascii) reads as \(again.ascii)") }
  } catch {
    fatalError("\(expression.ascii) is not read: \(error)")
  }
}
