extension SourcedText {
  /// Where signs that no reader sees stand together, such as spaces of no width or several hard spaces:
  /// their number could tell one.
  var unseenRuns: [Int] {
    guard bytes.contains(where: { $0 >= 0xC2 }) else { return [] }
    var runs: [Int] = []
    var index = 0
    while index < bytes.count {
      guard unseenWidth(at: index) > 0 else {
        index += 1
        continue
      }
      let start = index
      var count = 0
      while index < bytes.count {
        let width = unseenWidth(at: index)
        if width > 0 {
          count += 1
          index += width
        } else if bytes[index] == 0x20, count > 0 {
          index += 1
        } else {
          break
        }
      }
      if count > 1 { runs.append(origin(of: start)) }
    }
    return runs
  }

  /// Bytes of a space other than the usual one, or of a sign without a shape; 0 for any other.
  private func unseenWidth(at index: Int) -> Int {
    let byte = bytes[index]
    guard byte >= 0xC2 else { return 0 }
    func next(_ offset: Int) -> UInt8 {
      index + offset < bytes.count ? bytes[index + offset] : 0
    }
    switch (byte, next(1), next(2)) {
    // A hard space, a soft hyphen; a joiner of graphemes.
    case (0xC2, 0xA0, _), (0xC2, 0xAD, _), (0xCD, 0x8F, _): return 2
    // U+2000 to U+200F, U+2028 to U+202F, U+205F to U+2064, U+3000, U+FE00 to U+FE0F, U+FEFF; Hangul
    // fillers, the empty Braille pattern.
    case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8...0xAF), (0xE2, 0x81, 0x9F...0xA4),
      (0xE3, 0x80, 0x80), (0xEF, 0xB8, 0x80...0x8F), (0xEF, 0xBB, 0xBF), (0xE1, 0x85, 0x9F...0xA0),
      (0xE3, 0x85, 0xA4), (0xE2, 0xA0, 0x80):
      return 3
    // Tags, which spell in no shape.
    case (0xF3, 0xA0, _): return 4
    default: return 0
    }
  }
}
