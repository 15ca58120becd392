/// The difference of two texts as `diff -u` writes it, which `patch` and `git apply` take.
struct UnifiedDiff {
  private enum Line { case same, removed, added }

  private static let context = 3

  /// Empty if the texts are the same.
  static func make(_ old: [UInt8], _ new: [UInt8], name: String) -> [UInt8] {
    let before = lines(old)
    let after = lines(new)
    let script = script(before, after)
    guard script.contains(where: { $0.kind != .same }) else { return [] }
    var output = Array("--- a/\(name)\n+++ b/\(name)\n".utf8)
    var index = 0
    while let hunk = hunk(in: script, from: index) {
      write(script[hunk], before, after, to: &output)
      index = hunk.upperBound
    }
    return output
  }

  /// Every line with its line end.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 10 {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  /// The lines of both texts in one order; `old` and `new` are how many of each stand before.
  private static func script(
    _ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>]
  ) -> [(kind: Line, old: Int, new: Int)] {
    var isRemoved = [Bool](repeating: false, count: before.count)
    var isAdded = [Bool](repeating: false, count: after.count)
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): isRemoved[offset] = true
      case .insert(let offset, _, _): isAdded[offset] = true
      }
    }
    var script: [(kind: Line, old: Int, new: Int)] = []
    var (old, new) = (0, 0)
    while old < before.count || new < after.count {
      if old < before.count, isRemoved[old] {
        script.append((.removed, old, new))
        old += 1
      } else if new < after.count, isAdded[new] {
        script.append((.added, old, new))
        new += 1
      } else {
        script.append((.same, old, new))
        old += 1
        new += 1
      }
    }
    return script
  }

  /// The next changes with the lines around them; changes that are near stand in one hunk.
  private static func hunk(
    in script: [(kind: Line, old: Int, new: Int)], from start: Int
  ) -> Range<Int>? {
    guard let first = script[start...].firstIndex(where: { $0.kind != .same }) else { return nil }
    var end = first + 1
    var same = 0
    var index = first + 1
    while index < script.count, same <= 2 * context {
      if script[index].kind == .same {
        same += 1
      } else {
        same = 0
        end = index + 1
      }
      index += 1
    }
    return max(start, first - context)..<min(script.count, end + context)
  }

  private static func write(
    _ lines: ArraySlice<(kind: Line, old: Int, new: Int)>, _ before: [ArraySlice<UInt8>],
    _ after: [ArraySlice<UInt8>], to output: inout [UInt8]
  ) {
    guard let first = lines.first else { return }
    let old = lines.count { $0.kind != .added }
    let new = lines.count { $0.kind != .removed }
    // A range of no lines is named by the line before it.
    output += Array("@@ -\(first.old + (old == 0 ? 0 : 1)),\(old) ".utf8)
    output += Array("+\(first.new + (new == 0 ? 0 : 1)),\(new) @@\n".utf8)
    for line in lines {
      let text = line.kind == .added ? after[line.new] : before[line.old]
      switch line.kind {
      case .same: output.append(UInt8(ascii: " "))
      case .removed: output.append(UInt8(ascii: "-"))
      case .added: output.append(UInt8(ascii: "+"))
      }
      output += text
      if text.last != 10 { output += Array("\n\\ No newline at end of file\n".utf8) }
    }
  }
}
