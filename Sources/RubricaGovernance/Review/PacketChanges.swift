internal import RubricaDifference
internal import RubricaSource

/// What has become of each leaf since somebody signed, as a reader sees it. A part without a name goes by what
/// it says, so that another word makes it another part for the digests; for a reader it is the same part, edited.
struct PacketChanges {
  /// Of what is there now, by path.
  private(set) var byPath: [String: LeafChange] = [:]
  /// What is not there any more.
  private(set) var gone: [LeafChange] = []
  /// Where a leaf stood when it was signed, if its part had another path then.
  private(set) var former: [String: String] = [:]

  /// How alike two parts must be to be one.
  private static let likeness = 0.3

  /// - Parameters:
  ///   - all: what became of the leaves by their paths.
  ///   - now: what the leaves say, by path.
  ///   - before: what they said when they were signed, as far as it was kept.
  init(_ all: [LeafChange], now: [String: String], before: [String: String]) {
    byPath = Dictionary(
      uniqueKeysWithValues: all.filter { $0.action != .removed }.map { ($0.path, $0) })
    gone = all.filter { $0.action == .removed }
    guard !gone.isEmpty, gone.count < all.count else { return }
    let lost = Parts(gone.map(\.path), before, but: Set(now.keys.compactMap(UnnamedPart.group)))
    let added = all.filter { $0.action == .added }.map(\.path)
    let found = Parts(added, now, but: Set(before.keys.compactMap(UnnamedPart.group)))
    for (list, olds) in lost.byList.sorted(by: { $0.key < $1.key }) {
      guard let news = found.byList[list] else { continue }
      let pairs = Likeness.pairs(olds.map(\.text), news.map(\.text), atLeast: Self.likeness)
      for pair in pairs { join(olds[pair.old], news[pair.new], now, before) }
    }
    let joined = Set(former.values)
    gone.removeAll { joined.contains($0.path) }
  }

  private mutating func join(
    _ old: Parts.Part, _ new: Parts.Part, _ now: [String: String], _ before: [String: String]
  ) {
    let rests = Set(old.rests)
    for rest in new.rests where rests.contains(rest) {
      let (from, to) = (old.group + rest, new.group + rest)
      former[to] = from
      byPath[to] =
        now[to] == before[from]
        ? nil
        // For a sign-off it is another part all the same.
        : LeafChange(
          path: to, action: .changed, kind: LeafKinds.kind(of: to, .added), isOfForm: false)
    }
  }
}

/// Paths of a part that has no name: `rules/~3f3752ba3dda/text`.
private enum UnnamedPart {
  private static let digits = 12

  /// `rules/~3f3752ba3dda`; nil if every part of the path has a name.
  static func group(_ path: String) -> String? {
    let bytes = path.utf8
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.endIndex
      let segment = bytes[start..<end]
      if segment.first == UInt8(ascii: "~"), segment.count > digits,
        segment.dropFirst().prefix(digits).allSatisfy({ $0.isHexDigit })
      {
        return String(path[..<end])
      }
      start = end < bytes.endIndex ? bytes.index(after: end) : end
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
  }
}

/// The parts without a name that some paths belong to, by the list they stand in.
private struct Parts {
  struct Part {
    let group: String
    /// What stands behind the group in its paths, in order.
    var rests: [String] = []
    /// All that it says.
    var text = ""
  }

  private(set) var byList: [Substring: [Part]] = [:]

  /// Without the groups that are there on the other side as well.
  init(_ paths: [String], _ texts: [String: String], but known: Set<String>) {
    var parts: [String: Part] = [:]
    for path in paths {
      guard let group = UnnamedPart.group(path), !known.contains(group), let text = texts[path],
        let rest = path.rest(behind: group)
      else { continue }
      parts[group, default: Part(group: group)].rests.append(String(rest))
      parts[group]?.text += text + " "
    }
    for part in parts.values.sorted(by: { $0.group < $1.group }) {
      let list = part.group[..<(part.group.lastIndex(of: "/") ?? part.group.startIndex)]
      byList[list, default: []].append(part)
    }
  }
}
