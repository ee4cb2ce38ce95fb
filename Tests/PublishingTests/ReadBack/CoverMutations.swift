import TestSupport
import Testing

@testable import Publishing

extension MutantTests {
  /// What stands around the articles: the cover with its art, the line of help, the colophon.
  static let around: [Mutation] = [
    Mutation(
      name: "where a part of the cover's art begins", files: Mutation.pages,
      pattern: #"<rect class="m\d" x="(\d+)""#
    ) { old, random in "\((Int(old) ?? 0) + Int.random(in: 3...90, using: &random))" },
    Mutation(
      name: "how long a part of the cover's art is", files: Mutation.pages,
      pattern: #"<rect class="m\d" [^>]*width="(\d+)""#
    ) { old, random in "\((Int(old) ?? 0) + Int.random(in: 5...90, using: &random))" },
    Mutation(
      name: "the height of a part of the cover's art", files: Mutation.pages,
      pattern: #"<rect class="m\d" [^>]*height="(\d+)""#
    ) { old, random in "\((Int(old) ?? 0) + Int.random(in: 1...9, using: &random))" },
    Mutation(
      name: "a part of the cover's art left out", files: Mutation.pages,
      pattern: #"(<rect class="m\d" [^>]*/>)"#, slack: 90
    ) { _, _ in "" },
    Mutation(
      name: "a key figure of the cover", files: Mutation.pages,
      pattern: #"(?<=</dt>)\s*<dd>[^<]*?(\d)[^<\d]*</dd>"#, change: Mutation.otherDigit),
    Mutation(
      name: "the telephone at the head of the page", files: Mutation.pages,
      pattern: #"class="helpbar-title">[^<]*</span> <a [^>]*>[^<]*?(\d)[^\d]"#, least: 3,
      change: Mutation.otherDigit),
    Mutation(
      name: "the telephone that is called", files: Mutation.pages,
      pattern: #"href="tel:\+\d+(\d)""#, least: 6
    ) { _, _ in "0000" },
    Mutation(
      name: "the checksum on paper", files: Mutation.pages,
      pattern: #"class="checksum">[0-9a-f ]*?(\d)"#, least: 3, change: Mutation.otherDigit),
    Mutation(
      name: "the height of a drawing", files: Mutation.pages,
      pattern: #"style="--narrow: [\d.]+em; --wide: ([\d.]+)em""#
    ) { old, random in "\((Double(old) ?? 0) + Double.random(in: 0.2...9, using: &random))" },
  ]

  @Test("is found where a font is another one")
  func font() throws {
    let sample = try BuiltSample.shared.get()
    let font = try #require(sample.renditions.first { $0.path.hasSuffix(".woff2") })
    var bytes = font.bytes
    bytes[bytes.count / 2] ^= 1
    let other = [Rendition(path: font.path, bytes: bytes)]
    #expect([font].findings(expected: sample.expected, site: "site") == [])
    #expect(
      other.findings(expected: sample.expected, site: "site").map(\.message)
        == ["The font is not the one of the theme"])
  }
}
