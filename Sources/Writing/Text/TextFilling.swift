/// How many columns of a terminal a text takes: wide East Asian characters two, accents none.
///
/// Source: Unicode Standard Annex 11, East Asian Width; the ranges that are wide throughout.
func displayWidth(_ text: some StringProtocol) -> Int {
  text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
}

private func width(of scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300: return 1
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
    0x20000...0x3FFFD:
    return 2
  default: break
  }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: return 1
  }
}

/// Breaks a text into lines of at most `width` columns; only a single word may be longer.
///
/// A line feed in the text is a break the reader sees. `first` stands before the first line, and as
/// many columns of space before the others, unless `rest` says otherwise.
package func filled(
  _ text: String, width: Int, first: String = "", rest: String? = nil
) -> [String] {
  let hanging = rest ?? String(repeating: " ", count: displayWidth(first))
  var lines: [String] = []
  for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
    var line = lines.isEmpty ? first : hanging
    var isEmpty = true
    for word in part.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      let needed = displayWidth(line) + (isEmpty ? 0 : 1) + displayWidth(word)
      if needed > width, !isEmpty {
        lines.append(trimmedEnd(line))
        line = hanging
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    lines.append(trimmedEnd(line))
  }
  return lines
}

func trimmedEnd(_ line: String) -> String {
  var line = Substring(line)
  while let last = line.last, last == " " || last == "\t" { line = line.dropLast() }
  return String(line)
}

/// The text with as many spaces as make it `width` columns wide.
func padded(_ text: String, to width: Int, onTheLeft: Bool = false) -> String {
  let space = String(repeating: " ", count: max(0, width - displayWidth(text)))
  return onTheLeft ? space + text : text + space
}
