import Testing

@testable import Gradus

@Suite struct NumPyFileTests {
  /// A file as NumPy writes it.
  private func file(
    _ type: String, fortran: Bool = false, shape: String, version: UInt8 = 1, _ data: [UInt8]
  ) -> [UInt8] {
    let order = fortran ? "True" : "False"
    let header = "{'descr': '\(type)', 'fortran_order': \(order), 'shape': (\(shape)), }\n"
    let length = [UInt8(header.utf8.count), 0] + (version == 1 ? [] : [0, 0])
    return [0x93] + Array("NUMPY".utf8) + [version, 0] + length + Array(header.utf8) + data
  }

  private func bytes(_ values: [Double], big: Bool = false) -> [UInt8] {
    values.flatMap { value in
      withUnsafeBytes(of: big ? value.bitPattern.bigEndian : value.bitPattern.littleEndian) { Array($0) }
    }
  }

  private let matrix = DenseMatrix([[1, 2, 3], [4, 5, 6]])

  @Test func ordersAndVersions() throws {
    let rows = bytes([1, 2, 3, 4, 5, 6])
    for version: UInt8 in [1, 2, 3] {
      #expect(try NumPyFile.read(file("<f8", shape: "2, 3", version: version, rows)).matrix == matrix)
    }
    #expect(try NumPyFile.read(file(">f8", shape: "2, 3", bytes(matrix.elements, big: true))).matrix == matrix)
    let columns = bytes([1, 4, 2, 5, 3, 6])
    #expect(try NumPyFile.read(file("<f8", fortran: true, shape: "2, 3", columns)).matrix == matrix)
    #expect(try NumPyFile.read(file("<f8", shape: "", bytes([2.5]))) == .scalar(2.5))
    #expect(try NumPyFile.read(file("<f8", shape: "2,", bytes([1, 2]))) == .vector([1, 2]))
  }

  @Test(
    arguments: [
      ("|i1", [0xFE], -2.0), ("|u1", [0xFE], 254), ("<i2", [0xFE, 0xFF], -2), (">i2", [0xFF, 0xFE], -2),
      ("<i4", [0xFE, 0xFF, 0xFF, 0xFF], -2), ("<u4", [0, 0, 0, 0x80], 2_147_483_648),
      (">i8", [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFE], -2), ("|b1", [1], 1),
      ("<f4", [0, 0, 0x20, 0xC0], -2.5),
      ("<f2", [0, 0xC1], -2.5), ("<f2", [1, 0], 0x1p-24), (">f2", [0x7C, 0], .infinity),
    ] as [(String, [UInt8], Double)])
  func types(_ type: String, _ data: [UInt8], _ value: Double) throws {
    #expect(try NumPyFile.read(file(type, shape: "", data)) == .scalar(value))
  }

  @Test func damagedFiles() {
    let data = bytes([1, 2, 3, 4, 5, 6])
    let whole = file("<f8", shape: "2, 3", data)
    let cases: [(bytes: [UInt8], problem: NumPyFile.Problem)] = [
      (Array("hello, this is text".utf8), .notNumPy), ([], .notNumPy),
      (file("<f8", shape: "2, 3", version: 4, data), .version(4)),
      (Array(whole.prefix(30)), .header("it ends too early")),
      (file("<c16", shape: "2, 3", data), .type("<c16")), (file("|O", shape: "2, 3", data), .type("|O")),
      (file("<f8", shape: "1, 2, 3", data), .dimensions([1, 2, 3])), (file("<f8", shape: "0, 3", []), .empty([0, 3])),
      (Array(whole.dropLast(5)), .length(found: 43, expected: 48, shape: [2, 3], type: "<f8")),
      (whole + [0], .length(found: 49, expected: 48, shape: [2, 3], type: "<f8")),
    ]
    for (bytes, problem) in cases { #expect(throws: problem) { try NumPyFile.read(bytes) } }
  }

  /// No file, however damaged, stops the process.
  @Test func anyBytesAreReadOrRefused() {
    var generator = SplitMix64(seed: 4)
    let whole = file("<f8", shape: "2, 3", bytes([1, 2, 3, 4, 5, 6]))
    var refused = 0
    for _ in 0..<2000 {
      var damaged = whole
      for _ in 0..<(1 + generator.next() % 4) {
        damaged[Int(generator.next() % UInt64(whole.count))] = UInt8(truncatingIfNeeded: generator.next())
      }
      if (try? NumPyFile.read(damaged)) == nil { refused += 1 }
    }
    #expect(refused > 200)
  }
}
