/// A piece of an HTML document.
enum HTMLToken {
  struct Attribute {
    /// In small letters.
    let name: String
    let value: SourcedText
  }

  case start(String, [Attribute], isClosed: Bool, origin: Int)
  case end(String)
  case text(SourcedText)
  case comment(SourcedText)
}

/// Splits HTML into tags, text and comments.
///
/// Source: WHATWG, HTML Living Standard, 13.2.5 Tokenization, for documents in UTF-8 without frames or
/// null characters; what follows `<` and is no tag is text.
struct HTMLTokens {
  private let bytes: [UInt8]
  private var index = 0
  /// The element whose content has no tags: `style`, `script`, `title`, `textarea`.
  private var rawElement: String?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> HTMLToken? {
    guard index < bytes.count else { return nil }
    if let element = rawElement {
      rawElement = nil
      if let text = rawText(until: element) { return .text(text) }
    }
    guard bytes[index] == 0x3C, index + 1 < bytes.count else { return text() }
    switch bytes[index + 1] {
    case 0x21: return declaration()
    case 0x3F: return bogusComment(from: index + 1)
    case 0x2F where index + 2 < bytes.count && isLetter(bytes[index + 2]): return endTag()
    case 0x2F: return bogusComment(from: index + 2)
    case let byte where isLetter(byte): return startTag()
    default: return text()
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  private mutating func text() -> HTMLToken {
    let start = index
    index += 1
    while index < bytes.count {
      if bytes[index] == 0x3C, index + 1 < bytes.count,
        isLetter(bytes[index + 1]) || [0x21, 0x2F, 0x3F].contains(bytes[index + 1])
      {
        break
      }
      index += 1
    }
    return .text(decoded(start..<index))
  }

  private func decoded(_ range: Range<Int>) -> SourcedText {
    var text = SourcedText()
    var start = range.lowerBound
    var place = start
    while place < range.upperBound {
      guard bytes[place] == 0x26,
        let reference = CharacterReference(bytes[place..<range.upperBound])
      else {
        place += 1
        continue
      }
      text.add(bytes[start..<place], origin: start)
      text.add(reference.text[...], origin: place)
      place += reference.length
      start = place
    }
    text.add(bytes[start..<range.upperBound], origin: start)
    return text
  }

  private func find(_ pattern: [UInt8], from start: Int) -> Int? {
    guard start >= 0, let first = pattern.first else { return nil }
    var place = start
    while place + pattern.count <= bytes.count {
      if bytes[place] == first,
        bytes[place..<(place + pattern.count)].elementsEqual(pattern)
      {
        return place
      }
      place += 1
    }
    return nil
  }

  private mutating func declaration() -> HTMLToken? {
    if bytes[index...].starts(with: Array("<!--".utf8)) {
      let start = index + 4
      let end = find(Array("-->".utf8), from: start) ?? bytes.count
      index = min(bytes.count, end + 3)
      return .comment(plain(min(start, end)..<end))
    }
    if bytes[index...].starts(with: Array("<![CDATA[".utf8)) {
      let start = index + 9
      let end = find(Array("]]>".utf8), from: start) ?? bytes.count
      index = min(bytes.count, end + 3)
      return .text(plain(min(start, end)..<end))
    }
    return bogusComment(from: index + 2)
  }

  private mutating func bogusComment(from start: Int) -> HTMLToken {
    let end = find([0x3E], from: start) ?? bytes.count
    index = min(bytes.count, end + 1)
    return .comment(plain(min(start, end)..<end))
  }

  private func plain(_ range: Range<Int>) -> SourcedText {
    var text = SourcedText()
    text.add(bytes[range], origin: range.lowerBound)
    return text
  }

  private mutating func name(until isEnd: (UInt8) -> Bool) -> String {
    let start = index
    while index < bytes.count, !isSpace(bytes[index]), !isEnd(bytes[index]) { index += 1 }
    return String(
      decoding: bytes[start..<index].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 },
      as: UTF8.self)
  }

  private mutating func endTag() -> HTMLToken {
    index += 2
    let name = name { $0 == 0x3E || $0 == 0x2F }
    while index < bytes.count, bytes[index] != 0x3E { index += 1 }
    index = min(bytes.count, index + 1)
    return .end(name)
  }

  private mutating func startTag() -> HTMLToken {
    let origin = index
    index += 1
    let name = name { $0 == 0x3E || $0 == 0x2F }
    var attributes: [HTMLToken.Attribute] = []
    var isClosed = false
    while index < bytes.count, bytes[index] != 0x3E {
      if isSpace(bytes[index]) {
        index += 1
      } else if bytes[index] == 0x2F {
        isClosed = index + 1 < bytes.count && bytes[index + 1] == 0x3E
        index += 1
      } else {
        attributes.append(attribute())
      }
    }
    index = min(bytes.count, index + 1)
    if !isClosed, ["style", "script", "title", "textarea"].contains(name) { rawElement = name }
    return .start(name, attributes, isClosed: isClosed, origin: origin)
  }

  private mutating func attribute() -> HTMLToken.Attribute {
    let start = index
    var name = name { $0 == 0x3D || $0 == 0x3E || $0 == 0x2F }
    if index == start {
      // An equals sign at the start belongs to the name.
      index += 1
      name = "="
    }
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] == 0x3D else {
      return HTMLToken.Attribute(name: name, value: SourcedText())
    }
    index += 1
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] != 0x3E else {
      return HTMLToken.Attribute(name: name, value: SourcedText())
    }
    let quote = bytes[index]
    guard quote == 0x22 || quote == 0x27 else {
      let start = index
      while index < bytes.count, !isSpace(bytes[index]), bytes[index] != 0x3E { index += 1 }
      return HTMLToken.Attribute(name: name, value: decoded(start..<index))
    }
    let valueStart = index + 1
    let end = find([quote], from: valueStart) ?? bytes.count
    index = min(bytes.count, end + 1)
    return HTMLToken.Attribute(name: name, value: decoded(min(valueStart, end)..<end))
  }

  /// Up to the end tag of the element; a title may hold references, a script may not.
  private mutating func rawText(until element: String) -> SourcedText? {
    let start = index
    var place = index
    let name = Array(element.utf8)
    while place < bytes.count {
      if bytes[place] == 0x3C, place + 2 + name.count <= bytes.count, bytes[place + 1] == 0x2F,
        bytes[(place + 2)..<(place + 2 + name.count)].map({ $0 | 0x20 }) == name
      {
        break
      }
      place += 1
    }
    index = place
    guard place > start else { return nil }
    return ["title", "textarea"].contains(element) ? decoded(start..<place) : plain(start..<place)
  }
}
