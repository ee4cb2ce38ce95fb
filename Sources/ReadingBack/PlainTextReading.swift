import Localization

extension ReadFile {
  /// Reads plain text: what no empty line divides is one passage.
  mutating func readPlainText(in language: Language) {
    var block = SourcedText()
    for (index, start) in lineStarts.enumerated() {
      let end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
      let line = bytes[start..<end]
      if line.allSatisfy({ $0 <= 0x20 }) {
        close(&block, language)
      } else {
        block.add(line, origin: start)
      }
    }
    close(&block, language)
  }

  private mutating func close(_ block: inout SourcedText, _ language: Language) {
    if !block.isEmpty {
      add(block, as: .text, place: "", language: language, origin: block.origin)
    }
    block = SourcedText()
  }
}
