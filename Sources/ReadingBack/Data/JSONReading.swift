import Localization

extension ReadFile {
  /// Reads JSON (RFC 8259): every name and every value is a passage, by its path.
  ///
  /// What is no JSON is read as text, so that no number in it goes unread.
  mutating func readJSON(in language: Language) {
    var reading = JSONReading(bytes: bytes)
    reading.value(path: "")
    for (path, text, origin) in reading.leaves {
      add(text, as: .json(path), place: "", language: language, origin: origin)
    }
    guard reading.index < bytes.count else { return }
    var rest = SourcedText()
    rest.add(bytes[reading.index...], origin: reading.index)
    if rest.bytes.contains(where: { $0 > 0x20 }) {
      add(rest, as: .text, place: "", language: language, origin: rest.origin)
    }
  }
}

private struct JSONReading {
  let bytes: [UInt8]
  var index = 0
  var leaves: [(path: String, text: SourcedText, origin: Int)] = []
  private var depth = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  /// Stops where it understands no more.
  mutating func value(path: String) {
    skipSpace()
    guard index < bytes.count, depth < 64 else { return }
    depth += 1
    defer { depth -= 1 }
    switch bytes[index] {
    case 0x7B: members(path: path)
    case 0x5B: entries(path: path)
    case 0x22:
      let origin = index
      let text = string()
      leaves.append((path, text, origin))
    default:
      let start = index
      while index < bytes.count, !",]}".utf8.contains(bytes[index]), bytes[index] > 0x20 {
        index += 1
      }
      var text = SourcedText()
      text.add(bytes[start..<index], origin: start)
      leaves.append((path, text, start))
    }
  }

  private mutating func members(path: String) {
    index += 1
    if take(0x7D) { return }
    repeat {
      skipSpace()
      guard index < bytes.count, bytes[index] == 0x22 else { return }
      let origin = index
      let name = string()
      if name.hasDigits { leaves.append(("\(path).", name, origin)) }
      guard take(0x3A) else { return }
      value(path: "\(path).\(String(decoding: name.bytes, as: UTF8.self))")
    } while take(0x2C)
    _ = take(0x7D)
  }

  private mutating func entries(path: String) {
    index += 1
    if take(0x5D) { return }
    var number = 0
    repeat {
      value(path: "\(path)[\(number)]")
      number += 1
    } while take(0x2C)
    _ = take(0x5D)
  }

  private mutating func string() -> SourcedText {
    index += 1
    var text = SourcedText()
    while index < bytes.count, bytes[index] != 0x22 {
      let start = index
      if bytes[index] == 0x5C, index + 1 < bytes.count {
        index += 2
        switch bytes[start + 1] {
        case 0x75:
          let digits = bytes[index..<min(bytes.count, index + 4)]
          let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0xFFFD
          let sign = String(Character(Unicode.Scalar(value) ?? "\u{FFFD}"))
          text.add(Array(sign.utf8)[...], origin: start)
          index += digits.count
        case 0x6E, 0x72, 0x74, 0x62, 0x66: text.add([0x20], origin: start)
        default: text.add(bytes[(start + 1)...(start + 1)], origin: start)
        }
      } else {
        while index < bytes.count, bytes[index] != 0x22, bytes[index] != 0x5C { index += 1 }
        text.add(bytes[start..<index], origin: start)
      }
    }
    index = min(bytes.count, index + 1)
    return text
  }
}
