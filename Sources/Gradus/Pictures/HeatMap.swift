#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The error of every entry of a derivative as a map, the darker the larger.
struct HeatMap {
  let title: String
  let note: String
  /// Relative errors.
  let errors: DenseMatrix
  /// Where an entry differs by more than its estimated error allows.
  let wrong: Set<Int>

  private static let margins = (left: 64.0, right: 128.0, top: 112.0, bottom: 60.0)
  /// Cells get smaller where there are many, and stand for blocks where there are more.
  private static let extent = 520.0
  private static let mostCells = 80
  private static let lowest = -16

  var text: String {
    let block = (max(errors.rows, errors.columns) + Self.mostCells - 1) / Self.mostCells
    let (rows, columns) = ((errors.rows + block - 1) / block, (errors.columns + block - 1) / block)
    let size = min(56, Self.extent / Double(max(rows, columns, 1)))
    let gap = size > 12 ? 2.0 : size > 5 ? 1 : 0
    let (left, top) = (Self.margins.left, Self.margins.top)
    let (mapWidth, mapHeight) = (size * Double(columns), max(size * Double(rows), 180))
    let lines = Double(title.count) * 9.4 + 48
    let width = max(left + mapWidth + Self.margins.right, lines, Double(summary(block).count) * 6.9 + 48)
    var picture = SVG(
      width: width, height: top + mapHeight + Self.margins.bottom, title: title, description: summary(block))
    picture.text("title", 24, 36, title)
    picture.text("", 24, 58, summary(block))
    if !wrong.isEmpty {
      let count = wrong.count == 1 ? "1 entry disagrees" : "\(wrong.count) entries disagree"
      picture.text("label", 24, 80, "\(count) with central differences (framed)")
    }
    for row in 0..<rows {
      for column in 0..<columns {
        let cell = cell(row, column, block)
        let (x, y) = (left + size * Double(column), top + size * Double(row))
        let depth = depth(cell.error)
        let words = "row \(row * block + 1), column \(column * block + 1): \(Diagnostic.oneDigit(cell.error))"
        picture.rectangle(
          "cell", x: x, y: y, width: size - gap, height: size - gap, radius: gap > 1 ? 3 : 0,
          opacity: 0.05 + 0.95 * depth, tooltip: words)
        if size >= 44 {
          let style = "inner middle" + (depth > 0.55 ? " strong" : "")
          picture.text(style, x + (size - gap) / 2, y + (size - gap) / 2 + 4, Diagnostic.oneDigit(cell.error))
        }
        if cell.isWrong {
          picture.rectangle(
            "wrong", x: x, y: y, width: size - gap, height: size - gap, radius: gap > 1 ? 3 : 0)
        }
      }
    }
    labels(&picture, rows: rows, columns: columns, size: size, block: block)
    legend(&picture, x: left + mapWidth + 32, y: top)
    return picture.text
  }

  private func summary(_ block: Int) -> String {
    let cells = block > 1 ? "blocks of \(block) × \(block), the largest of each; " : ""
    return "error of every entry, relative to the largest entry; \(cells)\(note)"
  }

  private func cell(_ row: Int, _ column: Int, _ block: Int) -> (error: Double, isWrong: Bool) {
    var (error, isWrong) = (0.0, false)
    for i in (row * block)..<min((row + 1) * block, errors.rows) {
      for j in (column * block)..<min((column + 1) * block, errors.columns) {
        error = max(error, errors[i, j])
        if wrong.contains(i * errors.columns + j) { isWrong = true }
      }
    }
    return (error, isWrong)
  }

  private var highest: Int {
    let largest = errors.elements.max() ?? 0
    return max(-8, largest > 0 ? Int(log10(largest).rounded(.up)) : -8)
  }

  /// 0 at the lowest power of ten, 1 at the highest.
  private func depth(_ error: Double) -> Double {
    guard error > 0 else { return 0 }
    return min(max((log10(error) - Double(Self.lowest)) / Double(highest - Self.lowest), 0), 1)
  }

  private func labels(_ picture: inout SVG, rows: Int, columns: Int, size: Double, block: Int) {
    let (left, top) = (Self.margins.left, Self.margins.top)
    func every(_ count: Int) -> Int { [1, 2, 5, 10, 20].first { size * Double($0) >= 22 || $0 >= count } ?? 20 }
    for column in stride(from: 0, to: columns, by: every(columns)) {
      picture.text("tick middle", left + size * (Double(column) + 0.5) - 1, top - 8, "\(column * block + 1)")
    }
    for row in stride(from: 0, to: rows, by: every(rows)) {
      picture.text("tick right", left - 8, top + size * (Double(row) + 0.5) + 3, "\(row * block + 1)")
    }
    picture.text("middle", left + size * Double(columns) / 2, top + size * Double(rows) + 26, "column")
    picture.text("middle", 26, top + size * Double(rows) / 2, "row", turned: true)
  }

  private func legend(_ picture: inout SVG, x: Double, y: Double) {
    let height = 180.0
    let powers = stride(from: highest, through: Self.lowest, by: -1)
    let count = Double(highest - Self.lowest + 1)
    for (place, power) in powers.enumerated() {
      let top = y + height * Double(place) / count
      let depth = Double(power - Self.lowest) / Double(highest - Self.lowest)
      picture.rectangle("cell", x: x, y: top, width: 14, height: height / count, opacity: 0.05 + 0.95 * depth)
      if (highest - power).isMultiple(of: 4) || power == Self.lowest {
        picture.text("tick", x + 22, top + height / count / 2 + 4, PowersOfTen.label(power))
      }
    }
  }
}
