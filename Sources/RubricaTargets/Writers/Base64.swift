/// Base64 (RFC 4648, with padding), for pictures inside pages.
package enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  package static func append(_ bytes: [UInt8], to output: inout [UInt8]) {
    output.reserveCapacity(output.count + (bytes.count + 2) / 3 * 4)
    var index = 0
    while index + 2 < bytes.count {
      let group = UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
      for shift in [18, 12, 6, 0] as [UInt32] { output.append(alphabet[Int(group >> shift & 63)]) }
      index += 3
    }
    switch bytes.count - index {
    case 1:
      let group = UInt32(bytes[index]) << 16
      output.append(alphabet[Int(group >> 18 & 63)])
      output.append(alphabet[Int(group >> 12 & 63)])
      output.append(contentsOf: "==".utf8)
    case 2:
      let group = UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8
      for shift in [18, 12, 6] as [UInt32] { output.append(alphabet[Int(group >> shift & 63)]) }
      output.append(UInt8(ascii: "="))
    default: break
    }
  }

  /// `data:image/png;base64,…`
  package static func dataURI(_ bytes: [UInt8], type: String) -> String {
    var output = Array("data:\(type);base64,".utf8)
    append(bytes, to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
