import RubricaModel
import RubricaSource
import Testing

@testable import RubricaTargets

/// A tag names the mark it hangs on: if it hangs on another one, the picture says something wrong.
struct TagPlacementTests {
  private static let road = [
    Point(x: 300, y: 100), Point(x: 340, y: 100), Point(x: 640, y: 400), Point(x: 0, y: 400),
  ]
  private static let verge = [Point(x: 0, y: 100), Point(x: 290, y: 100), Point(x: 0, y: 380)]

  /// The tags of marks on a picture, in their order.
  private func tags(
    _ width: Double, _ height: Double,
    _ marks: [(name: String, geometry: Region.Geometry)], mask: Mask? = nil
  ) -> [TagPlacement.Tag] {
    var placement = TagPlacement(
      width: width, height: height, marks: marks.map { (geometry: $0.geometry, mask: mask) })
    return marks.enumerated().map { index, mark in
      placement.place(
        index, name: mark.name, number: marks.count > 1 ? String(index + 1) : nil)
    }
  }

  /// Where it hangs, in pixels of the picture.
  private func point(
    of tag: TagPlacement.Tag, _ width: Double, _ height: Double
  ) throws -> Point {
    let numbers = tag.style.split(whereSeparator: { !"0123456789.".contains($0) })
    let x = try #require(numbers.first.flatMap { Double($0) })
    let y = try #require(numbers.last.flatMap { Double($0) })
    return Point(x: x * width / 100, y: y * height / 100)
  }

  private func isInRoad(_ point: Point) -> Bool {
    point.y > 100 && point.y < 400 && point.x > 400 - point.y && point.x < 240 + point.y
  }

  private var maskPath: Region.Geometry { .mask(Located("ring.png", Span(SourceID(0), 0, 0))) }

  /// A ring around the middle of a picture.
  private func isInRing(_ x: Int, _ y: Int) -> Bool {
    let square = (x - 100) * (x - 100) + (y - 80) * (y - 80)
    return square >= 60 * 60 && square <= 78 * 78
  }

  private var ring: Mask {
    var ends: [Int] = []
    var isIn = false
    for place in 0..<(200 * 160) where isInRing(place % 200, place / 200) != isIn {
      ends.append(place)
      isIn.toggle()
    }
    ends.append(200 * 160)
    return Mask(width: 200, height: 160, ends: ends)
  }

  /// The corner of the box around the trapezoid lies on its neighbour.
  @Test func tagsOfAreasHangInThem() throws {
    let both = tags(640, 400, [("Road", .polygon(Self.road)), ("Verge", .polygon(Self.verge))])
    let road = try point(of: both[0], 640, 400)
    #expect(isInRoad(road), "\(both[0].style)")
    let verge = try point(of: both[1], 640, 400)
    #expect(verge.y > 100 && verge.x / 290 + (verge.y - 100) / 280 < 1, "\(both[1].style)")
    #expect(both.allSatisfy { $0.className == "on" && $0.showsName })

    let alone = tags(640, 400, [("Verge", .polygon(Self.road))])[0]
    let wrong = try point(of: alone, 640, 400)
    #expect(isInRoad(wrong) && alone.showsName, "\(alone.style)")
  }

  @Test func tagsOfMasksHangOnOneOfTheirPixels() throws {
    let marks: [(name: String, geometry: Region.Geometry)] = [
      ("Ring", maskPath), ("Hub", .box(left: 80, top: 60, right: 120, bottom: 100)),
    ]
    let alone = tags(200, 160, [marks[0]], mask: ring)
    let both = tags(200, 160, marks, mask: ring)
    for tag in [alone[0], both[0]] {
      let point = try point(of: tag, 200, 160)
      #expect(isInRing(Int(point.x), Int(point.y)), "\(tag.style)")
    }
    #expect(both[1].className == "above" && both[1].style == "left:40%;top:37.5%")
    // A mask whose pixels are not known may be anywhere.
    #expect(tags(200, 160, [marks[0]])[0].style == "left:0%;top:0%")
  }

  @Test func tagsOfLinesHangOnThem() throws {
    let falling = Region.Geometry.polyline([Point(x: 20, y: 20), Point(x: 280, y: 280)])
    let rising = Region.Geometry.polyline([Point(x: 280, y: 20), Point(x: 20, y: 280)])
    let alone = try point(of: tags(300, 300, [("Lane", falling)])[0], 300, 300)
    #expect(abs(alone.x - alone.y) < 1 && abs(alone.x - 150) < 10)
    let crossing = tags(300, 300, [("Lane", falling), ("Lane", rising)])
    let first = try point(of: crossing[0], 300, 300)
    let second = try point(of: crossing[1], 300, 300)
    #expect(abs(first.x - first.y) < 1)
    #expect(abs(second.x + second.y - 300) < 1)
  }

  @Test func whatIsTooSmallForItsTagHasItBesideIt() throws {
    let small = [Point(x: 140, y: 90), Point(x: 160, y: 90), Point(x: 150, y: 104)]
    #expect(tags(300, 200, [("Dot", .polygon(small))])[0].className == "above")
    // None of these is larger than a cell.
    let thin = [Point(x: 101, y: 101), Point(x: 101.5, y: 101), Point(x: 101, y: 101.5)]
    let hair = [Point(x: 101, y: 101), Point(x: 101, y: 101)]
    let pixel = Mask(width: 300, height: 200, ends: [101 * 300 + 101, 101 * 300 + 102, 60_000])
    for geometry in [Region.Geometry.polygon(thin), .polyline(hair), maskPath] {
      let tag = tags(300, 200, [("Dot", geometry)], mask: pixel)[0]
      let point = try point(of: tag, 300, 200)
      #expect(abs(point.x - 101) < 1 && abs(point.y - 101) < 1, "\(tag.style)")
    }
  }

  @Test func tagsStayInsideThePicture() {
    let edge = tags(300, 200, [("Pedestrian", .box(left: 260, top: 0, right: 300, bottom: 40))])[0]
    #expect(edge.className == "below end" && edge.style == "left:100%;top:20%")
    // It is shown much smaller than it is, because it is so high.
    let high = tags(
      200, 2400,
      [
        ("Black", .box(left: 20, top: 20, right: 100, bottom: 100)),
        ("Person", .box(left: 20, top: 2000, right: 100, bottom: 2390)),
      ])
    #expect(high.map(\.className) == ["below", "above"])
    // What has no room anywhere begins at the left edge.
    let long = tags(
      200, 2400,
      [("Somebody on a bicycle", .box(left: 120, top: 20, right: 180, bottom: 100))])[0]
    #expect(!long.className.contains("end") && long.style.hasPrefix("left:0%;"))
  }

  @Test func aNameIsLeftAwayWhereItWouldHideAMark() {
    let boxes = [(5.0, 120.0), (140, 300), (320, 470), (560, 635)]
    let words = tags(
      640, 48,
      boxes.map {
        (name: "Word", geometry: .box(left: $0.0, top: 6, right: $0.1, bottom: 42))
      })
    #expect(!words.contains { $0.showsName })
    #expect(words.map(\.className) == ["top", "top", "after", "before"])
  }

  @Test func tagsKeepApartHoweverManyThereAre() {
    for count in [2, 4, 40, 41] {
      let tags = tags(
        640, 400, (0..<count).map { _ in (name: "Road", geometry: .polygon(Self.road)) })
      #expect(Set(tags.map { $0.className + $0.style }).count >= min(count, 10))
    }
  }

  /// Coordinates far outside and pictures without a size are reported elsewhere.
  @Test func nothingIsTooLargeOrTooSmall() {
    let far = [Point(x: -1e300, y: 5), Point(x: 1e300, y: -1e300), Point(x: 3, y: 1e300)]
    for (width, height) in [(0.0, 0.0), (1, 1e9), (1e9, 1), (640, 400)] {
      let tags = tags(
        width, height,
        [
          ("A", .polygon(far)), ("B", .polyline(far)), ("C", .polygon([])), ("D", maskPath),
          ("E", .box(left: -1e300, top: 0, right: 1e300, bottom: 1e300)),
        ])
      #expect(!tags.contains { $0.style.contains("nan") || $0.style.contains("inf") })
    }
  }
}
