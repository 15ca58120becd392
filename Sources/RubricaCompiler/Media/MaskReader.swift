internal import RubricaModel

/// A mask from a PNG (ISO/IEC 15948): a pixel belongs to the thing unless it is black or fully
/// transparent. Nil if the file is damaged, interlaced, or larger than any picture that is labelled.
enum MaskReader {
  private static let pixelLimit = 100_000_000

  static func read(_ bytes: [UInt8]) -> Mask? {
    var place = 8
    var header: Header?
    var palette: [UInt8] = []
    var transparency: [UInt8] = []
    var packed: [UInt8] = []
    while place + 12 <= bytes.count, let length = bytes.big(place, 4) {
      let body = place + 8
      guard length <= bytes.count - body - 4 else { return nil }
      let content = bytes[body..<body + length]
      switch bytes[place + 4..<body] {
      case let name where name.elementsEqual("IHDR".utf8): header = Header(Array(content))
      case let name where name.elementsEqual("PLTE".utf8): palette = Array(content)
      case let name where name.elementsEqual("tRNS".utf8): transparency = Array(content)
      case let name where name.elementsEqual("IDAT".utf8): packed += content
      default: break
      }
      place = body + length + 4
    }
    guard let header, header.width * header.height <= pixelLimit else { return nil }
    let size = (header.rowBytes + 1) * header.height
    guard var rows = Inflate.unpack(packed, limit: size), unfilter(&rows, header) else {
      return nil
    }
    let belongs = (0..<256).map { header.belongs(index: $0, palette, transparency) }
    return mask(rows, header, belongs)
  }

  private struct Header {
    let width: Int
    let height: Int
    let depth: Int
    let colour: UInt8
    let channels: Int

    init?(_ bytes: [UInt8]) {
      guard bytes.count == 13, bytes[10] == 0, bytes[11] == 0, bytes[12] == 0,
        let width = bytes.big(0, 4), let height = bytes.big(4, 4)
      else { return nil }
      self.width = width
      self.height = height
      depth = Int(bytes[8])
      colour = bytes[9]
      switch colour {
      case 0, 3: channels = 1
      case 2: channels = 3
      case 4: channels = 2
      case 6: channels = 4
      default: return nil
      }
      let isWide = depth == 8 || depth == 16 && colour != 3
      let isNarrow = channels == 1 && (depth == 1 || depth == 2 || depth == 4)
      guard width > 0, height > 0, width < 1 << 24, height < 1 << 24, isWide || isNarrow else {
        return nil
      }
    }

    var rowBytes: Int { (width * channels * depth + 7) / 8 }
    /// Bytes from a pixel to the one before it, at least one.
    var step: Int { max(1, channels * depth / 8) }

    /// Whether an entry of a palette is neither black nor transparent; for grey, whether it is not 0.
    func belongs(index: Int, _ palette: [UInt8], _ transparency: [UInt8]) -> Bool {
      guard colour == 3 else { return index != 0 }
      guard index * 3 + 2 < palette.count else { return false }
      let isOpaque = index < transparency.count ? transparency[index] > 0 : true
      return isOpaque && palette[index * 3...index * 3 + 2].contains { $0 > 0 }
    }
  }

  /// Each row is written as differences to its neighbours, in one of five ways.
  private static func unfilter(_ rows: inout [UInt8], _ header: Header) -> Bool {
    let stride = header.rowBytes + 1
    let step = header.step
    for row in 0..<header.height {
      let start = row * stride + 1
      let filter = rows[start - 1]
      guard filter <= 4 else { return false }
      if filter == 0 { continue }
      for index in 0..<header.rowBytes {
        let left = index >= step ? rows[start + index - step] : 0
        let above = row > 0 ? rows[start + index - stride] : 0
        let corner = row > 0 && index >= step ? rows[start + index - stride - step] : 0
        let guess: UInt8 =
          switch filter {
          case 1: left
          case 2: above
          case 3: UInt8((Int(left) + Int(above)) / 2)
          default: paeth(Int(left), Int(above), Int(corner))
          }
        rows[start + index] &+= guess
      }
    }
    return true
  }

  private static func paeth(_ left: Int, _ above: Int, _ corner: Int) -> UInt8 {
    let guess = left + above - corner
    let (toLeft, toAbove, toCorner) = (
      abs(guess - left), abs(guess - above), abs(guess - corner)
    )
    if toLeft <= toAbove, toLeft <= toCorner { return UInt8(left) }
    return UInt8(toAbove <= toCorner ? above : corner)
  }

  private static func mask(_ rows: [UInt8], _ header: Header, _ belongs: [Bool]) -> Mask {
    var ends: [Int] = []
    var isInside = false
    let stride = header.rowBytes + 1
    for row in 0..<header.height {
      let start = row * stride + 1
      for column in 0..<header.width
      where pixel(rows, start, column, header, belongs) != isInside {
        ends.append(row * header.width + column)
        isInside.toggle()
      }
    }
    ends.append(header.width * header.height)
    return Mask(width: header.width, height: header.height, ends: ends)
  }

  private static func pixel(
    _ rows: [UInt8], _ start: Int, _ column: Int, _ header: Header, _ belongs: [Bool]
  ) -> Bool {
    if header.depth < 8 {
      let bit = column * header.depth
      let shift = 8 - header.depth - bit % 8
      return belongs[Int(rows[start + bit / 8] >> UInt8(shift)) & (1 << header.depth - 1)]
    }
    let bytes = header.depth / 8
    let first = start + column * header.channels * bytes
    if header.colour == 3 { return belongs[Int(rows[first])] }
    let hasAlpha = header.colour == 4 || header.colour == 6
    let colours = first..<first + (header.channels - (hasAlpha ? 1 : 0)) * bytes
    guard colours.contains(where: { rows[$0] != 0 }) else { return false }
    guard hasAlpha else { return true }
    return (colours.upperBound..<colours.upperBound + bytes).contains { rows[$0] != 0 }
  }
}
