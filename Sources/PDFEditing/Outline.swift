extension PDFFile {
  /// The entries of the outline in order, each with the number of its object.
  var outline: [(number: Int, title: String)] {
    var entries: [(number: Int, title: String)] = []
    func walk(_ first: PDFObject?, depth: Int) {
      var next = first
      while case .reference(let number) = next, let entry = self[number]?.dictionary, depth < 20,
        entries.count < 10_000
      {
        if let title = resolved(entry["Title"])?.text { entries.append((number, title)) }
        walk(entry["First"], depth: depth + 1)
        next = entry["Next"]
      }
    }
    walk(resolved(catalog?.dictionary["Outlines"])?.dictionary?["First"], depth: 0)
    return entries
  }

  /// Gives the entries of the outline the words of the headings that they lead to.
  ///
  /// A browser leaves out the space at which a heading is broken into lines, and says one twice that
  /// begins a page.
  mutating func mendOutline(from blocks: [PDFText.Block]) {
    var open = blocks.map { (words: plainWords($0.text), letters: letters($0.text)) }[...]
    for (number, title) in outline {
      let sought = letters(title)
      let found = open.firstIndex {
        !$0.letters.isEmpty && (sought == $0.letters || sought == $0.letters + $0.letters)
      }
      guard let found, var entry = self[number]?.dictionary else { continue }
      entry["Title"] = .utf16(open[found].words)
      self[number] = .dictionary(entry)
      open = open[(found + 1)...]
    }
  }

  private func plainWords(_ text: String) -> String {
    text.filter { $0 != "\u{AD}" }.split { $0.isWhitespace || $0 == "\u{1}" }.joined(separator: " ")
  }

  private func letters(_ text: String) -> String {
    text.filter { !$0.isWhitespace && $0 != "\u{AD}" && $0 != "\u{1}" }
  }
}

extension PDFObject {
  /// Text in hexadecimal digits of UTF-16, which may be any.
  static func utf16(_ text: String) -> PDFObject {
    let digits = Array("0123456789ABCDEF".utf8)
    var written = Array("<FEFF".utf8)
    for unit in text.utf16 {
      for shift in [12, 8, 4, 0] { written.append(digits[Int(unit >> UInt16(shift)) & 15]) }
    }
    return .verbatim(written + [UInt8(ascii: ">")])
  }
}
