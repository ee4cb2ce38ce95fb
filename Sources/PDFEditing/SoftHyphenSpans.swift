/// Takes out the soft hyphens at which no line was broken: they show nothing, and who searches for a word
/// or copies it would meet them.
///
/// A browser prints each as a space of no width that is marked as a soft hyphen. Those at which a line
/// was broken show a hyphen and stay, so that readers’ programs join the word again.
func removingSoftHyphens(_ content: [UInt8]) -> [UInt8] {
  let opening = Array("/Span<</ActualText <FEFF00AD> >> BDC\n".utf8)
  let closing = Array("\nEMC\n".utf8)
  let noAdvance = Array("0 0 Td".utf8)
  var result: [UInt8] = []
  result.reserveCapacity(content.count)
  var index = 0
  while index < content.count {
    // Some show nothing at all.
    if content[index] == opening[0], content.has(opening + Array("EMC\n".utf8), at: index) {
      index += opening.count + 4
      continue
    }
    guard content[index] == opening[0], content.has(opening, at: index),
      let end = content.first(closing, from: index + opening.count, within: 120),
      content.has(noAdvance, at: end + closing.count),
      let move = move(in: content[(index + opening.count)..<end])
    else {
      result.append(content[index])
      index += 1
      continue
    }
    result += move + [10]
    index = end + closing.count
  }
  return result
}

/// `19.16 0 Td <0001> Tj` without what it shows.
private func move(in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
  guard line.suffix(3).elementsEqual(" Tj".utf8),
    let start = line.lastIndex(of: UInt8(ascii: "<"))
  else { return nil }
  let move = line[..<start]
  return move.contains(UInt8(ascii: "<")) || move.contains(UInt8(ascii: "(")) ? nil : move
}

extension [UInt8] {
  fileprivate func has(_ part: [UInt8], at index: Int) -> Bool {
    index + part.count <= count && self[index..<index + part.count].elementsEqual(part)
  }

  fileprivate func first(_ part: [UInt8], from start: Int, within most: Int) -> Int? {
    (start..<Swift.min(start + most, count)).first { has(part, at: $0) }
  }
}
