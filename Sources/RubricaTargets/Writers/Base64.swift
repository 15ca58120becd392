/// Base64 (RFC 4648, with padding), for pictures inside pages.
package enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  package static func append(_ bytes: [UInt8], to output: inout [UInt8]) {
    let alphabet = alphabet
    output.append(addingCapacity: (bytes.count + 2) / 3 * 4) { output in
      var index = 0
      while index + 2 < bytes.count {
        let group =
          UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
        output.append(alphabet[Int(group >> 18)])
        output.append(alphabet[Int(group >> 12 & 63)])
        output.append(alphabet[Int(group >> 6 & 63)])
        output.append(alphabet[Int(group & 63)])
        index += 3
      }
      let rest = bytes.count - index
      guard rest > 0 else { return }
      let group = UInt32(bytes[index]) << 16 | (rest == 2 ? UInt32(bytes[index + 1]) << 8 : 0)
      output.append(alphabet[Int(group >> 18)])
      output.append(alphabet[Int(group >> 12 & 63)])
      output.append(rest == 2 ? alphabet[Int(group >> 6 & 63)] : UInt8(ascii: "="))
      output.append(UInt8(ascii: "="))
    }
  }

  /// `data:image/png;base64,…`
  package static func dataURI(_ bytes: [UInt8], type: String) -> String {
    var output = Array("data:\(type);base64,".utf8)
    append(bytes, to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
