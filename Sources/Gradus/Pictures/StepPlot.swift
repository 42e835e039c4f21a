/// The error of differences against their step, on logarithmic axes: a V for a right derivative, a plateau for a wrong one.
struct StepPlot {
  let title: String
  let sweep: StepSweep
  /// What the picture is of: sizes and seed.
  let note: String
  /// The largest error of the extrapolated differences, which the check goes by.
  let extrapolated: Double

  private static let (width, height) = (860.0, 500.0)
  private static let frame = (left: 86.0, right: 600.0, top: 92.0, bottom: 428.0)

  var text: String {
    let frame = Self.frame
    let errors = sweep.samples.flatMap { [$0.central, $0.forward] }.filter { $0 > 0 }
    let largest = errors.max() ?? 1
    let y = PowersOfTen(lowest: -16, highest: largest > 100 ? 4 : 2, start: frame.bottom, end: frame.top)
    let x = PowersOfTen(lowest: -14, highest: 0, start: frame.left, end: frame.right)
    var picture = SVG(width: Self.width, height: Self.height, title: title, description: summary)
    picture.text("title", 24, 36, title)
    picture.text("", 24, 58, summary)
    axes(&picture, x, y)
    guides(&picture, x, y)
    let checked = y.place(extrapolated)
    picture.line("guide", frame.left, checked, frame.right, checked)
    curve(&picture, "two", "forward differences", x, y, \.forward)
    curve(&picture, "one", "central differences", x, y, \.central)
    let last = sweep.samples.first
    let labels = [
      (name: "central differences", detail: slopes(\.central), style: "dot-one", height: y.place(last?.central ?? 1)),
      (name: "forward differences", detail: slopes(\.forward), style: "dot-two", height: y.place(last?.forward ?? 1)),
      (
        name: "extrapolated differences", detail: "error \(Diagnostic.oneDigit(extrapolated)): what the check goes by",
        style: "", height: checked
      ),
    ]
    let heights = Self.spread(labels.map(\.height), apart: 38, from: frame.top, to: frame.bottom)
    for (label, height) in zip(labels, heights) {
      let x = frame.right + 14
      if !label.style.isEmpty { picture.dot(label.style, x + 5, height - 4, radius: 5, tooltip: label.name) }
      picture.text("label", x + 16, height, label.name)
      picture.text("tick", x + 16, height + 15, label.detail)
    }
    return picture.text
  }

  /// Heights near those wanted, in the same order and at least some distance apart.
  private static func spread(_ wanted: [Double], apart: Double, from top: Double, to bottom: Double) -> [Double] {
    var heights = wanted
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var lowest = top - apart
    for place in order {
      heights[place] = max(wanted[place] + 4, lowest + apart)
      lowest = heights[place]
    }
    var highest = bottom + apart - 10
    for place in order.reversed() {
      heights[place] = min(heights[place], highest - apart)
      highest = heights[place]
    }
    return heights
  }

  private var summary: String { "largest error of an entry, relative to the largest entry; \(note)" }

  private func slopes(_ error: (StepSweep.Sample) -> Double) -> String {
    let slopes = sweep.slopes(error)
    func power(_ exponent: Double) -> String {
      let tenths = Int((exponent.magnitude * 10).rounded())
      return "h^\(exponent < 0 ? "−" : "")\(tenths / 10).\(tenths % 10)"
    }
    let words = [slopes.falling.map { "falls as \(power($0))" }, slopes.rising.map { "rises as \(power($0))" }]
    return words.compactMap { $0 }.joined(separator: ", ")
  }

  private func axes(_ picture: inout SVG, _ x: PowersOfTen, _ y: PowersOfTen) {
    let frame = Self.frame
    for tick in y.ticks {
      let place = y.place(Self.power(tick))
      picture.line("grid", frame.left, place, frame.right, place)
      picture.text("tick right", frame.left - 10, place + 4, PowersOfTen.label(tick))
    }
    for tick in x.ticks {
      let place = x.place(Self.power(tick))
      picture.line("axis", place, frame.bottom, place, frame.bottom + 5)
      picture.text("tick middle", place, frame.bottom + 22, PowersOfTen.label(tick))
    }
    picture.line("axis", frame.left, frame.bottom, frame.right, frame.bottom)
    picture.text(
      "middle", (frame.left + frame.right) / 2, frame.bottom + 50, "step h, in units of the variable’s entries")
    picture.text("middle", 26, (frame.top + frame.bottom) / 2, "relative error", turned: true)
  }

  /// Lines of the slopes that theory says, clear of the curves.
  private func guides(_ picture: inout SVG, _ x: PowersOfTen, _ y: PowersOfTen) {
    let falling = (ends: [(1e-4, 1e-10), (1e-1, 1e-4)], label: "∝ h²", at: (1e-3, 1e-8), anchor: "tick", shift: 12.0)
    let rising = (
      ends: [(1e-14, 1e-5), (1e-7, 1e-12)], label: "∝ 1/h", at: (1e-11, 1e-8), anchor: "tick right", shift: -8.0
    )
    for guide in [falling, rising] {
      picture.path("guide", guide.ends.map { (x: x.place($0.0), y: y.place($0.1)) })
      picture.text(guide.anchor, x.place(guide.at.0) + guide.shift, y.place(guide.at.1) + 14, guide.label)
    }
  }

  private func curve(
    _ picture: inout SVG, _ style: String, _ label: String, _ x: PowersOfTen, _ y: PowersOfTen,
    _ error: (StepSweep.Sample) -> Double
  ) {
    let points = sweep.samples.map { (x: x.place($0.step), y: y.place(error($0)), sample: $0) }
    picture.path(style, points.map { ($0.x, $0.y) })
    for point in points {
      let words =
        "\(label) with step \(Diagnostic.oneDigit(point.sample.step)): error "
        + Diagnostic.oneDigit(error(point.sample))
      picture.dot("dot-\(style)", point.x, point.y, radius: 4, tooltip: words)
    }
  }

  private static func power(_ exponent: Int) -> Double {
    (0..<exponent.magnitude).reduce(1.0) { power, _ in exponent < 0 ? power / 10 : power * 10 }
  }
}
