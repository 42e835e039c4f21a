/// Reads each input as an expression, a declaration and an assumption: whatever comes must not stop the program, and what
/// is read and printed must read as the same expression.
@_cdecl("LLVMFuzzerTestOneInput")
public func readText(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  for reader in [Reader(text), Reader("tr(A)", declarations: [text]), Reader("tr(A)", assumptions: [text])] {
    do throws(Problem) {
      readBack(try reader.read(into: Store()))
    } catch {
      precondition(error.description.hasPrefix("error: "))
    }
  }
  return 0
}

private func readBack(_ reading: Reading) {
  let store = reading.store
  for root in reading.expressions where store[root].size < 200 {
    let text = store.text(root)
    let sizes = reading.dimensionNames.map { "_\($0): vector(\($0))" }
    do throws(Problem) {
      let again = try Reader(text, declarations: sizes, variables: reading.variables).read(into: store).expressions[0]
      if again != root { fatalError("\(text) reads as \(store.text(again))") }
    } catch {
      fatalError("\(text) is not read: \(error)")
    }
  }
}
