import Foundation
import ReadingBack

/// Text in which words are sought whatever space stands between them.
struct SearchedText {
  private let bytes: [UInt8]

  init(_ passages: [ReadPassage]) {
    var bytes: [UInt8] = []
    for passage in passages {
      SearchedText.add(passage.text, to: &bytes)
      // Nothing that is sought reaches from one passage into the next.
      bytes += [0x20, 0x0A]
    }
    self.bytes = bytes
  }

  func contains(_ words: String, isWhole: Bool = false) -> Bool {
    place(of: words, from: 0, isWhole: isWhole) != nil
  }

  /// How many times the words stand there.
  func count(of words: String) -> Int {
    var count = 0
    var start = 0
    while let place = place(of: words, from: start, isWhole: true) {
      count += 1
      start = place + 1
    }
    return count
  }

  /// The first place at or behind another one.
  ///
  /// - `isWhole`: no mark of a further cell comes behind them.
  func place(of words: String, from start: Int, isWhole: Bool = false) -> Int? {
    var sought: [UInt8] = []
    SearchedText.add(Array(words.replacing("\u{AD}", with: "").utf8), to: &sought)
    guard let first = sought.first else { return start }
    return bytes.withUnsafeBytes { text in
      guard let base = text.baseAddress else { return nil }
      var place = start
      while place + sought.count <= text.count {
        let room = text.count - sought.count - place + 1
        guard let found = memchr(base + place, Int32(first), room) else { return nil }
        place = base.distance(to: UnsafeRawPointer(found))
        let end = place + sought.count
        let isCut = isWhole && end < text.count && text[end] == UInt8(ascii: "[")
        if memcmp(base + place, sought, sought.count) == 0, !isCut { return place }
        place += 1
      }
      return nil
    }
  }

  /// With one space where there is any.
  private static func add(_ text: [UInt8], to bytes: inout [UInt8]) {
    text.withUnsafeBufferPointer { text in
      var index = 0
      while index < text.count {
        if text[index] > 0x20 {
          bytes.append(text[index])
        } else if bytes.last != 0x20 {
          bytes.append(0x20)
        }
        index += 1
      }
    }
  }
}
