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
