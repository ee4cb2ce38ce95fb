/// Breaks a text into lines that are at most `width` em wide.
///
/// Breaks stand at spaces and after hyphens, dashes and slashes; a word that is too long by itself is
/// broken where it must be.
package func wrapped(_ text: String, to width: Double) -> [String] {
  var lines: [String] = []
  var line = ""
  for piece in pieces(of: text) {
    let joined = line + piece
    if textWidth(trimmed(joined)) <= width {
      line = joined
      continue
    }
    if !trimmed(line).isEmpty { lines.append(trimmed(line)) }
    line = piece
    while textWidth(trimmed(line)) > width, let cut = longestStart(of: line, within: width) {
      lines.append(String(line[..<cut]))
      line = String(line[cut...])
    }
  }
  if !trimmed(line).isEmpty { lines.append(trimmed(line)) }
  return lines
}

/// Parts between which a line may end, each with the space that follows it.
private func pieces(of text: String) -> [String] {
  var pieces: [String] = []
  var piece = ""
  for character in text {
    piece.append(character)
    if character == " " || "-–—/".contains(character) {
      pieces.append(piece)
      piece = ""
    }
  }
  return piece.isEmpty ? pieces : pieces + [piece]
}

private func trimmed(_ text: String) -> String {
  var text = Substring(text)
  while text.first == " " { text = text.dropFirst() }
  while text.last == " " { text = text.dropLast() }
  return String(text)
}

/// At least one character, so that every text comes to an end.
private func longestStart(of text: String, within width: Double) -> String.Index? {
  guard text.count > 1 else { return nil }
  var end = text.index(after: text.startIndex)
  while end < text.endIndex {
    let next = text.index(after: end)
    if textWidth(String(text[..<next])) > width { break }
    end = next
  }
  return end < text.endIndex ? end : nil
}
