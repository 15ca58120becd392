internal import RubricaModel
internal import RubricaSource

/// Values of the model in words that a reviewer reads: all that they say, places included, with the names of
/// labels and questions in place of their ids.
struct NotationWords {
  /// The text that an answer is about, by what marks count in.
  private typealias Item = [Unicode.Scalar]

  /// What a leaf says.
  let leaf: (String) -> String?

  // MARK: any value

  func words(_ value: Notation) -> String {
    switch value {
    case .text(let text): return "“\(text)”"
    case .word("true"): return "yes"
    case .word("false"): return "no"
    case .word(let word): return word
    case .list(let items): return items.map(words).joined(separator: ", ")
    case .choice(let name, let inner): return "\(Self.spoken(name)) \(grouped(inner))"
    case .parts(let parts): return parts.map(said).joined(separator: "; ")
    }
  }

  /// The same, a line for each part.
  func lines(_ value: Notation) -> String {
    guard case .parts(let parts) = value else { return words(value) }
    return parts.map(said).joined(separator: "\n")
  }

  private func said(_ part: Notation.Part) -> String {
    "\(Self.spoken(part.name)): \(grouped(part.value))"
  }

  /// In parentheses where its end could not be told.
  private func grouped(_ value: Notation) -> String {
    switch value {
    case .parts: "(\(words(value)))"
    case .list(let items) where items.contains(where: { $0.plain == nil }):
      items.map(grouped).joined(separator: ", ")
    default: words(value)
    }
  }

  /// `maximumLength` and `maximum-length` are "maximum length".
  static func spoken(_ name: String) -> String {
    var words: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "_"): words.append(32)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): words += [32, byte | 0x20]
      default: words.append(byte)
      }
    }
    return String(decoding: words, as: UTF8.self)
  }

  // MARK: answers

  /// An answer, a line for each part: as `LeafBuilder` writes it. `item` is the text that it is about, if it is
  /// about a text. Nil if it cannot be read.
  func lines(ofAnswer text: String, about item: String?) -> [String]? {
    // Taken apart once, however many marks are in it.
    let item = item.map { Array($0.unicodeScalars) }
    var lines: [String] = []
    for line in LineParts.of(text) {
      guard let value = Notation(line.value) else { return nil }
      switch line.name {
      case "marks"?: lines += marks(value, item).map(\.words)
      case "relations"?: lines += relations(value, allMarks(in: text), item)
      default: lines += record(value, item)
      }
    }
    return lines
  }

  private func record(_ record: Notation, _ item: Item?) -> [String] {
    var lines: [String] = []
    if let whole = record[plain: "whole"] {
      lines.append(whole == "none" ? "Nothing to annotate" : escape(whole))
    }
    let answers = record["answers"]?.items ?? []
    let known = answers.flatMap { answer -> [Notation] in
      if case .choice("marks", let marks)? = answer["value"] { return marks.items }
      return []
    }
    for answer in answers {
      guard let value = answer["value"] else { continue }
      let layer = answer[plain: "layer"] ?? ""
      let lead = "\(name(ofLayer: layer)): "
      lines += said(value, layer, known, item).map { lead + $0 }
    }
    return lines
  }

  private func said(
    _ value: Notation, _ layer: String, _ known: [Notation], _ item: Item?
  ) -> [String] {
    guard case .choice(let kind, let inner) = value else {
      return [value == .word("nothing") ? "nothing" : words(value)]
    }
    switch kind {
    case "labels": return [inner.items.map(labelled).joined(separator: ", ")]
    case "point":
      let point = inner.plain ?? ""
      let means = leaf("layers/\(LeafSegment.of(layer))/points/\(point)/means")
      return [point + (means.map { " (\($0))" } ?? "")]
    case "ranking":
      let places = inner.items.map { $0.items.compactMap(\.plain).joined(separator: " = ") }
      return [places.joined(separator: " › ")]
    case "regions": return inner.items.map(region)
    case "marks": return marks(inner, item).map(\.words)
    case "relations": return relations(inner, known, item)
    case "groups":
      return inner.items.map { $0.items.compactMap(\.plain).joined(separator: " = ") }
    case "escape": return [escape(inner.plain ?? "")]
    default: return [words(inner)]
    }
  }

  private func labelled(_ value: Notation) -> String {
    name(ofLabel: value[plain: "label"] ?? "") + identity(value) + attributes(value)
  }

  /// What relations call it.
  private func identity(_ value: Notation) -> String {
    value[plain: "id"].map { " #\($0)" } ?? ""
  }

  private func attributes(_ value: Notation) -> String {
    let given = (value["attributes"]?.items ?? []).map { attribute in
      let said = attribute[plain: "value"] ?? ""
      let answer = said == "true" ? "yes" : said == "false" ? "no" : said
      return "\(Self.spoken(attribute[plain: "id"] ?? "")): \(answer)"
    }
    return given.isEmpty ? "" : " (\(given.joined(separator: ", ")))"
  }

  private func region(_ region: Notation) -> String {
    [labelled(region), region["geometry"].map(place)].compactMap(\.self).joined(separator: ", ")
  }

  /// Where a mark lies, with all its numbers.
  private func place(_ geometry: Notation) -> String {
    guard case .choice(let kind, let inner) = geometry else { return words(geometry) }
    let number = { (name: String) in inner[plain: name] ?? "?" }
    switch kind {
    case "box":
      return
        "box from (\(number("left")), \(number("top"))) to (\(number("right")), \(number("bottom")))"
    case "polygon", "polyline":
      let name = kind == "polygon" ? "outline" : "line"
      return "\(name) \(inner.items.map(point).joined(separator: " "))"
    case "keypoints":
      return inner.items.map { keypoint in
        let isHidden = keypoint["isHidden"] == .word("true")
        return Self.spoken(keypoint[plain: "id"] ?? "") + " "
          + (keypoint["point"].map(point) ?? "") + (isHidden ? " hidden" : "")
      }.joined(separator: ", ")
    case "mask": return "the pixels of \(inner.plain ?? "")"
    case "cuboid":
      let size = ["length", "width", "height", "yaw"].map { "\($0) \(number($0))" }
      return "cuboid at \(inner["centre"].map(point) ?? "?"), \(size.joined(separator: ", "))"
    case "segment": return "from second \(number("start")) to second \(number("end"))"
    case "track":
      return inner.items.map { frame in
        let rest = parts(of: frame, but: ["frame", "geometry"])
        return "frame \(frame[plain: "frame"] ?? "?"): "
          + [frame["geometry"].map(place), rest].compactMap(\.self).joined(separator: ", ")
      }.joined(separator: "; ")
    default: return words(geometry)
    }
  }

  private func parts(of value: Notation, but skipped: Set<String>) -> String? {
    guard case .parts(let parts) = value else { return nil }
    let rest = parts.filter { !skipped.contains($0.name) }
    return rest.isEmpty ? nil : words(.parts(rest))
  }

  /// `(3, 4)`, or `(3, 4, 5)`.
  private func point(_ point: Notation) -> String {
    "(" + ["x", "y", "z"].compactMap { point[plain: $0] }.joined(separator: ", ") + ")"
  }

  // MARK: texts

  /// In the order of the text.
  private func marks(_ marks: Notation, _ item: Item?) -> [(start: Int, words: String)] {
    let all = marks.items.map { mark in
      let ranges = Self.ranges(mark)
      let where_ = ranges.map { "\($0.lowerBound)–\($0.upperBound)" }.joined(separator: ", ")
      let words = "\(said(mark, item)): \(labelled(mark)), characters \(where_)"
      return (start: ranges.first?.lowerBound ?? 0, words: words)
    }
    return all.sorted { ($0.start, $0.words) < ($1.start, $1.words) }
  }

  private static func ranges(_ mark: Notation) -> [Range<Int>] {
    (mark["ranges"]?.items ?? []).compactMap { range in
      let ends = (range.plain ?? "").split(separator: "-").compactMap { Int($0) }
      return ends.count == 2 && ends[0] <= ends[1] ? ends[0]..<ends[1] : nil
    }
  }

  /// The words that are marked.
  private func said(_ mark: Notation, _ item: Item?) -> String {
    if let stated = mark[plain: "statedText"] { return "“\(stated)”" }
    guard let item else { return "a mark" }
    let pieces = Self.ranges(mark).map { range in
      var piece = String.UnicodeScalarView()
      piece.append(contentsOf: item[range.clamped(to: 0..<item.count)])
      return String(piece)
    }
    return "“\(pieces.joined(separator: " … "))”"
  }

  private func relations(_ relations: Notation, _ marks: [Notation], _ item: Item?) -> [String] {
    let end = { (id: String?) in
      let mark = marks.first { $0[plain: "id"] == id }
      return (mark.map { self.said($0, item) + " " } ?? "") + "#\(id ?? "")"
    }
    return relations.items.map { relation in
      let name = Self.spoken(relation[plain: "relation"] ?? "")
      return "\(end(relation[plain: "from"])) — \(name) → \(end(relation[plain: "to"]))"
    }
  }

  private func allMarks(in text: String) -> [Notation] {
    LineParts.of(text).first { $0.name == "marks" }.flatMap { Notation($0.value)?.items } ?? []
  }

  // MARK: names

  /// The name, and the id behind it where it is other words.
  private func name(ofLabel id: String) -> String {
    named(id, leaf("labels/\(LeafSegment.of(id))/name"))
  }

  private func name(ofLayer id: String) -> String {
    named(id, leaf("layers/\(LeafSegment.of(id))/name"))
  }

  private func escape(_ id: String) -> String {
    named(id, leaf("escapes/\(LeafSegment.of(id))/name"))
  }

  private func named(_ id: String, _ name: String?) -> String {
    guard let name, Self.folded(name) != Self.folded(id) else { return name ?? id }
    return "\(name) [\(id)]"
  }

  /// "Body site" and `body-site` are the same words.
  private static func folded(_ name: String) -> [UInt8] {
    name.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "_"): 32
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      default: byte
      }
    }
  }
}

/// The lines of an answer: `marks: …`, `relations: …`, or the record without a name.
private enum LineParts {
  static func of(_ text: String) -> [(name: String?, value: Substring)] {
    text.split(separator: "\n").map { line in
      for name in ["marks", "relations"] where line.hasPrefix(name + ": ") {
        return (name, line.dropFirst(name.count + 2))
      }
      return (nil, line)
    }
  }
}
