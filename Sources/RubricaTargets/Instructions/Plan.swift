internal import RubricaModel
internal import RubricaSource

/// Things drawn without a picture: cuboids seen from above, and the ways of things that are followed.
struct Plan {
  /// One thing: its outlines from first to last, and the way between their middles.
  struct Thing {
    var label: String
    var number: Int?
    var outlines: [[Point]]
    /// Whether the last point of an outline is joined to its first.
    var isClosed = true
    /// From the middle of the last outline to its front.
    var heading: Point?

    var middles: [Point] {
      outlines.map { outline in
        let x = outline.map(\.x)
        let y = outline.map(\.y)
        return Point(
          x: ((x.min() ?? 0) + (x.max() ?? 0)) / 2, y: ((y.min() ?? 0) + (y.max() ?? 0)) / 2)
      }
    }
  }

  private(set) var things: [Thing] = []
  /// Whether it is in metres, with the origin in it.
  private(set) var isSpace = false
  private(set) var left = 0.0
  private(set) var top = 0.0
  private(set) var width = 0.0
  private(set) var height = 0.0

  /// Nil if there is nothing to draw.
  init?(_ regions: [Region], from first: Int?) {
    for (place, region) in regions.enumerated() {
      let geometries: [Region.Geometry]
      switch region.geometry {
      case .cuboid: geometries = [region.geometry]
      case .track(let frames): geometries = frames.compactMap(\.geometry)
      default: continue
      }
      var thing = Thing(
        label: region.label.value,
        number: first.map { $0 + place }, outlines: [])
      for geometry in geometries {
        if case .cuboid(let cuboid) = geometry {
          isSpace = true
          thing.outlines.append(cuboid.outline)
          thing.heading = cuboid.front
        } else if case .box(let left, let top, let right, let bottom) = geometry {
          thing.outlines.append([
            Point(x: left, y: top), Point(x: right, y: top), Point(x: right, y: bottom),
            Point(x: left, y: bottom),
          ])
        } else if geometry.corners.count > 1 {
          if case .polygon = geometry {} else { thing.isClosed = false }
          thing.outlines.append(geometry.corners)
        }
      }
      if !thing.outlines.isEmpty { things.append(thing) }
    }
    guard !things.isEmpty else { return nil }
    measure()
  }

  private mutating func measure() {
    var points = things.flatMap { $0.outlines.joined() }
    if isSpace { points.append(Point(x: 0, y: 0)) }
    let x = points.map(\.x)
    let y = points.map(\.y)
    guard let minX = x.min(), let maxX = x.max(), let minY = y.min(), let maxY = y.max() else {
      return
    }
    let margin = max(maxX - minX, maxY - minY, 1) * 0.1
    left = minX - margin
    top = minY - margin
    width = maxX - minX + 2 * margin
    height = maxY - minY + 2 * margin
  }

  /// Metres between two lines of the grid.
  var step: Double {
    let wanted = max(width, height) / 8
    return [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].first { $0 >= wanted } ?? 10_000
  }
}

extension Cuboid {
  /// Its floor from above, x to the right and y upwards, in the coordinates of a drawing.
  fileprivate var outline: [Point] {
    let half = (length / 2, width / 2)
    return [(half.0, half.1), (-half.0, half.1), (-half.0, -half.1), (half.0, -half.1)]
      .map { place(ahead: $0.0, aside: $0.1) }
  }

  fileprivate var front: Point { place(ahead: length / 2, aside: 0) }

  private func place(ahead: Double, aside: Double) -> Point {
    let (sine, cosine) = Turn.sineAndCosine(yaw)
    // Downwards in a drawing.
    return Point(
      x: centre.x + ahead * cosine - aside * sine, y: -(centre.y + ahead * sine + aside * cosine))
  }
}

/// Sine and cosine, the same on every machine: a mathematics library may differ in the last digit,
/// and the pages of a bundle are compared byte by byte.
private enum Turn {
  static func sineAndCosine(_ angle: Double) -> (Double, Double) {
    // Halved until the series converges quickly, then doubled again.
    let small = angle.remainder(dividingBy: 2 * .pi) / 16
    let square = small * small
    var sine = small * (1 - square / 6 * (1 - square / 20 * (1 - square / 42)))
    var cosine = 1 - square / 2 * (1 - square / 12 * (1 - square / 30))
    for _ in 0..<4 { (sine, cosine) = (2 * sine * cosine, cosine * cosine - sine * sine) }
    return (sine, cosine)
  }
}

extension Page {
  /// The list below it says the same, so readers that do not see it miss nothing.
  func write(_ plan: Plan, to html: inout HTMLWriter) {
    let viewBox = [plan.left, plan.top, plan.width, plan.height].map(Self.rounded)
    html.element("figure", [.class("plan"), .init("aria-hidden", "true")]) { html in
      html.element("svg", [.init("viewBox", viewBox.joined(separator: " "))]) { html in
        if plan.isSpace { writeGrid(of: plan, to: &html) }
        for thing in plan.things {
          let className = look(of: thing.label)
          html.element("g", [.class("mark " + className)]) { html in
            write(thing, of: plan, to: &html)
          }
        }
      }
      if plan.isSpace {
        html.element("figcaption", text: Word(words.marks.fromAbove(Number.text(plan.step))))
      }
    }
  }

  private func writeGrid(of plan: Plan, to html: inout HTMLWriter) {
    let (right, bottom) = (plan.left + plan.width, plan.top + plan.height)
    func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ name: String) {
      html.element(
        "line",
        [
          .class(name), .init("x1", Self.rounded(x1)), .init("y1", Self.rounded(y1)),
          .init("x2", Self.rounded(x2)), .init("y2", Self.rounded(y2)),
        ])
    }
    for number in lines(from: plan.left, to: right, step: plan.step) {
      line(number, plan.top, number, bottom, number == 0 ? "axis" : "grid")
    }
    for number in lines(from: plan.top, to: bottom, step: plan.step) {
      line(plan.left, number, right, number, number == 0 ? "axis" : "grid")
    }
    let size = max(plan.width, plan.height) / 24
    for (name, x, y) in [("x", right - size, -size / 3), ("y", size / 3, plan.top + size)] {
      html.element(
        "text",
        [
          .class("axis-name"), .init("x", Self.rounded(x)), .init("y", Self.rounded(y)),
          .init("font-size", Self.rounded(size)),
        ], text: name)
    }
  }

  /// At most some dozens: a plan that is far larger than its grid has none.
  private func lines(from start: Double, to end: Double, step: Double) -> [Double] {
    let first = (start / step).rounded(.up)
    let count = ((end / step).rounded(.down) - first)
    guard count >= 0, count < 50 else { return [] }
    return (0...Int(count)).map { (first + Double($0)) * step }
  }

  private func write(_ thing: Plan.Thing, of plan: Plan, to html: inout HTMLWriter) {
    for (place, outline) in thing.outlines.enumerated() {
      let path = Self.path(outline)
      let shape: StaticString = thing.isClosed ? "polygon" : "polyline"
      let isLast = place == thing.outlines.count - 1
      html.element("g", isLast ? [] : [.class("passed")]) { html in
        html.element(shape, [.class("under"), .init("points", path)])
        html.element(shape, [.init("points", path)])
      }
    }
    let middles = thing.middles
    if middles.count > 1 { html.element("polyline", [.init("points", Self.path(middles))]) }
    guard let last = middles.last else { return }
    if let heading = thing.heading {
      html.element("polyline", [.init("points", Self.path([last, heading]))])
    }
    guard let number = thing.number else { return }
    let size = max(plan.width, plan.height) / 18
    html.element(
      "text",
      [
        .init("x", Self.rounded(last.x)), .init("y", Self.rounded(last.y)),
        .init("font-size", Self.rounded(size)),
      ], text: String(number))
  }

  private static func path(_ points: [Point]) -> String {
    points.map { rounded($0.x) + "," + rounded($0.y) }.joined(separator: " ")
  }

  private static func rounded(_ number: Double) -> String {
    Number.text((number * 100).rounded() / 100)
  }
}
