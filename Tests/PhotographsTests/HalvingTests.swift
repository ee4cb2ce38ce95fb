import Photographs
import TestSupport
import Testing

@Suite("Halving a photograph")
struct HalvingTests {
  private func photograph() throws -> [UInt8] {
    try Sample.file("Tests/Fixtures/photograph.jpg").bytes
  }

  /// Width and height of a progressive frame (ITU-T T.81, B.2.2).
  private func size(_ bytes: [UInt8]) -> [Int]? {
    let start = bytes.indices.dropLast(9).first { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xC2 }
    return start.map { start in
      [7, 5].map { Int(bytes[start + $0]) << 8 | Int(bytes[start + $0 + 1]) }
    }
  }

  @Test(
    "gives half of the width and height, rounded up",
    arguments: [1: [550, 370], 2: [275, 185], 3: [138, 93]])
  func sizes(_ times: Int, _ expected: [Int]) throws {
    let original = try photograph()
    let smaller = try #require(halved(original, times: times))
    #expect(size(smaller) == expected)
    #expect(smaller.count < original.count)
    #expect(smaller == halved(original, times: times))
  }

  @Test("keeps what says which way is up")
  func orientation() throws {
    let smaller = try #require(halved(try photograph(), times: 1))
    let exif = Array("Exif\0\0".utf8)
    #expect(smaller[2...3] == [0xFF, 0xE1] && Array(smaller[6..<12]) == exif)
    #expect(smaller.suffix(2) == [0xFF, 0xD9])
  }

  @Test("refuses what is no photograph")
  func refused() throws {
    #expect(halved([], times: 1) == nil)
    #expect(halved(Array("no photograph".utf8), times: 1) == nil)
    #expect(halved(Array(try photograph().prefix(300)), times: 1) == nil)
    #expect(halved(try photograph(), times: 0) == nil)
  }
}
