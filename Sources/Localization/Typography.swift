/// Lists and quotation marks, as each language sets them.
extension Language {
  /// *a, b and c*.
  package func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(and) \(last)"
  }

  private var and: String {
    switch self {
    case .fi: "ja"
    case .sv: "och"
    case .en: "and"
    }
  }

  /// Opening and closing marks, double and single.
  package var quotationMarks: (open: String, close: String, innerOpen: String, innerClose: String) {
    switch self {
    case .fi, .sv: ("”", "”", "’", "’")
    case .en: ("“", "”", "‘", "’")
    }
  }
}
