/// A word, a run of digits, or a sign of a passage, with its place in it.
struct Lexeme: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case digits
    case word
    case space
    case sign
    case citation
  }

  let kind: Kind
  let text: String
  let range: Range<Int>

  var number: Int? { kind == .digits && text.count <= 15 ? Int(text) : nil }
}

/// The lexemes of a passage; white space of any length is one.
func lexemes(of scalars: [Unicode.Scalar]) -> [Lexeme] {
  var lexemes: [Lexeme] = []
  var index = 0
  while index < scalars.count {
    let start = index
    let kind = lexemeKind(of: scalars[index])
    index += 1
    if kind != .sign, kind != .citation {
      while index < scalars.count, lexemeKind(of: scalars[index]) == kind { index += 1 }
    }
    let text = String(String.UnicodeScalarView(scalars[start..<index]))
    lexemes.append(Lexeme(kind: kind, text: text, range: start..<index))
  }
  return lexemes
}

private func lexemeKind(of scalar: Unicode.Scalar) -> Lexeme.Kind {
  switch scalar {
  case "0"..."9", "½", "¼", "¾", "⅓", "⅔": .digits
  case Passage.mark: .citation
  case " ", "\t", "\n", "\u{A0}", "\u{202F}", "\u{2009}": .space
  case "a"..."z", "A"..."Z", "\u{AD}", "\u{C0}"..."\u{D6}", "\u{D8}"..."\u{F6}",
    "\u{F8}"..."\u{24F}":
    .word
  case _ where scalar.isASCII: .sign
  default:
    scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
      ? .word : .sign
  }
}
