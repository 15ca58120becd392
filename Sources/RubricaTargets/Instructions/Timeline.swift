internal import RubricaModel
internal import RubricaSource

/// Marks that have a place in time, on a line from the start to the end: stretches of a recording by
/// their labels, or things that are followed, one below the other.
struct Timeline {
  struct Bar {
    /// Seconds, or frames.
    var start: Double
    var end: Double
    /// The number of the mark in the list below; nil for later parts of the same.
    var number: Int?
    var label: String
  }

  struct Lane {
    var bars: [Bar] = []
    /// Frames in which a mark was set.
    var stops: [Double] = []
  }

  private(set) var lanes: [Lane] = []
  private(set) var start = 0.0
  private(set) var end = 0.0
  private(set) var isInFrames = false

  /// Nil if no mark has a place in time. `duration` is that of the recording in seconds, if it is known.
  init?(_ regions: [Region], from first: Int?, duration: Double? = nil) {
    var lanesOfLabels: [String: Int] = [:]
    for (place, region) in regions.enumerated() {
      let number = first.map { $0 + place }
      let label = region.label.value
      switch region.geometry {
      case .segment(let start, let end):
        let lane = lanesOfLabels[label] ?? lanes.count
        if lane == lanes.count { lanes.append(Lane()) }
        lanesOfLabels[label] = lane
        lanes[lane].bars.append(Bar(start: start, end: end, number: number, label: label))
      case .track(let frames) where !frames.isEmpty:
        isInFrames = true
        lanes.append(Self.lane(frames, number: number, label: label))
      default: break
      }
    }
    guard !lanes.isEmpty else { return nil }
    let bars = lanes.flatMap(\.bars)
    start = isInFrames ? bars.map(\.start).min() ?? 0 : 0
    end = (bars.map(\.end) + lanes.flatMap(\.stops)).max() ?? 0
    // The line is as long as the recording, so that one sees what is not marked. Of an hour with marks in
    // its first minute nothing would be seen.
    if !isInFrames, let duration, duration > end, duration < end * 20 {
      end = max(end, (duration * 10).rounded() / 10)
    }
  }

  private static func lane(_ frames: [Region.Keyframe], number: Int?, label: String) -> Lane {
    var lane = Lane()
    var number = number
    var open: Double?
    for frame in frames {
      let place = Double(frame.frame.value)
      if frame.geometry == nil {
        guard let start = open else { continue }
        lane.bars.append(Bar(start: start, end: place, number: number, label: label))
        number = nil
        open = nil
      } else {
        lane.stops.append(place)
        open = open ?? place
      }
    }
    if let start = open, let last = lane.stops.last {
      lane.bars.append(Bar(start: start, end: last, number: number, label: label))
    }
    return lane
  }

  /// A place on the line, in per cent.
  func percent(_ place: Double) -> String {
    guard end > start else { return "0%" }
    let part = min(max((place - start) / (end - start), 0), 1)
    return Number.text((part * 1000).rounded() / 10) + "%"
  }
}

extension Page {
  /// The list below it says the same, so readers that do not see it miss nothing.
  func write(_ timeline: Timeline, to html: inout HTMLWriter) {
    html.element("div", [.class("timeline"), .init("aria-hidden", "true")]) { html in
      for lane in timeline.lanes {
        html.element("div", class: "lane") { html in
          for bar in lane.bars { write(bar, of: timeline, to: &html) }
          for stop in lane.stops {
            html.element("u", [.init("style", "left:" + timeline.percent(stop))])
          }
        }
      }
      html.element("p") { html in
        for place in [timeline.start, timeline.end] {
          // The number of a frame may be too large for the line.
          let frame = Int(exactly: place) ?? .max
          html.element(
            "span",
            text: Word(
              timeline.isInFrames
                ? words.marks.frames(frame, frame) : Number.text(place) + " s"))
        }
      }
    }
  }

  private func write(_ bar: Timeline.Bar, of timeline: Timeline, to html: inout HTMLWriter) {
    let width =
      timeline.end > timeline.start ? (bar.end - bar.start) / (timeline.end - timeline.start) : 1
    let percent = Number.text((min(max(width, 0), 1) * 1000).rounded() / 10) + "%"
    html.element(
      "i",
      [
        .class(look(of: bar.label)),
        .init("style", "--at:" + timeline.percent(bar.start) + ";--long:" + percent),
      ]
    ) { html in
      if let number = bar.number { html.element("b", text: String(number)) }
    }
  }
}
