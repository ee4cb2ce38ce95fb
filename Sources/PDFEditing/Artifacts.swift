/// Marks what is drawn outside every tag as an artefact: running heads, page numbers, rules and grounds,
/// which nobody has to read aloud (ISO 14289-1, 7.1).
///
/// Nil where the content is not understood; it then stays as it is.
func markingArtifacts(_ content: [UInt8]) -> [UInt8]? {
  var scanner = PDFScanner(content)
  var result: [UInt8] = []
  var depth = 0
  /// Where the path or the text object began that is being read outside every tag.
  var open: (start: Int, isText: Bool, isTagged: Bool)?
  var copied = 0
  func wrap(_ start: Int, _ end: Int) {
    result += content[copied..<start] + Array("/Artifact BMC\n".utf8) + content[start..<end]
    result += Array("\nEMC".utf8)
    copied = end
  }
  var operandStart: Int?
  while true {
    scanner.skipSpace()
    let start = scanner.index
    guard start < content.count else { break }
    guard let object = scanner.object() else { return nil }
    guard case .verbatim(let word) = object, isOperator(word) else {
      operandStart = operandStart ?? start
      continue
    }
    let from = operandStart ?? start
    operandStart = nil
    switch String(decoding: word, as: UTF8.self) {
    case "BMC", "BDC":
      depth += 1
      if open?.isText == true { open?.isTagged = true }
    case "EMC":
      depth -= 1
      guard depth >= 0 else { return nil }
    case "BI":
      return nil
    case "BT":
      if depth == 0 { open = (from, true, false) }
    case "ET":
      if let text = open, text.isText {
        if !text.isTagged { wrap(text.start, scanner.index) }
        open = nil
      }
    case "m", "re":
      if depth == 0, open == nil { open = (from, false, false) }
    case "f", "F", "f*", "S", "s", "B", "B*", "b", "b*":
      if let path = open, !path.isText {
        wrap(path.start, scanner.index)
        open = nil
      }
    case "n":
      if open?.isText == false { open = nil }
    case "Do", "sh":
      if depth == 0, open == nil { wrap(from, scanner.index) }
    default:
      break
    }
  }
  guard depth == 0, open == nil else { return nil }
  return result + content[copied...]
}

/// Whether a word of a content stream does something with what stands before it.
func isOperator(_ word: [UInt8]) -> Bool {
  guard let letter = word.first else { return false }
  let isLetter =
    (UInt8(ascii: "A")...UInt8(ascii: "z")).contains(letter) || letter == UInt8(ascii: "'")
    || letter == UInt8(ascii: "\"")
  return isLetter && ![Array("true".utf8), Array("false".utf8), Array("null".utf8)].contains(word)
}
