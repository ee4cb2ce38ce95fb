/// How each language writes numbers. The project's own table: the machine's differs between machines.
///
/// Source: Kotimaisten kielten keskus, Ohjepankki (fi); Språkrådet, Svenska skrivregler (sv);
/// Guardian and Observer style guide (en).
extension Language {
  /// A whole number with its thousands grouped and a true minus sign.
  package func number(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      // Finnish and Swedish leave four-digit numbers whole only in running years, never in counts.
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += groupSeparator }
      grouped.append(digit)
    }
    return value < 0 ? "\u{2212}" + grouped : grouped
  }

  /// A number with decimals, given as digits.
  package func decimal(_ whole: Int, fraction: String) -> String {
    number(whole) + (self == .en ? "." : ",") + fraction
  }

  /// *1st*, *22nd*; *1.*; *1:a*, *3:e*.
  package func ordinal(_ value: Int) -> String {
    let isTeen = (11...13).contains(value.magnitude % 100)
    switch self {
    case .fi: return number(value) + "."
    case .sv:
      return number(value) + ([1, 2].contains(value.magnitude % 10) && !isTeen ? ":a" : ":e")
    case .en:
      let endings: [UInt: String] = [1: "st", 2: "nd", 3: "rd"]
      return number(value) + (isTeen ? "th" : endings[value.magnitude % 10] ?? "th")
    }
  }

  /// A share in whole percent.
  package func percent(_ value: Int) -> String {
    switch self {
    case .fi, .sv: number(value) + "\u{A0}%"
    case .en: number(value) + "%"
    }
  }

  private var groupSeparator: String {
    switch self {
    case .fi, .sv: "\u{A0}"
    case .en: ","
    }
  }
}
