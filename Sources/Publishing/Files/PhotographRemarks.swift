/// The same picture without what cameras and programs note in it.
///
/// Where, when and by whom it was taken goes, and smaller copies with it: whoever is in a picture could
/// be found by the place. What says how its colours are meant stays. Sources: ITU-T T.81, section
/// B.1.1.4; W3C, Portable Network Graphics (third edition), section 5.3.
func withoutRemarks(_ bytes: [UInt8]) -> [UInt8] {
  if bytes.starts(with: [0xFF, 0xD8]) { return photographWithoutRemarks(bytes) }
  if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return graphicWithoutRemarks(bytes) }
  return bytes
}

private func photographWithoutRemarks(_ bytes: [UInt8]) -> [UInt8] {
  var kept = Array(bytes[..<2])
  var index = 2
  while index + 4 <= bytes.count, bytes[index] == 0xFF {
    let marker = bytes[index + 1]
    // The picture itself, to the end.
    if marker == 0xDA { break }
    let length = Int(bytes[index + 2]) << 8 | Int(bytes[index + 3])
    let end = index + 2 + length
    guard length >= 2, end <= bytes.count else { break }
    let isApplication = (0xE0...0xEF).contains(marker)
    // JFIF, the profile of colours, and how Adobe's programs write colours.
    let isNeeded = [0xE0, 0xE2, 0xEE].contains(marker)
    if marker != 0xFE, !isApplication || isNeeded { kept += bytes[index..<end] }
    index = end
  }
  return kept + bytes[index...]
}

private func graphicWithoutRemarks(_ bytes: [UInt8]) -> [UInt8] {
  var kept = Array(bytes.prefix(8))
  var index = 8
  let remarks = ["eXIf", "tEXt", "iTXt", "zTXt", "tIME"].map { Array($0.utf8) }
  while index + 12 <= bytes.count {
    let length = bytes[index..<(index + 4)].reduce(0) { $0 << 8 | Int($1) }
    let end = index + 12 + length
    guard end <= bytes.count else { break }
    if !remarks.contains(Array(bytes[(index + 4)..<(index + 8)])) { kept += bytes[index..<end] }
    index = end
  }
  return kept + bytes[index...]
}
