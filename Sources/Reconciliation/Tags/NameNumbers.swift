import Localization

/// Whether a name that a program reads says a number: `n4`, `row-three`, `iv`, `kaksi`.
///
/// Nobody reads it in any language, so that the words of all of them count.
func holdsNumber(_ name: some StringProtocol) -> Bool {
  var words: [[UInt8]] = [[]]
  for byte in name.utf8 {
    let isCapital = (0x41...0x5A).contains(byte)
    if (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 {
      // The parts of rowThree are words of their own.
      if isCapital, let last = words.last?.last, last >= 0x61 { words.append([]) }
      words[words.count - 1].append(isCapital ? byte | 0x20 : byte)
    } else if (0x30...0x39).contains(byte) {
      return true
    } else if words.last?.isEmpty == false {
      words.append([])
    }
  }
  return words.contains { word in
    romanValue(of: word) != nil
      || Language.allCases.contains { !$0.numbers(in: word).isEmpty }
  }
}

/// The classes that a style sheet selects by.
func selectedClasses(in style: String) -> Set<String> {
  var classes: Set<String> = []
  let bytes = Array(style.utf8)
  var index = 0
  func isNamePart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D
      || byte == 0x5F || byte >= 0x80
  }
  while index < bytes.count {
    let byte = bytes[index]
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    if byte == 0x2F, next == 0x2A {
      // A comment selects nothing.
      index += 2
      while index + 1 < bytes.count, bytes[index] != 0x2A || bytes[index + 1] != 0x2F { index += 1 }
      index += 2
    } else if byte == 0x22 || byte == 0x27 {
      index += 1
      while index < bytes.count, bytes[index] != byte { index += bytes[index] == 0x5C ? 2 : 1 }
      index += 1
    } else if byte == 0x2E, isNamePart(next), !(0x30...0x39).contains(next) {
      let start = index + 1
      index = start
      while index < bytes.count, isNamePart(bytes[index]) { index += 1 }
      classes.insert(String(decoding: bytes[start..<index], as: UTF8.self))
    } else {
      index += 1
    }
  }
  return classes
}
