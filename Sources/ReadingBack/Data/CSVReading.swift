import Localization

extension ReadFile {
  /// Reads comma-separated values (RFC 4180): every field is a passage.
  mutating func readCSV(in language: Language) {
    var field = SourcedText()
    var row = 0
    var column = 0
    var start = 0
    var isQuoted = false
    var index = 0
    func isEnd(_ byte: UInt8) -> Bool { byte == 0x2C || byte == 0x0A || byte == 0x0D }
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted {
        if byte == 0x22, index + 1 < bytes.count, bytes[index + 1] == 0x22 {
          field.add(bytes[index...index], origin: index)
          index += 1
        } else if byte == 0x22 {
          isQuoted = false
        } else {
          field.add(bytes[index...index], origin: index)
        }
      } else if byte == 0x22 {
        isQuoted = true
      } else if isEnd(byte) {
        add(
          field, as: .field(row: row, column: column), place: "", language: language, origin: start)
        field = SourcedText()
        column += 1
        if byte != 0x2C {
          if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
          row += 1
          column = 0
        }
        start = index + 1
      } else {
        var end = index + 1
        while end < bytes.count, !isEnd(bytes[end]), bytes[end] != 0x22 { end += 1 }
        field.add(bytes[index..<end], origin: index)
        index = end - 1
      }
      index += 1
    }
    if start < bytes.count {
      add(
        field, as: .field(row: row, column: column), place: "", language: language, origin: start)
    }
  }
}
