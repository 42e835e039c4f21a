/// A drawing that a browser shows, light or dark as the reader's system is.
struct SVG {
  let width: Double
  let height: Double
  private var lines: [String] = []

  init(width: Double, height: Double, title: String, description: String) {
    (self.width, self.height) = (width, height)
    lines.append("<title>\(Self.escaped(title))</title>")
    lines.append("<desc>\(Self.escaped(description))</desc>")
    lines.append("<style>\(Self.style)</style>")
    add("rect", "surface", [("width", width), ("height", height)])
  }

  /// Colours by role, once for light and once for dark surfaces; text never wears a series' colour alone.
  private static let style = """

    svg { color-scheme: light dark; --surface: #fcfcfb; --ink: #0b0b0b; --soft: #52514e; --faint: #898781;
      --line: #e1e0d9; --axis: #c3c2b7; --one: #2a78d6; --two: #1baf7a; --bad: #d03b3b; --on: #ffffff; }
    @media (prefers-color-scheme: dark) { svg { --surface: #1a1a19; --ink: #ffffff; --soft: #c3c2b7;
      --line: #2c2c2a; --axis: #383835; --one: #3987e5; --two: #199e70; --bad: #e66767; } }
    text { font: 13px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; fill: var(--soft); }
    .surface { fill: var(--surface); }
    .title { font-size: 17px; font-weight: 600; fill: var(--ink); }
    .label { fill: var(--ink); }
    .tick { font-size: 12px; fill: var(--faint); font-variant-numeric: tabular-nums; }
    .inner { font-size: 11px; fill: var(--ink); font-variant-numeric: tabular-nums; }
    .strong { fill: var(--on); }
    .right { text-anchor: end; }
    .middle { text-anchor: middle; }
    .grid { stroke: var(--line); }
    .axis { stroke: var(--axis); }
    .guide { stroke: var(--faint); stroke-dasharray: 2 4; fill: none; }
    .one, .two { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
    .one { stroke: var(--one); }
    .two { stroke: var(--two); }
    .dot-one, .dot-two { stroke: var(--surface); stroke-width: 1.5; }
    .dot-one { fill: var(--one); }
    .dot-two { fill: var(--two); }
    .cell { fill: var(--one); }
    .wrong { fill: none; stroke: var(--bad); stroke-width: 2; }

    """

  mutating func line(_ style: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    add("line", style, [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)])
  }

  mutating func rectangle(
    _ style: String, x: Double, y: Double, width: Double, height: Double, radius: Double = 0, opacity: Double = 1,
    tooltip: String? = nil
  ) {
    var numbers = [("x", x), ("y", y), ("width", width), ("height", height)]
    if radius > 0 { numbers.append(("rx", radius)) }
    if opacity < 1 { numbers.append(("fill-opacity", opacity)) }
    add("rect", style, numbers, tooltip: tooltip)
  }

  mutating func dot(_ style: String, _ x: Double, _ y: Double, radius: Double, tooltip: String) {
    add("circle", style, [("cx", x), ("cy", y), ("r", radius)], tooltip: tooltip)
  }

  mutating func path(_ style: String, _ points: [(x: Double, y: Double)]) {
    let coordinates = points.map { "\(Self.number($0.x)),\(Self.number($0.y))" }.joined(separator: " ")
    lines.append("<polyline class=\"\(style)\" points=\"\(coordinates)\"/>")
  }

  mutating func text(_ style: String, _ x: Double, _ y: Double, _ text: String, turned: Bool = false) {
    let turn = turned ? " transform=\"rotate(-90 \(Self.number(x)) \(Self.number(y)))\"" : ""
    lines.append(
      "<text class=\"\(style)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\"\(turn)>\(Self.escaped(text))</text>")
  }

  var text: String {
    let size = "\(Self.number(width)) \(Self.number(height))"
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(size)\" width=\"\(Self.number(width))\" "
      + "height=\"\(Self.number(height))\" role=\"img\">\n" + lines.joined(separator: "\n") + "\n</svg>\n"
  }

  private mutating func add(
    _ element: String, _ style: String, _ numbers: [(String, Double)], tooltip: String? = nil
  ) {
    let attributes = numbers.map { " \($0.0)=\"\(Self.number($0.1))\"" }.joined()
    let inner = tooltip.map { "><title>\(Self.escaped($0))</title></\(element)>" } ?? "/>"
    lines.append("<\(element) class=\"\(style)\"\(attributes)\(inner)")
  }

  /// Hundredths are finer than any screen.
  private static func number(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
      "\"", with: "&quot;")
  }
}
