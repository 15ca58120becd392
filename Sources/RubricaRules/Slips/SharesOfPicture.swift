internal import RubricaModel
internal import RubricaSource

/// A mark whose numbers are shares of the picture, from 0 to 1, as YOLO writes them and programs for
/// annotation export them. Taken for pixels, it is a dot in the corner that nobody sees.
extension Region.Geometry {
  var isInShares: Bool {
    let corners = self.corners
    guard !corners.isEmpty,
      corners.allSatisfy({ (0...1).contains($0.x) && (0...1).contains($0.y) })
    else { return false }
    // A point may be that of the very corner; a box of one pixel there is none.
    if case .box = self { return corners.contains { $0.x > 0 || $0.y > 0 } }
    return corners.contains { $0.x != $0.x.rounded() || $0.y != $0.y.rounded() }
  }

  /// What to write in their place.
  func adviceOnShares(_ size: (width: Int, height: Int)?) -> String {
    guard let size else {
      return "multiply each x by the width of the picture in pixels, and each y by its height"
    }
    let (width, height) = (Double(size.width), Double(size.height))
    guard case .box(let left, let top, let right, let bottom) = self else {
      return """
        multiply each x by \(size.width), the width of the picture, and each y by its height, \
        \(size.height)
        """
    }
    func pixels(_ corners: [Double]) -> String {
      let numbers = [
        corners[0] * width, corners[1] * height, corners[2] * width, corners[3] * height,
      ]
      return "`[\(numbers.map { $0.rounded().written }.joined(separator: ", "))]`"
    }
    var ways: [String] = []
    if left < right, top < bottom { ways.append(pixels([left, top, right, bottom])) }
    // The numbers of YOLO are the centre and the size.
    let spread = [left - right / 2, top - bottom / 2, left + right / 2, top + bottom / 2]
    if right > 0, bottom > 0, spread.allSatisfy({ (-0.01...1.01).contains($0) }) {
      ways.append(pixels(spread) + " if they are the centre, the width and the height")
    }
    let picture = "in this picture of \(size.width) × \(size.height) pixels"
    guard !ways.isEmpty else { return "write `[left, top, right, bottom]` in pixels, \(picture)" }
    return "\(picture), write " + ways.joined(separator: ", or ")
  }
}
