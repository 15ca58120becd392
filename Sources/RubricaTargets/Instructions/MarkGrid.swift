internal import RubricaModel

/// Which part of the shown picture a mark covers, in cells so coarse that every place of a tag can
/// be tried.
struct MarkGrid {
  /// In pixels of the screen.
  static let cell = 4.0

  private let columns: Int
  private let rows: Int
  private var isCovered: [Bool]
  /// How many cells left of and above each corner of a cell are covered.
  private var sums: [Int32]

  /// The size of the shown picture, in pixels of the screen.
  init(width: Double, height: Double, fill: (inout Self) -> Void) {
    columns = max(1, Int((width / Self.cell).rounded(.up)))
    rows = max(1, Int((height / Self.cell).rounded(.up)))
    isCovered = Array(repeating: false, count: columns * rows)
    sums = Array(repeating: 0, count: (columns + 1) * (rows + 1))
    fill(&self)
    for row in 0..<rows {
      var count: Int32 = 0
      for column in 0..<columns {
        if isCovered[row * columns + column] { count += 1 }
        let above = row * (columns + 1) + column + 1
        sums[above + columns + 1] = sums[above] + count
      }
    }
  }

  /// The middles of the cells that are covered, row by row.
  var middles: [Point] {
    isCovered.indices.filter { isCovered[$0] }.map { index in
      Point(
        x: (Double(index % columns) + 0.5) * Self.cell,
        y: (Double(index / columns) + 0.5) * Self.cell)
    }
  }

  /// What is covered of a rectangle, in square pixels of the screen.
  func area(in part: ScreenRectangle) -> Double {
    let left = edge(part.left, columns)
    let right = edge(part.right, columns)
    let top = edge(part.top, rows) * (columns + 1)
    let bottom = edge(part.bottom, rows) * (columns + 1)
    let count = sums[bottom + right] - sums[top + right] - sums[bottom + left] + sums[top + left]
    return Double(count) * Self.cell * Self.cell
  }

  /// The edge between two cells that is nearest to a place.
  private func edge(_ place: Double, _ count: Int) -> Int {
    Int((place / Self.cell).rounded().clamped(0, Double(count)))
  }

  /// The cells whose middles lie in a polygon.
  mutating func fill(polygon corners: [Point]) {
    guard let last = corners.last else { return }
    for row in 0..<rows {
      let y = (Double(row) + 0.5) * Self.cell
      var crossings: [Double] = []
      var start = last
      for end in corners {
        if (start.y <= y) != (end.y <= y) {
          crossings.append(start.x + (y - start.y) / (end.y - start.y) * (end.x - start.x))
        }
        start = end
      }
      crossings.sort()
      for index in stride(from: 1, to: crossings.count, by: 2) {
        cover(row, from: crossings[index - 1], to: crossings[index])
      }
    }
  }

  /// The cells in whose middles a mask has a pixel. `scale` is how large a pixel is on the screen.
  mutating func fill(_ mask: Mask, scale: Double) {
    guard mask.width > 0, scale > 0 else { return }
    let lines = (0..<rows).map { Int((Double($0) + 0.5) * Self.cell / scale) }
    var first = 0
    for run in mask.runs where !run.isEmpty {
      let top = run.lowerBound / mask.width
      let bottom = (run.upperBound - 1) / mask.width
      while first < rows, lines[first] < top { first += 1 }
      var row = first
      while row < rows, lines[row] <= bottom {
        let left = lines[row] == top ? run.lowerBound % mask.width : 0
        let right = lines[row] == bottom ? (run.upperBound - 1) % mask.width + 1 : mask.width
        cover(row, from: Double(left) * scale, to: Double(right) * scale)
        row += 1
      }
    }
  }

  /// The cells that a line goes through. Gives a point of the line in each of them.
  mutating func fill(line points: [Point]) -> [Point] {
    var crossed: [Point] = []
    for (start, end) in zip(points, points.dropFirst()) {
      let (x, y) = (end.x - start.x, end.y - start.y)
      let steps = max(1, min(Int(max(abs(x), abs(y)) / (Self.cell / 2)), 1000))
      for step in 0...steps {
        let part = Double(step) / Double(steps)
        let point = Point(x: start.x + x * part, y: start.y + y * part)
        let column = (point.x / Self.cell).rounded(.down)
        let row = (point.y / Self.cell).rounded(.down)
        // A point on the right or lower edge of the picture is in the last cell.
        guard column >= 0, row >= 0, column <= Double(columns), row <= Double(rows) else {
          continue
        }
        let cell = min(Int(row), rows - 1) * columns + min(Int(column), columns - 1)
        guard !isCovered[cell] else { continue }
        isCovered[cell] = true
        crossed.append(point)
      }
    }
    return crossed
  }

  /// The cells of a row whose middles are between two places.
  private mutating func cover(_ row: Int, from start: Double, to end: Double) {
    let first = column(behind: start)
    for column in first..<max(first, column(behind: end)) {
      isCovered[row * columns + column] = true
    }
  }

  /// The first column whose middle is not left of a place.
  private func column(behind place: Double) -> Int {
    Int((place / Self.cell - 0.5).rounded(.up).clamped(0, Double(columns)))
  }
}

extension Double {
  /// The nearest number between two others; the lower one for what is no number.
  func clamped(_ low: Double, _ high: Double) -> Double {
    self >= low ? Swift.min(self, high) : low
  }
}
