internal import RubricaModel
internal import RubricaSource

/// Finds a place for the tag of each mark: where it can be read as the tag of no other mark, inside
/// the picture, and where it covers little of other marks and tags. That is at a corner or a side
/// of a box, in an area or at its outline, and on a line or beside it.
///
/// A tag hangs on a point of its mark, so it stays there at any size of the picture. Whether it
/// fits is judged for a narrow screen, where tags are largest beside the marks.
struct TagPlacement {
  struct Tag {
    /// Says on which side of the point it hangs.
    var className: String
    /// The point, in per cent of the picture.
    var style: String
    var showsName: Bool
  }

  /// How a tag hangs on its point.
  private struct Side {
    let className: String
    /// How much of the tag lies left of and above the point.
    let left: Double
    let above: Double
  }

  private struct Candidate {
    let side: Side
    let point: Point
    /// What it costs beside what the tag covers: the lower, the earlier.
    let rank: Double

    func place(of width: Double) -> ScreenRectangle {
      let left = point.x - width * side.left
      let top = point.y - TagPlacement.tagHeight * side.above
      return ScreenRectangle(
        left: left, top: top, right: left + width, bottom: top + TagPlacement.tagHeight)
    }
  }

  private struct Choice {
    let candidate: Candidate
    let place: ScreenRectangle
    let cost: Double
  }

  private static let above = Side(className: "above", left: 0, above: 1)
  private static let aboveEnd = Side(className: "above end", left: 1, above: 1)
  private static let below = Side(className: "below", left: 0, above: 0)
  private static let belowEnd = Side(className: "below end", left: 1, above: 0)
  private static let before = Side(className: "before", left: 1, above: 0.5)
  private static let after = Side(className: "after", left: 0, above: 0.5)
  private static let centre = Side(className: "on", left: 0.5, above: 0.5)

  /// Beside a point of an outline or a line.
  private static let sides = [above, aboveEnd, below, belowEnd, before, after]

  /// On a frame; 0 is its left or top, 1 its right or bottom. The nearer to the top left corner,
  /// the earlier.
  private static let corners: [(side: Side, x: Double, y: Double)] = [
    (above, 0, 0),
    (aboveEnd, 1, 0),
    (Side(className: "top", left: 0, above: 0), 0, 0),
    (Side(className: "top end", left: 1, above: 0), 1, 0),
    (below, 0, 1),
    (belowEnd, 1, 1),
    (Side(className: "bottom", left: 0, above: 1), 0, 1),
    (Side(className: "bottom end", left: 1, above: 1), 1, 1),
    (before, 0, 0.5),
    (after, 1, 0.5),
  ]

  /// What the styles of the page make of a picture on a narrow screen.
  private static let screenWidth = 310.0
  private static let largestHeight = 544.0
  private static let smallestWidth = 160.0
  private static let tagHeight = 18.0
  private static let letterWidth = 6.6
  private static let digitWidth = 7.4

  private let width: Double
  private let height: Double
  private let scale: Double
  private let geometries: [(geometry: Region.Geometry, mask: Mask?)]
  /// Empty if there are so many that a tag cannot keep clear of them.
  private let marks: [TagMark]
  private var tags: [ScreenRectangle] = []

  /// The size of the picture, and what is marked on it; a mask with its pixels.
  init(width: Double, height: Double, marks: [(geometry: Region.Geometry, mask: Mask?)]) {
    let width = max(1, width)
    let ratio = width / max(1, height)
    let largest = min(Self.screenWidth, Self.largestHeight * ratio)
    let scale = max(min(width, largest), min(Self.smallestWidth, largest)) / width
    let shownWidth = max(1, width * scale)
    let shownHeight = max(1, height * scale)
    self.width = shownWidth
    self.height = shownHeight
    self.scale = scale
    geometries = marks
    self.marks =
      marks.count > 40
      ? []
      : marks.map {
        TagMark($0.geometry, $0.mask, scale: scale, width: shownWidth, height: shownHeight)
      }
  }

  mutating func place(_ index: Int, name: String, number: String?) -> Tag {
    let mark = mark(at: index)
    let candidates = candidates(on: mark)
    let nameWidth = Double(name.unicodeScalars.count) * Self.letterWidth
    let numberWidth = Double(number?.utf8.count ?? 0) * Self.digitWidth
    let fullWidth = nameWidth + numberWidth + 14
    var showsName = true
    var choice: Choice
    if number == nil {
      choice = best(of: candidates, for: mark, index, width: fullWidth)
    } else {
      choice = best(of: candidates, for: mark, index, width: numberWidth + 10)
      showsName = false
      if fullWidth <= mark.bounds.right - mark.bounds.left && geometries.count <= 4 {
        let named = best(of: candidates, for: mark, index, width: fullWidth)
        // The name is in the list below as well: it is not worth what is below the tag.
        if named.cost <= choice.cost + 250
          && (!hidesOthers(named.place, index) || hidesOthers(choice.place, index))
        {
          choice = named
          showsName = true
        }
      }
    }
    // A tag wider or higher than the picture begins at its edge.
    let x = shift(from: choice.place.left, to: choice.place.right, within: width)
    let y = shift(from: choice.place.top, to: choice.place.bottom, within: height)
    tags.append(
      ScreenRectangle(
        left: choice.place.left + x, top: choice.place.top + y, right: choice.place.right + x,
        bottom: choice.place.bottom + y))
    let point = choice.candidate.point
    return Tag(
      className: choice.candidate.side.className,
      style: "left:" + percent(point.x + x, width) + ";top:" + percent(point.y + y, height),
      showsName: showsName)
  }

  private func mark(at index: Int) -> TagMark {
    guard marks.isEmpty else { return marks[index] }
    let (geometry, mask) = geometries[index]
    return TagMark(geometry, mask, scale: scale, width: width, height: height)
  }

  private func candidates(on mark: TagMark) -> [Candidate] {
    switch mark.shape {
    case .frame: Self.candidates(onFrame: mark.bounds)
    case .area: candidates(onArea: mark)
    case .line: candidates(onLine: mark)
    }
  }

  private static func candidates(onFrame frame: ScreenRectangle) -> [Candidate] {
    corners.enumerated().map { rank, corner in
      let x = frame.left + (frame.right - frame.left) * corner.x
      let y = frame.top + (frame.bottom - frame.top) * corner.y
      return Candidate(side: corner.side, point: Point(x: x, y: y), rank: Double(rank) * 6)
    }
  }

  /// Inside it, rather at its top; beside its outermost points if it is too small for that.
  private func candidates(onArea mark: TagMark) -> [Candidate] {
    let points = mark.points
    let ends: [Point?] = [
      points.min { ($0.y, $0.x) < ($1.y, $1.x) },
      points.min { ($0.y, -$0.x) < ($1.y, -$1.x) },
      points.max { ($0.y, -$0.x) < ($1.y, -$1.x) },
      points.max { ($0.y, $0.x) < ($1.y, $1.x) },
      points.min { $0.x < $1.x },
      points.max { $0.x < $1.x },
    ]
    var candidates: [Candidate] = []
    for (rank, (side, end)) in zip(Self.sides, ends).enumerated() {
      guard let end else { continue }
      candidates.append(Candidate(side: side, point: end, rank: Double(rank) * 6))
    }
    let bounds = mark.bounds
    for index in someIndices(of: points) {
      let point = points[index]
      let right = (point.x - bounds.left) / max(1, bounds.right - bounds.left)
      let down = (point.y - bounds.top) / max(1, bounds.bottom - bounds.top)
      candidates.append(
        Candidate(side: Self.centre, point: point, rank: down * 30 + right * 15))
    }
    return candidates
  }

  /// On it or touching it, rather in its middle: other lines often begin or end where it does.
  private func candidates(onLine mark: TagMark) -> [Candidate] {
    let middle = Double(mark.points.count - 1) / 2
    var candidates: [Candidate] = []
    for index in someIndices(of: mark.points) {
      let point = mark.points[index]
      let far = abs(Double(index) - middle) / Double(mark.points.count) * 60
      candidates.append(Candidate(side: Self.centre, point: point, rank: far))
      for (rank, side) in Self.sides.enumerated() {
        candidates.append(Candidate(side: side, point: point, rank: far + Double(rank) * 6))
      }
    }
    return candidates
  }

  /// Enough of them to find a good place.
  private func someIndices(of points: [Point]) -> StrideTo<Int> {
    stride(from: 0, to: points.count, by: max(1, points.count / (marks.isEmpty ? 20 : 300)))
  }

  private func best(
    of candidates: [Candidate], for mark: TagMark, _ index: Int, width: Double
  ) -> Choice {
    // Every mark has a point to hang a tag on, unless it is empty.
    let nowhere = Candidate(side: Self.above, point: Point(x: 0, y: 0), rank: 0)
    var best = Choice(candidate: nowhere, place: nowhere.place(of: width), cost: .infinity)
    // One whose rank alone costs as much is no better, whatever it covers.
    for candidate in candidates where candidate.rank < best.cost {
      let place = candidate.place(of: width)
      let cost =
        candidate.rank
        + cost(
          of: place, for: mark, index, upTo: { candidate.rank + $0 < best.cost })
      if cost < best.cost { best = Choice(candidate: candidate, place: place, cost: cost) }
    }
    return best
  }

  /// What a tag covers and where it juts out; of one that is too dear, only as much as shows that.
  private func cost(
    of tag: ScreenRectangle, for mark: TagMark, _ own: Int, upTo isCheap: (Double) -> Bool
  ) -> Double {
    // What juts out to the left leaves the page sooner than what juts out to the right.
    let outside =
      2 * max(0, -tag.left) + max(0, tag.right - width) + max(0, -tag.top)
      + max(0, tag.bottom - height)
    let around = tag.grown(by: 2)
    // Any place inside is better than one that juts out.
    var cost = outside * 10_000
    for other in tags where isCheap(cost) { cost += other.overlap(around) * 20 }
    guard isCheap(cost) else { return cost }
    cost += costOnOwn(tag, mark)
    for (index, other) in marks.enumerated() where index != own && isCheap(cost) {
      let hidden = other.hidden(by: around)
      // An area in which everything lies is covered anyhow.
      cost += other.shape == .frame ? hidden : hidden * min(1, 0.25 + 4 * hidden / other.area)
    }
    return cost
  }

  /// In its own mark a tag covers what the annotator should look at, but is not misread.
  private func costOnOwn(_ tag: ScreenRectangle, _ mark: TagMark) -> Double {
    let hidden = mark.hidden(by: tag)
    switch mark.shape {
    case .frame: return 0.6 * hidden * min(1, 4 * hidden / mark.area)
    case .line:
      return hidden == 0 ? 0.3 * tag.area : 1.5 * hidden * min(1, 3 * hidden / mark.area)
    case .area:
      // What juts out may lie on a neighbour that nobody has marked.
      let around = tag.grown(by: MarkGrid.cell)
      return 0.6 * hidden * min(1, 4 * hidden / mark.area)
        + 0.3 * max(0, around.area - mark.hidden(by: around))
    }
  }

  private func hidesOthers(_ tag: ScreenRectangle, _ own: Int) -> Bool {
    for (index, other) in marks.enumerated() where index != own {
      if other.hidden(by: tag) > other.area / 10 { return true }
    }
    return false
  }

  /// How far to move what juts out; what is too long begins at the start.
  private func shift(from start: Double, to end: Double, within length: Double) -> Double {
    start < 0 ? -start : -max(0, min(start, end - length))
  }

  private func percent(_ part: Double, _ whole: Double) -> String {
    Number.text((min(max(part / whole, 0), 1) * 1000).rounded() / 10) + "%"
  }
}
