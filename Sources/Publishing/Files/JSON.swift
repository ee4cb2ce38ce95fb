/// A JSON value that is always written the same way: names in the order given, two spaces, LF.
package indirect enum JSON: Sendable {
  case null
  case number(Int)
  /// 523 with one decimal is 52.3.
  case decimal(Int, Int)
  case truth(Bool)
  case text(String)
  case list([JSON])
  case object([(String, JSON)])

  /// With a line feed at the end (RFC 8259).
  package var written: String { lines(indent: "") + "\n" }

  private func lines(indent: String) -> String {
    switch self {
    case .null: return "null"
    case .number(let number): return String(number)
    case .decimal(let scaled, let decimals): return JSON.decimal(scaled, decimals)
    case .truth(let value): return value ? "true" : "false"
    case .text(let text): return JSON.quoted(text)
    case .list(let values) where values.isEmpty: return "[]"
    case .object(let members) where members.isEmpty: return "{}"
    case .list(let values):
      let inner = values.map { "\(indent)  \($0.lines(indent: indent + "  "))" }
      return "[\n\(inner.joined(separator: ",\n"))\n\(indent)]"
    case .object(let members):
      let inner = members.map { name, value in
        "\(indent)  \(JSON.quoted(name)): \(value.lines(indent: indent + "  "))"
      }
      return "{\n\(inner.joined(separator: ",\n"))\n\(indent)}"
    }
  }

  private static func decimal(_ scaled: Int, _ decimals: Int) -> String {
    guard decimals > 0 else { return String(scaled) }
    let digits = String(abs(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return (scaled < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
