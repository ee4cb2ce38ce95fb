/// An image that stands in a `data:` address.
enum EmbeddedImage {
  /// It is made of points and has no text.
  case points
  case drawing([UInt8])

  /// Nil for any other address.
  init?(_ address: [UInt8]) {
    guard address.starts(with: "data:image/".utf8), let comma = address.firstIndex(of: 0x2C) else {
      return nil
    }
    switch String(decoding: address[..<comma], as: UTF8.self) {
    case "data:image/svg+xml;base64": self = .drawing(base64Decoded(address[(comma + 1)...]))
    case "data:image/png;base64", "data:image/jpeg;base64": self = .points
    default: return nil
    }
  }
}

/// Source: RFC 4648, section 4; signs that are no part of the alphabet are passed over.
private func base64Decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.count * 3 / 4)
  var bits: UInt32 = 0
  var count = 0
  for sign in text {
    let value: UInt32
    switch sign {
    case 0x41...0x5A: value = UInt32(sign) - 0x41
    case 0x61...0x7A: value = UInt32(sign) - 0x61 + 26
    case 0x30...0x39: value = UInt32(sign) - 0x30 + 52
    case 0x2B: value = 62
    case 0x2F: value = 63
    default: continue
    }
    bits = bits << 6 | value
    count += 6
    if count >= 8 {
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
  }
  return bytes
}
