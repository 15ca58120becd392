import Testing

@testable import RubricaSource

struct ByteWordTests {
  @Test func aWordHoldsTheBytesFromAPlaceOn() {
    for count in 1..<20 {
      let bytes = (0..<count).map { UInt8($0 + 65) }
      for index in 0..<count {
        let word = ByteWord(bytes.span, at: index)
        let expected = Array(bytes[index...].prefix(ByteWord.size))
        let found = (0..<word.length).map { word[$0] }
        #expect(found == expected)
      }
    }
  }

  @Test func theFirstHitIsFoundWhereverItStands() {
    for place in 0..<ByteWord.size {
      for byte in [UInt8(ascii: "&"), 127] {
        var bytes = Array("abcdefgh".utf8)
        bytes[place] = byte
        let word = ByteWord(bytes.span, at: 0)
        let isDelete = byte == 127
        #expect(word.equal(to: byte).first == place)
        #expect((isDelete ? word.deletes : word.below(97)).first == place)
        #expect((isDelete ? word.below(97) : word.deletes).isEmpty)
      }
    }
  }

  @Test func bytesOfOtherScalarsAreNoHits() {
    let bytes = Array("éüñß".utf8)
    let word = ByteWord(bytes.span, at: 0)
    #expect(word.below(127).isEmpty)
    #expect(word.deletes.isEmpty)
    #expect(word.continuations == 4)
  }
}
