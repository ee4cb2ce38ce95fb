/// Text put together from parts of a file, each of which remembers where it stands there.
struct SourcedText {
  private(set) var bytes: [UInt8] = []
  /// The byte of the text at which a part begins, and that of the file.
  private var parts: [(start: Int, origin: Int)] = []

  var isEmpty: Bool { bytes.isEmpty }

  var origin: Int { parts.first?.origin ?? 0 }

  mutating func add(_ text: ArraySlice<UInt8>, origin: Int) {
    guard !text.isEmpty else { return }
    parts.append((bytes.count, origin))
    bytes += text
  }

  mutating func add(_ other: SourcedText) {
    for (index, part) in other.parts.enumerated() {
      let end = index + 1 < other.parts.count ? other.parts[index + 1].start : other.bytes.count
      add(other.bytes[part.start..<end], origin: part.origin)
    }
  }

  func origin(of place: Int) -> Int {
    var low = 0
    var high = parts.count
    guard high > 0 else { return 0 }
    while low + 1 < high {
      let middle = (low + high) / 2
      if parts[middle].start <= place { low = middle } else { high = middle }
    }
    return parts[low].origin + place - parts[low].start
  }

  /// Without soft hyphens and spaces of no width, which no reader sees.
  var visible: SourcedText {
    var result = SourcedText()
    var start = 0
    var index = 0
    while index < bytes.count {
      let width = hiddenWidth(at: index)
      if width == 0 {
        index += 1
        continue
      }
      result.addPart(of: self, start..<index)
      index += width
      start = index
    }
    if start == 0 { return self }
    result.addPart(of: self, start..<bytes.count)
    return result
  }

  private mutating func addPart(of other: SourcedText, _ range: Range<Int>) {
    var start = range.lowerBound
    for part in other.parts where part.start > start && part.start < range.upperBound {
      add(other.bytes[start..<part.start], origin: other.origin(of: start))
      start = part.start
    }
    if start < range.upperBound {
      add(other.bytes[start..<range.upperBound], origin: other.origin(of: start))
    }
  }

  /// U+00AD, U+200B to U+200D, U+2060, U+FEFF.
  private func hiddenWidth(at index: Int) -> Int {
    let byte = bytes[index]
    guard byte >= 0xC2, byte == 0xC2 || byte == 0xE2 || byte == 0xEF else { return 0 }
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    if byte == 0xC2 { return next == 0xAD ? 2 : 0 }
    let last = index + 2 < bytes.count ? bytes[index + 2] : 0
    switch (byte, next, last) {
    case (0xE2, 0x80, 0x8B...0x8D), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return 3
    default: return 0
    }
  }
}
