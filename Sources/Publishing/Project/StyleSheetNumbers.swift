import Diagnostics
import Localization

extension SourceFile {
  /// Where a style sheet would print a number of its own: in words that it adds to the page, by a counter
  /// other than that of pages, or in an image.
  ///
  /// Sources: CSS Generated Content Level 3, section 1; CSS Counter Styles Level 3, section 3.
  func printedNumbers() -> [Diagnostic] {
    let text = withoutComments(String(decoding: bytes, as: UTF8.self))
    let printing =
      /(?:^|[{;\s])(?:content|quotes|list-style(?:-type)?|symbols|additive-symbols|prefix|suffix|negative|pad|string-set|text-emphasis(?:-style)?)\s*:\s*((?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|[^;}"'])*)/
    var places = text.matches(of: printing).filter { isNumber($0.output.1) }
      .map(\.output.1.startIndex)
    places += text.matches(of: /url\(\s*["']?data:(?!font)/).map(\.range.lowerBound)
    return places.sorted().map { place in
      let line = text[..<place].utf8.count { $0 == 0x0A } + 1
      return .printedNumber(at: SourceLocation(path: path, line: line))
    }
  }

  private func isNumber(_ value: Substring) -> Bool {
    let counters = value.matches(of: /counters?\(\s*([\w-]+)/).map(\.output.1)
    if counters.contains(where: { $0 != "page" && $0 != "pages" }) { return true }
    let words = Array(unescaped(value).utf8)
    return Language.allCases.contains { language in
      language.numbers(in: words).contains { $0.reading != "none" }
    }
  }

  /// A comment prints nothing; its lines stay.
  private func withoutComments(_ text: String) -> String {
    text.replacing(/\/\*[\s\S]*?\*\//) { match in
      String(match.output.filter { $0.isNewline })
    }
  }

  /// `\34` is the digit 4.
  private func unescaped(_ value: Substring) -> String {
    let signs = String(value).replacing(/\\([0-9a-fA-F]{1,6})\s?/) { match -> String in
      let scalar = UInt32(match.output.1, radix: 16).flatMap { Unicode.Scalar($0) }
      return scalar.map { String($0) } ?? "0"
    }
    return signs.replacing("\\", with: "")
  }
}

extension Diagnostic {
  fileprivate static func printedNumber(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureUnledgered, at: location, "A style sheet prints no number and holds no image",
      help: "take it out: numbers come from the edition alone, and “counter(page)” counts pages")
  }
}
