import Testing

@testable import Gradus

@Suite struct ValueTests {
  @Test func typedNumbers() throws {
    let matrix = DenseMatrix([[1, 2], [3, 4]])
    #expect(try GivenValue(" -2.5e1 ") == .scalar(-25))
    #expect(try GivenValue("[1, 2 ,3]") == .vector([1, 2, 3]))
    #expect(try GivenValue("[1 2]") == .vector([1, 2]))
    for text in ["[[1,2],[3,4]]", "[[1 2] [3 4]]", "[1 2; 3 4]", "[1,2;3,4]"] {
      #expect(try GivenValue(text) == GivenValue(matrix, .matrix), "\(text)")
    }
    #expect(try GivenValue("[[1,2]]") == GivenValue(.row([1, 2]), .matrix))
    #expect(try GivenValue("3").size == 3)
    #expect(try GivenValue("3.5").size == nil && GivenValue("-1").size == nil)
  }

  @Test(arguments: [
    ("", ValueError.unexpected("", offset: 0)), ("[1,2", .unexpected("[1,2", offset: 4)),
    ("[1,,2]", .unexpected("[1,,2]", offset: 3)), ("[1,2] 3", .unexpected("[1,2] 3", offset: 6)),
    ("[1,]", .unexpected("[1,]", offset: 3)), ("abc", .unexpected("abc", offset: 0)),
    ("[[1,2],3]", .unexpected("[[1,2],3]", offset: 7)), ("[]", .empty("[]")), ("[[]]", .empty("[[]]")),
    ("[[1,2],[3]]", .ragged("[[1,2],[3]]", row: 1, count: 1, expected: 2, line: nil)),
    ("[1;2,3]", .ragged("[1;2,3]", row: 1, count: 2, expected: 1, line: nil)),
    ("[1,nan]", .notANumber("[1,nan]", row: 1, column: 0, rows: 2, columns: 1)),
  ])
  func malformedNumbers(_ text: String, _ error: ValueError) {
    #expect(throws: error) { try GivenValue(text) }
    #expect(!error.description.isEmpty)
  }

  @Test(arguments: [
    ("1,2,3\n4,5,6\n", 2, 3), ("p;q\r\n1;2\r\n\r\n3;4\r\n", 2, 2), ("# title\n1 2\n3  4 # end\n", 2, 2),
    ("\u{FEFF}1\t2", 1, 2), ("\"1\",\"2\"\n3,4", 2, 2), ("1\n2\n3", 3, 1), ("7", 1, 1),
  ])
  func separatedNumbers(_ text: String, _ rows: Int, _ columns: Int) throws {
    let value = try SeparatedNumbers(path: "a.csv").read(Array(text.utf8)).matrix
    #expect(value.rows == rows && value.columns == columns)
    let digits = text.filter(\.isNumber).map { Double(String($0)) ?? 0 }
    #expect(value.elements == digits)
  }

  @Test(arguments: [
    ("1,2\n3\n", ValueError.ragged("a.csv", row: 1, count: 1, expected: 2, line: 2)),
    ("1,2\n\n3,x\n", .cell(path: "a.csv", line: 3, column: 2, text: "x")),
    ("1,,3\n", .cell(path: "a.csv", line: 1, column: 2, text: "")), ("a,b\n", .empty("a.csv")), ("", .empty("a.csv")),
  ])
  func malformedFiles(_ text: String, _ error: ValueError) {
    #expect(throws: error) { try SeparatedNumbers(path: "a.csv").read(Array(text.utf8)) }
  }

  @Test func filesAreReadByTheirNames() throws {
    let path = "/tmp/gradus-value-\(UInt64.random(in: 0 ... .max)).csv"
    try TextFile.write("1,2\n3,4\n", to: path)
    defer { try? TextFile.remove(path) }
    #expect(try DenseMatrix(contentsOf: path) == DenseMatrix([[1, 2], [3, 4]]))
    #expect(try GivenValue(path).kind == .matrix)
    #expect(throws: ValueError.unknownFormat("a.xls")) { try DenseMatrix(contentsOf: "a.xls") }
    #expect(throws: ValueError.file(path: "/nowhere/a.npy", reason: "No such file or directory")) {
      try DenseMatrix(contentsOf: "/nowhere/a.npy")
    }
  }
}
